import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type Axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { cellsOf, exampleList, textOf } from '../datasets/plain-reader';
import { type Watched, filesRead, openBrowser, openWorkbench, settled } from './browser';
import { byName, figureWith, go, headlineOf, readFigure, readTable } from './page-reader';
import { built, inScope, units, zoneNames } from './recount';

/* The page as people use it: one click for the example, addresses, the keyboard, the rows behind a mark, both languages. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let watched: Watched;
let page: Page;

const site = (): string => inject('site');
const sentence = (name: string): Locator =>
  page.locator('main').getByRole('button', { name: new RegExp(`^${name}: `, 'u') });
const drill = (): Locator => page.getByRole('dialog').filter({ has: page.locator('#drill-title') });

/** The program of the engine, which is fetched beside the pages. */
const ENGINE = /\/duckdb[^/]*\.(?:pack|bin)$/u;
const asOf = (target: Page): Promise<void> =>
  target.locator('main').getByText('数据截至 2018-12-31').waitFor({ timeout: 60_000 });

/**
 * Addresses of all pages the navigation offers, but for the one that tries the ways out: the browser complains there, as it should
 * (tests/e2e/egress.test.ts).
 */
async function pages(): Promise<string[]> {
  const links = page.getByRole('navigation').getByRole('link');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.map((href) => href.split('?')[0] ?? '').filter((hash) => hash !== '#/egress');
}

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
}, 180_000);

afterAll(async () => watched.close());

beforeEach(async () => {
  if (page.url() === 'about:blank') return;
  while (await drill().isVisible()) await page.keyboard.press('Escape');
  await go(page, '#/coverage');
});
afterEach(() => watched.assertQuiet());

test('one click shows the example before the engine is there; rows asked for before open when they are read', async () => {
  let start = (): void => undefined;
  const held = new Promise<void>((resolve) => (start = resolve));
  await page.route(ENGINE, (route) => held.then(() => route.continue()));
  await page.goto(site());
  await page.getByRole('button', { name: '载入示例数据' }).click();
  await asOf(page);
  await go(page, '#/coverage?period=2018Q4');
  const figure = figureWith(page, '组织覆盖率，2018 年第四季度');
  const [headline, read] = [await headlineOf(page), await readFigure(figure)];
  await figure.getByRole('button', { name: '明细' }).click();
  await drill().getByText('文件正在读入，稍后可看').waitFor();
  expect(await drill().getByRole('row').count()).toBe(0);
  start();
  await expect.poll(() => drill().getByRole('row').count(), { timeout: 180_000 }).toBeGreaterThan(50);
  await page.keyboard.press('Escape');
  await filesRead(page);
  await page.unroute(ENGINE);
  expect([await headlineOf(page), await readFigure(figure)]).toEqual([headline, read]);
}, 300_000);

test('an address asks for the example; stopped, the page is as empty as it was', async () => {
  const context = await watched.context();
  try {
    const other = await context.newPage();
    await other.route(ENGINE, () => undefined);
    await other.goto(`${site()}#/coverage?example=1`);
    await asOf(other);
    expect(await other.getByRole('status').filter({ hasText: '图表已可看' }).count()).toBe(1);
    await other.getByRole('button', { name: '停止读入' }).click();
    await other.getByRole('button', { name: '载入示例数据' }).waitFor();
  } finally {
    await context.close();
  }
});

test('what was loaded is an example, and every page says that it is one', async () => {
  const all = await pages();
  expect(all.length).toBeGreaterThanOrEqual(5);
  for (const hash of all) {
    await go(page, hash);
    expect([hash, await page.locator('main').getByText('示例数据', { exact: true }).first().isVisible()]).toEqual([
      hash,
      true,
    ]);
  }
});

test('a page that cannot be fetched says so, leaves what stands, and opens when the site has it again', async () => {
  // As after an update of the site: the programs of pages not yet gone to are there no more.
  const gone = '**/assets/RulesPage-*.js';
  const context = await watched.context();
  try {
    const other = await openWorkbench(context, site());
    const link = (name: string): Locator => other.getByRole('navigation').getByRole('link', { name });
    const alert = (text: string): Locator => other.getByRole('alert').filter({ hasText: text });
    await other.route(gone, (route) => route.fulfill({ status: 404 }));
    const stood = await headlineOf(other);
    await link('规则与目标').click();
    await alert('这一页没能取到').waitFor();
    expect(await headlineOf(other)).toBe(stood);
    await link('指标词典').click();
    await settled(other);
    expect(await headlineOf(other)).not.toBe(stood);
    expect(await other.getByRole('alert').count()).toBe(0);

    await link('规则与目标').click();
    // What stands is not given up while the site does not answer.
    await other.route(site(), (route) => route.abort());
    await other.getByRole('button', { name: '重新打开网页' }).click();
    await alert('没有应答').waitFor();
    await other.unroute(site());
    await other.unroute(gone);
    await other.getByRole('button', { name: '重新打开网页' }).click();
    await expect.poll(() => headlineOf(other).catch(() => '')).toContain('规则');
    // What the browser says of the missing file is meant.
    watched.errors.splice(0);
  } finally {
    await context.close();
  }
});

test('the picture says the same x/n as the table', async () => {
  const figure = figureWith(page, '组织覆盖率，2018 年第四季度');
  const picture = ((await figure.getByRole('application').first().getAttribute('aria-label')) ?? '').replace(
    /\s+/gu,
    ' ',
  );
  const rows = byName(await readFigure(figure), ['组织覆盖率', '分子', '分母']);
  expect(Object.keys(rows)).toHaveLength(12);
  for (const [zone, [rate, x, n]] of Object.entries(rows)) expect(picture).toContain(`${zone} ${rate} ${x}/${n}`);
  await figure.getByRole('button', { name: '图形' }).click();
});

describe('the address', () => {
  test('holds what the reader chose and nothing else; a copy of it shows the same view after loading', async () => {
    expect(await page.evaluate(() => location.hash)).toBe('#/coverage');
    await go(page, '#/coverage');
    await sentence('时期').click();
    await page.getByRole('radio', { name: '2017 年第三季度' }).check({ force: true });
    await page.keyboard.press('Escape');
    await sentence('园区').click();
    await page.getByRole('button', { name: '只看 西安高新区' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: '工作覆盖率' }).check({ force: true });
    await settled(page);
    const figure = (target: Page): Locator => figureWith(target, '工作覆盖率，2017 年第三季度');
    const read = await readFigure(figure(page));
    expect(read.rows.length).toBeGreaterThan(10);
    const address = page.url();
    expect(address).toContain('#/coverage?metric=work_coverage_rate&period=2017Q3&zones=XAGX');

    // Somebody else opens the address: in a browser of their own, with no project yet.
    const other = await watched.context();
    const copy = await other.newPage();
    try {
      await copy.goto(address);
      await copy.getByRole('button', { name: '载入示例数据' }).click();
      await asOf(copy);
      expect(copy.url()).toBe(address);
      expect(await readFigure(figure(copy))).toEqual(read);
    } finally {
      await other.close();
    }
  });

  test('goes back and forward through the choices', async () => {
    const first = await headlineOf(page);
    await sentence('对比时期').click();
    await page.getByRole('radio', { name: '上年同期' }).check({ force: true });
    await page.keyboard.press('Escape');
    await settled(page);
    const second = await headlineOf(page);
    await page.getByRole('navigation').getByRole('link', { name: '星级' }).click();
    await settled(page);
    const third = await headlineOf(page);
    expect(new Set([first, second, third]).size).toBe(3);
    await page.goBack();
    await settled(page);
    expect(await headlineOf(page)).toBe(second);
    await page.goBack();
    await settled(page);
    expect(await headlineOf(page)).toBe(first);
    await page.goForward();
    await page.goForward();
    await settled(page);
    expect(await headlineOf(page)).toBe(third);
  });

  test('an address that makes no sense shows a page, not an error', async () => {
    for (const hash of [
      '#/nowhere',
      '#/coverage?period=9999Q9',
      '#/coverage?zones=NOBODY&by=moon&metric=x',
      '#/compare?metric=%E0%A4%A',
    ]) {
      await go(page, hash);
      await expect.poll(() => page.locator('main h1').count()).toBe(1);
    }
  });
});

describe('the keyboard alone', () => {
  const focusOn = async (name: RegExp): Promise<void> => {
    const seen: string[] = [];
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        const at = document.activeElement;
        return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
      });
      if (name.test(label)) return;
      seen.push(label.slice(0, 12));
    }
    throw new Error(`the keyboard never reaches ${String(name)}: ${seen.join(' > ').slice(0, 2000)}`);
  };
  const fromTheTop = (): Promise<void> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  test('changes zones, period and comparison in the sentence, and closing gives the focus back', async () => {
    await go(page, '#/coverage');
    await page.locator('main').focus();
    await focusOn(/^园区: /u);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: '园区' });
    await panel.waitFor();
    await expect.poll(() => panel.evaluate((at) => at.contains(document.activeElement))).toBe(true);
    await focusOn(/^只看 望舒高新区/u);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('园区: 望舒高新区');
    await focusOn(/^时期: /u);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '时期' }).waitFor();
    const chosen = (): Promise<string | undefined> =>
      page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
    await expect.poll(chosen).toBe('2018Q4');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await page.evaluate(() => location.hash)).toBe('#/coverage?period=2018Q3&zones=WSGX');
    await focusOn(/^对比时期: /u);
    await page.keyboard.press('Space');
    await page.getByRole('dialog', { name: '对比时期' }).waitFor();
    await expect.poll(chosen).toBe('previous');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await page.evaluate(() => location.hash)).toContain('vs=year');
    expect(await headlineOf(page)).toMatch(/^三季度本区组织覆盖率 [\d.]+%，较上年同期/u);
  });

  test('T turns a focused figure into its table and back; rows open from the table', async () => {
    await fromTheTop();
    const figure = figureWith(page, '组织覆盖率，2018 年第四季度');
    await figure.focus();
    await page.keyboard.press('t');
    await figure.getByRole('table').waitFor();
    await figure.getByRole('button', { name: '沧屿经开区' }).focus();
    await page.keyboard.press('Enter');
    await drill().waitFor();
    expect(await drill().getByTestId('drill-figure').innerText()).toBe('31/58');
    await page.keyboard.press('Escape');
    await drill().waitFor({ state: 'hidden' });
    await figure.focus();
    await page.keyboard.press('t');
    await figure.getByRole('table').waitFor({ state: 'detached' });
  });
});

describe('the rows behind a mark', () => {
  const records = new Map<string, string[][]>();
  const recordOf = (name: string, nth: number): string[] => {
    let all = records.get(name);
    if (!all) {
      const file = exampleList().find((known) => (known as unknown as { name: string }).name === name);
      if (!file) throw new Error(`no such file: ${name}`);
      const text = textOf(file.path, file.encoding);
      const most = [',', ';', '\t']
        .map((sign) => ({ sign, count: text.split(sign).length }))
        .sort((a, b) => b.count - a.count);
      all = cellsOf(text, most[0]?.sign ?? ',');
      records.set(name, all);
    }
    return all[nth - 1] ?? [];
  };

  async function allRows(): Promise<{ name: string; file: string; record: number }[]> {
    for (;;) {
      await drill().getByRole('table').waitFor();
      const more = drill().getByRole('button', { name: /^再显示/u });
      if ((await more.count()) === 0) break;
      const before = await drill().getByRole('row').count();
      await more.click();
      await expect.poll(() => drill().getByRole('row').count()).not.toBe(before);
    }
    const read = await readTable(drill());
    return read.rows.map((row) => ({ name: row[0] ?? '', file: row.at(-2) ?? '', record: Number(row.at(-1)) }));
  }

  test('are as many as its x and n, and each stands at the record of the file that is named', async () => {
    const figure = figureWith(page, '组织覆盖率，2018 年第四季度');
    await figure.getByRole('button', { name: '表格' }).click();
    for (const zone of ['WSGX', 'CYJK', 'BYCY', 'STGX', 'JYGX']) {
      const name = zoneNames().get(zone) ?? '';
      const own = units().filter((unit) => inScope(unit) && unit.zone === zone && unit.quarter === '2018Q4');
      const covered = own.filter(built);
      await figure.getByRole('button', { name }).click();
      await drill().waitFor();
      expect(await drill().getByTestId('drill-figure').innerText()).toBe(`${covered.length}/${own.length}`);
      const sorted = (list: readonly { name: string }[]): string[] => list.map((one) => one.name).sort();
      const all = await allRows();
      expect(sorted(all)).toEqual(sorted(own));
      for (const row of all)
        expect([row.file, row.record, recordOf(row.file, row.record)]).toEqual([
          row.file,
          row.record,
          expect.arrayContaining([row.name]),
        ]);
      await drill().getByText(`计入分子 ${covered.length}`).click();
      await expect.poll(async () => sorted(await allRows())).toEqual(sorted(covered));
      await drill()
        .getByText(`未计入 ${own.length - covered.length}`)
        .click();
      await expect.poll(async () => sorted(await allRows())).toEqual(sorted(own.filter((unit) => !built(unit))));
      await drill().getByRole('button', { name: '关闭' }).click();
    }
    await figure.getByRole('button', { name: '图形' }).click();
  });

  /** Clicks marks of a picture until one opens the panel, as a hand on the mouse does. */
  async function clickMark(figure: Locator, title: RegExp): Promise<string> {
    const marks = figure.locator('svg path, svg rect, svg circle, svg text');
    await figure.scrollIntoViewIfNeeded();
    for (let nth = (await marks.count()) - 1; nth >= 0; nth -= 1) {
      const box = await marks.nth(nth).boundingBox();
      if (!box || box.width > 400 || box.height > 60) continue;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      if (await drill().isVisible()) {
        const heading = await drill().getByRole('heading', { level: 2 }).innerText();
        if (title.test(heading) && (await drill().getByTestId('drill-figure').isVisible())) return heading;
        await page.keyboard.press('Escape');
        await drill().waitFor({ state: 'hidden' });
      }
    }
    throw new Error(`no mark opens ${String(title)}`);
  }

  test('open by clicking the mark itself: dots, bars, cells', async () => {
    const cases: [string, RegExp, RegExp][] = [
      ['#/coverage', /组织覆盖率，2018 年第四季度/u, /^(?:\S+区|\S+园)$/u],
      ['#/coverage', /各园区怎样覆盖/u, /^\S+ · \S+$/u],
      ['#/coverage', /园区与领域交叉/u, /^\S+ · (?:非公企业|社会组织)$/u],
      ['#/stars', /各园区星级构成/u, /^\S+ · \S星$/u],
      ['#/stars', /星级变动/u, /^\S+ → \S+$/u],
      ['#/stars', /五颗单项星/u, /^\S+ · \S+星$/u],
      ['#/coverage', /个，按类别/u, /^(?:党工委|党委|总支|支部|联合支部|党小组)$/u],
    ];
    for (const [hash, figure, title] of cases) {
      await go(page, hash);
      await page.waitForTimeout(400);
      const heading = await clickMark(
        page.getByRole('figure').filter({ has: page.locator('figcaption').filter({ hasText: figure }) }),
        title,
      );
      const said = await drill().getByTestId('drill-figure').innerText();
      const whole = Number((said.split('/').at(-1) ?? '').replaceAll(',', ''));
      const shown = await drill()
        .getByText(/已显示 [\d,]+ \/ [\d,]+ 行/u)
        .innerText();
      expect([heading, Number(/\/ ([\d,]+) 行/u.exec(shown)?.[1]?.replaceAll(',', ''))]).toEqual([heading, whole]);
      await page.keyboard.press('Escape');
    }
  });
});

describe('looks', () => {
  const settle = async (): Promise<void> => {
    await settled(page);
    await page.waitForTimeout(250);
  };

  test.each(['light', 'dark'] as const)('no serious finding of axe on any page, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(AXE);
    for (const hash of await pages()) {
      await go(page, hash);
      await settle();
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof Axe };
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 3)
                .map((node) => node.html.slice(0, 160))
                .join(' | ')}`,
          );
      });
      expect([hash, found]).toEqual([hash, []]);
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  });

  test('nothing is wider than a phone or too small for a finger, on any page', async () => {
    const all = await pages();
    for (const hash of [
      ...all,
      '#/overview?zones=XAGX',
      '#/zone?zones=WSGX',
      '#/coverage?by=committee&zones=XAGX',
      '#/compare?view=funnel',
    ]) {
      await go(page, hash);
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await settle();
        expect([hash, await tooWide()]).toEqual([hash, [width]]);
      }
      expect([hash, await tooSmall()]).toEqual([hash, []]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

/** The width of the document, and what reaches beyond the screen without scrolling in a frame of its own. */
const tooWide = (): Promise<(number | string)[]> =>
  page.evaluate(() => {
    const scrolls = (at: Element): boolean => {
      for (let up = at.parentElement; up && up !== document.body; up = up.parentElement)
        if (/auto|scroll|hidden|clip/u.test(getComputedStyle(up).overflowX)) return true;
      return false;
    };
    const over = [...document.body.querySelectorAll('main *, header *')].filter((at) => {
      const { right, width } = at.getBoundingClientRect();
      return width > 0 && right > innerWidth + 1 && !at.closest('svg') && !scrolls(at);
    });
    return [document.documentElement.scrollWidth, ...over.slice(0, 3).map((at) => at.outerHTML.slice(0, 120))];
  });

/** What can be pressed and is no word of a text, and lower or narrower than 24 px. */
const tooSmall = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main button, main summary, main select, header button')].flatMap((at) => {
      const { width, height } = at.getBoundingClientRect();
      const isWord = getComputedStyle(at).display === 'inline';
      return width === 0 || isWord || (width >= 23.5 && height >= 23.5) ? [] : [at.outerHTML.slice(0, 120)];
    }),
  );

describe('in English', () => {
  /** Texts and names on the page with Chinese in them, without what a cell of a file says. */
  const chineseTexts = (): Promise<string[]> =>
    page.evaluate(() => {
      const isData = (at: Element): boolean => at.closest('td, article th') !== null && at.closest('select') === null;
      const found: string[] = [document.title];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (
          !parent ||
          /^(?:SCRIPT|STYLE|NOSCRIPT)$/u.test(parent.tagName) ||
          parent.closest('[lang="zh-CN"]:not(html)')
        )
          continue;
        if (location.hash.startsWith('#/import') && isData(parent)) continue;
        found.push(node.nodeValue ?? '');
      }
      for (const at of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(at.getAttribute(name) ?? '');
      return found.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => /\p{Script=Han}/u.test(text));
    });

  test('no Chinese is left but what the files say', async () => {
    const files = exampleList().map((file) => (file as unknown as { name: string }).name);
    const cells = new Set<string>();
    const texts = exampleList().map(({ path, encoding }) => textOf(path, encoding));
    for (const text of [...texts, textOf('published/figures.csv', 'utf-8')])
      for (const line of text.split(/\r?\n/u))
        for (const cell of line.split(/[,;\t]/u)) cells.add(cell.replace(/^"|"$/gu, '').trim());
    const names = [
      ...zoneNames().values(),
      ...units().map((unit) => unit.committee),
      ...files,
      '公布数.csv',
      '区镜',
      '我的项目',
    ];
    const known = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
    /** A run of Chinese that is a whole cell of a file (a standard, a topic, a document), or several with marks between. */
    const spaceless = new Set([...cells].map((cell) => cell.replace(/\s/gu, '')));
    const isSaid = (run: string): boolean =>
      spaceless.has(run) || run.split(/[、，；：]+/u).every((part) => spaceless.has(part));
    const isLeft = (text: string): boolean => {
      if (cells.has(text) || text.split(' ').every((part) => cells.has(part))) return false;
      let rest = text;
      for (const name of known) rest = rest.replaceAll(name, '');
      // What a header of a file says is quoted.
      rest = rest.replace(/^Field of “.*”$/u, '').replace(/(?<=[\p{Script=Han}\p{N}]) (?=[\p{Script=Han}\p{N}])/gu, '');
      const runs = rest
        .split(/[^\p{Script=Han}\p{N}“”（）《》、，；：—]+/u)
        .filter((run) => /\p{Script=Han}/u.test(run));
      return runs.some((run) => !isSaid(run));
    };
    await page.getByRole('button', { name: 'English' }).click();
    for (const hash of await pages()) {
      await go(page, hash);
      await settled(page);
      await page.waitForTimeout(400);
      expect([hash, [...new Set((await chineseTexts()).filter(isLeft))]]).toEqual([hash, []]);
      await page.setViewportSize({ width: 320, height: 844 });
      await settled(page);
      await page.waitForTimeout(200);
      expect([hash, await tooWide()]).toEqual([hash, [320]]);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    await go(page, '#/coverage');
    await figureWith(page, 'Organisation coverage, Q4 2018').getByRole('button', { name: 'Rows' }).click();
    await drill().getByRole('table').waitFor();
    const heads = await drill().getByRole('columnheader').allInnerTexts();
    expect(heads.filter((head) => /\p{Script=Han}/u.test(head))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '中文' }).click();
  });
});
