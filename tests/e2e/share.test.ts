import { read as bookOf, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Cube, loadCube, mergeCubes, saveCube } from '../../src/cube';
import { cubeInReport } from '../../src/share';
import { temporaryFolder } from '../cli/command-line';
import { linesOf } from '../datasets/paper-numbers';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { choose } from './example-files';
import { exampleFilePaths } from './organisation-rows';
import { figureWith, go, headlineOf, readFigure } from './page-reader';

/* What is handed over from the page: chosen, looked at, saved, and opened from disk with nothing but a browser. */

const folder = temporaryFolder();
const requests: string[] = [];
let watched: Watched;
let page: Page;
let report: Page;

const COVERAGE = '#/coverage?period=2018Q4';
const figure = (of: Page) => figureWith(of, '组织覆盖率，2018 年第四季度');

async function saved(name: string, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const path = folder.path(name);
  await download.saveAs(path);
  return path;
}

/** The level is chosen, and what may be told is found. */
async function chooseLevel(level: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${level}`, 'u') }).check();
  await page.getByText(/个汇总数/u).waitFor();
}

const sizes = (cells: readonly { denominator: number | null }[]): number[] =>
  cells.flatMap(({ denominator }) => (denominator === null || denominator === 0 ? [] : [denominator]));

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context({ acceptDownloads: true });
  context.setDefaultTimeout(30_000);
  page = await openWorkbench(context, inject('site'));
  const tables = ['zone', 'unit_coverage', 'grading', 'party_org'];
  await choose(
    page,
    [null, 'YLGX', 'JYGX', 'XAGX', 'QLJK'].flatMap((zone) => exampleFilePaths(zone, tables)),
  );
  await page.getByRole('region', { name: '主要指标' }).waitFor({ timeout: 120_000 });
  const offline = await watched.context({ offline: true });
  offline.setDefaultTimeout(10_000);
  offline.on('request', (request) => requests.push(request.url()));
  report = await offline.newPage();
}, 180_000);

afterAll(async () => {
  await watched.close();
  folder.remove();
});

test('all of it, for the own office: the report shows what the page shows, and says who made it for whom', async () => {
  await go(page, COVERAGE);
  const [headline, read] = [await headlineOf(page), await readFigure(figure(page))];
  await go(page, '#/share');
  await page.getByLabel('制作单位').fill('某某市委组织部');
  await page.getByLabel('送', { exact: true }).fill('市委 <b>办公室</b>');
  await page.getByText(/个汇总数/u).waitFor();
  const path = await saved('内部.html', '保存报告');
  await report.goto(`file://${encodeURI(path)}${COVERAGE}`);
  await figure(report).waitFor();
  expect([await headlineOf(report), await readFigure(figure(report))]).toEqual([headline, read]);
  expect(await report.locator('main').innerText()).toContain('内部 · 送市委 <b>办公室</b> · 某某市委组织部制');
  await report.locator('summary', { hasText: '关于这份文件' }).click();
  expect(await report.locator('main footer code').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^[0-9a-f]{64}$/u),
  );
  expect(requests.filter((url) => !/^(?:file|blob|data):/u.test(url))).toEqual([]);
});

test('for anybody: committees and few are not in the file, zones are as they were, and what is left out is said', async () => {
  await go(page, COVERAGE);
  const read = await readFigure(figure(page));
  await go(page, '#/share');
  await chooseLevel('公开');
  const table = page.getByRole('group', { name: '没有列出的，和原因' });
  expect(await table.innerText()).toMatch(/后进率.*负面结果/su);
  const path = await saved('公开.html', '保存报告');
  const html = readFileSync(path, 'utf8');
  const held = /id="cube">([^<]*)</u.exec(html)?.[1] ?? '';
  const { cells, disclosure } = await cubeInReport(held);
  expect(disclosure?.level).toBe('public');
  expect(sizes(cells).length).toBeGreaterThan(50);
  expect(Math.min(...sizes(cells))).toBeGreaterThanOrEqual(5);
  expect(new Set(cells.map(({ committee }) => committee))).toEqual(new Set(['各党委（合并）']));
  // What can be read without JavaScript is of the same cube.
  const still = /<noscript>(.*?)<\/noscript>/su.exec(html)?.[1] ?? '';
  const shares = [...still.matchAll(/[\d,]+\/([\d,]+)/gu)].map(([, of = '']) => Number(of.replaceAll(',', '')));
  expect(shares.length).toBeGreaterThan(20);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(5);
  expect(still).not.toContain('后进率');
  const arrow = loadCube(new Uint8Array(readFileSync(await saved('公开.arrow', '保存汇总数（.arrow）'))));
  expect(arrow.cells).toEqual(cells);
  const book = bookOf(readFileSync(await saved('公开.xlsx', '保存 Excel 表（.xlsx）')));
  const told = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['汇总数'] ?? {}, { defval: null });
  expect(told.map((row) => [row['编号'], row['分子'], row['分母']])).toEqual(
    cells.map(({ metric, silent, numerator, denominator }) => [metric, silent ? null : numerator, denominator]),
  );
  const parquet = readFileSync(await saved('公开.parquet', '保存汇总数（.parquet）'));
  expect((await parquetReadObjects({ file: new Uint8Array(parquet).buffer })).length).toBe(cells.length);
  await report.goto('about:blank');
  await report.goto(`file://${encodeURI(path)}${COVERAGE}`);
  await figure(report).waitFor();
  expect(await readFigure(figure(report))).toEqual(read);
  await go(report, '#/grading');
  await report.getByText('本文件不列后进率').first().waitFor();
  expect(await report.locator('main').innerText()).toContain('一般及以下');
});

test('a list to act on is saved apart by zone, a workbook each with its rows alone', async () => {
  await go(page, COVERAGE);
  const apart = page.getByRole('button', { name: '按园区拆分' }).first();
  await apart.scrollIntoViewIfNeeded();
  const [download] = await Promise.all([page.waitForEvent('download'), apart.click()]);
  const files = Object.entries(unzipSync(new Uint8Array(readFileSync(await download.path()))));
  expect(files.length).toBeGreaterThan(2);
  for (const [path, bytes] of files) {
    const { Sheets } = bookOf(bytes, { type: 'array' });
    const [header = [], ...rows] = utils.sheet_to_json<string[]>(Sheets['数据'] ?? {}, { header: 1 });
    const zones = new Set(rows.map((row) => row[header.indexOf('园区')]));
    expect([...zones]).toEqual([path.split('-')[0]]);
  }
});

test('a preview shows what the file will, and ends; pages not chosen are not there', async () => {
  await go(page, '#/share');
  await page.getByRole('checkbox', { name: '分类定级' }).uncheck();
  await page.getByText(/个汇总数/u).waitFor();
  await page.getByRole('button', { name: '照此预览' }).click();
  await page.getByText('正在预览要交出的内容（公开）').waitFor();
  const links = await page.getByRole('navigation').getByRole('link').allInnerTexts();
  expect(links).toContain('覆盖');
  expect(links).not.toContain('分类定级');
  expect(links).not.toContain('导入');
  await page.getByRole('button', { name: '结束预览' }).click();
  await page.getByRole('heading', { name: '交出去的是一个文件' }).waitFor();
  expect(await page.getByRole('checkbox', { name: '分类定级' }).isChecked()).toBe(false);
  expect(await page.getByRole('navigation').getByRole('link', { name: '导入' }).count()).toBe(1);
});

test('a report that cannot be made is told, and nothing is lost', async () => {
  await page.route('**/report-template-*.txt', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('button', { name: '保存报告' }).click();
  await page.getByRole('alert').filter({ hasText: '文件没有保存成' }).waitFor();
  await page.unroute('**/report-template-*.txt');
  await saved('再一次.html', '保存报告');
  expect(await page.getByRole('alert').filter({ hasText: '文件没有保存成' }).count()).toBe(0);
});

test('a brief is what the page shows, in Word; words can be rewritten, numbers not', async () => {
  await go(page, '#/brief?period=2018Q4');
  const sheet = page.getByRole('article');
  await sheet.getByText('某某市委组织部').waitFor({ timeout: 60_000 });
  const sentence = sheet.getByRole('button', { name: /^改写：2018年第四季度：/u });
  await sentence.click();
  const words = sheet.getByRole('textbox');
  const said = await words.inputValue();
  const [number = ''] = /\d+(?=家)/u.exec(said) ?? [];
  await words.fill(said.replace(`${number}家`, `${number}1家`));
  await sheet.getByRole('button', { name: '采用' }).click();
  expect(await sheet.getByRole('alert').innerText()).toContain(`${number}1`);
  await words.fill(`还有${number}家单位未覆盖，要抓紧。`);
  await sheet.getByRole('button', { name: '采用' }).click();
  await sheet.getByText('要抓紧').waitFor();
  const lines = linesOf(new Uint8Array(readFileSync(await saved('通报.docx', '保存 Word')))).flat();
  expect(lines).toContain(`还有${number}家单位未覆盖，要抓紧。`);
  expect(lines).not.toContain(said);
  const shown = (await sheet.locator('h1, h2, p:not(.aside), caption, th, td').allInnerTexts())
    .join('')
    .replace(/\s+/gu, '');
  expect(lines.join('').replace(/\s+/gu, '')).toBe(shown);
  // In another quarter it has the numbers of that quarter, or is set aside and shown where the sentence says something else.
  await page.getByLabel('时期').selectOption('2018Q2');
  await sheet.getByRole('heading', { name: '2018年第二季度' }).waitFor({ timeout: 60_000 });
  expect(await sheet.getByText('要抓紧').count()).toBe(1);
  expect(await sheet.getByText(`还有${number}家单位未覆盖`).count()).toBe(0);

  // For another reader: what stood for the own office cannot be saved from the moment that is chosen.
  const word = page.getByRole('button', { name: '保存 Word' });
  await page.getByLabel('给谁看').selectOption({ label: '内部' });
  await word.and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
  const own = linesOf(new Uint8Array(readFileSync(await saved('内部通报.docx', '保存 Word')))).flat();
  const atOnce = await page.getByLabel('给谁看').evaluate(async (select: HTMLSelectElement) => {
    select.value = [...select.options].find(({ text }) => text === '公开')?.value ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
    return [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('保存 Word'))
      ?.disabled;
  });
  expect(atOnce).toBe(true);
  await word.and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
  const open = linesOf(new Uint8Array(readFileSync(await saved('公开通报.docx', '保存 Word')))).flat();
  expect([own[0], open[0]]).toEqual([expect.stringContaining('内部'), expect.not.stringContaining('内部')]);
});

/** All of it, for the own office. */
async function chooseAllForOwnOffice(): Promise<void> {
  await go(page, '#/share');
  await page.getByRole('checkbox', { name: '分类定级' }).check();
  await chooseLevel('内部');
}

/** The totals of the project, saved by the page, each zone in a file as if it had saved them itself. */
async function zonesApart(): Promise<readonly string[]> {
  await go(page, '#/share');
  await page.getByRole('button', { name: '保存汇总数（.arrow）' }).and(page.locator(':enabled')).waitFor();
  const whole = loadCube(new Uint8Array(readFileSync(await saved('内部.arrow', '保存汇总数（.arrow）'))));
  const of = (zone: string): Cube => ({ ...whole, cells: whole.cells.filter((cell) => cell.zone === zone) });
  const zones = [...new Set(whole.cells.map(({ zone }) => zone))].sort();
  expect(zones.length).toBeGreaterThan(2);
  return zones.map((zone) => folder.write(`${zone}.arrow`, saveCube(of(zone))));
}

test('totals that zones saved open together, are what all files gave, and give way to the project again', async () => {
  await chooseAllForOwnOffice();
  await go(page, COVERAGE);
  const read = await readFigure(figure(page));
  const files = await zonesApart();
  const broken = folder.write('半截.arrow', new Uint8Array(readFileSync(files[0] ?? '').subarray(0, 4000)));
  await go(page, '#/import');
  await choose(page, [...files, broken]);
  await page.getByRole('heading', { name: `打开的汇总文件：${files.length} 个` }).waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/半截\.arrow[\s\S]*汇总文件不完整/u);
  await go(page, COVERAGE);
  await page.getByText(`正在看另外打开的 ${files.length} 个汇总文件`).waitFor();
  expect(await readFigure(figure(page))).toEqual(read);
  // One more answer of a zone, made later, with another figure: it counts, and that is said.
  const first = loadCube(new Uint8Array(readFileSync(files[0] ?? '')));
  const release = first.release && { ...first.release, on: '2099-01-01' };
  const cells = first.cells.map((cell) => ({ ...cell, numerator: cell.numerator === 1 ? 0 : cell.numerator }));
  const later = folder.write('补报.arrow', saveCube({ ...first, cells, ...(release && { release }) }));
  await go(page, '#/import');
  await choose(page, [later]);
  await page.getByText('采用较新的 补报.arrow').first().waitFor();
  await page.getByRole('button', { name: '关上 补报.arrow' }).click();
  await page.getByText('采用较新的 补报.arrow').first().waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '关上，回到项目' }).first().click();
  await page.getByRole('heading', { name: /已导入 \d+ 个文件/u }).waitFor();
  await go(page, COVERAGE);
  expect(await page.getByText('正在看另外打开的').count()).toBe(0);
  expect(await readFigure(figure(page))).toEqual(read);
});

test('an address opens totals its site published, without the engine; of another site, missing or broken ones are refused', async () => {
  await go(page, COVERAGE);
  const read = await readFigure(figure(page));
  const [site, place] = [inject('site'), join(inject('dist'), 'figures')];
  mkdirSync(place, { recursive: true });
  const files = await zonesApart();
  const cubes = files.map((path) => ({ name: path, cube: loadCube(new Uint8Array(readFileSync(path))) }));
  const { cube } = mergeCubes(cubes);
  if (!cube) throw new TypeError('nothing was merged');
  writeFileSync(join(place, 'all.arrow'), saveCube(cube));
  writeFileSync(join(place, 'broken.arrow'), saveCube(cube).slice(0, 9000));
  const context = await watched.context();
  context.setDefaultTimeout(30_000);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const reader = await context.newPage();
  await reader.goto(`${site}?cube=figures/all.arrow${COVERAGE}`);
  await figure(reader).waitFor();
  expect(await readFigure(figure(reader))).toEqual(read);
  expect(await reader.locator('main').innerText()).toContain(`${files.length} 个汇总文件合并`);
  expect(await reader.getByRole('navigation').getByRole('link', { name: '导入' }).count()).toBe(0);
  expect(asked.filter((url) => /\.(?:pack|wasm)|worker/u.test(url))).toEqual([]);
  await reader.route('**/none.arrow', (route) => route.fulfill({ status: 404 }));
  for (const [path, said] of [
    ['https://example.com/all.arrow', '本页只打开自己网站上的汇总文件'],
    ['figures/none.arrow', '没有取到这个汇总文件'],
    ['figures/broken.arrow', '汇总文件不完整'],
    ['index.html', '这不是区镜的汇总文件'],
  ] as const) {
    await reader.goto(`${site}?cube=${encodeURIComponent(path)}`);
    await reader.getByRole('alert').filter({ hasText: said }).waitFor();
    expect(await reader.getByRole('link', { name: '打开工作台' }).count()).toBe(1);
  }
  expect(asked.filter((url) => !url.startsWith(site) && !/^(?:blob|data):/u.test(url))).toEqual([]);
  await context.close();
  rmSync(place, { recursive: true });
});
