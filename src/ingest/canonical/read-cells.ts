import type { ColumnSpec, Issue, TableSpec } from '../../domain';
import { isShareColumn, parseCell, specContext } from '../cells';
import {
  type Reading,
  asText,
  boundOf,
  boundText,
  codeOf,
  isMeasured,
  precisionOf,
  precisionText,
  shownValue,
} from './careful';
import { isCheap } from './plain';
import { LISTED, type ReadCells, type Staged, wideKey } from './staged';

/** A row of a small table: the cells of its columns as text, empty where there is none. */
export interface TextRow {
  readonly record: number;
  readonly cells: readonly string[];
}

type About = Pick<Staged, 'table' | 'columns' | 'headers' | 'context' | 'wide'>;

interface ReadColumn {
  readonly id: string;
  readonly at: number;
  readonly spec: ColumnSpec;
  /** By text, what is not taken as it stands. */
  readonly readings: ReadonlyMap<string, Reading>;
}

/** Every distinct text of a column that is not plain, read carefully; of shares every text. */
function readColumn(
  spec: ColumnSpec,
  at: number,
  rows: readonly TextRow[],
  { context, headers }: Pick<Staged, 'context' | 'headers'>,
): ReadColumn {
  const share = isShareColumn(spec);
  const plain = new Map<string, boolean>([['', true]]);
  const own: string[] = [];
  for (const { cells } of rows) {
    const text = cells[at] ?? '';
    if (plain.has(text)) continue;
    const cheap = !share && isCheap(spec, text);
    plain.set(text, cheap);
    if (!cheap) own.push(text);
  }
  const known = specContext(spec, own, context, headers[spec.id]);
  const readings = new Map(own.map((text) => [text, { text, spec, result: parseCell(spec, text, known) }] as const));
  return { id: spec.id, at, spec, readings };
}

/** What the first of some readings of a row says that says anything; empty where none does. */
function firstTold(columns: readonly ReadColumn[], row: TextRow, told: (reading: Reading) => string | null): string {
  for (const { readings, at } of columns) {
    const reading = readings.get(row.cells[at] ?? '');
    const text = reading ? told(reading) : null;
    if (text !== null) return text;
  }
  return '';
}

/** A column the table has for what readings say of themselves, a bound or a precision: the row's own word comes first. */
interface Told {
  readonly spec: ColumnSpec;
  readonly texts: readonly string[];
}

function toldOf(table: TableSpec, columns: readonly ReadColumn[], rows: readonly TextRow[]): Told[] {
  const [bound, precision] = [boundOf(table), precisionOf(table)];
  const measured = columns.filter(({ spec }) => isMeasured(spec));
  const due = columns.filter(({ id }) => id === 'due_date');
  const all: Told[] = [];
  if (bound)
    all.push({
      spec: bound,
      texts: rows.map((row) => firstTold(measured, row, ({ result }) => boundText(table, result))),
    });
  if (precision)
    all.push({ spec: precision, texts: rows.map((row) => firstTold(due, row, ({ result }) => precisionText(result))) });
  return all.filter(({ texts }) => texts.some((text) => text !== ''));
}

interface Flagged extends Omit<Issue, 'file'> {
  readonly row: number;
}

/** The doubted and refused cells of a column, in the order of the records; a cell beside the periods is one cell of its record. */
function flaggedIn({ readings, at, id }: ReadColumn, about: About, rows: readonly TextRow[]): Flagged[] {
  if ([...readings.values()].every(({ result }) => codeOf(result) === null)) return [];
  const { wide, table, headers, columns } = about;
  const periodAt = wide?.values.includes(id) === true ? columns.indexOf(wide.periodColumn) : -1;
  const seen = new Set<string>();
  return rows.flatMap(({ record, cells }) => {
    const reading = readings.get(cells[at] ?? '');
    const code = reading ? codeOf(reading.result) : null;
    if (!reading || code === null) return [];
    const period = periodAt < 0 ? '' : (cells[periodAt] ?? '');
    const cell = JSON.stringify([record, period, reading.text]);
    if (wide && seen.has(cell)) return [];
    seen.add(cell);
    const value = asText(table, reading.result);
    const header = period === '' ? undefined : wide?.headers[wideKey(period, id)];
    return [
      {
        code,
        severity: value === null ? 'error' : 'warning',
        row: record,
        column: header ?? headers[id] ?? id,
        value: shownValue(code, reading.text),
        ...(value === null ? {} : { detail: value }),
      } as const,
    ];
  });
}

function listed(all: readonly Flagged[][]): Pick<ReadCells, 'issues' | 'issueCounts'> {
  const issueCounts: Record<string, number> = {};
  const issues = all.flatMap((found) => {
    const counts = new Map<string, number>();
    const ordered = [...found].sort((a, b) => a.row - b.row);
    return ordered.filter(({ code }) => {
      issueCounts[code] = (issueCounts[code] ?? 0) + 1;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      return (counts.get(code) ?? 0) <= LISTED;
    });
  });
  return { issues: issues.sort((a, b) => a.row - b.row), issueCounts };
}

/**
 * Reads the cells of a small table as {@link loadStaged} lets the database do it for a large one: plain texts stay for the
 * cast, every other distinct text is read carefully. Gives the rows with their values, empty where there is none.
 */
export function readCells(about: About, rows: readonly TextRow[]): { read: ReadCells; rows: readonly TextRow[] } {
  const { table } = about;
  const columns = about.columns.flatMap((id, at) => {
    const spec = table.columns.find((column) => column.id === id);
    return spec ? [readColumn(spec, at, rows, about)] : [];
  });
  const told = toldOf(table, columns, rows);
  const added = told.filter(({ spec }) => columns.every(({ id }) => id !== spec.id));
  const valueOf = ({ at, readings }: ReadColumn, { cells }: TextRow): string => {
    const text = cells[at] ?? '';
    const reading = readings.get(text);
    return reading ? (asText(table, reading.result) ?? '') : text;
  };
  const read = rows.map((row, nth) => {
    const own = columns.map((column) => {
      const value = valueOf(column, row);
      return value === '' ? (told.find(({ spec }) => spec.id === column.id)?.texts[nth] ?? '') : value;
    });
    return { record: row.record, cells: [...own, ...added.map(({ texts }) => texts[nth] ?? '')] };
  });
  const ids = [...columns.map(({ id }) => id), ...added.map(({ spec }) => spec.id)];
  const found = listed(columns.map((column) => flaggedIn(column, about, rows)));
  return { read: { columns: ids, ...found }, rows: read };
}
