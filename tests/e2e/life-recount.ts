import {
  type ExampleFile,
  type Row,
  chineseDay,
  exampleList,
  isChineseDay,
  rowsOf,
  textOf,
} from '../datasets/plain-reader';
import type { Pair } from './recount';

/*
 * Organisation life and the working rhythm of a few zones, counted again from the cells of the example files: registers,
 * monthly reports, logs, ledgers. Nothing here comes from src or from the generator.
 */

const files = (table: string, zone: string): ExampleFile[] =>
  exampleList().filter((file) => file.table === table && file.zone === zone);

/** A day written 2018.03.05, 2018-03-05, 2018/3/5, 2018年3月5日, 20180305 or 二○一八年三月五日, as an ISO day; '' for nothing. */
export function dayOf(text: string): string {
  const plain = isChineseDay(text) ? chineseDay(text) : text.replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3');
  const [year, month = '', day = ''] = plain.split(/\D+/u);
  return /^\d{4}$/u.test(year ?? '') ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
}

const first = (row: Row, headers: readonly string[]): string =>
  headers.map((header) => row[header] ?? '').find((text) => text !== '') ?? '';

const CODE = ['党组织代码', '党支部编码', '党组织编码'];

/** One organisation as the last register of its zone has it. */
export interface Listed {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly above: string;
  readonly founded: string;
  readonly dissolved: string;
}

/** The organisations of a zone by the register of the end of 2018. */
export function register(zone: string): Listed[] {
  const seen = new Map<string, Listed>();
  for (const file of files('party_org', zone)) {
    const title = dayOf(/\d{4}年\d{1,2}月\d{1,2}日/u.exec(textOf(file.path, file.encoding).slice(0, 200))?.[0] ?? '');
    for (const row of rowsOf(file, CODE)) {
      const written = first(row, ['统计日期', '截止日期']);
      if ((written === '' ? title : dayOf(written)) !== '2018-12-31') continue;
      const code = first(row, CODE);
      seen.set(code, {
        code,
        name: first(row, ['党组织名称', '支部名称']),
        type: first(row, ['党组织类别', '组织类别']).replace(/^(联合)?党支部$/u, '$1支部'),
        above: first(row, ['隶属', '上级党组织代码', '上级党组织', '上级党组织名称', '所属党委']),
        founded: dayOf(first(row, ['建立党组织日期', '成立时间', '建立与撤销成立时间'])),
        dissolved: dayOf(first(row, ['撤销时间', '建立与撤销撤销时间'])),
      });
    }
  }
  return [...seen.values()];
}

const lastDayOf = (month: string): string =>
  `${month}-${new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()}`;

/** There from before the first day of the months to the last. */
export const there = (org: Listed, months: readonly string[]): boolean =>
  (org.founded === '' || org.founded < `${months[0]}-01`) &&
  (org.dissolved === '' || org.dissolved >= lastDayOf(months.at(-1) ?? ''));

/** The months of a quarter. */
export const monthsOf = (quarter: string): string[] =>
  [2, 1, 0].map((back) => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - back).padStart(2, '0')}`);

const number = (text: string | undefined): number => Number(/\d+/u.exec((text ?? '').normalize('NFKC'))?.[0] ?? 0);

/** Branch → month → how often its committee met, by the monthly reports of a zone. */
export function branchCommittees(zone: string): Map<string, Map<string, number>> {
  const out = new Map<string, Map<string, number>>();
  for (const file of files('org_life', zone).filter(({ path }) => /org-life-\d{4}/u.test(path))) {
    const year = /(\d{4})/u.exec(file.path)?.[1] ?? '';
    for (const row of rowsOf(file, CODE)) {
      const own = out.get(first(row, CODE)) ?? new Map<string, number>();
      for (let month = 1; month <= 12; month += 1) {
        const cell = row[`支委会次数${month}月`] ?? row[`${month}月`];
        own.set(`${year}-${String(month).padStart(2, '0')}`, number(cell));
      }
      out.set(first(row, CODE), own);
    }
  }
  return out;
}

const isBranch = ({ type }: Listed): boolean => type === '支部' || type === '联合支部';

/** Branches whose committee met in a month, of those that owed it. */
export function metInMonth(zone: string, month: string): Pair {
  const held = branchCommittees(zone);
  const due = register(zone).filter((org) => isBranch(org) && there(org, [month]));
  return [due.filter((org) => (held.get(org.code)?.get(month) ?? 0) > 0).length, due.length];
}

/** Branches there the whole quarter, with the months in which their committee did not meet. */
export function quarterOf(zone: string, quarter: string): { readonly name: string; readonly missed: number }[] {
  const held = branchCommittees(zone);
  const months = monthsOf(quarter);
  return register(zone)
    .filter((org) => isBranch(org) && there(org, months))
    .map(({ code, name }) => ({
      name,
      missed: months.filter((month) => (held.get(code)?.get(month) ?? 0) === 0).length,
    }));
}

/** Who came and who should have, by the log of a zone in the months of a quarter. */
export function attendance(zone: string, quarter: string): Pair {
  const months = monthsOf(quarter);
  let [came, should] = [0, 0];
  for (const file of files('org_life', zone).filter(({ path }) => path.endsWith('-log.csv')))
    for (const row of rowsOf(file, ['会议类型', '会议名称'])) {
      const day = dayOf(first(row, ['召开时间', '会议时间']));
      const [expected, attended] = [first(row, ['应到人数', '应到']), first(row, ['实到人数', '实到'])];
      if (!months.includes(day.slice(0, 7)) || expected === '' || attended === '') continue;
      came += Number(attended);
      should += Number(expected);
    }
  return [came, should];
}

/** Committees that did what they owed in a period (as the ledger writes it, with its months), of those that owed it. */
export function rhythm(zone: string, act: string, written: string, months: readonly string[]): Pair {
  const listed = register(zone);
  const root = listed.find((org) => org.type === '党工委' && org.above === '');
  const owing = listed.filter(
    (org) => /^党(?:工)?委$/u.test(org.type) && org.above === root?.name && there(org, months),
  );
  const done = new Set(
    files('work_record', zone)
      .filter(({ path }) => path.endsWith('/rhythm.csv'))
      .flatMap((file) => rowsOf(file, ['工作事项']))
      .filter((row) => row['工作事项'] === act && row['所属时期'] === written && row['是否完成'] === '是')
      .map((row) => row['责任主体'] ?? ''),
  );
  return [owing.filter((org) => done.has(org.name)).length, owing.length];
}
