import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { exampleFilePaths } from './organisation-rows';

/*
 * The metric dictionary as a reader finds it: without any data, and with one body's register loaded. What it must say is
 * taken from docs/metrics.md, which is written from the model by other code.
 */

const DICTIONARY = readFileSync(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8');

interface Written {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly rows: ReadonlyMap<string, readonly [string, string]>;
}

const WRITTEN: readonly Written[] = DICTIONARY.split('<a id="metric-')
  .slice(1)
  .map((text) => {
    const id = text.slice(0, text.indexOf('"'));
    const [, zh = '', en = ''] = /^### (.+?) · (.+)$/mu.exec(text) ?? [];
    const rows = [...text.matchAll(/^\| (\S+) · [^|]+? *\| (.+?) *\| (.+?) *\|$/gmu)].map(
      ([, name = '', chinese = '', english = '']) => [name, [chinese, english]] as const,
    );
    return { id, zh, en, rows: new Map(rows) };
  });

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(15_000);
  page = await openWorkbench(context, inject('site'));
  await page.evaluate(() => {
    location.hash = '#/metrics?open=all';
  });
  await page.locator('article[data-metric]').first().waitFor();
});

afterAll(() => watched.close());

const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const articles = (): Promise<{ id: string; text: string }[]> =>
  page.locator('article[data-metric]').evaluateAll((all) =>
    all.map((one) => ({
      id: one.getAttribute('data-metric') ?? '',
      text: (one as HTMLElement).innerText.replace(/\s+/gu, ' ').trim(),
    })),
  );

test('every metric of the dictionary is there without data, in order, with its words', async () => {
  const shown = await articles();
  expect(WRITTEN.length).toBeGreaterThan(40);
  expect(shown.map(({ id }) => id)).toEqual(WRITTEN.map(({ id }) => id));
  expect(squeezed(await page.locator('h1').innerText())).toContain(String(WRITTEN.length));
  for (const [at, { id, zh, en, rows }] of WRITTEN.entries()) {
    const text = shown[at]?.text ?? '';
    for (const words of [zh, en, id]) expect([id, text.includes(squeezed(words))]).toEqual([id, true]);
    for (const name of ['分子', '种类', '方向', '时间', '粒度', '口径来源', '注意']) {
      const [words] = rows.get(name) ?? [''];
      expect([id, name, text.includes(squeezed(words))]).toEqual([id, name, true]);
    }
    expect([id, /未载入：缺|尚未载入数据/u.test(text)]).toEqual([id, true]);
  }
});

test('finds by name, definition or id, keeps it in the address, and says when there is none', async () => {
  const field = page.getByRole('searchbox');
  await field.fill('换届');
  const wanted = WRITTEN.filter(({ id, zh, en, rows }) =>
    [
      id,
      zh,
      en,
      ...[...rows].filter(([name]) => ['分子', '分母', '口径来源', '注意'].includes(name)).flatMap(([, w]) => w),
    ]
      .join('\n')
      .includes('换届'),
  ).map(({ id }) => id);
  expect(wanted).toContain('term_on_time_rate');
  expect((await articles()).map(({ id }) => id)).toEqual(wanted);
  await field.press('Enter');
  await settled(page);
  expect(decodeURIComponent(await page.evaluate(() => location.hash))).toBe('#/metrics?find=换届&open=all');
  await field.fill('没有这样的指标');
  await page.getByText('没有匹配“没有这样的指标”的指标。').waitFor();
  expect(await articles()).toEqual([]);
  await field.fill('term_on_time_rate');
  expect((await articles()).map(({ id }) => id)).toEqual(['term_on_time_rate']);
});

test('shows the query of a population on demand', async () => {
  const entry = page.locator('article[data-metric=term_on_time_rate]');
  expect(await entry.locator('pre').count()).toBe(0);
  await entry.getByText('总体的查询（SQL）').click();
  const sql = squeezed(await entry.locator('pre').innerText());
  expect(sql).toContain('FROM party_org');
  expect(sql).toMatch(/CAST\(CASE WHEN .+ AS numerator, CAST\(CASE WHEN .+ AS denominator/u);
});

test('reads in English', async () => {
  await page.getByRole('button', { name: 'English' }).click();
  const field = page.getByRole('searchbox');
  await field.fill('hierarchy_link_rate');
  const [entry] = await articles();
  const written = WRITTEN.find(({ id }) => id === 'hierarchy_link_rate');
  for (const name of ['分子', '分母', '方向', '时间', '口径来源', '注意'])
    expect(entry?.text).toContain(squeezed(written?.rows.get(name)?.[1] ?? '?'));
  expect(entry?.text).toContain('Not loaded: Party organisations missing');
  await field.fill('');
  await page.getByRole('button', { name: '中文' }).click();
});

test('with one register loaded, its metrics are told from those whose tables are missing', async () => {
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await page.locator('input[type=file][multiple]:enabled').setInputFiles(exampleFilePaths('JYGX', ['party_org']));
  await page.evaluate(() => {
    location.hash = '#/organisations';
  });
  await page.locator('figure').first().waitFor({ timeout: 120_000 });
  await page.evaluate(() => {
    location.hash = '#/metrics?open=all';
  });
  await page.locator('article[data-metric]').first().waitFor();
  const shown = new Map((await articles()).map(({ id, text }) => [id, text]));
  for (const id of ['member_count', 'hierarchy_link_rate', 'term_on_time_rate', 'party_org_count'])
    expect([id, shown.get(id)?.includes('已有数据')]).toEqual([id, true]);
  expect(shown.get('dues_on_time_rate')).toContain('未载入：缺党员队伍（汇总）');
  expect(shown.get('org_coverage_rate')).toContain('未载入：缺单位覆盖');
});

test('nothing was asked of another machine and nothing went wrong', () => watched.assertQuiet());
