import { read, utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableSpec } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';
import { TABLES, exampleRow } from '../../src/model';
import { csvRecords, templateCsv, templateXlsx } from '../../src/share';

/** What a template asks for: columns that only repeat in yes and no what another says are none of it. */
const asked = (table: TableSpec) => table.columns.filter(({ tells }) => tells === undefined);

/** What somebody fills in: the example with other names and codes, so that it is data and no longer the example. */
function filled(table: TableSpec): string[] {
  const example = exampleRow(table);
  return asked(table).map((column) => {
    const text = example[table.columns.indexOf(column)] ?? '';
    const isName = column.type !== 'enum' && text.includes('示例');
    return isName ? text.replace('示例', '青松') : text === 'SL001' ? '020100111' : text;
  });
}

function filledCsv(table: TableSpec): Uint8Array {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(templateCsv(table));
  return new TextEncoder().encode(text + csvRecords([filled(table)]));
}

async function filledXlsx(table: TableSpec): Promise<Uint8Array> {
  const book = read(await templateXlsx(table), { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('the template has no sheet');
  utils.sheet_add_aoa(sheet, [filled(table)], { origin: -1 });
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

describe('blank templates', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  });
  afterAll(() => engine.close());

  async function load(path: string, data: Uint8Array): Promise<FileReport> {
    const collection = await Collection.open(engine, localStager);
    return collection.add({ path, data, source: bytesSource(path, data) });
  }

  function expectUnderstood(report: FileReport, table: TableSpec): void {
    const [first, ...others] = report.tables;
    expect(first?.table).toBe(table.id);
    expect(first?.view.match.fields).toEqual(asked(table).map((column) => column.id));
    expect(first?.view.match.personal).toEqual([]);
    expect(first?.loaded).toBe(1);
    expect(others.map((other) => other.table)).toEqual(others.map(() => null));
    const doubts = report.issues.filter((issue) => issue.severity !== 'note');
    expect(doubts.map((issue) => `${issue.code} ${issue.column} ${issue.value}`)).toEqual([]);
    expect(report.issueCounts['example-row']).toBe(1);
  }

  it.each(TABLES.map((table) => [table.id, table] as const))(
    '%s filled in as .csv needs no matching',
    async (_, table) => {
      const bytes = templateCsv(table);
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expectUnderstood(await load(`${table.label.zh}模板.csv`, filledCsv(table)), table);
    },
  );

  it.each(TABLES.map((table) => [table.id, table] as const))(
    '%s filled in as .xlsx needs no matching',
    async (_, table) => {
      expectUnderstood(await load(`${table.label.zh}模板.xlsx`, await filledXlsx(table)), table);
    },
  );

  it.each(TABLES.map((table) => [table.id, table] as const))('%s explains every column', async (_, table) => {
    const book = read(await templateXlsx(table), { type: 'array' });
    expect(book.SheetNames).toEqual([table.label.zh, '说明']);
    const about = book.Sheets['说明'];
    const rows = about ? utils.sheet_to_json<string[]>(about, { header: 1 }) : [];
    const names = rows.slice(-asked(table).length);
    for (const [at, column] of asked(table).entries())
      for (const value of column.values ?? []) expect(names[at]?.[4]).toContain(value.id);
    expect(names.every((row) => row[0] !== '' && row[1] !== '' && row[2] !== '')).toBe(true);
  });
});
