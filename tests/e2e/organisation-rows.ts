import { join } from 'node:path';
import { type ExampleFile, exampleList, type Row, rowsOf, textOf } from '../datasets/plain-reader';

/*
 * Registers of organisations and totals of members, read by the plain reader as what they say, and counted in plain loops by
 * the definitions of docs/metrics.md. Nothing here comes from src.
 */

type Pair = readonly [number, number];

const DATASETS = join(import.meta.dirname, '../../datasets');

/** Example files of a zone on disk, of the given tables; of every table when none is given. */
export function exampleFilePaths(zone: string | null, tables: readonly string[] = []): string[] {
  return exampleList()
    .filter((file) => file.zone === zone && (tables.length === 0 || tables.includes(file.table)))
    .map(({ path }) => join(DATASETS, path));
}

/** The cell under the header that ends as given; '' where there is no such column or nothing in it. */
function cell(row: Row, header: RegExp): string {
  const found = Object.entries(row).find(([name]) => header.test(name.replaceAll(/\s/gu, '')));
  return (found?.[1] ?? '').replace(/^[—/]$/u, '');
}

const number = (text: string): number | null => {
  const plain = text.normalize('NFKC').replaceAll(/[,名人]/gu, '');
  return /^\d+$/u.test(plain) ? Number(plain) : null;
};

/** A day as ISO text; '' for what is none. */
function day(text: string): string {
  const found = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/u.exec(text.normalize('NFKC'));
  if (!found) return '';
  const [, year = '', month = '', date = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function titleDay(file: ExampleFile): string {
  const text = textOf(file.path, file.encoding).slice(0, 200);
  return day(/\d{4}年\d{1,2}月\d{1,2}日|\d{4}\.\d{2}\.\d{2}/u.exec(text)?.[0] ?? '');
}

/** One organisation in one register. */
export interface Entry {
  readonly zone: string;
  readonly day: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly type: string;
  readonly setting: string;
  readonly gone: boolean;
  readonly goneDay: string;
  readonly total: number | null;
  readonly full: number | null;
  readonly start: string;
  readonly due: string;
  readonly actual: string;
  readonly extension: string;
}

const TYPES: Readonly<Record<string, string>> = { 党支部: '支部', 联合党支部: '联合支部', 党总支: '总支' };

/** Every row of every register whose day is written in figures, repeated rows once. */
export function entries(): Entry[] {
  const seen = new Set<string>();
  return exampleList()
    .filter(({ table }) => table === 'party_org')
    .flatMap((file) =>
      rowsOf(file, ['党组织代码', '党支部编码', '党组织编码']).flatMap((row): Entry[] => {
        const at = day(cell(row, /^(?:统计日期|截止日期)$/u)) || titleDay(file);
        const code = cell(row, /^(?:党组织代码|党支部编码|党组织编码)$/u);
        const key = `${file.zone}|${at}|${code}`;
        if (at === '' || code === '' || seen.has(key)) return [];
        seen.add(key);
        const type = cell(row, /^(?:党组织类别|组织类别)$/u);
        const goneDay = day(cell(row, /撤销时间$/u));
        return [
          {
            zone: file.zone ?? '',
            day: at,
            code,
            name: cell(row, /^(?:党组织名称|支部名称)$/u),
            parent: cell(row, /^上级党组织代码$/u) || cell(row, /^(?:上级党组织名称|上级党组织|隶属|所属党委)$/u),
            type: TYPES[type] ?? type,
            setting: cell(row, /^(?:设置形式|建在何处)$/u),
            gone: goneDay !== '' && goneDay <= at,
            goneDay,
            total: number(cell(row, /^(?:党员总数|党员人数|党员数|实有党员人数|党员数合计)$/u)),
            full: number(cell(row, /(?:^正式党员|党员数正式)$/u)),
            start: day(cell(row, /(?:领导班子当选日期|上次换届时间|任命时间|当选日期)$/u)),
            due: day(cell(row, /(?:届满时间|应换届时间|届满日期|下次换届时间)$/u)),
            actual: day(cell(row, /实际换届时间$/u)),
            extension: cell(row, /批准延期$/u),
          },
        ];
      }),
    );
}

/** Organisations of a zone that exist at the last day of its registers. */
export const lastOf = (all: readonly Entry[], zone: string): Entry[] =>
  all.filter((entry) => entry.zone === zone && entry.day === '2018-12-31' && !entry.gone);

const isBranch = ({ type }: Entry): boolean => type === '支部' || type === '联合支部';

/** Members of the branches of a register: groups share out the members of their branch. */
export const membersOf = (register: readonly Entry[]): number =>
  register.filter(isBranch).reduce((sum, { total }) => sum + (total ?? 0), 0);

/** Organisations whose written chain ends at the one that names nobody above it, of all. */
export function linkedOf(register: readonly Entry[]): Pair {
  const linked = register.filter((entry) => {
    let at: Entry | undefined = entry;
    for (let step = 0; step < 9 && at; step += 1) {
      if (at.parent === '') return at.type === '党工委' || at.type === '党委';
      const { parent }: Entry = at;
      at = register.find(({ code, name }) => code === parent || name === parent);
    }
    return false;
  });
  return [linked.length, register.length];
}

/** Branches over 50 members or under 3 full ones, of those whose numbers are known. */
export function oddSizesOf(register: readonly Entry[]): Pair {
  const known = register.filter((entry) => isBranch(entry) && entry.total !== null && entry.full !== null);
  const odd = known.filter(({ type, total, full }) => (total ?? 0) > 50 || (type !== '联合支部' && (full ?? 0) < 3));
  return [odd.length, known.length];
}

const yearLater = (iso: string): string => `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`;

/** Terms of a zone that fell due in 2018: kept in time or within the extension, of all; null where renewals are not told. */
export function termsOf2018(all: readonly Entry[], zone: string): Pair | null {
  const own = all.filter((entry) => entry.zone === zone && entry.due !== '');
  if (!own.some(({ start, actual, extension }) => start !== '' || actual !== '' || extension !== '')) return null;
  const last = new Map<string, Entry>();
  for (const entry of own.filter(({ due }) => due.startsWith('2018')))
    if ((last.get(entry.code)?.day ?? '') <= entry.day) last.set(entry.code, entry);
  const terms = [...last.values()].filter(({ goneDay, due }) => goneDay === '' || goneDay > due);
  const kept = terms.filter(({ due, actual, extension, day: at }) => {
    if (actual !== '' && actual <= due) return true;
    return extension === '是' && (actual || at) <= yearLater(due);
  });
  return [kept.length, terms.length];
}

/** Organisations of a last register whose term is over, that were not renewed and have no extension left. */
export const overdueOf = (register: readonly Entry[]): Entry[] =>
  register.filter(
    ({ due, actual, extension, day: at }) =>
      due !== '' && due < at && actual === '' && !(extension === '是' && at <= yearLater(due)),
  );

/** A row of totals: what a zone reports of an organisation in a period. */
export interface Total {
  readonly zone: string;
  /** 2018Q4, 2018, 2018-12. */
  readonly period: string;
  /** The number under the header that ends as given; null where the row says none. */
  readonly number: (header: RegExp) => number | null;
}

function periodOf(text: string, file: ExampleFile): string {
  const quarter = /^(\d{4})(?:年第?|Q)([一二三四1-4])(?:季度)?$/u.exec(text);
  if (quarter)
    return `${quarter[1]}Q${/\d/u.test(quarter[2] ?? '') ? quarter[2] : '一二三四'.indexOf(quarter[2] ?? '') + 1}`;
  const month = /^(\d{1,2})月$/u.exec(text)?.[1];
  if (month === undefined) return text.slice(0, 4);
  const year = /（(\d{4})年）/u.exec(textOf(file.path, file.encoding).slice(0, 200))?.[1];
  return `${year}-${month.padStart(2, '0')}`;
}

/** Every row of totals of members, repeated rows once. */
export function totals(): Total[] {
  return exampleList()
    .filter(({ table }) => table === 'member_period')
    .flatMap((file) => {
      const seen = new Set<string>();
      return rowsOf(file, ['党组织代码', '党组织编码']).flatMap((row): Total[] => {
        const period = periodOf(cell(row, /^(?:季度|月份|时期|统计期|所属时期|年度)$/u), file);
        const key = `${cell(row, /^党组织(?:代码|编码)$/u)}|${period}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ zone: file.zone ?? '', period, number: (header) => number(cell(row, header)) }];
      });
    });
}

/** Sums two columns over the rows that state both, of one zone in the periods given. */
export function pairOf(
  all: readonly Total[],
  zone: string,
  periods: readonly string[],
  part: RegExp,
  whole: RegExp,
  weight: (period: string) => number = () => 1,
): Pair | null {
  const own = all.filter((row) => row.zone === zone && periods.includes(row.period));
  const stated = own.filter((row) => row.number(part) !== null && row.number(whole) !== null);
  if (stated.length === 0) return null;
  const sum = (header: RegExp): number =>
    stated.reduce((total, row) => total + (row.number(header) ?? 0) * weight(row.period), 0);
  return [sum(part), sum(whole)];
}
