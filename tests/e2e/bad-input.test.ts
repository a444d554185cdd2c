import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { bytesOf } from '../datasets/plain-reader';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { choose, exampleFiles } from './example-files';
import { byName, figureWith, go, readFigure, readTable } from './page-reader';

/* What cannot be read is refused with its name, the place and the next step; what was loaded stays; stopping is at once. */

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const text = (name: string, content: string): Given => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content, 'utf8'),
});
const bytes = (name: string, buffer: Buffer): Given => ({ name, mimeType: 'application/octet-stream', buffer });

const HEADER = '统计日期,开发区,企业名称,单位性质,经营状态,组建方式,党建指导员';
const unitsOf = (zone: string, count: number, built: number): string =>
  [
    HEADER,
    ...Array.from(
      { length: count },
      (_, at) =>
        `2024-03-31,${zone},${zone}第${at + 1}公司,非公企业,运营,${at < built ? '单独支部' : '未建-无党员'},否`,
    ),
  ].join('\n');
const GOOD = text('试验开发区两新组织覆盖台账.csv', unitsOf('试验开发区', 8, 6));
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const random = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + ((at * at) % 251)) % 256));

let watched: Watched;
let page: Page;
const main = (): Locator => page.locator('main');
const refusals = (): Locator => page.getByRole('alert').filter({ hasText: '没有读入' });
const idle = (): Promise<void> =>
  page.locator('input[type=file][multiple]:enabled').waitFor({ state: 'attached', timeout: 60_000 });

async function coverage(): Promise<Record<string, string[]>> {
  await go(page, '#/coverage?by=zone');
  const rows = byName(await readFigure(figureWith(page, /组织覆盖率，\d{4}/u)), ['组织覆盖率', '分子', '分母']);
  await go(page, '#/import');
  return rows;
}

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(15_000);
  page = await openWorkbench(context, inject('site'));
}, 60_000);

afterAll(async () => watched.close());

beforeEach(async () => {
  await go(page, '#/import');
  await idle();
  const all = page.getByRole('button', { name: '全部移除' });
  if (await all.isVisible()) await all.click();
  await all.waitFor({ state: 'hidden' });
});

afterEach(() => watched.assertQuiet());

async function loadGood(): Promise<void> {
  await choose(page, GOOD);
  await main().getByText('数据截至 2024-03-31').waitFor();
  await go(page, '#/import');
}

const REFUSED: readonly (readonly [string, Given])[] = [
  ['an empty file', text('空文件.csv', '')],
  ['a file of blanks', text('空白.csv', '\n\n  \n')],
  ['a picture', bytes('照片.csv', PNG)],
  ['random bytes', bytes('损坏.csv', random)],
  [
    'a spreadsheet cut short',
    bytes('半个工作簿.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), random.subarray(0, 900)])),
  ],
  ['prose', text('通知.txt', '关于做好年终工作的通知\n各单位：\n请认真落实会议精神，按时上报材料。\n特此通知。\n')],
];

test.each(REFUSED)('%s is refused: its name, what is wrong, what to do; what was loaded stays', async (_, file) => {
  await loadGood();
  const before = await coverage();
  expect(before.试验开发区).toEqual(['75.0%', '6', '8']);
  await choose(page, file);
  await refusals().waitFor();
  const item = refusals().getByRole('listitem');
  expect(await item.count()).toBe(1);
  expect(await item.locator('strong').innerText()).toBe(file.name);
  const [what = '', ...rest] = await item.locator('p').allInnerTexts();
  expect(what).toMatch(/。/u);
  expect(rest.at(-1) ?? '').toMatch(/^请.+。$/u);
  expect(await item.innerText()).not.toMatch(/程序错误|undefined|\[object|Error:/u);
  expect(await refusals().innerText()).toContain('此前已导入的数据没有变动');
  expect(await main().getByRole('heading', { level: 1 }).innerText()).toContain('已导入 1 个文件');
  expect(await coverage()).toEqual(before);
});

test('a table nobody knows waits on a card that says what it is like; taught once, its word is known in another layout', async () => {
  await loadGood();
  const before = await coverage();
  const waiting = main().getByRole('region', { name: /个文件要说明是什么表/u });
  await choose(page, [
    text('脚本.csv', 'function f(a) {\n  return a + 1;\n}\nconsole.log(f(2));\n'),
    text('食堂菜单.csv', '菜名,价格,热量\n西红柿炒鸡蛋,12,230\n麻婆豆腐,10,310\n'),
    text('星级评定结果.csv', '党组织名称,开发区,终评等级,年度,党员姓名\n甲支部,试验开发区,五星,2024,张三\n'),
    text('另一份.csv', '序号,年度,终评等级,支部,开发区\n1,2023,三星,甲支部,试验开发区\n'),
  ]);
  await waiting.getByRole('article').nth(3).waitFor();
  const card = (name: string): Locator => main().getByRole('article').filter({ hasText: name });
  expect(await card('食堂菜单').innerText()).toContain('表头“菜名”“价格”“热量”未认识');
  expect(await card('星级评定结果').innerText()).toContain('最像“星级评定”，缺“星级”列：表头“终评等级”未认识');
  expect(await main().getByRole('heading', { level: 1 }).innerText()).toContain('已导入 1 个文件');
  expect(await coverage()).toEqual(before);
  await card('星级评定结果')
    .getByRole('button', { name: /读法与处理/u })
    .click();
  expect(await card('星级评定结果').innerText()).not.toContain('张三');
  await card('星级评定结果').getByRole('button', { name: '认作“星级评定”' }).click();
  await card('星级评定结果').getByLabel('“终评等级”对应的字段').selectOption({ label: '星级' });
  // The other layout is read by the same word; what is no table of ours goes on waiting.
  await expect.poll(() => waiting.getByRole('article').count(), { timeout: 30_000 }).toBe(2);
  await idle();
  expect(await main().getByRole('heading', { level: 1 }).innerText()).toContain('已导入 3 个文件');
  expect(await main().innerText()).toContain('星级评定：列名“终评等级”即“星级”');
  await main().getByRole('button', { name: '不再沿用“终评等级”' }).click();
  await main().getByText('即“星级”').waitFor({ state: 'hidden' });
  for (const name of ['食堂菜单', '脚本'])
    await card(name)
      .getByRole('button', { name: `移除 ${name}.csv` })
      .click();
  await waiting.waitFor({ state: 'hidden' });
});

test('a GBK file cut in the middle of a character: refused or read, the place is named and nothing is lost silently', async () => {
  await loadGood();
  const whole = bytesOf('example/wangshu/star-rating.csv');
  let cut = Math.floor(whole.length * 0.7);
  while ((whole[cut - 1] ?? 0) < 0x81 || (whole[cut - 2] ?? 0) >= 0x80) cut += 1;
  await choose(page, bytes('望舒星级（不完整）.csv', whole.subarray(0, cut)));
  await idle();
  await settled(page);
  const said = await main().innerText();
  expect(said).toContain('望舒星级（不完整）.csv');
  if (await refusals().isVisible()) expect(await refusals().innerText()).toMatch(/第 \d+ 行/u);
  else {
    await go(page, '#/quality');
    const { rows } = await readTable(page.getByRole('region', { name: '台账明细' }));
    const own = rows.filter((row) => row[1] === '望舒星级（不完整）.csv');
    expect(own.map(([kind]) => kind).join('\n')).toContain('截断');
    const records = new TextDecoder('gbk').decode(whole.subarray(0, cut)).split('\n').length;
    expect(own.map((row) => Number(row[2]))).toContain(records);
  }
  expect((await coverage()).试验开发区).toEqual(['75.0%', '6', '8']);
});

test('good and bad together: the good ones are read, every bad one is named', async () => {
  const bad = [REFUSED[0]?.[1], REFUSED[2]?.[1], REFUSED[4]?.[1]].filter((file) => file !== undefined);
  await choose(page, [...bad, GOOD]);
  await refusals().waitFor();
  await idle();
  expect((await refusals().locator('strong').allInnerTexts()).sort()).toEqual(bad.map(({ name }) => name).sort());
  expect((await coverage()).试验开发区).toEqual(['75.0%', '6', '8']);
});

describe.each([
  ['still on disk', false],
  ['gone from disk meanwhile', true],
] as const)('a refused file does not take the example away, its files %s', (_, gone) => {
  test('the figures stay', async () => {
    const { paths, remove } = exampleFiles();
    try {
      const some = paths.filter((path) => /(?:名册|白榆|公布数)/u.test(path) && !/党组织名册/u.test(path));
      await choose(page, some);
      await main().getByText('数据截至 2018-12-31').waitFor({ timeout: 60_000 });
      const before = await coverage();
      if (gone) remove();
      await choose(page, bytes('照片.csv', PNG));
      await refusals().waitFor();
      await idle();
      expect(await main().getByRole('heading', { level: 1 }).innerText()).toContain('已导入');
      expect(await coverage()).toEqual(before);
    } finally {
      remove();
    }
  });
});

test('a file that others depend on cannot be removed when those are gone from disk: said in a sentence, nothing changes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zonelens-gone-'));
  const put = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const register = '开发区代码,开发区名称,开发区类型,开发区级别,行政区划代码\nSYKF,试验开发区,高新区,省级,410000\n';
  try {
    await choose(page, [put('开发区名册.csv', register), put(GOOD.name, GOOD.buffer)]);
    await main().getByText('数据截至 2024-03-31').waitFor();
    const before = await coverage();
    expect(before.试验开发区).toEqual(['75.0%', '6', '8']);
    rmSync(folder, { recursive: true });
    await page.getByRole('button', { name: /^移除 .*名册/u }).click();
    const said = page.getByRole('alert').filter({ hasText: '不在原处' });
    await said.waitFor();
    expect(await said.locator('strong').innerText()).toBe(GOOD.name);
    expect(await said.innerText()).not.toMatch(/程序错误|undefined|Error/u);
    expect(await coverage()).toEqual(before);
    expect(await main().getByRole('heading', { level: 1 }).innerText()).toContain('已导入 2 个文件');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the example chosen in two goes is the example chosen at once', async () => {
  const { paths, remove } = exampleFiles();
  const own = paths.filter((path) => /(?:开发区名册|白榆)/u.test(path) && !/党组织名册/u.test(path));
  try {
    const [first = [], second = []] = [
      own.filter((path) => !/星|五星/u.test(path)),
      own.filter((path) => /五星/u.test(path)),
    ];
    await choose(page, first);
    await main().getByText('数据截至 2018-12-31').waitFor({ timeout: 60_000 });
    await go(page, '#/import');
    await choose(page, second);
    await idle();
    await settled(page);
    expect(await main().getByRole('heading', { level: 1 }).innerText()).toContain(`已导入 ${own.length} 个文件`);
  } finally {
    remove();
  }
});

test('two different files of one name are two files', async () => {
  await choose(page, [text('台账.csv', unitsOf('甲试验区', 4, 1))]);
  await main().getByText('数据截至 2024-03-31').waitFor();
  await go(page, '#/import');
  await choose(page, [text('台账.csv', unitsOf('乙试验区', 5, 5))]);
  await idle();
  await settled(page);
  const both = await coverage();
  expect([both.甲试验区, both.乙试验区]).toEqual([
    ['25.0%', '1', '4'],
    ['100.0%', '5', '5'],
  ]);
  const takes = page.getByRole('button', { name: /^移除 台账/u });
  expect(await takes.count()).toBe(2);
  await takes.last().click();
  await expect.poll(async () => Object.keys(await coverage())).toEqual(['甲试验区']);
});

describe('stopping', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zonelens-large-'));
  const large = join(folder, '大台账.csv');

  beforeAll(() => {
    const handle = openSync(large, 'w');
    writeSync(handle, `${HEADER}\n`);
    for (let block = 0; block < 60; block += 1) {
      const rows = Array.from(
        { length: 6000 },
        (_, at) =>
          `2024年3月31日,大试验区,大试验区第${block * 6000 + at}号高新技术有限公司,非公企业,运营,${at % 3 === 0 ? '未建-应建' : '联合支部'},否`,
      );
      writeSync(handle, `${rows.join('\n')}\n`);
    }
    closeSync(handle);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Clicks 取消 after so many milliseconds and waits until the page can be used again. */
  async function stop(afterMs: number): Promise<void> {
    const button = page.getByRole('button', { name: '取消' });
    await button.waitFor();
    return page.evaluate(
      (wait) =>
        new Promise<void>((resolve, reject) => {
          setTimeout(() => {
            const cancel = [...document.querySelectorAll('button')].find((at) => at.textContent?.trim() === '取消');
            if (!cancel) return reject(new Error('the reading was over before it could be stopped'));
            cancel.click();
            const look = (): void => {
              if (
                document.querySelector('input[type=file][multiple]:enabled') &&
                !document.querySelector('[role=progressbar]')
              )
                resolve();
              else requestAnimationFrame(look);
            };
            look();
          }, wait);
        }),
      afterMs,
    );
  }

  test.each([50, 400, 900])('a 40 MB file is stopped after %i ms of reading', async (wait) => {
    await loadGood();
    const before = await coverage();
    await choose(page, large);
    await stop(wait);
    await idle();
    await page.waitForTimeout(1500);
    expect(await page.getByRole('progressbar').count()).toBe(0);
    expect(await main().getByRole('heading', { level: 1 }).innerText()).toContain('已导入 1 个文件');
    expect(await coverage()).toEqual(before);
    expect(await refusals().count()).toBe(0);
  });

  test('a file chosen right after stopping is read, beside what was there before', async () => {
    await loadGood();
    await choose(page, large);
    await stop(300);
    await choose(page, text('第二试验区台账.csv', unitsOf('第二试验区', 5, 2)));
    await page.waitForTimeout(2500);
    await idle();
    expect(await coverage()).toEqual({ 试验开发区: ['75.0%', '6', '8'], 第二试验区: ['40.0%', '2', '5'] });
  });
});
