import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { exampleList, rowsOf } from '../datasets/plain-reader';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { choose } from './example-files';
import { exampleFilePaths } from './organisation-rows';
import { byName, figureWith, go, headlineOf, readFigure } from './page-reader';

/* Xuzhou's own people drop Xuzhou's exports, nothing else, and read what their document says of them. */

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  await choose(page, exampleFilePaths('XZJK'));
  await page.getByRole('region', { name: '主要指标' }).waitFor({ timeout: 170_000 });
}, 240_000);

afterAll(() => watched.close());

test('at least 13,000 members in 530 organisations, compared by committee', async () => {
  await go(page, '#/organisations');
  expect(await headlineOf(page)).toContain('党员 13,046 名，党组织 530 个');
  const members = byName(await readFigure(figureWith(page, '党员 13,046 名，按党委')), ['党员数']);
  const counts = Object.values(members).map(([text = '']) => Number(text.replaceAll(',', '')));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(13_046);
  expect(Object.keys(members).length).toBeGreaterThanOrEqual(10);
});

test('seven city-level demonstration sites', async () => {
  await go(page, '#/responsibility?period=2018');
  const figure = page.getByRole('figure', { name: '示范点 · 市级' });
  const read = await readFigure(figure);
  expect(read.rows.reduce((sum, [, count = '']) => sum + Number(count), 0)).toBe(7);
});

test('dispatch by month, theme by quarter, appraisal by half-year: what was owed in 2018 and what was done', async () => {
  const file = exampleList().find(({ zone, path }) => zone === 'XZJK' && path.endsWith('rhythm.csv'));
  if (!file) throw new Error('no ledger of the rhythm');
  const rows = rowsOf(file, ['工作事项']).filter((row) => row['所属时期']?.startsWith('2018年'));
  const acts = rows.filter((row) => row['是否完成'] === '是');
  const done = new Set(acts.map((row) => [row['工作事项'], row['所属时期'], row['责任主体']].join('|'))).size;
  const committees = new Set(rows.map((row) => row['责任主体'])).size;
  // The ledger has no row for what nobody wrote down: what is owed comes from the committees, not from the rows.
  const due = committees * (12 + 4 + 2);
  expect(committees).toBe(10);
  await go(page, '#/life?period=2018');
  await figureWith(page, `应做 ${due} 次，完成 ${done} 次`).waitFor();
});

test('nothing was asked of another machine and nothing went wrong', () => watched.assertQuiet());
