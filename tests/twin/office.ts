import { type Format, BOOKS, ENDINGS, ONE_SHEET, type Sheet, written } from './formats';
import { handOf, listSheet, longSheet } from './lists';
import {
  itemSheet,
  letterSheet,
  meetingSheet,
  registerSheet,
  scoreSheet,
  starSheet,
  summaryHandOf,
  summarySheet,
} from './tables';
import type { Office, Unit, Zone } from './truth';
import { quarterWords } from './words';

/** A file of the office: what comes first, or with the next quarter. */
export interface TwinFile {
  readonly path: string;
  readonly data: Uint8Array;
  readonly next: boolean;
  /** Whether everything is said in it; otherwise its zone must be asked. */
  readonly zone?: Zone;
}

const LATEST = 4;
const NEXT = 5;

/** Quarters of which each zone sends something, by its place. */
export const SENT: readonly (readonly number[])[] = [
  [0, LATEST, NEXT],
  [0, LATEST, NEXT],
  [0, 1, 2, 3, LATEST],
  [0, 1, 2, 3, LATEST, NEXT],
  [0, LATEST, NEXT],
];

/** The list before it was corrected: some units were not counted as built. */
function wrong(zone: Zone): Zone {
  const units = zone.units.map((unit, at): Unit =>
    at % 9 === 2 && unit.since <= LATEST ? { ...unit, since: 99 } : unit,
  );
  return { ...zone, units };
}

/** The files of an office, as it writes them. */
export function filesOf(office: Office): TwinFile[] {
  const { chance, zones, quarters } = office;
  const files: TwinFile[] = [];
  const add = (name: string, format: Format, sheets: readonly Sheet[], next = false): void => {
    files.push({ path: `${name}.${ENDINGS[format]}`, data: written(format, sheets), next });
  };
  const at = (nth: number): (typeof quarters)[number] => quarters[nth] ?? { year: 2024, nth: 1 };
  const called = (nth: number, style: number): string => quarterWords(at(nth).year, at(nth).nth)[style] ?? '';
  const [ledger, each, long, sheets, counted] = zones;
  if (!ledger || !each || !long || !sheets || !counted) throw new RangeError('five zones');

  for (const zone of [ledger, each]) {
    const hand = handOf(chance, zone);
    const format = chance.pick(ONE_SHEET);
    const name = (nth: number): string => `${hand.zone}党建覆盖台账（${called(nth, hand.quarter)}）`;
    for (const nth of [0, LATEST, NEXT]) {
      const shown = zone === ledger && nth === LATEST ? wrong(zone) : zone;
      add(name(nth), format, [listSheet(shown, hand, nth, at(nth), 'Sheet1')], nth === NEXT);
    }
    if (zone === ledger) add(`${name(LATEST)}更正`, format, [listSheet(zone, hand, LATEST, at(LATEST), 'Sheet1')]);
  }

  const longHand = handOf(chance, long);
  add(`${longHand.zone}两新历季台账`, chance.pick(ONE_SHEET), [
    longSheet(
      long,
      longHand,
      [0, 1, 2, 3, LATEST].map((nth) => [nth, at(nth)] as const),
    ),
  ]);

  const paged = { ...handOf(chance, sheets), where: 'sheet' as const };
  const book = chance.pick(BOOKS);
  const page = (nth: number): Sheet => listSheet(sheets, paged, nth, at(nth), called(nth, paged.quarter));
  add(`${paged.zone}覆盖台账`, book, [0, 1, 2, 3, LATEST].map(page));
  add(`${paged.zone}覆盖台账${called(NEXT, 3)}`, book, [page(NEXT)], true);

  const summary = summaryHandOf(chance, counted);
  const format = chance.pick(ONE_SHEET);
  for (const nth of [0, LATEST, NEXT])
    add(
      `${summary.zone}覆盖汇总表${called(nth, 3)}`,
      format,
      [summarySheet(counted, summary, nth, at(nth))],
      nth === NEXT,
    );

  add('党组织花名册', chance.pick(ONE_SHEET), [registerSheet(office)]);
  add(`星级评定结果${office.years[0]}`, chance.pick(ONE_SHEET), [starSheet(office, 0)]);
  add(`星级评定结果${office.years[1]}`, chance.pick(ONE_SHEET), [starSheet(office, 1)]);
  add('三会一课', chance.pick(ONE_SHEET), [meetingSheet(office)]);
  add('问题整改台账', chance.pick(ONE_SHEET), [itemSheet(office)]);
  add(`${office.years[1]}年度考核评分`, chance.pick(ONE_SHEET), [scoreSheet(office)]);
  add('责任书签订情况', chance.pick(ONE_SHEET), [letterSheet(office)]);
  return files;
}
