import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { temporaryFolder } from '../cli/command-line';
import { MESSAGES } from '../words';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { choose } from './example-files';
import { figureWith, go, readFigure } from './page-reader';

/* The whole workbench as one file: downloaded from the page, put on a stick, opened from the disk where there is no network. */

const OFFICE = join(import.meta.dirname, '../office');
const THIRD = `统计日期,开发区,企业名称,单位性质,经营状态,组建方式
2024-12-31,试验开发区,甲公司,非公企业,运营,单独支部
2024-12-31,试验开发区,乙公司,非公企业,运营,未建-无党员
2024-12-31,试验开发区,丙公司,非公企业,运营,联合支部
`;
const folder = temporaryFolder();
/** A name with blanks and Chinese, as a stick has it. */
const onStick = folder.path('区镜 便携版.html');
const requests: string[] = [];
let watched: Watched;
let offline: BrowserContext;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  offline = await watched.context({ offline: true, acceptDownloads: true });
  offline.on('request', (request) => requests.push(request.url()));
});

afterAll(async () => {
  await watched.close();
  folder.remove();
});

test('the page of the site offers it, and it is small enough', async () => {
  const site = await openWorkbench(await watched.context({ acceptDownloads: true }), inject('site'));
  // It says 可离线 once the browser has kept the page.
  await site.getByRole('button', { name: /离线/ }).click();
  const [download] = await Promise.all([
    site.waitForEvent('download'),
    site.getByRole('link', { name: '下载便携版' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('zonelens.html');
  await download.saveAs(onStick);
  expect(readFileSync(onStick).equals(readFileSync(join(inject('dist'), 'zonelens.html')))).toBe(true);
  expect(statSync(onStick).size).toBeLessThan(12e6);
  await site.context().close();
  watched.assertQuiet();
});

test('opened from the disk without a network, it reads office files and shows their figures', async () => {
  page = await openWorkbench(offline, pathToFileURL(onStick).href);
  await page.getByText(MESSAGES['import.noExample'].zh).waitFor();
  const office = ['临江高新区两新组织党建覆盖台账（2024年第四季度）.xlsx', '综保区覆盖台账2024Q4.xlsx'];
  const paths = office.map((name, nth) => {
    const to = folder.path(`${nth}-${name}`);
    copyFileSync(join(OFFICE, name), to);
    return to;
  });
  await choose(page, [...paths, folder.write('试验开发区.csv', THIRD)]);
  await page.getByRole('region', { name: '主要指标' }).waitFor();
  await go(page, '#/coverage?period=2024Q4');
  const { rows } = await readFigure(figureWith(page, '组织覆盖率，2024 年第四季度'));
  // Two of three, counted by hand.
  expect(rows.find(([zone]) => zone === '试验开发区')?.slice(0, 4)).toEqual(['试验开发区', '66.7%', '2', '3']);
  expect(rows.length).toBeGreaterThanOrEqual(3);
});

test('a report is saved from it, and opens from the disk too', async () => {
  await go(page, '#/share');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存报告' }).click(),
  ]);
  await download.saveAs(folder.path('报告.html'));
  const report = await offline.newPage();
  await report.goto(`${pathToFileURL(folder.path('报告.html')).href}#/coverage?period=2024Q4`);
  const { rows } = await readFigure(figureWith(report, '组织覆盖率，2024 年第四季度'));
  expect(rows.length).toBeGreaterThanOrEqual(3);
  await report.close();
});

test('nothing gets out of it: not from the page, not from its workers', async () => {
  await go(page, '#/egress');
  const title = page.getByRole('heading', { level: 1 });
  await expect.poll(() => title.textContent(), { timeout: 60_000 }).toContain('全部不通');
  expect(await page.locator('main tbody tr').filter({ hasNotText: '不通' }).count()).toBe(0);
});

test('what was loaded is there at the next visit, and the page says where it is', async () => {
  // Chrome opens a connection for a frame before it asks the policy, which then forbids the request.
  watched.leaks.splice(0, Infinity, ...watched.leaks.filter((leak) => leak !== 'CONNECT frame.zonelens.invalid:443'));
  await page.getByText('已保存在本机').waitFor();
  await page.close();
  page = await openWorkbench(offline, pathToFileURL(onStick).href, '#/import');
  await page.getByText(MESSAGES['projects.portable'].zh).waitFor();
  await go(page, '#/coverage?period=2024Q4');
  const { rows } = await readFigure(figureWith(page, '组织覆盖率，2024 年第四季度'));
  expect(rows.some(([zone]) => zone?.includes('试验'))).toBe(true);
  // It asked for itself and for what it holds; what the self-test tried belongs to nobody.
  const asked = requests.filter((url) => !/^blob:|zonelens\.invalid/u.test(url)).map((url) => decodeURI(url));
  expect(asked.filter((url) => !/^file:.*(?:便携版|报告)\.html/u.test(url))).toEqual([]);
  watched.assertQuiet();
});
