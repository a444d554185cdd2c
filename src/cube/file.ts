import { Table, type Vector, tableFromIPC, tableToIPC } from 'apache-arrow';
import * as v from 'valibot';
import { GRAINS } from '../domain';
import { dictionaryVector, numberVector } from '../engine';
import type { Cell } from './cell';
import type { Cube } from './cube';
import { LEVELS } from './disclosure';

const META = 'zonelens';
const TEXTS = ['metric', 'zone', 'committee', 'domain', 'period', 'category'] as const;

const label = v.object({ zh: v.string(), en: v.string() });
const text = v.string();
const textOrNull = v.nullable(text);
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
  merged: v.array(v.object({ ...held, units: v.array(text), all: v.boolean() })),
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
  sums: v.array(text),
});
const metaSchema = v.object({
  version: v.literal(2),
  asOf: v.nullable(v.string()),
  zones: v.array(v.object({ id: v.string(), name: v.string(), type: v.string(), note: v.string() })),
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
  disclosure: v.exactOptional(disclosure),
  release: v.exactOptional(release),
});

/** What a cell comes from, as exports write it: `rows` that can be opened, or `counts` as they were reported. */
export const originOf = (cell: Cell): 'rows' | 'counts' => (cell.counted ? 'counts' : 'rows');

/** The cells of a cube as an Arrow table: six text columns, numerator and denominator (null for counts), and where they come from. */
export function toArrow(cube: Cube): Table {
  const { cells, ...about } = cube;
  const columns: Record<string, Vector> = {};
  // Numbered within the table, the same cube is the same file to the byte.
  for (const [at, name] of TEXTS.entries())
    columns[name] = dictionaryVector(
      cells.map((cell) => cell[name]),
      at,
    );
  columns.numerator = numberVector(cells.map((cell) => cell.numerator));
  columns.denominator = numberVector(cells.map((cell) => cell.denominator));
  columns.origin = dictionaryVector(cells.map(originOf), TEXTS.length);
  const table = new Table(columns);
  table.schema.metadata.set(META, JSON.stringify({ version: 2, ...about }));
  return table;
}

/** A cube as an Arrow IPC file. */
export function saveCube(cube: Cube): Uint8Array {
  return tableToIPC(toArrow(cube), 'file');
}

/** Reads a cube from Arrow IPC bytes. Throws RangeError when the bytes are not a cube of this version. */
export function loadCube(bytes: Uint8Array): Cube {
  const table = tableFromIPC(bytes);
  const parsed = v.safeParse(metaSchema, JSON.parse(table.schema.metadata.get(META) ?? 'null'));
  if (!parsed.success) throw new RangeError('not a Zonelens cube of version 2');
  const texts = TEXTS.map((name) => table.getChild(name));
  const numerators = table.getChild('numerator');
  const denominators = table.getChild('denominator');
  const origins = table.getChild('origin');
  const cells = Array.from({ length: table.numRows }, (_, row): Cell => {
    const [metric, zone, committee, domain, period, category] = texts.map((vector) => String(vector?.get(row) ?? ''));
    return {
      metric: metric ?? '',
      zone: zone ?? '',
      committee: committee ?? '',
      domain: domain ?? '',
      period: period ?? '',
      category: category ?? '',
      numerator: Number(numerators?.get(row) ?? 0),
      denominator: (denominators?.get(row) as number | null | undefined) ?? null,
      ...(origins?.get(row) === 'counts' && { counted: true }),
    };
  });
  const { version: _version, ...about } = parsed.output;
  return { cells, ...about };
}
