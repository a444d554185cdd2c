import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileInput, bytesSource, fileSource, headerSignature, localStager } from '../../src/ingest';

const HEADER = '企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const EARLIER = `${HEADER}\n甲有限公司,云岭高新区,2018-12-31,非公企业,运营,单独支部,120,12\n乙有限公司,云岭高新区,2018-12-31,非公企业,运营,联合支部,50,5\n丙有限公司,云岭高新区,2018-12-31,非公企业,运营,联合支部,40,4\n`;
const LATER = EARLIER.replace('120,12', '130,14').replace('联合支部,50', '单独支部,50');

function input(path: string, text: string): FileInput {
  const data = new TextEncoder().encode(text);
  return { path, data, source: bytesSource(path, data) };
}

describe('several files in one session', () => {
  let engine: Engine;
  let collection: Collection;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 60_000);
  beforeEach(async () => {
    collection = await Collection.open(engine, localStager);
  }, 60_000);
  afterAll(() => engine.close());

  const units = (): Promise<unknown[]> =>
    engine.rows('SELECT unit_name AS name, employees::DOUBLE AS staff, file_id AS file FROM unit_coverage ORDER BY 1');

  it('refuses the same bytes under another name and loads them once', async () => {
    await collection.add(input('一.csv', EARLIER));
    const again = collection.add(input('二.csv', EARLIER));
    await expect(again).rejects.toMatchObject({ code: 'same-file', value: '一.csv' } satisfies Partial<Refusal>);
    expect(collection.files.map((file) => file.path)).toEqual(['一.csv']);
    expect(await units()).toHaveLength(3);
  });

  it('takes a list that has not changed since, where the names say that it is of another period', async () => {
    const undated = EARLIER.replace('统计日期', '登记号').replaceAll(/2018-\d\d-\d\d/gu, '1');
    await collection.add(input('试验开发区2024年第三季度.csv', undated));
    await collection.add(input('试验开发区2024年第四季度.csv', undated));
    const again = collection.add(input('试验开发区2024年四季度（1）.csv', undated));
    await expect(again).rejects.toMatchObject({ code: 'same-file' });
    const days = await engine.rows(
      'SELECT CAST(snapshot_date AS VARCHAR) AS day, count(*)::DOUBLE AS n FROM unit_coverage GROUP BY 1 ORDER BY 1',
    );
    expect(days).toEqual([
      { day: '2024-09-30', n: 3 },
      { day: '2024-12-31', n: 3 },
    ]);
  });

  it('takes a file that differs in one byte', async () => {
    await collection.add(input('一.csv', EARLIER));
    await collection.add(input('二.csv', EARLIER.replaceAll('2018', '2017')));
    expect(await units()).toHaveLength(6);
  });

  it('offers other values for the same key and date as a correction, cell by cell', async () => {
    const first = await collection.add(input('一.csv', EARLIER));
    const second = await collection.add(input('二.csv', LATER));
    expect(second.issueCounts).toMatchObject({ 'row-corrected': 2, 'row-unchanged': 1 });
    expect(second.tables[0]?.loaded).toBe(2);
    expect(second.corrections).toEqual([
      {
        table: 'unit_coverage',
        earlier: first.id,
        kept: 'later',
        why: 'loaded',
        rows: 2,
        columns: { employees: 1, members: 1, coverage_mode: 1 },
        cells: [
          { name: '甲有限公司', row: 2, column: 'employees', before: '120', after: '130' },
          { name: '甲有限公司', row: 2, column: 'members', before: '12', after: '14' },
          { name: '乙有限公司', row: 3, column: 'coverage_mode', before: '联合支部', after: '单独支部' },
        ],
      },
    ]);
    expect(await units()).toMatchObject([{ staff: 40 }, { staff: 50 }, { staff: 130 }]);
  });

  it('keeps the earlier values when the user says so, keeps saying what differs, and keeps the choice over a rebuild', async () => {
    await collection.add(input('一.csv', EARLIER));
    const { id, corrections } = await collection.add(input('二.csv', LATER));
    expect(await collection.replace(id, { repeats: 'earlier' })).toBe(false);
    await collection.rebuild(new Map([[id, { repeats: 'earlier' }]]));
    for (let turn = 0; turn < 2; turn += 1) {
      const [first, second] = collection.files;
      expect(second?.choices).toEqual({ repeats: 'earlier' });
      expect(second?.corrections).toEqual(corrections?.map((one) => ({ ...one, kept: 'earlier', why: 'chosen' })));
      expect(second?.issueCounts).toEqual({ 'duplicate-key': 2, 'row-unchanged': 1 });
      expect((first?.tables[0]?.loaded ?? 0) + (second?.tables[0]?.loaded ?? 0)).toBe(3);
      expect(await units()).toMatchObject([
        { staff: 40 },
        { staff: 50, file: first?.id },
        { staff: 120, file: first?.id },
      ]);
      await collection.rebuild();
    }
    expect(await collection.remove(id)).toBe(false);
    await collection.rebuild();
    expect(await units()).toMatchObject([{ staff: 40 }, { staff: 50 }, { staff: 120 }]);
  });

  it('reads one file again in its place, and leaves it as it was when that fails', async () => {
    const { id } = await collection.add(input('一.csv', EARLIER));
    await collection.add(input('二.csv', EARLIER.replaceAll('2018', '2017')));
    expect(await collection.replace(id, { tables: { 0: { fields: { 6: null } } } })).toBe(true);
    expect(collection.files.map((file) => file.id)).toEqual([id, id + 1]);
    expect(await engine.rows(`SELECT DISTINCT employees FROM unit_coverage WHERE file_id = ${id}`)).toEqual([
      { employees: null },
    ]);
    const before = collection.files;
    await expect(collection.replace(id, { encoding: 'no-such-encoding' })).rejects.toMatchObject({
      code: 'unknown-encoding',
    });
    expect(collection.files).toEqual(before);
    expect(await units()).toHaveLength(6);
  });

  it('goes back to the files it had when a rebuild fails', async () => {
    const { id } = await collection.add(input('一.csv', EARLIER));
    const later = await collection.add(input('二.csv', LATER));
    await expect(collection.rebuild(new Map([[later.id, { encoding: 'no-such-encoding' }]]))).rejects.toMatchObject({
      code: 'unknown-encoding',
    });
    expect(collection.files.map((file) => file.id)).toEqual([id, later.id]);
    expect(await units()).toHaveLength(3);
  });

  it('puts parked files back', async () => {
    await collection.add(input('一.csv', EARLIER));
    const before = collection.files;
    const parked = collection.park();
    await parked.clear();
    await collection.add(input('二.csv', LATER));
    await parked.restore();
    expect(collection.files).toEqual(before);
    expect(await units()).toMatchObject([{ staff: 40 }, { staff: 50 }, { staff: 120 }]);
  });

  it('follows what is kept for a header, and says so', async () => {
    const text = EARLIER.replace('从业人员', '备用甲');
    const header = text.split('\n')[0]?.split(',') ?? [];
    const plain = await collection.add(input('一.csv', text));
    expect(plain.tables[0]?.view.match.fields[6]).toBeNull();
    collection.matches = { headers: { [headerSignature(header)]: { fields: { 6: 'employees' } } } };
    const known = await collection.add(input('二.csv', text.replaceAll('2018', '2017')));
    expect(known.tables[0]?.view.match.fields[6]).toBe('employees');
    expect(known.tables[0]?.view.remembered).toBe(true);
    expect(known.choices).toEqual({});
  });

  it('does not read a table that is switched off, and reads it when switched on', async () => {
    const two = `${EARLIER}\n\n党组织名称,开发区,统计日期,党组织类别,成立时间\n甲公司党支部,云岭高新区,2018-12-31,支部,2015-01-01\n乙公司党支部,云岭高新区,2018-12-31,支部,2015-01-01\n`;
    const report = await collection.add(input('两张.csv', two));
    expect(report.tables.map((table) => table.table)).toEqual(['unit_coverage', 'party_org']);
    await collection.replace(report.id, { tables: { 0: { off: true } } });
    expect(collection.files[0]?.tables.map((table) => [table.table, table.loaded])).toEqual([
      [null, 0],
      ['party_org', 2],
    ]);
    expect(await units()).toEqual([]);
    await collection.replace(report.id, { tables: { 0: { off: true }, 1: { off: true } } });
    expect(collection.files[0]?.tables.map((table) => table.loaded)).toEqual([0, 0]);
  });

  it('asks about 1 and 2 and about 无, and reads them as answered', async () => {
    const text = `企业名称,开发区,统计日期,单位性质,经营状态,组建形式,党员人数,是否规上\n甲有限公司,云岭高新区,2018-12-31,非公企业,运营,单独支部,无,1\n乙有限公司,云岭高新区,2018-12-31,非公企业,运营,联合支部,5,2\n`;
    const report = await collection.add(input('一.csv', text));
    expect(report.issueCounts['boolean-coding-unknown']).toBe(2);
    expect(report.tables[0]?.view.nones).toBe(1);
    await collection.replace(report.id, { tables: { 0: { booleanCoding: 'one-two', noneIsZero: true } } });
    expect(await engine.rows('SELECT above_scale, members FROM unit_coverage ORDER BY source_row')).toEqual([
      { above_scale: true, members: 0 },
      { above_scale: false, members: 5 },
    ]);
  });

  it('compares a removed totals row with the sum of the rows, both ways', async () => {
    const { tables, issueCounts } = await collection.add(input('一.csv', `${EARLIER}合计,,,,,,210,22\n`));
    expect(tables[0]?.view.controls).toEqual([
      { record: 5, column: '从业人员', stated: '210', sum: 210, agrees: true },
      { record: 5, column: '党员人数', stated: '22', sum: 21, agrees: false },
    ]);
    expect(issueCounts['total-mismatch']).toBe(1);
  });

  it('says so when a file is gone from disk, and leaves everything as it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zonelens-gone-'));
    const onDisk = async (name: string, text: string): Promise<FileInput> => {
      writeFileSync(join(folder, name), text);
      const data = new File([await openAsBlob(join(folder, name))], name);
      return { path: name, data, source: fileSource(data) };
    };
    try {
      const register = await collection.add(
        await onDisk(
          '开发区名册.csv',
          '开发区代码,开发区名称,开发区类型,开发区级别,行政区划代码\nYLGX,云岭高新区,高新区,省级,410000\n',
        ),
      );
      const file = await collection.add(await onDisk('一.csv', EARLIER));
      const before = [collection.files, await units()];
      rmSync(folder, { recursive: true });
      const gone = (name: string) => ({ code: 'file-gone', file: name }) satisfies Partial<Refusal>;
      await expect(collection.replace(file.id, { encoding: 'gb18030' })).rejects.toMatchObject(gone('一.csv'));
      await expect(collection.rebuild()).rejects.toMatchObject({ code: 'file-gone' });
      // Others were read by the register: without it they would have to be read again.
      await expect(collection.remove(register.id)).rejects.toMatchObject(gone('一.csv'));
      expect([collection.files, await units()]).toEqual(before);
      // A new file of the same size is not mistaken for one that cannot be read.
      await collection.add(input('二.csv', EARLIER.replaceAll('2018', '2017')));
      expect(await units()).toHaveLength(6);
      expect(await collection.remove(file.id)).toBe(true);
      expect(await units()).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('reads a record and its neighbours again as they stand in the file, personal columns blanked', async () => {
    const text = `某区台账\n${HEADER},联系电话\n${EARLIER.split('\n')
      .slice(1, 4)
      .map((line) => `${line},13800138000`)
      .join('\n')}\n合计,,,,,,210,21,\n`;
    const { id, tables } = await collection.add(input('一.csv', text));
    expect(tables[0]?.view.match.personal.map((column) => column.header)).toEqual(['联系电话']);
    const records = await collection.records(id, { sheet: null, from: 4, to: 6 });
    expect(records.map(({ record, cells }) => [record, cells[0], cells[8]])).toEqual([
      [4, '乙有限公司', '***'],
      [5, '丙有限公司', '***'],
      [6, '合计', ''],
    ]);
    expect(await collection.records(id, { sheet: null, from: 1, to: 1 })).toMatchObject([{ record: 1 }]);
    expect(await collection.records(id, { sheet: null, from: 90, to: 95 })).toEqual([]);
  });
});
