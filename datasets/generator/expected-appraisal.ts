import { APPRAISAL_PLANS, type ScoreSource } from './appraisal-plans';
import {
  type Appraisal,
  appraisalRows,
  CRITERIA,
  existingAllCycle,
  isSubject,
  LEVELS,
  REVIEW_LEVELS,
} from './appraisal-rows';
import type { ZoneContext } from './zone-context';

/*
 * What a right reading of the appraisals must give, counted in plain loops over the rows in memory: medians by sorting the
 * scores themselves, levels by their words. No product code, no SQL.
 */

type Pair = readonly [numerator: number, denominator: number];

const SOURCES: readonly ScoreSource[] = ['self', 'peer', 'mass', 'superior'];

/** The value a share `q` of the sorted values lies at or below; between two values their mean. */
function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = sorted.length * q;
  const at = (rank: number): number => sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? 0;
  return Number.isInteger(place) ? (at(place) + at(place + 1)) / 2 : at(Math.ceil(place));
}

function spread(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    n: known.length,
    quartiles: [0.25, 0.5, 0.75].map((q) => round(quantile(known, q))),
  };
}

function tally(keys: readonly string[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const key of [...keys].sort()) out[key] = (out[key] ?? 0) + 1;
  return out;
}

const rankOf = (row: Appraisal): number =>
  row.kind === '党建考核'
    ? LEVELS.findIndex(([level]) => level === row.level) + 1
    : REVIEW_LEVELS.findIndex((level) => level === row.level) + 1;

function standard(rows: readonly Appraisal[]) {
  const graded = rows.filter((row) => row.level !== null);
  const assessed = rows.filter((row) => row.criteria !== null);
  const scored = SOURCES.map((source) => [source, spread(rows.map((row) => row.scores[source]))] as const);
  return {
    appraisal_count: rows.length,
    appraisal_score: spread(rows.map((row) => row.total)),
    /** Rank → organisations. */
    levels: tally(graded.map((row) => String(rankOf(row)))),
    vetoed: rows.filter((row) => row.veto).length,
    appraisal_source_score: Object.fromEntries(scored.filter(([, found]) => found !== null)),
    criterion_rate:
      assessed.length === 0
        ? {}
        : Object.fromEntries(
            CRITERIA.map((name): [string, Pair] => [
              name,
              [assessed.filter((row) => row.criteria?.[name]).length, assessed.length],
            ]),
          ),
  };
}

function appraised(context: ZoneContext, rows: readonly Appraisal[], cycle: string): Pair {
  const subject = APPRAISAL_PLANS.find((plan) => plan.zone === context.plan.id)?.subject ?? '支部';
  const due = existingAllCycle(context.truth.orgs, cycle).filter((org) => isSubject(org, subject));
  const done = new Set(rows.filter((row) => row.total !== null || row.level !== null).map((row) => row.org));
  return [due.filter((org) => done.has(org.key)).length, due.length];
}

function kindOf(context: ZoneContext, all: readonly Appraisal[], kind: Appraisal['kind']) {
  const rows = all.filter((row) => row.kind === kind);
  const cycles = [...new Set(rows.map((row) => row.cycle))];
  return Object.fromEntries(
    cycles.map((cycle) => {
      const own = rows.filter((row) => row.cycle === cycle);
      const standards = [...new Set(own.map((row) => row.version))].sort();
      return [
        cycle,
        {
          ...(kind === '党建考核' && { appraised_rate: appraised(context, own, cycle) }),
          standards: Object.fromEntries(
            standards.map((version) => [version, standard(own.filter((row) => row.version === version))]),
          ),
        },
      ];
    }),
  );
}

/** What a right reading of the exports of this family must give: zone → kind → cycle → standard. */
export function appraisalExpected(zones: readonly ZoneContext[]): Record<string, unknown> {
  return Object.fromEntries(
    zones.flatMap((context) => {
      const rows = appraisalRows(context);
      if (rows.length === 0) return [];
      return [
        [
          context.plan.id,
          { appraisals: kindOf(context, rows, '党建考核'), reviews: kindOf(context, rows, '述职评议') },
        ],
      ];
    }),
  );
}
