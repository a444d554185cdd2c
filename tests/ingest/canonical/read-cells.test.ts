import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnSpec } from '../../../src/domain';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager, readTables } from '../../../src/ingest';
import { isCheap } from '../../../src/ingest/canonical/plain';
import { parseCell } from '../../../src/ingest/cells';
import { Staging } from '../../../src/ingest/canonical/staging';
import { cheapCast } from '../../../src/ingest/canonical/typing';
import { TABLES } from '../../../src/model';
import { exampleList } from '../../datasets/plain-reader';

const DATASETS = join(import.meta.dirname, '../../../datasets');

/** Spellings on both sides of what the cheap casts take. */
const TEXTS = (
  '0|1|-5|007|12.|12.5|.5|1.5e3|1,000|1 2|12 3|1d|5%|五|５|999999999999999|9999999999999999|inf|NaN|1..2|1.2.3|101|' +
  '2018-12-31|2018-2-30|2018-02-29|2016-02-29|2018/6/3|2018-6/3|2018 6 3|2018\\6\\3|18-6-3|02018-6-3|2018-6-3月|2018-06-0|' +
  '2018-13-01|20180630|2018.6.3|2018-6|1900-01-01|1899-12-31|2100-01-01|2100-01-02|-2018-6-3|2018-006-3|2018-6-03|43465|' +
  '2018|2018Q4|2018Q5|2018H1|2018-06|1899|2018q4|A1|1A|12345678901234|123456789012345|1.0|1+|1/|1%|1e|1E|0101|1号|' +
  '1一二三四|1一二三四五|1-2|党|甲|甲乙丙丁|甲乙丙丁戊|甲乙丙丁戊己|无固定期限|开发区党工委办公室|𠀀开发区党工委办公室|' +
  'GZ00000012|GZ-2018-001|A-|A1-|NULL1|ABCDEFGHIJKLMNO12|ABCDEFGHIJKLMNOP12|a12|A 12|A1B|MA1E5|Ａ12|A１|GZ0001\n|' +
  'a甲乙丙丁戊己|〇开发区党工委办公室|㐀开发区党工委办公室|是|否|true|支部|党委'
).split('|');

const KINDS = new Map<string, ColumnSpec>();
for (const { columns } of TABLES)
  for (const spec of columns)
    KINDS.set(`${spec.type}|${spec.max ?? ''}|${(spec.values ?? []).map(({ id }) => id).join()}`, spec);

/** The database lists the issues of one record in any order. */
const told = (report: FileReport): unknown => ({
  ...report,
  issues: report.issues.map((issue) => JSON.stringify(Object.entries(issue).sort())).sort(),
});

interface Loaded {
  readonly reports: readonly FileReport[];
  readonly rows: Readonly<Record<string, unknown>>;
}

describe('small tables are loaded as large ones are', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 60_000);
  afterAll(() => engine.close());

  it.each([...KINDS])('takes the same plain spellings: %s', async (_, spec) => {
    const texts = [...TEXTS, ...(spec.values ?? []).flatMap(({ id }) => [id, `${id}类`])];
    await engine.insert('spelt', { nth: texts.map((_text, at) => at), text: texts });
    const sql = `SELECT ${cheapCast(spec, 'text')} IS NOT NULL AS cheap FROM spelt ORDER BY nth`;
    const taken = (await engine.rows(sql)).map(({ cheap }, at) => [texts[at], cheap]);
    expect(texts.map((text) => [text, isCheap(spec, text)])).toEqual(taken);
  });

  it('takes only codes that the careful reader leaves as they are', () => {
    const code: ColumnSpec = { id: 'unit_id', type: 'code', label: { zh: '代码', en: 'code' }, headers: [] };
    const written = fc.stringMatching(/^[A-Z0-9-]{1,20}$/u);
    fc.assert(
      fc.property(written, (text) => {
        fc.pre(isCheap(code, text));
        expect(parseCell(code, text)).toEqual({ state: 'value', value: text, reason: null });
      }),
      { numRuns: 2000 },
    );
  });

  /** Loads files with tables of up to `small` characters as text, the others coded. */
  async function load(files: readonly (readonly [string, Uint8Array])[], small?: number): Promise<Loaded> {
    const collection = await Collection.open(engine, localStager);
    const reports: FileReport[] = [];
    for (const [path, data] of files) {
      const source = bytesSource(path, data);
      const staging = new Staging(path, await collection.zones(), {}, {}, small);
      const reading = await readTables(source, {}, staging);
      const read = staging.tables.map(({ staged }) => staged?.csv !== undefined);
      expect([path, read]).toEqual([path, staging.tables.map(({ staged }) => staged !== null && small === undefined)]);
      reports.push(await collection.addStaged({ path, data, source }, { reading, tables: staging.tables }));
    }
    const rows: Record<string, unknown> = {};
    for (const { id, columns } of TABLES) {
      const texts = columns.map((column) => `CAST("${column.id}" AS VARCHAR) AS "${column.id}"`);
      rows[id] = await engine.rows(
        `SELECT ${texts.join(', ')}, file_id, source_row FROM "${id}" ORDER BY file_id, source_row, rowid`,
      );
    }
    return { reports, rows };
  }

  const ODD =
    '开发区,工作类型,对象,时期,是否完成,次数,界\n' +
    '云岭高新区,走访调研,"甲,党委",2018,是,70余,约\n云岭高新区,走访调研,乙党委,二〇一八年,否,约30,\n' +
    '云岭高新区,走访调研,丙党委,2018Q4,√,不足50,\n云岭高新区,座谈,"丁""党委",去年,也许,12,至少\n' +
    '云岭高新区,走访调研,戊党委,2018,是,1.3万,\n云岭高新区,走访调研,—,2018,是,,\n';
  const DUE =
    '问题编号,开发区,责任单位,问题来源,存在问题,发现时间,整改时限,整改状态,时限精度\n' +
    'W1,云岭高新区,甲党委,检查,台账不全,2018-03-01,2018年6月底前,已完成,\n' +
    'W2,云岭高新区,乙党委,检查,换届超期,2018/3/1,2018年6月上旬,整改中,月\n' +
    'W3,云岭高新区,丙党委,检查,无人值班,二〇一八年三月一日,2018-06-30,整改中,\n' +
    'W4,云岭高新区,丁党委,检查,其他,43160,改天,整改中,模糊\n';

  it('gives the same rows and the same ledger either way', { timeout: 120_000 }, async () => {
    const example = exampleList().filter((_, at) => at % 6 === 0);
    const files = [
      ...example.map(({ path }) => [path, new Uint8Array(readFileSync(join(DATASETS, path)))] as const),
      ...[ODD, DUE].map((text, at) => [`怪${at}.csv`, new TextEncoder().encode(text)] as const),
    ];
    const here = await load(files);
    const there = await load(files, 0);
    expect(here.rows).toEqual(there.rows);
    expect(here.reports.map(told)).toEqual(there.reports.map(told));
    expect(here.reports.flatMap(({ issues }) => issues).length).toBeGreaterThan(100);
  });

  const PHONE = '13812345678';
  const cell = (...texts: string[]) => fc.constantFrom(...texts);
  const messyRow = fc.tuple(
    cell('云岭高新区', '青源经开区', '〃', ' 云岭高新区 '),
    cell('走访调研', '检查指导', '座谈', '会议', '—'),
    cell('甲党委', '乙党委（书记张三丰 13812345678）', '"丙,党委"', '备用电话13812345678', '来源党委'),
    cell('2018', '二〇一八年', '2018Q4', '去年', '2018年3月'),
    cell('2018-03-01', '2018/3/1', '2018年3月1日', '20180301', '43160', '2018-02-30', '三月', ''),
    cell('是', '否', '√', '也许', ''),
    cell('1', '70余', '约30', '1.3万', '#REF!', '12-34', '-5', '', '无'),
  );

  it('gives the same of any messy file, with nothing personal in it', { timeout: 180_000 }, async () => {
    const header = '开发区,工作类型,责任主体,时期,完成时间,是否完成,次数';
    const file = fc.tuple(fc.array(messyRow, { minLength: 1, maxLength: 40 }), fc.boolean(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(file, async ([rows, titled, totalled]) => {
        const lines = [
          ...(titled ? ['工作台账,,,,,,'] : []),
          header,
          ...rows.map((cells) => cells.join(',')),
          ...(totalled ? ['合计,,,,,,99'] : []),
        ];
        const files = [['台账.csv', new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)]] as const;
        const here = await load(files);
        const there = await load(files, 0);
        expect(there.rows).toEqual(here.rows);
        expect(there.reports.map(told)).toEqual(here.reports.map(told));
        expect(JSON.stringify(there)).not.toContain(PHONE);
      }),
      { numRuns: 12 },
    );
  });
});
