import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_CUBE, buildCells, firstLookAt, prepare, rollUp } from '../../../src/cube';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../../src/ingest';
import { loadRegular } from '../../../src/ingest/regular';
import { ZoneNames } from '../../../src/ingest/zone-names';
import { probeFile } from '../../../src/ingest/stage';
import { benchText } from '../../bench/files';
import { COVERAGE } from '../../bench/tables';

const ROWS = 30_000;
const CAREFUL = { delimiter: ',' };
const line = (fields: readonly string[]): string => `${fields.join(',')}\r\n`;

describe('a large regular file loaded straight into the database', () => {
  let engine: Engine;
  let text = '';
  beforeAll(async () => {
    text = benchText(COVERAGE, ROWS, 42);
    engine = await openNodeEngine();
  });
  afterAll(() => engine.close());

  /** Whether the file goes straight into the database. */
  async function isDirect(content: string): Promise<boolean> {
    const data = new TextEncoder().encode(content);
    await Collection.open(engine, localStager);
    const seen = await probeFile(bytesSource('覆盖.csv', data));
    return (
      (await loadRegular(engine, { path: '覆盖.csv', data, size: data.length }, seen, [], 1, new ZoneNames(engine))) !==
      null
    );
  }

  async function load(
    content: string,
    choices = {},
  ): Promise<{ report: FileReport; rows: unknown[]; cells: unknown[] }> {
    const data = new TextEncoder().encode(content);
    const collection = await Collection.open(engine, localStager);
    const report = await collection.add({ path: '覆盖.csv', data, source: bytesSource('覆盖.csv', data) }, choices);
    const rows = await engine.rows(
      'SELECT count(*) AS n, count(unit_id) AS codes, sum(employees)::DOUBLE AS staff, max(source_row) AS last, min(CAST(snapshot_date AS VARCHAR)) AS first FROM unit_coverage',
    );
    await prepare(engine);
    const { cells } = await buildCells(engine);
    const by = rollUp(
      { ...EMPTY_CUBE, cells },
      { metric: 'org_coverage_rate', by: ['zone', 'domain'], periods: ['2018Q4', '2016'] },
    );
    return { report, rows, cells: by.map((group) => JSON.stringify(group)).sort() };
  }

  it('offers what differs from an earlier large file as a correction, and names that file', async () => {
    const lines = text.split('\r\n');
    const later = [
      lines[0],
      ...lines.slice(1, -1).map((row, at) => (at % 9000 === 0 ? row.replace('运营', '停业') : row)),
      '',
    ];
    const collection = await Collection.open(engine, localStager);
    const add = (path: string, content: string): Promise<FileReport> => {
      const data = new TextEncoder().encode(content);
      return collection.add({ path, data, source: bytesSource(path, data) });
    };
    const first = await add('早.csv', text);
    const changed = later.filter((row, at) => row !== lines[at]).length;
    expect(changed).toBeGreaterThan(0);
    const second = await add('晚.csv', later.join('\r\n'));
    expect(second.issueCounts).toEqual({ 'row-unchanged': ROWS - changed, 'row-corrected': changed });
    expect(second.tables[0]?.loaded).toBe(changed);
    expect(collection.files.map(({ tables }) => tables[0]?.loaded)).toEqual([ROWS - changed, changed]);
    expect(second.corrections).toMatchObject([
      { earlier: first.id, kept: 'later', why: 'loaded', rows: changed, columns: { operating: changed } },
    ]);
    expect(second.issues[0]).toMatchObject({ otherFile: '早.csv' });
  });

  it('gives what the careful reader gives', async () => {
    expect(await isDirect(text)).toBe(true);
    const direct = await load(text);
    const careful = await load(text, CAREFUL);
    expect(direct.rows).toEqual(careful.rows);
    expect(direct.cells).toEqual(careful.cells);
    expect(direct.report.issueCounts).toEqual(careful.report.issueCounts);
    expect(direct.report.tables[0]?.loaded).toBe(ROWS);
    expect(direct.report.tables[0]?.view.match.fields).toEqual(careful.report.tables[0]?.view.match.fields);
  });

  const head = text.slice(0, 0);
  const middle = (extra: string): string => {
    const at = text.indexOf('\r\n', text.length / 2) + 2;
    return head + text.slice(0, at) + extra + text.slice(at);
  };
  const row = (changes: Readonly<Record<number, string>>): string => {
    const fields = [
      '91610000MA9999999X',
      '云岭高新区新增智能装备科技有限公司',
      '云岭高新区',
      '非公企业',
      '运营',
      '联合支部',
      '2018-12-31',
      '12',
      '是',
      '是',
    ];
    return line(fields.map((field, at) => changes[at] ?? field));
  };

  it.each([
    ['a totals row in the middle', () => line(['合计', '', '', '', '', '', '', '60000', '', '']), { 'total-row': 1 }],
    ['a date no cast can read', () => row({ 6: '二○一八年十二月' }), {}],
    ['a word no vocabulary knows', () => row({ 5: '什么都不是' }), { 'unknown-value': 1 }],
    ['a short row', () => '91610000MA9999999X,云岭高新区新增科技有限公司,云岭高新区\r\n', { 'short-row': 1 }],
    ['an identity number among the codes', () => row({ 0: '110101199003077758' }), {}],
  ])('leaves a file with %s to the careful reader', async (_, extra, expected) => {
    const content = middle(extra());
    expect(await isDirect(content)).toBe(false);
    const direct = await load(content);
    const careful = await load(content, CAREFUL);
    expect(direct.rows).toEqual(careful.rows);
    expect(direct.cells).toEqual(careful.cells);
    expect(direct.report.issueCounts).toEqual(careful.report.issueCounts);
    expect(direct.report.issueCounts).toMatchObject(expected);
  });

  it('is not counted before it is read where a row lacks what every row has', async () => {
    const isCounted = async (content: string): Promise<boolean> => {
      const data = new TextEncoder().encode(content);
      const collection = await Collection.open(engine, localStager);
      await prepare(engine);
      const input = { path: '覆盖.csv', data, source: bytesSource('覆盖.csv', data) };
      return collection.firstLook(input, firstLookAt('unit_coverage'));
    };
    expect(await isCounted(text)).toBe(true);
    expect(await isCounted(middle(line(['合计', '', '', '', '', '', '', '60000', '', ''])))).toBe(false);
  });

  it('takes a damaged code out and tells a wrong check character, as the careful reader does', async () => {
    const content = middle(row({ 0: '916100001234567000' }) + row({ 0: '91610131MA6TX8AB1Q' }));
    expect(await isDirect(content)).toBe(true);
    const direct = await load(content);
    const careful = await load(content, CAREFUL);
    expect(direct.rows).toEqual(careful.rows);
    expect(direct.report.issueCounts).toEqual(careful.report.issueCounts);
    expect(direct.report.issueCounts['damaged-code']).toBe(1);
  });
});
