import { delMany, get } from 'idb-keyval';
import * as v from 'valibot';
import { type Decisions, readDecisions, writeDecisions } from './decisions-file';

const MATCHES = 'zonelens.matches';
const RULES = 'zonelens.rules';

const day = v.nullable(v.string());
const Rules = v.object({
  rules: v.array(v.object({ ruleId: v.string(), value: v.string(), validFrom: day, validTo: day, docRef: v.string() })),
  targets: v.array(
    v.object({
      metricId: v.string(),
      scope: v.string(),
      period: v.string(),
      target: v.number(),
      amber: v.nullable(v.number()),
      red: v.nullable(v.number()),
      docRef: v.string(),
    }),
  ),
});

/** Decisions as pages before projects kept them, so that the first project takes them over; null when there are none. */
export async function earlierDecisions(): Promise<string | null> {
  try {
    const [text, kept] = [await get<unknown>(MATCHES), v.safeParse(Rules, await get<unknown>(RULES))];
    if (text === undefined && !kept.success) return null;
    const base: Decisions = readDecisions(typeof text === 'string' ? text : NO_DECISIONS);
    return writeDecisions({ ...base, setting: kept.success ? kept.output : null });
  } catch {
    // A browser that keeps nothing, or something that is no book: begin anew.
    return null;
  }
}

/** Forgets them, once a project has them. */
export async function forgetEarlier(): Promise<void> {
  await delMany([MATCHES, RULES]).catch(() => undefined);
}

/** Nothing decided. */
export const NO_DECISIONS = '{"用途":"区镜决定","版本":1}';
