import { type Listed, dayOf, monthsOf, quarterOf, register, there } from '../e2e/life-recount';
import { entries, lastOf, overdueOf } from '../e2e/organisation-rows';
import { isDone, lines } from '../e2e/work-recount';
import { type ExampleFile, type Row, exampleList, rowsOf, textOf } from './plain-reader';

/*
 * What is owed and not done at the end of 2018, counted from the cells of the example files in plain loops. Nothing here comes from src or
 * from the generator.
 */

const QUARTER = '2018Q4';
const MONTHS = monthsOf(QUARTER);

const lifeFiles = (zone: string): ExampleFile[] =>
  exampleList().filter((file) => file.table === 'org_life' && file.zone === zone && !file.path.includes('reviews'));

const first = (row: Row, headers: readonly string[]): string =>
  headers.map((header) => row[header] ?? '').find((text) => text !== '') ?? '';

/** Letters of a year that were not signed, by kind of letter. */
export function lettersNotSigned(zones: readonly string[], year: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of lines('work_record', '责任书名称')) {
    if (!zones.includes(line.zone) || line.year !== year || isDone(line.row['是否签订'])) continue;
    const kind = /党风廉政/u.test(line.row['责任书名称'] ?? '') ? '党风廉政' : '党建目标';
    found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  return found;
}

/** Organisations of the last registers whose term is over; a zone that says nothing of renewals does not say who is overdue. */
export function termsOverdue(zones: readonly string[]): number {
  const all = entries();
  const tells = (zone: string): boolean =>
    all.some((one) => one.zone === zone && (one.start !== '' || one.actual !== '' || one.extension !== ''));
  return zones.filter(tells).reduce((sum, zone) => sum + overdueOf(lastOf(all, zone)).length, 0);
}

const isBranch = ({ type }: Listed): boolean => /^(?:联合|临时)?支部$/u.test(type);

/** Who held a kind of meeting in which month, by a log of single meetings: `kind|month|code`, and the same by name. */
function logged(zone: string): Set<string> {
  const found = new Set<string>();
  for (const file of lifeFiles(zone))
    for (const row of rowsOf(file, ['会议类型', '会议名称'])) {
      const kind = KINDS.find(([, words]) => words.test(first(row, ['会议类型', '会议名称'])))?.[0];
      const month = dayOf(first(row, ['召开时间', '会议时间'])).slice(0, 7);
      if (kind !== undefined) found.add(`${kind}|${month}|${first(row, ['党组织代码', '支部名称'])}`);
    }
  return found;
}

const KINDS = [
  ['党员大会', /党员大会/u],
  ['支委会', /支委|委员会/u],
  ['党小组会', /小组/u],
  ['党课', /党课/u],
] as const;

/** Branches of a zone with a log that did not hold what they owed, of those that owed any. `perGroup` false: one group that met is enough. */
function lackingByLog(zone: string, perGroup: boolean): number {
  const held = logged(zone);
  const listed = register(zone);
  const kept = new Set(
    [...held].filter((key) => MONTHS.includes(key.split('|')[1] ?? '')).map((key) => key.split('|')[0]),
  );
  const did = (kind: string, months: readonly string[], { code, name }: Listed): boolean =>
    months.some((month) => held.has(`${kind}|${month}|${code}`) || held.has(`${kind}|${month}|${name}`));
  const each = MONTHS.map((month) => [month]);
  return listed.filter((branch) => {
    if (!isBranch(branch) || !there(branch, MONTHS)) return false;
    const groups = listed.filter(
      ({ type, above }) => type === '党小组' && (above === branch.code || above === branch.name),
    );
    const metIn = (months: readonly string[]): boolean => {
      const owing = groups.filter((group) => there(group, months));
      const all = (one: Listed): boolean =>
        did('党小组会', months, one) || (groups.length === 1 && did('党小组会', months, branch));
      return owing.length === 0 || (perGroup ? owing.every(all) : owing.some(all));
    };
    return (
      (kept.has('党员大会') && !did('党员大会', MONTHS, branch)) ||
      (kept.has('党课') && !did('党课', MONTHS, branch)) ||
      (kept.has('支委会') && !each.every((months) => did('支委会', months, branch))) ||
      (kept.has('党小组会') && !each.every(metIn))
    );
  }).length;
}

/** Branches of a zone that reports numbers by quarter which fall short of what a quarter owes: one meeting of all, three of the committee. */
function lackingByQuarter(zone: string): number {
  const told = lifeFiles(zone).flatMap((file) =>
    rowsOf(file, ['党组织代码', '党支部编码']).map((row): [string, boolean] => {
      const all = first(row, ['党员大会次数四季度', '党员大会次数2018年第四季度']);
      const committee = row['支委会次数四季度'];
      return [
        first(row, ['党组织代码', '党支部编码']),
        Number(all) >= 1 && (committee === undefined || Number(committee) >= 3),
      ];
    }),
  );
  const met = new Map(told);
  return register(zone).filter((org) => isBranch(org) && there(org, MONTHS) && met.get(org.code) !== true).length;
}

/**
 * Branches of a zone that did not hold all meetings they owed in the last quarter; `perGroup` as above. Not for an enterprise, whose log and
 * table are of one thing.
 */
export function meetingsLacking(zone: string, perGroup = true): number {
  const files = lifeFiles(zone);
  if (files.some(({ path }) => path.endsWith('-log.csv'))) return lackingByLog(zone, perGroup);
  if (files.some((file) => textOf(file.path, file.encoding).includes('党员大会次数'))) return lackingByQuarter(zone);
  const byMonth = files.some((file) => /支委会|支部委员会/u.test(textOf(file.path, file.encoding).slice(0, 400)));
  return byMonth ? quarterOf(zone, QUARTER).filter(({ missed }) => missed > 0).length : 0;
}
