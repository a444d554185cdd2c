import type { ColumnSpec, TableSpec } from '../../domain';
import { BESIDE_GRADES, schemeOfGrades } from '../../model';
import { identifier, literal } from '../../sql';
import { blankReason, parseCell } from '../cells';
import { headerForms, headerKey } from '../match/header-key';
import type { TextRow } from './read-cells';

/** What may make a value likely that no column of a table states. */
export interface Evidence {
  readonly header: readonly string[];
  readonly title: readonly string[];
  readonly columns: readonly string[];
  /** The rows, where they are few enough to be held. */
  readonly rows: readonly TextRow[];
}

function likelyOf({ likely = [] }: ColumnSpec, { header, title }: Evidence): string | undefined {
  const keys = new Set(header.flatMap((text) => headerForms(text).map(({ key }) => key)));
  const lines = title.map(headerKey).join('|');
  const by = (test: (word: string) => boolean): string | undefined =>
    likely.find(({ words }) => words.map(headerKey).some(test))?.value;
  return by((word) => keys.has(word)) ?? by((word) => /\p{Script=Han}/u.test(word) && lines.includes(word));
}

function topOf(table: TableSpec, { topOf: top }: ColumnSpec, { columns, rows }: Evidence): string | undefined {
  const spec = table.columns.find(({ id }) => id === top?.column);
  const at = columns.indexOf(top?.column ?? '');
  if (!top || !spec || at < 0) return undefined;
  const texts = new Set(rows.map(({ cells }) => cells[at] ?? ''));
  const values = [...texts].flatMap((text) => Number(parseCell(spec, text).value ?? Number.NaN));
  const largest = Math.max(...values.filter(Number.isFinite));
  return largest >= top.least && largest <= top.value ? String(top.value) : undefined;
}

const BESIDE: ReadonlySet<string> = new Set([...BESIDE_GRADES].flat());

/** The scheme whose grades the rows hold; undefined where none, or several, have all of them. */
function schemeOf({ schemeOf: of }: ColumnSpec, { columns, rows }: Evidence): string | undefined {
  const at = columns.indexOf(of ?? '');
  if (at < 0) return undefined;
  const texts = [...new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()))];
  // What stands beside the grades (合计, 未定级) is none of them.
  const grades = texts.filter((text) => text !== '' && blankReason(text) === null && !BESIDE.has(text));
  return schemeOfGrades(grades) ?? undefined;
}

/** Values taken for every row of a table because they are likely, by column; only for columns nothing else states. */
export function takenValues(table: TableSpec, stated: ReadonlySet<string>, evidence: Evidence): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const column of table.columns) {
    if (stated.has(column.id)) continue;
    const value =
      likelyOf(column, evidence) ??
      topOf(table, column, evidence) ??
      schemeOf(column, evidence) ??
      column.unstated?.value;
    if (value != null) taken[column.id] = value;
  }
  return taken;
}

/** A table of a file, and the columns it states. */
export interface Stating {
  readonly file: number;
  readonly path: string;
  readonly stated: ReadonlySet<string>;
  readonly taken?: Readonly<Record<string, string>>;
}

/** The statement that writes which columns tables of files do not state, with the values taken for them; null where they state all. */
export function unstatedSql(table: TableSpec, all: readonly Stating[]): string | null {
  const rows = all.flatMap(({ file, path, stated, taken = {} }) =>
    table.columns
      .filter(({ id, tells }) => tells === undefined && (!stated.has(id) || id in taken))
      .map(({ id }) => {
        const value = taken[id];
        return `(${literal(table.id)}, ${literal(id)}, ${value === undefined ? 'NULL' : literal(value)}, ${literal(path)}, ${literal(file)})`;
      }),
  );
  return rows.length === 0 ? null : `INSERT INTO ${identifier('unstated')} VALUES ${rows.join(', ')}`;
}
