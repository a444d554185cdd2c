import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
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
  await page.locator('figure').first().waitFor({ timeout: 170_000 });
}, 240_000);

afterAll(() => watched.close());

test('at least 13,000 members in 530 organisations, compared by committee', async () => {
  await go(page, '#/organisations');
  expect(await headlineOf(page)).toContain('党员 13,046 名、党组织 530 个');
  const members = byName(await readFigure(figureWith(page, '党员 13,046 名，按党委')), ['党员数']);
  const counts = Object.values(members).map(([text = '']) => Number(text.replaceAll(',', '')));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(13_046);
  expect(Object.keys(members).length).toBeGreaterThanOrEqual(10);
});

test('nothing was asked of another machine and nothing went wrong', () => watched.assertQuiet());
