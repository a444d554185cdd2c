import { sitesOf } from './site-truth';
import { branchesAt, isBranch, type Work } from './work-rows';
import { workOf } from './work-truth';
import type { ZoneContext } from './zone-context';

/*
 * What a right reading of the work records and the site registers must give, counted in plain loops over the rows in memory: no
 * product code, no SQL.
 */

type Pair = readonly [numerator: number, denominator: number];

const YEARS = [2016, 2017, 2018];

function pairs(
  rows: readonly Work[],
  keyOf: (row: Work) => string,
  isGood: (row: Work) => boolean,
): Record<string, Pair> {
  const out: Record<string, Pair> = {};
  for (const row of rows) {
    const [good, all] = out[keyOf(row)] ?? [0, 0];
    out[keyOf(row)] = [good + (isGood(row) ? 1 : 0), all + 1];
  }
  return out;
}

function sums<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  amount: (row: Row) => number,
): Record<string, number> {
  const out: Record<string, number> = {};
  for (const row of rows) out[keyOf(row)] = (out[keyOf(row)] ?? 0) + amount(row);
  return out;
}

const KINDS: Readonly<Record<string, string>> = { 非公: '企业', 国企: '企业', 村: '农村' };
const kindOf = (row: Work): string => {
  const domain = row.org?.domain ?? row.strangerDomain ?? '';
  return KINDS[domain] ?? domain;
};
const letterOf = ({ letter = '' }: Work): string => (letter.includes('廉') ? '党风廉政' : '党建目标');
const tierOf = ({ org }: Work): string => (org && isBranch(org) ? '支部' : (org?.type ?? ''));
const listed = (row: Work): boolean => row.org !== undefined || row.stranger !== undefined;

/** Branches at a year's end, and how many of them a list names. */
function reach(context: ZoneContext, year: number, names: ReadonlySet<string>): Record<string, Pair> | null {
  if (names.size === 0) return null;
  const out: Record<string, Pair> = {};
  for (const org of branchesAt(context, year)) {
    const [hit, all] = out[org.domain] ?? [0, 0];
    out[org.domain] = [hit + (names.has(org.name) ? 1 : 0), all + 1];
  }
  return out;
}

function yearOf(context: ZoneContext, all: readonly Work[], year: number) {
  const rows = all.filter((row) => row.year === year);
  const of = (type: Work['type']): Work[] => rows.filter((row) => row.type === type && listed(row));
  const named = (type: Work['type']): Set<string> =>
    new Set(
      of(type)
        .filter((row) => row.done)
        .map((row) => row.org?.name ?? row.stranger ?? ''),
    );
  const due = all.filter((row) => row.due?.startsWith(String(year)));
  const inspected = [...new Map(of('检查指导').map((row) => [row.org?.name ?? row.stranger, row])).values()];
  const visits = all.filter(
    (row) => row.type === '走访调研' && row.done && (row.doneOn ?? String(row.year)).startsWith(String(year)),
  );
  const volumes = rows.filter((row) => !listed(row) && row.type !== '走访调研');
  return {
    letter_sign_rate: pairs(
      of('责任书'),
      (row) => `${letterOf(row)}|${tierOf(row)}`,
      (row) => row.done,
    ),
    inspection_coverage_rate: reach(context, year, named('检查指导')),
    inspection_count: sums(
      inspected,
      (row) => `${kindOf(row)}|eq`,
      () => 1,
    ),
    visit_count: sums(
      visits,
      (row) => `${listed(row) ? '名单' : '总数'}|${row.bound ?? 'eq'}`,
      (row) => row.count ?? 1,
    ),
    due_work_on_time_rate: pairs(
      due,
      (row) => row.type,
      (row) => row.done && (row.doneOn ?? '9') <= (row.due ?? ''),
    ),
    due_work_overdue: sums(
      due,
      (row) => row.type,
      (row) => (row.done ? 0 : 1),
    ),
    disclosure_rate: pairs(
      of('党务公开'),
      (row) => (row.topic?.startsWith('村') ? '村级' : '区级'),
      (row) => row.done,
    ),
    contact_rate: reach(context, year, named('定点联系')),
    /** Matters nobody is named for; those of a list are counted by the lists. */
    work_volume: sums(
      volumes,
      (row) =>
        `${row.type}|${row.topic ?? row.letter ?? ''}|${row.count === undefined ? 'unknown' : (row.bound ?? 'eq')}`,
      (row) => row.count ?? 0,
    ),
    site_count: sums(
      sitesOf(context).filter(
        (site) => site.from <= `${year}-12-31` && (site.to === null || site.to >= `${year}-12-31`),
      ),
      (site) => `${site.kind}|${site.level}`,
      (site) => site.count,
    ),
  };
}

/** What a right reading of the exports of this family must give, zone by zone and year by year, in plain loops over the rows in memory. */
export function responsibilityExpected(zones: readonly ZoneContext[]): Record<string, unknown> {
  return Object.fromEntries(
    zones.map((context) => {
      const all = workOf(context);
      return [context.plan.id, Object.fromEntries(YEARS.map((year) => [String(year), yearOf(context, all, year)]))];
    }),
  );
}
