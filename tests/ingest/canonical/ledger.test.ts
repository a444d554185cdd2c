import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../../src/ingest';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what the ledger says of a loaded file', () => {
  let engine: Engine;
  let collection: Collection;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 60_000);
  beforeEach(async () => {
    collection = await Collection.open(engine, localStager);
  }, 60_000);
  afterAll(() => engine.close());

  const add = (path: string, content: string | Uint8Array, choices = {}): Promise<FileReport> => {
    const data = typeof content === 'string' ? encode(content) : content;
    return collection.add({ path, data, source: bytesSource(path, data) }, choices);
  };
  const told = ({ issues }: FileReport, code: string) =>
    issues.filter((issue) => issue.code === code).map(({ row, column, value }) => [row, column, value]);

  it('keeps a bound as a bound, and only where the table can say so', async () => {
    const visits = await add(
      '走访.csv',
      '开发区,工作类型,对象,时期,是否完成,次数\n云岭高新区,走访调研,甲党委,2018,是,70余\n云岭高新区,走访调研,乙党委,2018,是,约30\n云岭高新区,走访调研,丙党委,2018,是,12\n云岭高新区,走访调研,丁党委,2018,是,不足50\n',
    );
    expect(
      await engine.rows(
        'SELECT CAST(count AS DOUBLE) AS n, CAST(bound AS VARCHAR) AS bound FROM work_record ORDER BY source_row',
      ),
    ).toEqual([
      { n: 70, bound: 'ge' },
      { n: 30, bound: 'approx' },
      { n: 12, bound: null },
      { n: null, bound: null },
    ]);
    expect(visits.issueCounts['bounded-value']).toBe(3);
    expect(visits.issues.find(({ value }) => value === '不足50')?.severity).toBe('error');
    const members = await add(
      '党组织.csv',
      '党组织名称,开发区,统计日期,党组织类别,党员数\n甲党委,云岭高新区,2018-12-31,党委,1.3万余\n',
    );
    expect(await engine.rows('SELECT member_total FROM party_org')).toEqual([{ member_total: null }]);
    expect(told(members, 'bounded-value')).toEqual([[2, '党员数', '1.3万余']]);
  });

  it('says its own bound before that of the number', async () => {
    await add(
      '走访.csv',
      '开发区,工作类型,对象,时期,是否完成,次数,界\n云岭高新区,走访调研,甲党委,2018,是,70余,约\n云岭高新区,走访调研,乙党委,2018,是,9,至少\n',
    );
    expect(await engine.rows('SELECT CAST(bound AS VARCHAR) AS bound FROM work_record ORDER BY source_row')).toEqual([
      { bound: 'approx' },
      { bound: 'ge' },
    ]);
  });

  it('reports a faulty cell beside the months once, and one among them under its month', async () => {
    const report = await add(
      '2018年组织生活.csv',
      '党组织名称,开发区,会议类型,1月,2月,3月,4月,5月,6月\n甲支部,云岭高新区,支委会X,1,1,1,1,1,1\n乙支部,云岭高新区,支委会,1,七八次,1,1,1,1\n',
    );
    expect(told(report, 'unknown-value')).toEqual([[2, '会议类型', '支委会X']]);
    expect(told(report, 'missing-required')).toEqual([[2, '会议类型', null]]);
    expect(told(report, 'not-a-number')).toEqual([[3, '2月', '七八次']]);
    expect(report.issueCounts).toMatchObject({ 'unknown-value': 1, 'missing-required': 1, 'not-a-number': 1 });
  });

  it('takes the counts of several months for several rows, not for repetitions', async () => {
    const report = await add(
      '2018年组织生活.csv',
      '党组织名称,开发区,会议类型,1月,2月,3月,4月,5月,6月\n甲支部,云岭高新区,支委会,1,1,1,1,1,1\n',
    );
    expect(report.tables[0]?.loaded).toBe(6);
    expect(report.issueCounts).toEqual({});
  });

  it('counts what is wrong on a sheet once, though another sheet fills the same table', async () => {
    const rows = (name: string, kind: string) => [
      ['党组织名称', '开发区', '统计日期', '党组织类别'],
      [`${name}支部`, '云岭高新区', '2018-12-31', kind],
      [`${name}总支`, '云岭高新区', '2018-12-31', '总支'],
    ];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows('甲', '不知道')), '一');
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows('乙', '支部')), '二');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const report = await add('两页.xlsx', bytes);
    expect(report.tables.map(({ loaded }) => loaded)).toEqual([2, 2]);
    expect(report.issueCounts['missing-required']).toBe(1);
    expect(report.issues.filter(({ code }) => code === 'missing-required')).toMatchObject([{ sheet: '一', row: 2 }]);
  });

  it('names the other file where two files clash', async () => {
    const text =
      '党组织名称,开发区,统计日期,党组织类别,党员数\n甲支部,云岭高新区,2018-12-31,支部,12\n乙支部,云岭高新区,2018-12-31,支部,9\n';
    await add('早.csv', text);
    const keepsEarlier = { repeats: 'earlier' };
    const later = await add(
      '晚.csv',
      `${text.replace(',12', ',13')}丙支部,云岭高新区,2018-12-31,支部,5\n丙支部,云岭高新区,2018-12-31,支部,5\n`,
      keepsEarlier,
    );
    const about = later.issues.filter(({ code }) => /^(?:duplicate-|row-unchanged)/u.test(code));
    expect(about.map(({ code, row, detail, otherFile }) => [code, row, detail, otherFile])).toEqual([
      ['row-unchanged', 3, '3', '早.csv'],
      ['duplicate-row', 5, '4', undefined],
      ['duplicate-key', 2, '2', '早.csv'],
    ]);
    const corrected = await add('更正.csv', text.replace(',12', ',14'));
    expect(corrected.issues.find(({ code }) => code === 'row-corrected')).toMatchObject({
      row: 2,
      detail: '2',
      otherFile: '早.csv',
    });
  });

  it('asks about shares that are only 0 and 1, and reads them as answered', async () => {
    const grades = (shares: readonly string[]): string =>
      `党组织名称,开发区,考评种类,评定周期,等级制,定级,满意率\n${shares.map((share, i) => `第${i + 1}支部,云岭高新区,分类定级,2018,四级制,好,${share}\n`).join('')}`;
    const read = async (): Promise<unknown[]> =>
      (await engine.rows('SELECT satisfaction AS s FROM grading ORDER BY source_row')).map(({ s }) => s);
    const { id, issueCounts } = await add('定级.csv', grades(['1', '0']));
    expect(issueCounts['percent-unclear']).toBe(2);
    expect(await read()).toEqual([null, null]);
    await collection.replace(id, { tables: { 0: { percent: 'fraction' } } });
    expect(await read()).toEqual([1, 0]);
    await collection.replace(id, { tables: { 0: { percent: 'percent' } } });
    expect(await read()).toEqual([0.01, 0]);
    await collection.clear();
    // Decided by the column: 1 is a hundredth among percentages without signs, the whole among fractions, and either beside a sign.
    await add('定级.csv', grades(['95', '1', '88.5']));
    expect(await read()).toEqual([0.95, 0.01, 0.885]);
    await collection.clear();
    const mixed = await add('定级.csv', grades(['95', '1', '88.5%']));
    expect(mixed.issueCounts['percent-unclear']).toBe(1);
    expect(await read()).toEqual([0.95, null, 0.885]);
    await collection.clear();
    await add('定级.csv', grades(['0.95', '1']));
    expect(await read()).toEqual([0.95, 1]);
  });

  it('reads days and months in the order that another cell of the column shows', async () => {
    await add(
      '党组织.csv',
      '党组织名称,开发区,统计日期,党组织类别,成立时间\n甲,云岭高新区,2018-12-31,支部,5/6/2011\n乙,云岭高新区,2018-12-31,支部,31/5/2012\n',
    );
    expect(await engine.rows('SELECT CAST(founded_date AS VARCHAR) AS day FROM party_org ORDER BY source_row')).toEqual(
      [{ day: '2011-06-05' }, { day: '2012-05-31' }],
    );
  });

  const orgs = (): Promise<unknown[]> =>
    engine.rows(
      'SELECT zone_id AS zone, parent_org_name AS parent, org_name AS org, member_total AS n FROM party_org ORDER BY source_row',
    );

  it('fills zones and parents downward, never figures, and says so', async () => {
    const report = await add(
      '党组织.csv',
      '开发区,上级党组织,党组织名称,统计日期,党组织类别,党员数\n云岭高新区,甲党委,一支部,2018-12-31,支部,12\n,,二支部,,支部,\n,乙党委,三支部,2018-12-31,支部,3\n江州经开区,,四支部,2018-12-31,支部,4\n〃,丙党委,五支部,2018-12-31,支部,5\n',
    );
    expect(await orgs()).toEqual([
      { zone: '云岭高新区', parent: '甲党委', org: '一支部', n: 12 },
      { zone: '云岭高新区', parent: '甲党委', org: '二支部', n: null },
      { zone: '云岭高新区', parent: '乙党委', org: '三支部', n: 3 },
      { zone: '江州经开区', parent: null, org: '四支部', n: 4 },
      { zone: '江州经开区', parent: '丙党委', org: '五支部', n: 5 },
    ]);
    expect(report.issueCounts['filled-down']).toBe(5);
    expect(told(report, 'filled-down')).toEqual([
      [3, '开发区', null],
      [3, '上级党组织', null],
      [3, '统计日期', null],
    ]);
  });

  it('fills exactly the merged cells of a workbook', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['党组织情况表'],
      ['党组织名称', '开发区', '统计日期', '党组织类别', '上级党组织', '党员数'],
      ['一支部', '云岭高新区', '2018-12-31', '支部', '甲党委', 12],
      ['二支部', null, '2018-12-31', '支部', null, null],
      ['三支部', null, '2018-12-31', '支部', null, 3],
    ]);
    sheet['!merges'] = ['A1:F1', 'B3:B4', 'E3:E4', 'F3:F4'].map((range) => XLSX.utils.decode_range(range));
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, '表');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    await add('台账.xlsx', bytes);
    expect(await orgs()).toEqual([
      { zone: '云岭高新区', parent: '甲党委', org: '一支部', n: 12 },
      { zone: '云岭高新区', parent: '甲党委', org: '二支部', n: null },
      { zone: null, parent: null, org: '三支部', n: 3 },
    ]);
  });

  it('compares the grand total beside subtotals and shares', async () => {
    const { tables, issueCounts } = await add(
      '党组织.csv',
      '党组织名称,开发区,统计日期,党组织类别,党员数\n甲支部,云岭高新区,2018-12-31,支部,12\n小计,,,,12\n乙支部,江州经开区,2018-12-31,支部,9\n小计,,,,9\n合计,,,,22\n占比,,,,100%\n',
    );
    expect(tables[0]?.view.controls).toEqual([
      { record: 6, column: '党员数', stated: '22', sum: 21, agrees: false },
      { record: 3, column: '党员数', stated: '12', sum: 12, agrees: true },
      { record: 5, column: '党员数', stated: '9', sum: 9, agrees: true },
    ]);
    expect(issueCounts['total-mismatch']).toBe(1);
  });

  it('holds totals over √, 已建 and forms against the rows, and each subtotal against its own', async () => {
    const list = (parts: readonly string[]): string =>
      ['企业名称,开发区,统计日期,单位性质,是否建立党组织,组织形式,指导员', ...parts].join('\n') + '\n';
    const unit = (name: string, ...cells: string[]): string =>
      [name, '云岭高新区', '2018-12-31', '非公企业', ...cells].join(',');
    const below = list([
      unit('甲公司', '√', '单独', '有'),
      unit('乙公司', '×', '', '无'),
      '小计,,,,1,1,1',
      unit('丙公司', '√', '联合', '有'),
      unit('丁公司', '√', '单独', '无'),
      '小计,,,,3,2,1',
      '合计,,,,3,3,3',
    ]);
    const told = async (path: string, text: string) => {
      const { tables } = await add(path, text);
      return tables[0]?.view.controls?.map(({ record, column, stated, sum }) =>
        [record, column, stated, sum].join(' '),
      );
    };
    expect(await told('下.csv', below)).toEqual([
      '8 是否建立党组织 3 3',
      '8 组织形式 3 3',
      '8 指导员 3 2',
      '4 是否建立党组织 1 1',
      '4 组织形式 1 1',
      '4 指导员 1 1',
      '7 是否建立党组织 3 2',
      '7 组织形式 2 2',
      '7 指导员 1 1',
    ]);
    const above = ['甲街道小计,,,,1,,', unit('戊公司', '√', '', ''), '乙街道小计,,,,1,,', unit('己公司', '×', '', '')];
    expect(await told('上.csv', list(above))).toEqual(['2 是否建立党组织 1 1', '4 是否建立党组织 1 0']);
  });

  it('stops between two statements and leaves nothing behind', async () => {
    const text = '党组织名称,开发区,统计日期,党组织类别\n甲支部,云岭高新区,2018-12-31,支部\n';
    const data = encode(text);
    const input = { path: '一.csv', data, source: bytesSource('一.csv', data) };
    const staged = await localStager.stage(input, [], {}, {});
    const stopper = new AbortController();
    const loading = collection.addStaged(input, staged, {}, { signal: stopper.signal });
    stopper.abort(new DOMException('stopped', 'AbortError'));
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    expect(collection.files).toEqual([]);
    expect(await orgs()).toEqual([]);
  });
});
