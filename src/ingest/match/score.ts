import type { TableSpec } from '../../domain';
import { type Assignment, type Candidates, assign, byCells, candidatesOf } from './assign';
import { headerKey } from './header-key';
import { assignedByValues, holdsValues } from './by-values';
import { impliedValues } from './implied';
import { type ItemColumn, itemColumns } from './score-items';
import { type UnpivotHints, unpivotPlan } from './unpivot';
import type { UnpivotPlan } from './unpivot-plan';
import type { TaughtMeanings } from './taught';
import { distinctiveness } from './vocabulary';

/** Columns every export may have and no table needs. */
const NEUTRAL = /^(?:序号|序|no|备注|说明|排名|名次|行号|index|id|#|第\d+列)?$/u;

/** What one table makes of a header. */
export interface Reading {
  readonly table: TableSpec;
  readonly assigned: readonly (Assignment | null)[];
  readonly plan: UnpivotPlan | null;
  /** Columns that are a score each; empty where the table is not of that form. */
  readonly items: readonly ItemColumn[];
  /** 0–1. */
  readonly confidence: number;
  /** How much of what was read belongs to this table and no other, in whole headers. */
  readonly evidence: number;
  /** Required columns that are neither there nor may be given once for the file; groups by the name of the group. */
  readonly missing: readonly string[];
}

/** Each missing group of names takes most of the confidence away, each missing fact a little. */
const GROUP_PENALTY = 0.25;
const COLUMN_PENALTY = 0.85;

/** The weight against which evidence is set: this much evidence gives half the confidence. */
const DOUBT = 0.6;

/** A title that names a value the table may state once (主题党日, 分类定级) speaks for the table. */
const TITLE_EVIDENCE = 0.7;
/** What a choice whose cells are the values of it says for the table, whatever its header. */
const VALUES_EVIDENCE = 0.8;
/** What a column with full marks in its header says for a table of scores. */
const ITEM_EVIDENCE = 0.4;
/** What a total alone says, where a title speaks of scores and the rows are zones. */
const TOTAL_EVIDENCE = 0.9;

/** What code and name of zones side by side say, with nothing beside that no register has. */
const REGISTER_EVIDENCE = 0.9;
const NAMED = ['zone_id', 'zone_name'];

const LONGEST = 300;
const NONE: ReadonlySet<string> = new Set();

/** What a table of general headers is worth where nothing says what it is about. */
const UNMENTIONED = 0.25;

function missingOf(table: TableSpec, present: ReadonlySet<string>): string[] {
  const groups = new Map<string, boolean>();
  const missing: string[] = [];
  for (const { id, required, fileLevel } of table.columns) {
    if (required === undefined) continue;
    const there = present.has(id) || fileLevel === true;
    if (required === true) {
      if (!there) missing.push(id);
    } else {
      groups.set(required, groups.get(required) === true || there);
    }
  }
  const whole = table.wholeZone === true && present.has('zone_id');
  return [
    ...missing,
    ...[...groups].filter(([name, there]) => !there && !(whole && name === 'org')).map(([group]) => group),
  ];
}

function penalty(table: TableSpec, missing: readonly string[]): number {
  const columns = new Set(table.columns.map((column) => column.id));
  return missing.reduce((factor, id) => factor * (columns.has(id) ? COLUMN_PENALTY : GROUP_PENALTY), 1);
}

/** A header with everything that is the same whichever table it is read as. */
export interface HeaderFacts {
  /** Null where a column is personal and must not be used. */
  readonly header: readonly (string | null)[];
  readonly candidates: Candidates;
  /** As they are compared; '' where a column must not be used or its header is prose. */
  readonly keys: readonly string[];
  /** Headers that ask for an explanation: not personal, not a running number or a remark. */
  readonly counted: readonly number[];
  /** The user's own words. */
  readonly taught: TaughtMeanings;
}

/** Looks at a header once, for {@link readAs}. */
export function headerFacts(header: readonly (string | null)[], taught: TaughtMeanings = new Map()): HeaderFacts {
  const keys = header.map((text) => (text === null || text.length > LONGEST ? '' : headerKey(text)));
  const counted = header.flatMap((text, index) => (text === null || NEUTRAL.test(headerKey(text)) ? [] : [index]));
  return { header, keys, candidates: candidatesOf(header, taught), counted, taught };
}

function presentColumns(
  assigned: readonly Assignment[],
  plan: UnpivotPlan | null,
  itemised: TableSpec['itemised'],
): Set<string> {
  const present = new Set([...assigned.map((entry) => entry.column.id), ...Object.values(itemised ?? {})]);
  for (const { column, constants } of plan?.periodColumns ?? [])
    for (const id of [column, ...Object.keys(constants)]) if (id !== null) present.add(id);
  if (plan?.periodColumn != null) present.add(plan.periodColumn);
  return present;
}

/** A reading with the user's choice of column, or of none, for some of the headers. */
export function withChoices(reading: Reading, choices: Readonly<Record<number, string | null>>): Reading {
  const { table, plan, items } = reading;
  const chosen = new Set(Object.values(choices));
  const assigned = reading.assigned.map((entry, index): Assignment | null => {
    const choice = choices[index];
    if (choice === undefined) return entry === null || chosen.has(entry.column.id) ? null : entry;
    const column = table.columns.find(({ id }) => id === choice);
    return column ? { column, trust: 1, key: '' } : null;
  });
  const known = assigned.filter((entry) => entry !== null);
  const present = presentColumns(known, plan, items.length > 0 ? table.itemised : undefined);
  return { ...reading, assigned, missing: missingOf(table, present) };
}

/** Rows in which a word is looked for that neither header nor title says. */
const ROWS_READ = 20;
const KEYS_READ = 300;

function isMentioned(
  { mentions }: TableSpec,
  { keys }: HeaderFacts,
  { title, rows }: Pick<UnpivotHints, 'title' | 'rows'>,
): boolean {
  if (mentions === undefined) return true;
  const says = (text: string): boolean => mentions.some((word) => text.includes(word));
  return (
    keys.slice(0, KEYS_READ).some(says) ||
    title.some((line) => says(headerKey(line.slice(0, LONGEST)))) ||
    rows.slice(0, ROWS_READ).some((row) => row.some((cell) => says(cell.slice(0, LONGEST).toLowerCase())))
  );
}

/** Shorter names of tables (党组织) stand in titles of anything. */
const LEAST_NAME = 4;

/** Whether a title calls the table by its name: 星级评定. */
const isTitled = ({ label }: TableSpec, title: readonly string[]): boolean =>
  label.zh.length >= LEAST_NAME && title.some((line) => headerKey(line.slice(0, LONGEST)).includes(label.zh));

/** Reads a header as one table. */
export function readAs(table: TableSpec, facts: HeaderFacts, hints: UnpivotHints): Reading {
  const words = facts.header.map((text) => text ?? '');
  const wide = unpivotPlan(words, table, hints);
  const plan = wide === 'year-unknown' ? null : wide;
  const usable = plan?.periodColumns.every((column) => column.column !== null) === true ? plan : null;
  const items = table.itemised && plan === null ? itemColumns(facts.keys, hints.rows, hints.title) : [];
  const periods = new Set([...(plan?.periodColumns ?? []), ...items].map((column) => column.index));
  const candidates = byCells(facts.candidates.get(table) ?? [], hints.rows);
  const free = facts.counted.filter((index) => !periods.has(index));
  const assigned = assignedByValues(table, assign(table, candidates, words.length, periods), free, hints.rows);
  const known = assigned.filter((entry) => entry !== null);
  const counted = free.length;
  const own = assigned.reduce((sum, entry, at) => {
    if (entry === null) return sum;
    const said = distinctiveness(entry.key, facts.taught.get(entry.key));
    const seen = said < VALUES_EVIDENCE && holdsValues(entry.column, at, hints.rows) ? VALUES_EVIDENCE : 0;
    return sum + entry.trust * Math.max(said, seen);
  }, 0);
  // What other tables write in one column stands in two only where it is what the rows are.
  const isRegister =
    table.id === 'zone' &&
    known.length === counted &&
    NAMED.every((id) => known.some(({ column }) => column.id === id));
  const evidence =
    own +
    (isRegister ? REGISTER_EVIDENCE : 0) +
    (usable?.evidence ?? 0) +
    (items.length === 1 ? TOTAL_EVIDENCE : ITEM_EVIDENCE * items.length) +
    (isTitled(table, hints.title) || Object.keys(impliedValues(table, hints.title, NONE)).length > 0
      ? TITLE_EVIDENCE
      : 0);
  const explained = counted === 0 ? 1 : Math.min(1, known.length / counted);
  const missing = missingOf(table, presentColumns(known, usable, items.length > 0 ? table.itemised : undefined));
  const about = isMentioned(table, facts, hints) ? 1 : UNMENTIONED;
  const confidence = (evidence / (evidence + DOUBT)) * (0.4 + 0.6 * explained) * penalty(table, missing) * about;
  return { table, assigned, items, plan: usable, confidence: Math.round(confidence * 1000) / 1000, evidence, missing };
}
