import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { choose } from './example-files';
import { exampleFilePaths } from './organisation-rows';
import { column, figureWith, go, readFigure } from './page-reader';

/* The heating group of Jilin is an enterprise: it stays out of the comparison of zones unless a reader asks for it. */

const GROUP = '吉林市热力集团';

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  const tables = ['zone', 'party_org', 'member_period'];
  await choose(
    page,
    [null, 'JLRL', 'XCJK', 'JYGX'].flatMap((zone) => exampleFilePaths(zone, tables)),
  );
  await go(page, '#/organisations');
  await page.locator('figure').first().waitFor({ timeout: 170_000 });
}, 240_000);

afterAll(() => watched.close());

const compared = async (): Promise<string[]> =>
  column(await readFigure(figureWith(page, /^党员 [\d,]+ 名/u)), '园区').sort();

test('is left out of the comparison by default, and the page says so', async () => {
  await go(page, '#/organisations');
  expect(await compared()).toEqual(['济源高新区', '星槎经开区'].sort());
  expect(await page.getByText(`${GROUP}属企业，不列入园区比较`).isVisible()).toBe(true);
});

test('is shown when a reader chooses it, beside the zones or alone', async () => {
  await go(page, '#/organisations');
  await page.getByRole('button', { name: '列入' }).click();
  expect(await compared()).toEqual([GROUP, '济源高新区', '星槎经开区'].sort());
  await go(page, '#/organisations?zones=JLRL&by=zone');
  expect(await compared()).toEqual([GROUP]);
  // No work committee above it: the topmost committee of the enterprise is the root its chains must reach.
  const linked = await readFigure(figureWith(page, '隶属完整率，2018 年第四季度'));
  expect(linked.rows[0]?.slice(0, 2)).toEqual([GROUP, '100.0%']);
});

test('nothing was asked of another machine and nothing went wrong', () => watched.assertQuiet());
