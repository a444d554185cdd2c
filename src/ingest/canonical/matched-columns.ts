import type { TableSpec } from '../../domain';
import { limitsOf } from '../../model';
import { type CellContext, booleanCoding, circleIsYes, saysHowMany } from '../cells';
import type { HeaderMatch } from '../match';
import type { TableChoice } from './choices';
import { type Staged, wideKey } from './staged';

/** Header text each canonical column came from. */
export function headersOf(
  match: HeaderMatch,
  columns: readonly string[],
  header: readonly string[],
): Record<string, string> {
  const headers: Record<string, string> = {};
  match.fields.forEach((id, at) => {
    if (id !== null) headers[id] = header[at] ?? id;
  });
  for (const id of columns) headers[id] ??= id;
  return headers;
}

/** Where the cells of a wide table stood, for the ledger. */
export function wideOf({ unpivot }: HeaderMatch, header: readonly string[]): Pick<Staged, 'wide'> {
  if (!unpivot || unpivot.periodColumn === null) return {};
  const { periodColumn, periodColumns } = unpivot;
  const cells = periodColumns.flatMap(({ column, ...rest }) => (column === null ? [] : [{ ...rest, column }]));
  const keys = cells.map(({ written, column }) => wideKey(written ?? '', column));
  // Where two columns hold the same of one period (meetings of two kinds), neither is the one.
  const headers = cells.flatMap(({ index, column }, at) => {
    const key = keys[at] ?? '';
    return keys.indexOf(key) === keys.lastIndexOf(key) ? [[key, header[index] ?? column] as const] : [];
  });
  const values = [...new Set(cells.map(({ column }) => column))];
  return { wide: { periodColumn, values, headers: Object.fromEntries(headers) } };
}

/** Where each of some canonical columns stands, when a source row is a row and every column stands once; else null. */
export function plainPlaces(
  { table, unpivot, fields, items }: HeaderMatch,
  columns: readonly string[],
): number[] | null {
  const named = fields.filter((id) => id !== null);
  if (unpivot !== null || items !== undefined || new Set(named).size < named.length) return null;
  // A unit says how the number beside it is read.
  if (limitsOf(table ?? '') && named.includes('unit')) return null;
  return columns.map((id) => fields.indexOf(id));
}

const LEAST_ALIKE = 3;

/** Whether a row is the example of a blank template left as it was: every cell that is used says what the example says. */
export function isExample(example: ReadonlyMap<string, string>, match: HeaderMatch, cells: readonly string[]): boolean {
  let alike = 0;
  for (let at = 0; at < match.fields.length; at += 1) {
    const id = match.fields[at] ?? null;
    if (id === null) continue;
    const text = (cells[at] ?? '').trim();
    if (text !== (example.get(id) ?? '')) return false;
    if (text !== '') alike += 1;
  }
  return alike >= LEAST_ALIKE;
}

/** How yes and no are written in a table: as chosen, else as its cells show; nothing where neither tells. */
export function codingOf(
  match: HeaderMatch,
  table: TableSpec | null,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { booleanCoding: chosen }: TableChoice,
): CellContext {
  if (chosen !== undefined) return { booleanCoding: chosen };
  const columns = match.fields.flatMap((id, at) => {
    const spec = table?.columns.find((column) => column.id === id);
    const asks = spec?.type === 'boolean' && !saysHowMany(spec, header[at] ?? '');
    return asks ? [rows.map((row) => row[at] ?? '')] : [];
  });
  const coding = booleanCoding(columns.flat());
  return {
    ...(coding !== null && { booleanCoding: coding }),
    ...(circleIsYes(columns) && { circleIsYes: true }),
  };
}
