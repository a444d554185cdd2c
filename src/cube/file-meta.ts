import * as v from 'valibot';
import { GRAINS, grainOf, isPeriod } from '../domain';
import { LEVELS } from './disclosure';

/** The version of the form a cube is saved in. */
export const VERSION = 3;
/** Before it, a count that says nothing of a figure was saved as 0 of it. */
export const NO_SILENCE = 2;

const label = v.object({ zh: v.string(), en: v.string() });
const text = v.string();
const textOrNull = v.nullable(text);
const day = v.pipe(
  text,
  v.check((written) => isPeriod(written) && grainOf(written) === 'day'),
);
const rule = v.object({ ruleId: text, value: text, validFrom: textOrNull, validTo: textOrNull, docRef: text });
const target = v.object({
  metricId: text,
  scope: text,
  period: text,
  target: v.number(),
  amber: v.nullable(v.number()),
  red: v.nullable(v.number()),
  docRef: text,
});
const held = { metric: text, zone: text };
const disclosure = v.object({
  level: v.picklist(['handed-down', 'public']),
  least: v.number(),
  merged: v.array(
    v.object({
      ...held,
      units: v.array(text),
      all: v.boolean(),
      by: v.exactOptional(v.picklist(['committee', 'domain'])),
    }),
  ),
  longer: v.array(v.object({ ...held, grain: v.picklist(GRAINS) })),
  withheld: v.array(
    v.object({
      metric: text,
      zone: textOrNull,
      partition: v.exactOptional(text),
      why: v.picklist(['few', 'single', 'against']),
    }),
  ),
  joined: v.array(v.object({ metric: text, partition: text, rank: v.number() })),
  breaks: v.array(v.object({ ...held, period: text })),
});
const release = v.object({
  level: v.picklist(LEVELS),
  by: text,
  for: text,
  on: text,
  pages: v.nullable(v.array(text)),
  only: v.exactOptional(
    v.object({
      families: v.nullable(v.array(text)),
      zones: v.nullable(v.array(text)),
      from: textOrNull,
      to: textOrNull,
    }),
  ),
  sums: v.array(text),
});
const texts = v.array(text);
const note = v.variant('kind', [
  v.object({
    kind: v.literal('overlap'),
    zone: text,
    metrics: texts,
    from: text,
    to: text,
    counts: text,
    left: text,
    same: v.boolean(),
  }),
  v.object({ kind: v.literal('definitions'), metrics: texts, files: texts }),
  v.object({ kind: v.literal('rule'), rule: text, metrics: texts, shown: text, files: texts }),
  v.object({ kind: v.literal('targets'), metrics: texts }),
  v.object({ kind: v.literal('one-zone'), zone: text, names: texts }),
  v.object({ kind: v.literal('shared-code'), code: text, zones: texts }),
  v.object({ kind: v.literal('may-be'), zone: text, zones: texts }),
  v.object({ kind: v.literal('no-zone'), files: texts }),
  v.object({ kind: v.literal('example'), files: texts }),
]);
const part = v.object({ name: text, level: v.picklist(LEVELS), asOf: textOrNull, by: text, on: text, zones: texts });
/** What is written on a saved cube beside its cells. */
export const metaSchema = v.object({
  version: v.picklist([NO_SILENCE, VERSION]),
  asOf: v.nullable(day),
  zones: v.array(v.object({ id: v.string(), name: v.string(), type: v.string(), note: v.string() })),
  places: v.exactOptional(v.array(v.object({ zone: v.string(), row: v.number(), column: v.number() }))),
  published: v.array(
    v.object({
      id: v.string(),
      zone: v.string(),
      metric: v.string(),
      category: v.string(),
      label,
      value: v.number(),
      unit: v.string(),
      bound: v.picklist(['eq', 'ge', 'approx']),
      period: v.string(),
      source: v.string(),
      quote: v.string(),
      doubt: label,
    }),
  ),
  missing: v.array(v.object({ metric: v.string(), tables: v.array(v.string()) })),
  sources: v.array(v.string()),
  example: v.boolean(),
  rules: v.array(rule),
  targets: v.array(target),
  unstated: v.exactOptional(
    v.array(
      v.object({
        table: text,
        column: text,
        taken: textOrNull,
        zones: v.array(text),
        sources: v.array(text),
      }),
    ),
  ),
  moves: v.exactOptional(
    v.array(v.object({ table: text, zone: text, committee: text, day: text, moved: v.boolean() })),
  ),
  disclosure: v.exactOptional(disclosure),
  release: v.exactOptional(release),
  definitions: v.exactOptional(v.record(text, text)),
  rowSums: v.exactOptional(v.record(text, text)),
  merge: v.exactOptional(v.object({ parts: v.array(part), notes: v.array(note) })),
});
