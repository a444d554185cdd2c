import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnSpec, TableSpec } from '../../../src/domain';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../../src/ingest';
import { TABLES } from '../../../src/model';

const ROWS = 6;

/** A value of a column that differs from row to row; enums go round. */
function valueOf(column: ColumnSpec, n: number): string {
  if (column.values) return column.values[n % column.values.length]?.id ?? '';
  switch (column.type) {
    case 'date':
      return `2018-03-${String(n + 1).padStart(2, '0')}`;
    case 'period':
      return `2018-${String((n % 12) + 1).padStart(2, '0')}`;
    case 'integer':
    case 'number':
      return String(column.max === undefined ? n + 1 : Math.min(n, column.max));
    case 'boolean':
      return n % 2 === 0 ? '是' : '否';
    case 'code':
      return `${column.id.slice(0, 2).toUpperCase()}-${n + 100}`;
    default:
      return `${column.label.zh}第${n + 1}号`;
  }
}

type Cells = Record<string, string>;

/** Rows that agree in the key but for what `vary` says, and differ elsewhere. */
function rowsOf(table: TableSpec, from = 0): Cells[] {
  return Array.from({ length: ROWS }, (_, n) => {
    const cells = Object.fromEntries(table.columns.map((column) => [column.id, valueOf(column, from + n)]));
    // Where the zone is the whole key, a row is a zone.
    const isOfOne = 'zone_id' in cells && table.key.join() !== 'zone_id';
    return { ...cells, ...(isOfOne ? { zone_id: '云岭高新区' } : {}) };
  });
}

function csv(table: TableSpec, rows: readonly Cells[], without: readonly string[] = []): string {
  const columns = table.columns.filter(({ id }) => !without.includes(id));
  const lines = [columns.map(({ label }) => label.zh), ...rows.map((row) => columns.map(({ id }) => row[id] ?? ''))];
  return `${lines.map((line) => line.join(',')).join('\n')}\n`;
}

describe.each(TABLES.map((table) => [table.id, table] as const))('%s', (id, table) => {
  let engine: Engine;
  let collection: Collection;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 60_000);
  beforeEach(async () => {
    collection = await Collection.open(engine, localStager);
  }, 60_000);
  afterAll(() => engine.close());

  const add = (path: string, content: string): Promise<FileReport> => {
    const data = new TextEncoder().encode(content);
    const fields = Object.fromEntries(
      (content.split('\n')[0] ?? '')
        .split(',')
        .map((label, at) => [at, table.columns.find((c) => c.label.zh === label)?.id ?? null]),
    );
    return collection.add({ path, data, source: bytesSource(path, data) }, { tables: { 0: { table: id, fields } } });
  };
  const loaded = async (): Promise<number> =>
    Number((await engine.rows(`SELECT count(*)::DOUBLE AS n FROM ${id}`))[0]?.n);

  it('loads rows that differ, once each, and repeats once', async () => {
    const rows = rowsOf(table);
    const report = await add('甲.csv', csv(table, [...rows, ...rows]));
    expect(await loaded()).toBe(ROWS);
    expect(report.issueCounts['duplicate-row']).toBe(ROWS);
    await add('乙.csv', csv(table, rows.slice(1)));
    expect(await loaded()).toBe(ROWS);
  });

  it.each(table.key)('loads every row where %s is left out, or blank', async (column) => {
    // Everything else in the key is alike, so that only what is left out told the rows apart.
    const alike = rowsOf(table).map((row, _, all) => ({
      ...row,
      ...Object.fromEntries(table.key.filter((id) => id !== column).map((id) => [id, all[0]?.[id] ?? ''])),
    }));
    const names = new Set(
      ['unit_name', 'org_name', 'zone_name'].filter((name) => column !== table.key[0] && name in (alike[0] ?? {})),
    );
    const rows = alike.map((row) => ({
      ...row,
      ...Object.fromEntries([...names].map((name) => [name, alike[0]?.[name] ?? ''])),
    }));
    const withoutIt = rows.map((row) => ({ ...row, [column]: '' }));
    const distinct = new Set(withoutIt.map((row) => JSON.stringify(row))).size;
    expect(distinct).toBe(ROWS);
    await add('空.csv', csv(table, withoutIt));
    expect(await loaded()).toBe(ROWS);
    await collection.clear();
    await add('无.csv', csv(table, rows, [column]));
    expect(await loaded()).toBe(ROWS);
  });

  const [first = ''] = table.key;
  it.runIf(table.identity)('does not take the number of a line for an identity, in one file or in two', async () => {
    const numbered = (rows: readonly Cells[]): Cells[] => rows.map((row, n) => ({ ...row, [first]: String(n + 1) }));
    await add('甲.csv', csv(table, numbered(rowsOf(table))));
    await add('乙.csv', csv(table, numbered(rowsOf(table, 20))));
    expect(await loaded()).toBe(2 * ROWS);
    await collection.clear();
    await add('丙.csv', csv(table, [...numbered(rowsOf(table)), ...numbered(rowsOf(table, 20))]));
    expect(await loaded()).toBe(2 * ROWS);
  });
});
