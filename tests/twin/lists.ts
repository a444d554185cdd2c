import type { Chance } from '../truth/chance';
import type { Sheet } from './formats';
import type { Quarter, Unit, Zone } from './truth';
import { BUILT_WORDS, GUIDE_WORDS, HEADERS, MODES, cutOffWords, quarterWords } from './words';

/** How one zone writes its list of units, quarter after quarter. */
export interface Hand {
  readonly word: Readonly<Record<keyof typeof HEADERS, string>>;
  readonly built: readonly [string | number, string | number];
  readonly guide: readonly [string | number, string | number];
  readonly mode: readonly [string, string, string];
  /** Whether there are two columns (是否建立, 建立方式), the second alone, or a column to tick for each of its words. */
  readonly facts: 'two' | 'mode' | 'ticks';
  readonly ticks: readonly [string | number, string | number];
  /** Whether a list of many quarters has the year and the quarter in two columns, and how it then writes a quarter. */
  readonly apart: boolean;
  readonly quarterWord: number;
  readonly tiers: boolean;
  readonly title: boolean;
  readonly reporter: boolean;
  readonly where: 'title' | 'line' | 'file' | 'sheet' | 'column';
  readonly subtotals: boolean;
  readonly total: boolean;
  readonly notes: boolean;
  readonly persons: boolean;
  readonly extra: boolean;
  readonly quarter: number;
  readonly zone: string;
  readonly merged: boolean;
}

export function handOf(chance: Chance, zone: Zone): Hand {
  const word = Object.fromEntries(Object.entries(HEADERS).map(([id, words]) => [id, chance.pick(words)]));
  return {
    word: word as Hand['word'],
    built: chance.pick(BUILT_WORDS),
    guide: chance.pick(GUIDE_WORDS),
    mode: chance.pick(MODES),
    facts: chance.pick(['two', 'two', 'two', 'mode', 'ticks']),
    ticks: chance.pick([
      ['√', ''],
      ['√', '×'],
      ['1', '0'],
      [1, ''],
      ['是', '否'],
    ]),
    apart: chance.happens(0.4),
    quarterWord: chance.whole(0, 3),
    tiers: chance.happens(0.5),
    title: chance.happens(0.8),
    reporter: chance.happens(0.5),
    where: chance.pick(['title', 'line', 'file']),
    subtotals: chance.happens(0.5),
    total: chance.happens(0.7),
    notes: chance.happens(0.6),
    persons: chance.happens(0.5),
    extra: chance.happens(0.5),
    quarter: chance.whole(0, 3),
    zone: chance.pick(zone.names),
    merged: chance.happens(0.4),
  };
}

type Column = keyof typeof HEADERS;

const FACTS: Readonly<Record<Hand['facts'], readonly Column[]>> = {
  two: ['built', 'mode'],
  mode: ['mode'],
  ticks: ['alone', 'joint', 'none'],
};

function columnsOf(hand: Hand, withPeriod: boolean, withZone: boolean): Column[] {
  return [
    ...(!withPeriod ? (['number'] as const) : hand.apart ? (['year', 'quarterOf'] as const) : (['period'] as const)),
    ...(withZone ? (['zone'] as const) : []),
    'unit',
    'code',
    'part',
    ...(hand.extra ? (['trade'] as const) : []),
    'employees',
    'members',
    ...FACTS[hand.facts],
    'guide',
    ...(hand.persons ? (['contact', 'phone'] as const) : []),
    'remark',
  ];
}

const periodOf = (hand: Hand, { year, nth }: Quarter): string => quarterWords(year, nth)[hand.quarter] ?? '';

function cellOf(column: Column, unit: Unit, at: number, quarter: number, hand: Hand, when: Quarter): string | number {
  const built = unit.since <= quarter;
  switch (column) {
    case 'number':
      return at + 1;
    case 'period':
      return periodOf(hand, when);
    case 'zone':
      return hand.zone;
    case 'unit':
      return unit.name;
    case 'code':
      return unit.code;
    case 'part':
      return unit.part;
    case 'trade':
      return unit.trade;
    case 'employees':
      return unit.employees;
    case 'members':
      return unit.members;
    case 'built':
      return hand.built[built ? 0 : 1];
    case 'mode':
      return hand.mode[built ? (unit.alone ? 0 : 1) : 2];
    case 'alone':
      return hand.ticks[built && unit.alone ? 0 : 1];
    case 'joint':
      return hand.ticks[built && !unit.alone ? 0 : 1];
    case 'none':
      return hand.ticks[built ? 1 : 0];
    case 'year':
      return when.year;
    case 'quarterOf':
      return (
        [`第${'一二三四'[when.nth - 1] ?? ''}季度`, `${'一二三四'[when.nth - 1] ?? ''}季度`, when.nth, `Q${when.nth}`][
          hand.quarterWord
        ] ?? ''
      );
    case 'guide':
      return hand.guide[unit.guide ? 0 : 1];
    case 'contact':
      return ['张伟', '李娜', '王强', '刘敏'][at % 4] ?? '';
    case 'phone':
      return `138${String(10_000_000 + at * 7919).slice(0, 8)}`;
    case 'remark':
      return '';
  }
}

/** 小计 and 合计: counted where a column counts, the number of yes under √. */
function sumRow(
  label: string,
  units: readonly Unit[],
  quarter: number,
  columns: readonly Column[],
): (string | number)[] {
  const sum = (of: (unit: Unit) => number): number => units.reduce((total, unit) => total + of(unit), 0);
  return columns.map((column, at): string | number => {
    if (at === 0) return label;
    if (column === 'employees') return sum((unit) => unit.employees);
    if (column === 'members') return sum((unit) => unit.members);
    if (column === 'built' || (column === 'mode' && !columns.includes('built')))
      return sum((unit) => Number(unit.since <= quarter));
    if (column === 'alone') return sum((unit) => Number(unit.since <= quarter && unit.alone));
    if (column === 'joint') return sum((unit) => Number(unit.since <= quarter && !unit.alone));
    if (column === 'none') return sum((unit) => Number(unit.since > quarter));
    return column === 'guide' ? sum((unit) => Number(unit.guide)) : '';
  });
}

/** The list of a zone in one quarter as a sheet. */
export function listSheet(zone: Zone, hand: Hand, quarter: number, when: Quarter, sheetName: string): Sheet {
  const columns = columnsOf(hand, false, false);
  const merges: [number, number, number, number][] = [];
  const rows: (string | number)[][] = [];
  const width = columns.length;
  const lineOf = (text: string): (string | number)[] => [text, ...Array.from({ length: width - 1 }, () => '')];
  const merge = (): number => merges.push([rows.length, 0, rows.length, width - 1]);
  const period = periodOf(hand, when);
  if (hand.title || hand.where === 'title') {
    merge();
    rows.push(lineOf(`${hand.zone}两新组织党的组织覆盖情况台账${hand.where === 'title' ? `（${period}）` : ''}`));
  }
  if (hand.reporter || hand.where === 'line') {
    const line = lineOf(`填报单位：${hand.zone}党工委（盖章）`);
    if (hand.where === 'line')
      line[Math.floor(width / 2)] = `统计截止时间：${cutOffWords(when.year, when.nth)[hand.quarter] ?? ''}`;
    rows.push(line);
  }
  const top = rows.length;
  if (hand.tiers && hand.facts !== 'mode') {
    const [first = 'built', ...others] = FACTS[hand.facts];
    const at = columns.indexOf(first);
    const end = at + others.length;
    const under = (c: number): boolean => c >= at && c <= end;
    const above = hand.facts === 'ticks' ? '党组织组建情况（打√）' : '党组织建设情况';
    rows.push(columns.map((column, c) => (c === at ? above : under(c) ? '' : hand.word[column])));
    rows.push(columns.map((column, c) => (under(c) ? hand.word[column] : '')));
    merges.push([top, at, top, end]);
    columns.forEach((_, c) => !under(c) && merges.push([top, c, top + 1, c]));
  } else rows.push(columns.map((column) => hand.word[column]));
  let nth = 0;
  for (const part of zone.parts) {
    const units = zone.units.filter((unit) => unit.part === part);
    const first = rows.length;
    for (const unit of units) {
      const cells = columns.map((column) => cellOf(column, unit, nth, quarter, hand, when));
      if (hand.merged && rows.length > first) cells[columns.indexOf('part')] = '';
      rows.push(cells);
      nth += 1;
    }
    const at = columns.indexOf('part');
    if (hand.merged && units.length > 1) merges.push([first, at, rows.length - 1, at]);
    if (hand.subtotals) rows.push(sumRow('小计', units, quarter, columns));
  }
  if (hand.total) rows.push(sumRow('合计', zone.units, quarter, columns));
  if (hand.notes) {
    merge();
    rows.push(
      lineOf(
        `填表人：张某某    审核人：李某某    填表日期：${when.year + Number(when.nth === 4)}年${((3 * when.nth) % 12) + 1}月8日`,
      ),
    );
  }
  return { name: sheetName, rows, merges };
}

/** All quarters of a zone under one another, each row saying which. */
export function longSheet(zone: Zone, hand: Hand, quarters: readonly (readonly [number, Quarter])[]): Sheet {
  const columns = columnsOf({ ...hand, persons: false }, true, true);
  const rows = quarters.flatMap(([nth, when]) =>
    zone.units.map((unit, at) => columns.map((column) => cellOf(column, unit, at, nth, hand, when))),
  );
  return { name: 'Sheet1', rows: [columns.map((column) => hand.word[column]), ...rows] };
}
