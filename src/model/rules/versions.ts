import { type RuleVersion, grainOf, isPeriod, shift } from '../../domain';
import { holdsOn } from './in-force';
import { unitOf } from './kinds';

/** What is shown and edited together: a scheme, the number and the interval of a meeting, or a single rule. */
export function cardOf(ruleId: string): string {
  const parts = ruleId.split('/');
  return parts[0] === 'meeting' || parts[0] === 'rhythm' ? parts.slice(0, 2).join('/') : unitOf(ruleId);
}

/** The rows of a card that hold together, and the first and last day they do; null is open. */
export interface CardVersion {
  readonly from: string | null;
  readonly to: string | null;
  readonly rows: readonly RuleVersion[];
}

const isDay = (text: string): boolean => isPeriod(text) && grainOf(text) === 'day';
const BEGINNING = '0001-01-01';
const END = '9999-12-31';

/** The versions of a card, oldest first; days on which none of its rules holds belong to none. */
export function versionsOf(rows: readonly RuleVersion[]): CardVersion[] {
  const starts = rows.flatMap(({ validFrom, validTo }) => [
    validFrom ?? BEGINNING,
    ...(validTo === null || !isDay(validTo) ? [] : [shift(validTo, 1)]),
  ]);
  const days = [...new Set(starts)].sort();
  return days.flatMap((day, at): CardVersion[] => {
    const held = rows.filter((row) => holdsOn(row, day));
    if (held.length === 0) return [];
    const next = days[at + 1];
    const ends = held.map(({ validTo }) => validTo ?? END);
    const last = next !== undefined && isDay(next) ? shift(next, -1) : null;
    const to = ends.reduce((first, end) => (end < first ? end : first), last ?? END);
    return [{ from: day === BEGINNING ? null : day, to: to === END ? null : to, rows: held }];
  });
}

/** What an edit says: the value of each rule ('' where it has none), the days it holds, and its document. */
export interface Edit {
  readonly values: Readonly<Record<string, string>>;
  readonly from: string | null;
  readonly to: string | null;
  readonly docRef: string;
}

const written = ({ values, from, to, docRef }: Edit): RuleVersion[] =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([ruleId, value]) => ({ ruleId, value, validFrom: from, validTo: to, docRef }));

/** What is left of a version beside the days from `from` to `to`. */
function beside(row: RuleVersion, from: string, to: string): RuleVersion[] {
  const [first, last] = [row.validFrom ?? BEGINNING, row.validTo ?? END];
  if (last < from || first > to) return [row];
  return [
    ...(first < from ? [{ ...row, validTo: shift(from, -1) }] : []),
    ...(last > to ? [{ ...row, validFrom: shift(to, 1) }] : []),
  ];
}

/**
 * The rows of a card with a new version. Without a last day it holds until the next version begins; what held before holds
 * until the day before it, and again after its last day. Days that are none are left for the check to refuse.
 */
export function withVersion(rows: readonly RuleVersion[], edit: Edit): RuleVersion[] {
  const { from } = edit;
  if (from === null || !isDay(from) || (edit.to !== null && (!isDay(edit.to) || edit.to < from)))
    return [...rows, ...written(edit)];
  const next = rows
    .map(({ validFrom }) => validFrom ?? BEGINNING)
    .filter((start) => start > from)
    .sort()[0];
  const to = edit.to ?? (next === undefined ? null : shift(next, -1));
  return [...rows.flatMap((row) => beside(row, from, to ?? END)), ...written({ ...edit, to })];
}

/** The rows of a card with one version corrected, its days and document included. */
export function withCorrection(rows: readonly RuleVersion[], version: CardVersion, edit: Edit): RuleVersion[] {
  const documents = new Set(version.rows.map(({ docRef }) => docRef));
  const told = edit.docRef !== [...documents].join('；');
  const renewed = Object.entries(edit.values).flatMap(([ruleId, value]): RuleVersion[] => {
    if (value === '') return [];
    const before = version.rows.find((row) => row.ruleId === ruleId);
    const docRef = before && !told ? before.docRef : edit.docRef;
    return [{ ruleId, value, validFrom: edit.from, validTo: edit.to, docRef }];
  });
  const remains = rows.filter((row) => !version.rows.includes(row));
  const outside = version.rows.flatMap((row) => beside(row, version.from ?? BEGINNING, version.to ?? END));
  return [...remains, ...outside, ...renewed].sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
}
