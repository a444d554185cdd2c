import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { runCli, temporaryFolder } from '../cli/command-line';
import { writeDecisions } from '../../src/state/decisions-file';
import { cellsOf } from '../datasets/plain-reader';
import { type Watched, filesRead, openBrowser, openWorkbench } from './browser';
import { byName, figureWith, go, readFigure } from './page-reader';
import { zoneNames } from './recount';

/* What is decided on the page is saved, opened in another browser and followed by the command line: the figures are the same. */

const DATASETS = join(import.meta.dirname, '../../datasets');
const folder = temporaryFolder();
let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
}, 60_000);
afterAll(async () => {
  await watched.close();
  folder.remove();
});
beforeEach(async () => {
  await open();
});
afterEach(async () => {
  await page.context().close();
  watched.assertQuiet();
});

async function open(): Promise<void> {
  page = await openWorkbench(await watched.context({ acceptDownloads: true }), inject('site'), '#/import');
  page.setDefaultTimeout(20_000);
}

async function drop(...paths: readonly string[]): Promise<void> {
  await page.locator('input[type=file][multiple]:enabled').setInputFiles([...paths]);
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, null, { timeout: 60_000 });
  await page.evaluate(() => void (location.hash = '#/import'));
}

async function saved(): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存决定' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('区镜-决定.json');
  return readFileSync(await file.path(), 'utf8');
}

type Pairs = Readonly<Record<string, readonly [number, number]>>;

/** Organisation coverage by zone as the page shows it. */
async function shown(period: string, label: string): Promise<Pairs> {
  await go(page, `#/coverage?period=${period}`);
  const rows = byName(await readFigure(figureWith(page, `组织覆盖率，${label}`)), ['分子', '分母']);
  const number = (text = ''): number => Number(text.replaceAll(',', ''));
  const pairs = Object.entries(rows).map(([name, [n, d]]) => [name, [number(n), number(d)]] as const);
  return Object.fromEntries(pairs);
}

/** The same from the cells the command line writes. */
function counted(args: readonly string[], day: string, names: ReadonlyMap<string, string>): Pairs {
  const out = folder.path('cube.csv');
  const { code, stderr } = runCli(['cube', ...args, '-o', out]);
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  expect(stderr).not.toContain('没有注明开发区');
  const sums = new Map<string, [number, number]>();
  for (const [metric, zone = '', , , period, , n, d] of cellsOf(readFileSync(out, 'utf8'), ',')) {
    if (metric !== 'org_coverage_rate' || period !== day) continue;
    const [numerator, denominator] = sums.get(zone) ?? [0, 0];
    sums.set(zone, [numerator + Number(n), denominator + Number(d)]);
  }
  // Zones that have nothing to count are not shown.
  const some = [...sums].filter(([, [, denominator]]) => denominator > 0);
  return Object.fromEntries(some.map(([zone, pair]) => [names.get(zone) ?? zone, pair]));
}

const BARE = '企业名称,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const row = (name: string, form: string): string => `${name},2018-12-31,非公企业,运营,${form},20,5\n`;
const rows = (zone: string, built: number, other: number): string =>
  Array.from({ length: built + other }, (_, at) => row(`${zone}${at}厂`, at < built ? '单独支部' : '未组建')).join('');

test('answers given on the page go with the files, to another browser and to the command line', async () => {
  const register = folder.write(
    '名册.csv',
    '开发区代码,开发区名称,开发区类型,级别\nYLGX,云岭高新区,高新区,国家级\nQLJK,青岚经开区,经开区,省级\n',
  );
  const named = folder.write('青岚经开区台账.csv', `${BARE}\n${rows('青岚', 9, 4)}`);
  const silent = folder.write('台账.csv', `${BARE}\n${rows('云岭', 6, 7)}`);
  await drop(silent, named, register);
  await page.getByText('这份数据属于哪个开发区？').waitFor();
  // What is asked is not said a second time.
  expect(await page.getByText('行没有注明开发区').count()).toBe(0);
  const zone = page.getByLabel(/属于哪个开发区/u).and(page.locator('input'));
  await zone.fill('云岭高新区');
  await zone.press('Enter');
  await page.getByText('这份数据属于哪个开发区？').waitFor({ state: 'hidden' });
  const decisions = folder.write('决定.json', await saved());
  expect(JSON.parse(readFileSync(decisions, 'utf8'))).toMatchObject({
    用途: '区镜决定',
    文件: expect.arrayContaining([
      expect.objectContaining({
        文件: '台账.csv',
        各表: [expect.objectContaining({ 整张补填: { 开发区: '云岭高新区' } })],
      }),
    ]) as unknown,
  });
  const names = new Map([
    ['YLGX', '云岭高新区'],
    ['QLJK', '青岚经开区'],
  ]);
  const figures = { 云岭高新区: [6, 13], 青岚经开区: [9, 13] };
  expect(await shown('2018Q4', '2018 年第四季度')).toMatchObject(figures);
  // On disk the files are called otherwise by now.
  const moved = [silent, register, named].map((path, at) => folder.write(`${at}.csv`, readFileSync(path)));
  expect(counted([...moved, '--decisions', decisions], '2018-12-31', names)).toEqual(figures);
  // Another browser gets decisions and files in one drop, then a file that has changed since.
  await page.context().close();
  await open();
  await drop(...moved, decisions);
  expect(await page.getByText('这份数据属于哪个开发区？').count()).toBe(0);
  expect(JSON.parse(await saved())).toEqual(JSON.parse(readFileSync(decisions, 'utf8')));
  expect(await shown('2018Q4', '2018 年第四季度')).toMatchObject(figures);
  await page.context().close();
  await open();
  await drop(decisions);
  await page.getByText('已打开决定文件：3 个文件，1 种表头，0 项规则和目标。').waitFor();
  await page.getByText('决定文件中另有 3 个文件尚未导入').waitFor();
  await drop(folder.write('台账.csv', `${BARE}\n${rows('云岭', 5, 8)}`));
  await page.getByText('1 个文件的内容与作决定时不同，其决定没有采用：台账.csv').waitFor();
  await page.getByText('这份数据属于哪个开发区？').waitFor();
  // A file that waits to be told what it is is read once a file of decisions says it.
  await page.context().close();
  await open();
  const strange = folder.write(
    '花名.csv',
    `名头,片,日子,类,状,法\n${Array.from({ length: 4 }, (_, at) => `${at}厂,北港经开区,2018-12-31,非公企业,运营,${at < 3 ? '单独支部' : '未组建'}\n`).join('')}`,
  );
  await drop(strange);
  await page.getByText('这是什么表').first().waitFor();
  const bytes = readFileSync(strange);
  const header = ['名头', '片', '日子', '类', '状', '法'];
  const fields = ['unit_name', 'zone_id', 'snapshot_date', 'unit_kind', 'operating', 'coverage_mode'];
  const told = {
    path: '花名.csv',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    choices: {},
    tables: [{ index: 0, table: 'unit_coverage', header, choice: { table: 'unit_coverage', fields: { ...fields } } }],
  };
  await drop(
    folder.write(
      '花名决定.json',
      writeDecisions({ book: {}, words: { headers: [], values: [] }, files: [told], setting: null }),
    ),
  );
  await page.getByText('已导入 1 个文件，4 行').waitFor();
  // Of one zone the committees are compared, and this file names none.
  expect(await shown('2018Q4', '2018 年第四季度')).toEqual({ 未注明: [3, 4] });
  await page.locator('main').getByText('北港经开区').first().waitFor();
  await page.evaluate(() => void (location.hash = '#/import'));
  const foreign = folder.write('别的.json', '{"用途":"别的"}');
  await drop(foreign);
  await page.getByText('没有打开“别的.json”：不是区镜的决定文件。原有的决定没有变动。').waitFor();
});

test('the example of the page is the example of the command line', async () => {
  await page.getByRole('button', { name: '载入示例数据' }).click();
  await page.getByRole('region', { name: '主要指标' }).waitFor({ timeout: 120_000 });
  await filesRead(page);
  const figures = await shown('2018Q4', '2018 年第四季度');
  await page.evaluate(() => void (location.hash = '#/import'));
  expect(await page.getByText('行没有注明开发区').count()).toBe(0);
  const decisions = folder.write('示例决定.json', await saved());
  const files = [join(DATASETS, 'published'), join(DATASETS, 'example')];
  const own = counted([...files, '--decisions', decisions], '2018-12-31', zoneNames());
  const first = readFileSync(folder.path('cube.csv'), 'utf8');
  expect(Object.keys(own).length).toBeGreaterThan(10);
  expect(figures).toEqual(own);
  const shipped = ['--decisions', join(DATASETS, 'decisions.json')];
  expect(counted([...files, ...shipped], '2018-12-31', zoneNames())).toEqual(own);
  expect(readFileSync(folder.path('cube.csv'), 'utf8')).toBe(first);
}, 300_000);
