import { UNCLEAR_UNIT, blankReason, parseBoolean } from '../cells';
import { limitsOf, tableById } from '../../model';
import { type HeaderMatch, countOfTick, saysFullMarks } from '../match';

/** One row of a canonical table, as text by column id. */
export type LongRow = ReadonlyMap<string, string>;

/** The canonical columns a matched table fills, in the order of its header. */
export function stagedColumns(match: HeaderMatch): string[] {
  const { unpivot, fields } = match;
  const columns = new Set(fields.filter((id) => id !== null));
  if (unpivot) {
    if (unpivot.periodColumn !== null) columns.add(unpivot.periodColumn);
    for (const { column, constants } of unpivot.periodColumns) {
      if (column !== null) columns.add(column);
      for (const id of Object.keys(constants)) columns.add(id);
    }
    if (unpivot.ticked === true) for (const id of boundIds(match)) columns.add(id);
  }
  for (const id of Object.values(itemisedOf(match) ?? {})) columns.add(id);
  return [...columns];
}

/** The column that says of the counts of a table that they are at least so many; none where it has no such column. */
const boundIds = ({ table, unpivot }: HeaderMatch): readonly string[] =>
  (table === null ? undefined : tableById(table))?.columns.flatMap(({ id, bounds }) =>
    bounds !== undefined && unpivot?.periodColumns.some(({ column }) => column === bounds) === true ? [id] : [],
  ) ?? [];

/** Where the columns that are a score each go; undefined where the table has none. */
const itemisedOf = ({ table, items }: HeaderMatch) =>
  items === undefined || table === null ? undefined : tableById(table)?.itemised;

/** A row for each score of a source row. */
function itemRows(match: HeaderMatch, cells: readonly string[], fixed: readonly [string, string][]): LongRow[] {
  const itemised = itemisedOf(match);
  if (!itemised || saysFullMarks(cells)) return [];
  return (match.items ?? []).flatMap(({ index, item, kind, full }) => {
    const text = cells[index] ?? '';
    if (isAbsent(text)) return [];
    return [
      new Map([
        ...fixed,
        [itemised.item, item],
        [itemised.kind, kind],
        [itemised.value, text],
        ...(full === null ? [] : [[itemised.full, full] as const]),
      ]),
    ];
  });
}

/** Cells by column; of several of one column the one that says yes, else the first that says anything. */
function anyOf(fixed: readonly [string, string][]): LongRow {
  const row = new Map<string, string>();
  for (const [id, text] of fixed) {
    const before = row.get(id);
    const better = before === undefined || isAbsent(before) || parseBoolean(text).value === true;
    if (better && (before === undefined || parseBoolean(before).value !== true)) row.set(id, text);
  }
  return row;
}

/** A cell that is empty or does not apply says that the thing was not there in that period. */
function isAbsent(text: string): boolean {
  const reason = blankReason(text);
  return reason === 'missing' || reason === 'not_applicable';
}

const PERCENT = /^(?:%|％|百分比|百分数|百分率|百分点)$/u;
const PLAIN = /^\d+(?:\.\d+)?$/u;

/** A row whose unit is % with its limits in it: 85 is 85%; 0.85 could be either and is written as no number. */
function inItsUnit(limits: readonly string[], row: LongRow): LongRow {
  if (!PERCENT.test((row.get('unit') ?? '').trim())) return row;
  const told = new Map(row);
  for (const id of limits) {
    const text = (row.get(id) ?? '').trim();
    if (!PLAIN.test(text)) continue;
    told.set(id, Number(text) > 1 || Number(text) === 0 ? `${text}%` : `${text}${UNCLEAR_UNIT}`);
  }
  return told;
}

/** The canonical rows of one source row. */
export function longRows(match: HeaderMatch, cells: readonly string[]): LongRow[] {
  const rows = rowsOf(match, cells);
  const limits = limitsOf(match.table ?? '');
  return limits ? rows.map((row) => inItsUnit(limits, row)) : rows;
}

/** The canonical rows of one source row as it stands: itself, or one for each period of a wide table that says anything. */
function rowsOf(match: HeaderMatch, cells: readonly string[]): LongRow[] {
  const { unpivot, fields } = match;
  const wide = new Set([...(unpivot?.periodColumns ?? []), ...(match.items ?? [])].map((column) => column.index));
  const fixed: [string, string][] = fields.flatMap((id, at) =>
    id === null || wide.has(at) ? [] : [[id, cells[at] ?? ''] as [string, string]],
  );
  if (match.items !== undefined) return itemRows(match, cells, fixed);
  if (!unpivot) return [anyOf(fixed)];
  const rows = new Map<string, Map<string, string>>();
  const bounds = unpivot.ticked === true ? boundIds(match) : [];
  for (const { index, written, column, constants } of unpivot.periodColumns) {
    const cell = cells[index] ?? '';
    const text = unpivot.ticked === true ? countOfTick(cell.trim()) : cell;
    if (column === null || (isAbsent(text) && unpivot.keepsBlank !== true)) continue;
    const key = JSON.stringify([written, constants]);
    const row = rows.get(key) ?? new Map([...fixed, ...Object.entries(constants)]);
    if (unpivot.periodColumn !== null && written !== null) row.set(unpivot.periodColumn, written);
    row.set(column, text);
    // A tick says that it was, not how often.
    if (text !== cell.trim() && text !== '0') for (const id of bounds) row.set(id, 'ge');
    rows.set(key, row);
  }
  return [...rows.values()];
}
