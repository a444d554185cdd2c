import type { TableSpec } from '../../domain';
import { TABLES, tableById } from '../../model';
import { type CellContext, parseCell, titleFacts } from '../cells';
import { gradesPersons, isRoster, namesOtherGathering, speaksOfItself } from './foreign';
import { headerKey, headerSignature } from './header-key';
import { meaningsOf } from './vocabulary';
import { type PersonalColumn, personalColumns } from './personal';
import { impliedValues } from './implied';
import { type HeaderFacts, type Reading, headerFacts, readAs, withChoices } from './score';
import { type Nearest, type Seen, lackingOf, nearestOf } from './nearest';
import { type TaughtWords, NO_WORDS, taughtMeanings } from './taught';
import type { ItemColumn } from './score-items';
import { headerOfWhether } from './named';
import { withoutParts } from './parts';
import { zoneColumn } from './placed';
import { periodHeaders, unpivotPlan } from './unpivot';
import type { UnpivotPlan } from './unpivot-plan';

/** What else is known about a table when its header is matched. All optional. */
export interface MatchOptions {
  /** The first rows, for personal columns and wide tables; a few hundred are enough. */
  readonly rows?: readonly (readonly string[])[];
  /** Title lines above the table, and the file name. */
  readonly title?: readonly string[];
  readonly context?: CellContext;
  /** The user's choice of table instead of the best one. */
  readonly table?: string;
  /** The user's choice of column (or null for none) by header index; the rest is matched as usual. */
  readonly fields?: Readonly<Record<number, string | null>>;
  /** Words the user taught with other files. */
  readonly words?: TaughtWords;
}

/** A table the header could also be. */
export interface Alternative {
  readonly table: string;
  readonly confidence: number;
}

/** How a header was understood. */
export interface HeaderMatch {
  /** Id of the canonical table, or null when none fits. */
  readonly table: string | null;
  /** By header index: the column id, or null when the column is not used. */
  readonly fields: readonly (string | null)[];
  /** By header index: how sure each field is, 0–1; 0 where there is none. */
  readonly trust: readonly number[];
  /** 0–1. */
  readonly confidence: number;
  /** Other tables, the likeliest first. */
  readonly alternatives: readonly Alternative[];
  /** Required columns (or groups of them) that are not there and cannot be given once for the file. */
  readonly missing: readonly string[];
  /** Values the title or a header states for every row, by column id; only for columns a file may state once. */
  readonly implied: Readonly<Record<string, string>>;
  /** Columns to drop before the database; one that has a field is read for whether somebody is named. */
  readonly personal: readonly PersonalColumn[];
  /** How to make a wide table long; null when it is not wide. */
  readonly unpivot: UnpivotPlan | null;
  /** Columns that are a score each; absent where the table is not of that form. */
  readonly items?: readonly ItemColumn[];
  /** Months or quarters are columns, but nothing says of which year: the table cannot be used until someone does. */
  readonly yearUnknown: boolean;
  readonly signature: string;
  /** Headers read by words the user taught with other files, by index; absent where there are none. */
  readonly taught?: readonly number[];
  /** What keeps the header from being its table, or the table it comes closest to; absent where nothing does. */
  readonly nearest?: Nearest;
}

const LEAST_CONFIDENCE = 0.3;
/** Headers that many tables share prove nothing: at least about one that is this table's own. */
const LEAST_EVIDENCE = 0.9;
const LISTED_ALTERNATIVES = 3;

/** A table none of whose names for its rows is there, or nothing that it says of them, is taken for nothing. */
function convincing({ table, confidence, evidence, missing }: Reading): boolean {
  const isWhole = missing.every((name) => table.columns.some(({ id }) => id === name));
  return isWhole && confidence >= LEAST_CONFIDENCE && evidence >= LEAST_EVIDENCE;
}

const statesActivity = (reading: Reading, header: readonly string[], title: readonly string[]): boolean =>
  reading.assigned.some((entry) => entry?.column.id === 'activity_type') ||
  reading.plan?.periodColumns.some(({ constants }) => 'activity_type' in constants) === true ||
  'activity_type' in implied(reading, header, title);

/** What only an item to be put right has. */
const ITEM_SAID = new Set(['problem', 'status', 'due_date', 'extended_due', 'closed_date', 'signed_off', 'rectified']);

const isNameOfOrganisation = (header: string): boolean =>
  meaningsOf(headerKey(header)).some(({ column }) => column.id === 'org_name');

/** Whether the rows are what the table has for rows: no person is an organisation, no street a zone. */
function isOfItsKind(
  reading: Reading,
  header: readonly string[],
  rows: MatchOptions['rows'],
  title: readonly string[],
): boolean {
  if (reading.table.id === 'org_life')
    return statesActivity(reading, header, title) || !namesOtherGathering([...header, ...title]);
  if (reading.table.id === 'grade_count' && gradesPersons(title)) return false;
  // 单位 heads anything: beside it a number is a target only where a metric is named.
  if (reading.table.id === 'metric_target') {
    const has = (id: string): boolean => reading.assigned.some((entry) => entry?.column.id === id);
    return has('metric_id') || reading.plan !== null || !has('unit');
  }
  // Beside the zone an organisation is named: that is whose score it is.
  if (reading.table.id === 'zone_score' || reading.table.levelled !== undefined) {
    const zone = reading.assigned.findIndex((entry) => entry?.column.id === 'zone_id');
    const isPlaced = zone >= 0 || reading.table.levelled !== undefined;
    return !header.some((text, at) => at !== zone && isPlaced && isNameOfOrganisation(text));
  }
  // Who was inspected and when is no ledger of what is to be put right.
  if (reading.table.id === 'rectification')
    return reading.assigned.some((entry) => entry !== null && ITEM_SAID.has(entry.column.id));
  const named = ({ zone: 'zone_name', party_org: 'org_name' } as Record<string, string>)[reading.table.id];
  if (named === undefined) return true;
  const at = reading.assigned.findIndex((entry) => entry?.column.id === named);
  return speaksOfItself(
    reading.table.id,
    header,
    (rows ?? []).map((row) => row[at] ?? ''),
    title,
  );
}

/** So many of the cells that make a table one of counts are numbers. */
const NUMBERS = 0.5;

/** Whether a table of counts holds counts: ticks under 单独组建 and 联合组建 are none. */
function holdsCounts({ table, assigned }: Reading, rows: readonly (readonly string[])[]): boolean {
  if (table.turnable !== true) return true;
  const cells = assigned.flatMap((entry, at) => {
    const counted = entry?.column.type === 'integer' && entry.column.required !== undefined;
    return counted ? rows.map((row) => parseCell(entry.column, row[at] ?? '')) : [];
  });
  const filled = cells.filter(({ state }) => state !== 'blank');
  return filled.filter(({ state }) => state === 'value').length >= NUMBERS * filled.length;
}

/** The column that says which zone a row is of though its header does not; null where there is none. */
function placedBy(
  { table, assigned }: Reading,
  choices: Readonly<Record<number, string | null>>,
  header: readonly (string | null)[],
  rows: readonly (readonly string[])[],
): number | null {
  const zone = zoneColumn(
    table,
    assigned.map((entry) => entry?.column.id ?? null),
    header,
    rows,
  );
  return zone === null || choices[zone] !== undefined ? null : zone;
}

function implied(
  reading: Reading | undefined,
  header: readonly (string | null)[],
  title: readonly string[],
): Record<string, string> {
  if (!reading) return {};
  const constants =
    reading.plan?.periodColumns.flatMap((column) => [column.column ?? '', ...Object.keys(column.constants)]) ?? [];
  const taken = new Set([...reading.assigned.map((entry) => entry?.column.id ?? ''), ...constants]);
  const named = header.filter((_, index) => reading.assigned[index]?.column.type === 'text').map((text) => text ?? '');
  return { ...impliedValues(reading.table, title, taken), ...impliedValues(reading.table, named, taken) };
}

/** The context with the year that the title states, when none is given. */
function dated(context: CellContext, title: readonly string[]): CellContext {
  const { year } = titleFacts(title);
  return context.year === undefined && year !== null ? { ...context, year } : context;
}

/** What is lacking: of the table chosen or found, else of the one the header comes closest to; nothing where nothing is. */
function nearest(
  best: Reading | undefined,
  readings: readonly Reading[],
  facts: HeaderFacts,
  seen: Seen,
): Nearest | null {
  if (!best) return nearestOf(readings, facts, seen);
  const isEmpty = best.plan === null && best.items.length === 0 && best.assigned.every((entry) => entry === null);
  return isEmpty || best.missing.length > 0 ? lackingOf(best, facts, seen) : null;
}

/** Finds the canonical table a header belongs to and the column each header means. Never throws; unknown is null. */
export function matchHeader(header: readonly string[], options: MatchOptions = {}): HeaderMatch {
  const { rows = [], title = [], fields: choices = {} } = options;
  const context = dated(options.context ?? {}, title);
  const personal = personalColumns(header, rows);
  const hidden = new Set(personal.map((column) => column.index));
  const whether = new Map(
    personal.flatMap(({ index, why }) => {
      const of = why === 'header' || why === 'names' ? headerOfWhether(header[index] ?? '') : null;
      return of === null ? [] : [[index, of] as const];
    }),
  );
  const shown = header.map((text, index) => (hidden.has(index) ? (whether.get(index) ?? null) : text));
  const words = shown.map((text) => text ?? '');
  const hints = { rows, title, context, periods: periodHeaders(words, context) };
  const facts = headerFacts(shown, taughtMeanings(options.words ?? NO_WORDS));
  const forced: TableSpec | undefined = options.table === undefined ? undefined : tableById(options.table);
  const readings = TABLES.map((table) => readAs(table, facts, hints)).sort((a, b) => b.confidence - a.confidence);
  const persons = !forced && isRoster(header);
  const fits = (reading: Reading): boolean =>
    convincing(reading) && isOfItsKind(reading, header, rows, title) && holdsCounts(reading, rows);
  const found = forced
    ? readings.find((reading) => reading.table === forced)
    : persons
      ? undefined
      : readings.find(fits);
  const chosen = found && withChoices(found, choices);
  const zone = chosen ? placedBy(chosen, choices, shown, rows) : null;
  const best =
    chosen && zone !== null ? { ...chosen, missing: chosen.missing.filter((id) => id !== 'zone_id') } : chosen;
  const mayBe = (reading: Reading): boolean =>
    reading.table.levelled === undefined || isOfItsKind(reading, header, rows, title);
  const others = readings.filter((reading) => reading !== found && reading.confidence > 0.1 && mayBe(reading));
  const taught = best?.assigned.flatMap((entry, index) => (entry?.taught === true ? [index] : [])) ?? [];
  // A list of persons is like no table of ours.
  const lacking = persons ? null : nearest(best, readings, facts, { rows, title });
  const wide = unpivotPlan(words, best?.table ?? null, hints);
  const read = header.map((_, index) => {
    if (index === zone) return 'zone_id';
    const column = best?.assigned[index]?.column;
    return column === undefined || (hidden.has(index) && column.named !== true) ? null : column.id;
  });
  return {
    table: best?.table.id ?? null,
    fields: best ? withoutParts(best.table, read, shown, rows, choices) : read,
    trust: header.map((_, index) => (choices[index] === undefined ? (best?.assigned[index]?.trust ?? 0) : 1)),
    confidence: best?.confidence ?? 0,
    alternatives: others
      .slice(0, LISTED_ALTERNATIVES)
      .map((reading) => ({ table: reading.table.id, confidence: reading.confidence })),
    missing: best?.missing ?? [],
    implied: implied(best, shown, title),
    personal,
    unpivot: best ? best.plan : wide === 'year-unknown' ? null : wide,
    ...(best !== undefined && best.items.length > 0 && { items: best.items }),
    yearUnknown: wide === 'year-unknown',
    signature: headerSignature(header),
    ...(taught.length > 0 && { taught }),
    ...(lacking && { nearest: lacking }),
  };
}
