import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { changeOf } from '../truth/change';
import { type Part, partsByZone, percentOf, stockIn, sumOf } from '../truth/count';
import { filesOf } from '../truth/files';
import { headlineFaults, isRounded } from '../truth/judge';
import { mutatedWorld } from '../truth/mutations';
import { read } from '../truth/reader';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { choose } from './example-files';
import { byName, column, figureWith, go, headlineOf, readFigure } from './page-reader';

/*
 * A person drops what the offices of an invented world report, some of it missing, and reads the page. What the page says
 * is set against the rows, by code that never saw a cube.
 */

const WORLD = mutatedWorld(206, ['missing-once', 'missing-last', 'mid-year-register', 'falling', 'half-point']);
const NAMES = WORLD.zones.map(({ name }) => name);
const nameOf = (zone: string): string => WORLD.zones.find(({ id }) => id === zone)?.name ?? zone;
const QUARTERS = WORLD.quarters.slice(1);
const METRICS = {
  组织覆盖率: 'org_coverage_rate',
  应建已建率: 'should_build_built_rate',
  工作覆盖率: 'work_coverage_rate',
} as const;

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  const files = filesOf(WORLD).map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));
  await choose(page, files);
  await page.getByRole('region', { name: '主要指标' }).waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, null, { timeout: 60_000 });
}, 240_000);

afterAll(() => watched.close());

const before = (quarter: string): string => WORLD.quarters[WORLD.quarters.indexOf(quarter) - 1] ?? '';
const textOf = async (place: Locator): Promise<string> => (await place.innerText()).replace(/\s+/gu, ' ').trim();

test('headline: rate, change, of how many zones, who is left out, who stands out', { timeout: 180_000 }, async () => {
  for (const quarter of QUARTERS) {
    await go(page, `#/coverage?period=${quarter}`);
    const text = await headlineOf(page);
    const parts = partsByZone(WORLD, 'org_coverage_rate', quarter);
    const change = changeOf(WORLD, 'org_coverage_rate', before(quarter), quarter);
    expect([quarter, text, headlineFaults(WORLD, text, sumOf(parts.values()), parts, change)]).toEqual([
      quarter,
      text,
      [],
    ]);
  }
});

test('main figures: rate, fraction and a change of the same zones', { timeout: 180_000 }, async () => {
  for (const quarter of QUARTERS) {
    for (const [label, metric] of Object.entries(METRICS)) {
      const whole = sumOf(partsByZone(WORLD, metric, quarter).values());
      const change = changeOf(WORLD, metric, before(quarter), quarter);
      await go(page, `#/coverage?metric=${metric}&period=${quarter}`);
      const texts = [await headlineOf(page)];
      if (metric === 'org_coverage_rate') {
        await go(page, `#/overview?period=${quarter}`);
        const main = page.getByRole('region', { name: '主要指标' });
        const text = await textOf(main.locator('.kpi').filter({ hasText: label }));
        expect([quarter, text]).toEqual([quarter, expect.stringContaining(`${whole.x}/${whole.n}`)]);
        texts.push(text);
      }
      for (const text of texts) {
        expect([quarter, metric, read(text, NAMES).rate]).toEqual([quarter, metric, percentOf(whole)]);
        const { moved } = read(text, NAMES);
        const right = change.points === null ? moved === null : moved !== null && isRounded(moved, change.points);
        expect([quarter, text, change.points, right]).toEqual([quarter, text, change.points, true]);
      }
    }
  }
});

test(
  'line of the whole: every change in its table is one of the same zones, or none is given',
  { timeout: 60_000 },
  async () => {
    await go(page, `#/coverage?period=${WORLD.quarters.at(-1) ?? ''}`);
    const table = await readFigure(figureWith(page, /组织覆盖率.*(?:变化|走势|趋势|以来)/u).last());
    const named = table.columns.find((name) => name.startsWith('变化')) ?? '变化';
    const changes = column(table, named);
    let judged = 0;
    for (const [at, period] of column(table, '时期').entries()) {
      const [, year = '', nth = ''] = /(\d{4})\D*?([一二三四1-4])/u.exec(period) ?? [];
      const quarter = `${year}Q${/\d/u.test(nth) ? nth : '一二三四'.indexOf(nth) + 1}`;
      const said = (changes[at] ?? '').replace('−', '-').replace(/[+\s]|个百分点/gu, '');
      if (at === 0 || said === '' || said === '—') continue;
      const { points } = changeOf(WORLD, 'org_coverage_rate', before(quarter), quarter);
      expect([quarter, said, points, points !== null && isRounded(said, points)]).toEqual([
        quarter,
        said,
        points,
        true,
      ]);
      judged += 1;
    }
    expect(judged).toBeGreaterThan(3);
  },
);

test('zones: every rate half up from its fraction', { timeout: 60_000 }, async () => {
  const quarter = QUARTERS[2] ?? '';
  await go(page, `#/compare?metric=org_coverage_rate&period=${quarter}`);
  const place = page.getByRole('main').getByRole('table').first();
  await place.waitFor();
  const parts = partsByZone(WORLD, 'org_coverage_rate', quarter);
  const rows = await page.getByRole('main').getByRole('row').allInnerTexts();
  const shown = (part: Part): string => `${percentOf(part)}%`;
  for (const [zone, part] of parts) {
    const row = rows.find((text) => text.includes(nameOf(zone)) && text.includes(`${part.x}/${part.n}`));
    expect([zone, row]).toEqual([zone, expect.stringContaining(shown(part))]);
  }
});

test('registers: a total of fewer than all zones says of how many it is', { timeout: 120_000 }, async () => {
  for (const period of WORLD.quarters.filter((quarter) => /Q[24]$/u.test(quarter))) {
    await go(page, `#/organisations?period=${period}`);
    const stock = stockIn(WORLD, period);
    const text = await textOf(page.getByRole('main').locator('h1, h1 + p').first());
    if (!text.includes(stock.members.toLocaleString('en-US'))) {
      // Carried forward from an earlier register, then with its day.
      expect([period, text]).toEqual([period, expect.stringMatching(/截至|\d{4}[-年]\s?\d|没有/u)]);
      continue;
    }
    if (stock.reported < stock.all)
      expect([period, text, read(text, NAMES).panel]).toEqual([period, text, { both: stock.reported, all: stock.all }]);
  }
});

test('rows behind a figure: as many as the figure counts', { timeout: 60_000 }, async () => {
  const quarter = WORLD.quarters.at(-2) ?? '';
  await go(page, `#/coverage?period=${quarter}`);
  await settled(page);
  const parts = partsByZone(WORLD, 'org_coverage_rate', quarter);
  const figure = figureWith(page, /组织覆盖率/u).first();
  const table = await readFigure(figure);
  for (const [name, cells] of Object.entries(byName(table, ['分子', '分母']))) {
    const zone = WORLD.zones.find((known) => known.name === name)?.id;
    const part = zone === undefined ? undefined : parts.get(zone);
    if (part === undefined) continue;
    expect([name, cells]).toEqual([name, [String(part.x), String(part.n)]]);
    await figure.getByRole('row').filter({ hasText: name }).first().getByRole('button').first().click();
    const panel = page.getByRole('dialog').filter({ has: page.locator('#drill-title') });
    await panel.waitFor();
    expect([name, await panel.getByTestId('drill-figure').innerText()]).toEqual([name, `${part.x}/${part.n}`]);
    await expect
      .poll(async () => (await panel.getByRole('table').getByRole('row').count()) - 1)
      .toBe(Math.min(100, part.n));
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  }
});
