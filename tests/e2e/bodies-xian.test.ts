import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { exampleList } from '../datasets/plain-reader';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { choose } from './example-files';
import { byName, column, figureWith, go, readFigure, readTable } from './page-reader';

/*
 * An analyst of one zone drops what that zone has: first only what was published, then its exports. The published numbers stay
 * what they are, with their doubts; the computed ones come from the rows.
 */

const DATASETS = join(import.meta.dirname, '../../datasets');
let watched: Watched;
let page: Page;
let folder: string;

const paths = (wanted: readonly { readonly path: string; readonly name: string }[]): string[] =>
  wanted.map(({ path, name }) => {
    const to = join(folder, name);
    copyFileSync(join(DATASETS, path), to);
    return to;
  });

const published = async (part: string) => {
  await go(page, '#/published?period=2018Q4&by=zone');
  const read = await readTable(page.getByRole('region', { name: part }));
  return read.rows.filter(([what = '']) => what.includes('西安高新区'));
};

const rowOf = (rows: readonly (readonly string[])[], what: string): readonly string[] => {
  const found = rows.find(([text = '']) => text.startsWith(what));
  if (!found) throw new Error(`no published figure ${what}`);
  return found;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zonelens-xian-'));
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
}, 120_000);

afterAll(async () => {
  await watched.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Chooses files on the import page and waits until they are read and the figures stand. */
async function drop(...wanted: Parameters<typeof paths>): Promise<void> {
  await go(page, '#/import');
  await choose(page, paths(...wanted));
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, null, { timeout: 120_000 });
  await settled(page);
}

const OWN = exampleList().filter(({ zone }) => zone === 'XAGX') as unknown as {
  readonly path: string;
  readonly name: string;
  readonly table: string;
}[];

describe('with its exports but the register of units', () => {
  beforeAll(
    () =>
      drop([
        { path: 'example/zones.csv', name: '开发区名录.csv' },
        { path: 'published/figures.csv', name: '公布数.csv' },
        ...OWN.filter(({ table }) => table !== 'unit_coverage'),
      ]),
    240_000,
  );

  test('81 % is shown as published; without a denominator nothing is computed beside it', async () => {
    const [, stated, computed, source = ''] = rowOf(await published('覆盖'), '党组织工作覆盖率');
    expect([stated, computed]).toEqual(['81%', '—']);
    expect(source).toContain('原文未给分子分母');
  });
});

describe('with all its exports', () => {
  beforeAll(() => drop(OWN.filter(({ table }) => table === 'unit_coverage')), 240_000);

  test('81 % stands beside 567/700, counted from the rows', async () => {
    const [, stated, computed] = rowOf(await published('覆盖'), '党组织工作覆盖率');
    expect([stated, computed]).toEqual(['81%', '81.0% 567/700']);
  });

  test('21 newly founded as published and as counted, with the doubt about the 2 and the 3', async () => {
    const [, stated, computed, source = ''] = rowOf(await published('组织建设'), '新建立基层党组织');
    expect([stated, computed]).toEqual(['21 个', '21 个']);
    expect(source).toContain('是否含在 21 个之内');
    expect(source).toContain('支部 16、总支 2、党委 3');
  });

  test('2 five-star and 6 four-star stand apart and are never added up', async () => {
    const rows = await published('星级');
    expect(rowOf(rows, '新评定全省五星级党组织').slice(1, 3)).toEqual(['2 个', '2 个']);
    expect(rowOf(rows, '新评定全市四星级党组织').slice(1, 3)).toEqual(['6 个', '6 个']);
    expect(rowOf(rows, '新评定全省五星级党组织')[3]).toContain('不可相加');
    await go(page, '#/stars?period=2018&by=zone');
    const read = await readTable(page.getByRole('region', { name: '新评定星级，按评定主体' }));
    for (const row of read.rows) expect(row.join(' ')).not.toMatch(/\b8\b/u);
  });

  test('letters 10 and 10, all signed; the kind without signers enters no rate', async () => {
    const rows = await published('责任与检查');
    expect(rowOf(rows, '签订目标责任书的镇街党工委').slice(1, 3)).toEqual(['10 个', '10 个 10/10']);
    expect(rowOf(rows, '签订目标责任书的直属党委').slice(1, 3)).toEqual(['10 个', '10 个 10/10']);
    await go(page, '#/responsibility?period=2018&by=zone');
    const tiers = await readFigure(figureWith(page, '逐级签订'));
    expect([column(tiers, '镇街党工委')[0], column(tiers, '直属党委')[0]]).toEqual(['100.0%', '100.0%']);
    await expect.poll(() => page.getByRole('region', { name: '工作量' }).innerText()).toContain('有，未说明数量');
  });

  test('166 stations, 23 posts, 26 / 105 / 24 inspected, more than 70 visited', async () => {
    const rows = await published('责任与检查');
    const numbers: Readonly<Record<string, readonly [string, string]>> = {
      '社区、农村党员远程教育站点': ['166 个', '166 个'],
      党员示范岗: ['23 个', '23 个'],
      检查指导机关部门: ['26 个', '26 个'],
      检查指导企业党组织: ['105 个', '105 个'],
      检查指导农村党组织: ['24 个', '24 个'],
      主要领导走访基层党组织: ['≥ 70 个', '≥ 70 个'],
      党工委会议: ['46 次', '46 次'],
      学习文件精神: ['167 件', '167 件'],
    };
    for (const [what, pair] of Object.entries(numbers))
      expect([what, rowOf(rows, what).slice(1, 3)]).toEqual([what, [...pair]]);
    await go(page, '#/responsibility?period=2018&by=zone');
    expect(byName(await readFigure(figureWith(page, '走访基层党组织')), ['走访基层党组织'])).toEqual({
      西安高新区: ['≥70'],
    });
  });

  test('46 meetings and 167 documents are volumes: no rate, no rank, not in the comparison', async () => {
    await go(page, '#/responsibility?period=2018&by=zone');
    const cards = (await page.getByRole('region', { name: '工作量' }).innerText()).replace(/\s+/gu, ' ');
    expect(cards).toContain('46 党工委会议');
    expect(cards).toContain('167 学习中省市相关文件精神');
    expect(cards).not.toContain('213');
    await go(page, '#/compare');
    expect(await page.locator('main').innerText()).not.toContain('工作量');
  });

  test('nothing was asked of another machine and nothing went wrong', () => watched.assertQuiet());
});
