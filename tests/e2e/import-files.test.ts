import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';

/* What an analyst meets on the import page and in the ledger: questions, corrections, matches kept, lines in context. */

const given = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

const HEADER = '企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const EARLIER = `${HEADER}\n甲有限公司,云岭高新区,2018-12-31,非公企业,运营,单独支部,120,12\n乙有限公司,云岭高新区,2018-12-31,非公企业,运营,联合支部,50,5\n合计,,,,,,171,17\n`;
const LATER = EARLIER.replace('120,12', '130,14').replace('171,17', '180,19');
const ASKING =
  '单位名称,单位性质,经营状态,组建形式,党员人数,是否规上,联系电话\n青松公司,非公企业,运营,单独支部,12,1,13800138000\n白杨公司,非公企业,运营,联合支部,无,2,13800138001\n';

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
}, 60_000);
afterAll(() => watched.close());
beforeEach(async () => {
  page = await openWorkbench(await watched.context({ acceptDownloads: true }), inject('site'), '#/import');
  page.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await page.context().close();
  watched.assertQuiet();
});

async function drop(...files: readonly ReturnType<typeof given>[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files]);
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, null, { timeout: 60_000 });
  await go('import');
}

/** Goes to a page of the same session. */
async function go(to: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `#/${to}`);
  await settled(page);
}

const card = (name: string): Locator => page.locator('article').filter({ hasText: name });
const still = async (name: string): Promise<void> => {
  await card(name).and(page.locator('[aria-busy=false]')).waitFor();
};

async function expectAccessible(): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  });
  expect(found).toEqual([]);
}

describe('the import page', () => {
  /** Where a question is answered. */
  const asked = (question: RegExp): Locator => page.getByLabel(question).and(page.locator('input'));

  test('asks once what the file does not say, and takes the answers at once', async () => {
    await drop(given('台账.csv', ASKING));
    await expectAccessible();
    await asked(/截至哪一天/u).fill('2018-12-31');
    await asked(/截至哪一天/u).press('Enter');
    await asked(/截至哪一天/u).waitFor({ state: 'hidden' });
    await asked(/属于哪个开发区/u).fill('云岭高新区');
    await asked(/属于哪个开发区/u).press('Enter');
    await asked(/属于哪个开发区/u).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '1 是、2 否', exact: true }).click();
    await page.getByText('2 表示什么').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '是，按 0 计' }).click();
    await page.getByText('是否表示 0').waitFor({ state: 'hidden' });
    await still('台账.csv');
    expect(await card('台账.csv').innerText()).toContain('无存疑');
    // The coding and 无 are kept by header; the date and the zone belong to one file and are only offered.
    await drop(given('台账二.csv', ASKING.replaceAll('青松', '红枫').replaceAll('白杨', '丹桂')));
    await card('台账二.csv').waitFor();
    expect(await page.getByText('2 表示什么').count()).toBe(0);
    await page.getByRole('button', { name: '上次填的是 2018-12-31，沿用' }).click();
    await page.getByRole('button', { name: '上次填的是 云岭高新区，沿用' }).click();
    await page.getByText('上次填的是').first().waitFor({ state: 'hidden' });
    await still('台账二.csv');
    expect(await card('台账二.csv').innerText()).toContain('无存疑');
  });

  test('refuses the same file under another name, and offers a later one as a correction', async () => {
    await drop(given('一.csv', EARLIER));
    await drop(given('又一份.csv', EARLIER), given('更正.csv', LATER));
    const refusal = await page.getByRole('alert').innerText();
    expect(refusal).toContain('又一份.csv');
    expect(refusal).toContain('已经导入过');
    const panel = card('更正.csv').getByRole('region', { name: '与先前文件有出入' });
    expect(await panel.innerText()).toContain('有 1 行说的是同一对象、同一时期而内容不同');
    expect(await panel.getByRole('radio', { name: '以本文件为准' }).isChecked()).toBe(true);
    expect(await panel.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/甲有限公司\s+从业人员\s+120\s+130/u),
      expect.stringMatching(/甲有限公司\s+党员人数\s+12\s+14/u),
    ]);
    await panel.getByRole('radio', { name: '保留先前的' }).check();
    await expect.poll(() => card('更正.csv').innerText(), { timeout: 30_000 }).toMatch(/2 行|1 行/u);
    await still('更正.csv');
    expect(await panel.getByRole('radio', { name: '保留先前的' }).isChecked()).toBe(true);
    await expectAccessible();
  });

  test('reads again in another encoding, as another table, with another column', async () => {
    const text = `${EARLIER.replace('从业人员', '备用甲')}`;
    await drop(given('一.csv', text));
    await card('一.csv')
      .getByRole('button', { name: /读法与处理/u })
      .click();
    expect(await card('一.csv').innerText()).toContain('全文按 UTF-8 严格解码无误');
    await expectAccessible();
    await page.getByLabel('“备用甲”对应的字段').selectOption({ label: '从业人员' });
    await expect.poll(() => page.getByLabel('“备用甲”对应的字段').inputValue(), { timeout: 30_000 }).toBe('employees');
    await page.getByRole('radio', { name: /GB18030/u }).check();
    await page.getByRole('alert').filter({ hasText: '没有读入' }).waitFor();
    await still('一.csv');
    expect(await card('一.csv').innerText()).toContain('2 行');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存决定' }).click(),
    ]);
    const file = readFileSync(await saved.path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject({
      表头: [{ 认作: '单位覆盖', 改动的列: [{ 列名: '备用甲', 字段: '从业人员' }] }],
    });
    // Another browser, which knows nothing, learns it from the file; a broken one is refused with the reason.
    await page.context().close();
    page = await openWorkbench(await watched.context(), inject('site'), '#/import');
    const load = async (content: string): Promise<void> => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: '打开决定文件' }).click(),
      ]);
      await chooser.setFiles({ name: '列对应.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    };
    await load(file.replace('从业人员', '身高'));
    await page.getByText('没有“身高”这个字段').waitFor();
    // A file read before the decisions came is read again; one read after follows them at once.
    await drop(given('三.csv', text.replaceAll('2018', '2016')));
    await load(file);
    await page.getByText('已打开决定文件：1 个文件，1 种表头，0 项规则和目标。').waitFor();
    await page.getByText('决定文件中另有 1 个文件尚未导入：一.csv。').waitFor();
    await card('三.csv')
      .getByRole('button', { name: /读法与处理/u })
      .click();
    await page.getByText('沿用记住的列对应').waitFor();
    await card('三.csv')
      .getByRole('button', { name: /读法与处理/u })
      .click();
    await drop(given('二.csv', text.replaceAll('2018', '2017')));
    await card('二.csv')
      .getByRole('button', { name: /读法与处理/u })
      .click();
    await page.getByText('沿用记住的列对应').waitFor();
    expect(await page.getByLabel('“备用甲”对应的字段').inputValue()).toBe('employees');
  });

  test('hands out blank templates', async () => {
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载“单位覆盖”的 CSV 模板' }).click(),
    ]);
    expect(csv.suggestedFilename()).toBe('单位覆盖-空白模板.csv');
    expect([...readFileSync(await csv.path()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [book] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载“星级评定”的 Excel 模板' }).click(),
    ]);
    expect(
      readFileSync(await book.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('the ledger', () => {
  test('lists every issue, shows its line in the file, compares totals and exports', async () => {
    await drop(given('一.csv', EARLIER.replace('120,12', '120,说不清').replace('50,5', '50,=1+1')));
    await go('quality');
    await page.locator('.entry').first().waitFor();
    await expectAccessible();
    await page.locator('.entry').filter({ hasText: '说不清' }).getByRole('button').click();
    const context = page.getByRole('region', { name: '原文件第 2 条记录前后' });
    await context.locator('td.marked').waitFor();
    expect(await context.locator('td.marked').innerText()).toBe('说不清');
    expect(await context.locator('tbody tr').count()).toBe(4);
    expect(await page.locator('main').innerText()).toContain('0 项相符，1 项不符');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('group', { name: /^保存/u }).getByRole('button', { name: 'CSV' }).first().click(),
    ]);
    const csv = readFileSync(await saved.path(), 'utf8');
    expect(csv).toContain('说不清');
    for (const cell of csv.split(/[\r\n,]+/u)) expect(cell.replace(/^"/u, '')).not.toMatch(/^[=+@-]/u);
    await page.getByLabel('类别').selectOption({ index: 1 });
    expect(page.url()).toContain('kind=');
    await page.getByRole('button', { name: '清除筛选' }).click();
    expect(page.url()).not.toContain('kind=');
  });

  test('is complete in English', async () => {
    await drop(given('a.csv', ASKING));
    await page.getByRole('button', { name: 'English' }).click();
    await card('a.csv')
      .getByRole('button', { name: /How a.csv/u })
      .click();
    const words = (text: string): string => text.replaceAll('无', '');
    for (const selector of ['h1', 'h2', 'h3', '.sub', '.facts', '.questions', '.verdict p', 'legend', '.summary'])
      for (const text of await page.locator(`main ${selector}`).allInnerTexts())
        expect(words(text)).not.toMatch(/\p{Script=Han}/u);
    await go('quality');
    for (const text of await page
      .locator('main :is(h1, h2, header p, th, .filters label, .entry td.kind)')
      .allInnerTexts())
      expect(text.split('\n')[0]).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('stopping', () => {
  test('answers at once and leaves the session as it was', async () => {
    await drop(given('一.csv', EARLIER));
    const rows = Array.from(
      { length: 300_000 },
      (_, at) => `公司${at},云岭高新区,2017-12-31,非公企业,运营,单独支部,${at % 97},八个`,
    );
    const large = given('大.csv', `${HEADER}\n${rows.join('\n')}\n`);
    // While bytes are read, and while the database is at work.
    for (const until of ['read', 'stored'] as const) {
      await page
        .locator('input[type=file]')
        .setInputFiles([given('次.csv', EARLIER.replaceAll('2018', '2016')), large]);
      await page.getByText('正在读取第 1 / 2 个文件：大.csv').waitFor();
      if (until === 'read') await page.waitForTimeout(300);
      else
        await page.locator('[role=progressbar][aria-valuenow="100"], [role=progressbar][aria-valuenow^="9"]').waitFor();
      const stopped = await page.evaluate(async () => {
        const cancel = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === '取消');
        cancel?.click();
        while (document.querySelector('[role=progressbar]')) await new Promise(requestAnimationFrame);
        return cancel !== undefined;
      });
      expect(stopped).toBe(true);
      expect(await page.locator('article').count()).toBe(1);
    }
    await drop(given('三.csv', EARLIER.replaceAll('2018', '2015')));
    await card('三.csv').waitFor();
    expect(await page.locator('article').count()).toBe(2);
  });
});
