import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { exampleList, type Row, rowsOf } from '../datasets/plain-reader';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { loadExample } from './example-files';
import { byName, figureWith, go, readFigure } from './page-reader';
import { ZONES, zoneNames } from './recount';

/*
 * The appraisal page against the cells of the files: medians by sorting, levels by their words, and the what-if computed once
 * more by other code.
 */

type Source = 'self' | 'peer' | 'mass' | 'superior';
interface One {
  readonly zone: string;
  readonly cycle: string;
  readonly code: string;
  readonly version: string;
  readonly scores: Readonly<Record<Source, number | null>>;
  readonly total: number | null;
  readonly level: string;
  readonly vetoed: boolean;
  readonly criteria: Readonly<Record<string, boolean>>;
}

const HEADERS: Readonly<Record<Source, readonly string[]>> = {
  self: ['自评得分', '自我评价得分'],
  peer: ['互评得分', '党员互评'],
  mass: ['群众测评', '群众测评得分'],
  superior: ['上级评定', '考核组评分'],
};
const SOURCES = ['self', 'peer', 'mass', 'superior'] as const;
const CRITERIA = ['组织健全', '制度完善', '运行规范', '活动经常', '档案齐备', '作用突出'];
const LEVELS = ['优秀', '良好', '合格', '不合格'];
const SHARED = '2016版';

function points(row: Row, headers: readonly string[]): number | null {
  const text = headers.map((header) => row[header]).find((cell) => cell !== undefined) ?? '';
  const plain = text.normalize('NFKC').replace('分', '');
  return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain);
}

function readAll(): One[] {
  const seen = new Set<string>();
  return exampleList()
    .filter(({ path, table }) => table === 'grading' && path.includes('/appraisal'))
    .flatMap((file) =>
      rowsOf(file, ['党组织代码']).flatMap((row): One[] => {
        const text = row['考核周期'] ?? /(\d{4})/.exec(file.path)?.[1] ?? '';
        const cycle = text.slice(0, 4) + (/上半年|年中|H1/.test(text) ? 'H1' : '');
        const code = row['党组织代码'] ?? '';
        const key = `${file.zone ?? ''} ${cycle} ${code}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const yes = (cell: string | undefined): boolean => /^(是|有|√)$/.test(cell ?? '');
        return [
          {
            zone: file.zone ?? '',
            cycle,
            code,
            version: row['标准版本'] ?? '',
            scores: {
              self: points(row, HEADERS.self),
              peer: points(row, HEADERS.peer),
              mass: points(row, HEADERS.mass),
              superior: points(row, HEADERS.superior),
            },
            total: points(row, ['总分']),
            level: row['考核等次'] ?? '',
            vetoed: yes(row['一票否决']),
            criteria: Object.fromEntries(
              CRITERIA.filter((name) => /^(是|否|√|×)$/.test(row[name] ?? '')).map((name) => [name, yes(row[name])]),
            ),
          },
        ];
      }),
    );
}

const ALL = readAll();
const NAMES = zoneNames();
const nameOf = (zone: string): string => NAMES.get(zone) ?? zone;
const under = (cycle: string, version: string): One[] =>
  ALL.filter((one) => one.cycle === cycle && one.version === version && ZONES.includes(one.zone));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
const totals = (list: readonly One[]): number[] => list.flatMap(({ total }) => (total === null ? [] : [total]));

interface Rules {
  readonly weights: Readonly<Record<Source, number>>;
  readonly cutoffs: readonly number[];
  /** Share of the first level; 1 for no cap. */
  readonly cap: number;
}

/** Level of every organisation (0 the best, null not evaluated), the long way round. */
function levelled(list: readonly One[], { weights, cutoffs, cap }: Rules): (number | null)[] {
  const scores = list.map(({ scores: given }) => {
    const asked = SOURCES.filter((source) => weights[source] > 0);
    if (asked.some((source) => given[source] === null)) return null;
    const sum = asked.reduce((all, source) => all + weights[source] * (given[source] ?? 0), 0);
    return Math.round(sum * 1e6) / 1e6;
  });
  const room = Math.floor(cap * scores.filter((score) => score !== null).length + 1e-9);
  const reach = (score: number): number => {
    const at = cutoffs.findIndex((cutoff) => score >= cutoff);
    return at < 0 ? cutoffs.length : at;
  };
  const tops = scores
    .filter((score, at) => score !== null && reach(score) === 0 && !list[at]?.vetoed)
    .map((score) => score ?? 0)
    .sort((a, b) => b - a);
  // The best score that is refused: all who have it, or less, go a level down.
  const refused = tops[room] ?? -1;
  return scores.map((score, at) => {
    if (score === null) return null;
    if (list[at]?.vetoed) return cutoffs.length;
    return reach(score) === 0 && score <= refused ? 1 : reach(score);
  });
}

const START: Rules = { weights: { self: 0.2, peer: 0.1, mass: 0.3, superior: 0.4 }, cutoffs: [90, 80, 60], cap: 1 };

function outcome(list: readonly One[], rules: Rules) {
  const after = levelled(list, rules);
  const before = list.map(({ level }) => (LEVELS.includes(level) ? LEVELS.indexOf(level) : null));
  const both = list.flatMap((_, at) => {
    const [was, is] = [before[at] ?? null, after[at] ?? null];
    return was === null || is === null ? [] : [[was, is] as const];
  });
  return {
    evaluated: after.filter((level) => level !== null).length,
    incomplete: after.filter((level) => level === null).length,
    up: both.filter(([was, is]) => is < was).length,
    down: both.filter(([was, is]) => is > was).length,
    same: both.filter(([was, is]) => is === was).length,
    official: LEVELS.map((_, level) => both.filter(([was]) => was === level).length),
    computed: LEVELS.map((_, level) => both.filter(([, is]) => is === level).length),
  };
}

let watched: Watched;
let page: Page;
const found = (): Locator => page.getByTestId('what-if-found');
const field = (name: string): Locator => page.locator('#what-if').getByRole('spinbutton', { name, exact: true });
const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

async function said(): Promise<string> {
  await settled(page);
  return (await found().innerText()).replace(/\s+/gu, ' ').trim();
}

const sentence = ({ evaluated, up, down, same }: ReturnType<typeof outcome>): string => {
  const unofficial = evaluated - up - down - same;
  const rest = unofficial === 0 ? '' : ` 其中 ${unofficial} 个没有考核等次，不作比较。`;
  return `可评定 ${thousands(evaluated)} 个；与考核等次相比，${up} 个上升，${down} 个下降，${thousands(same)} 个不变。${rest}`;
};

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(60_000);
  page = await openWorkbench(context, inject('site'));
  await loadExample(page);
  await go(page, '#/appraisal?period=2018');
}, 300_000);

afterAll(async () => watched.close());
afterEach(() => watched.assertQuiet());

test('median and n of every zone under the shared standard, and the whole', async () => {
  const figure = figureWith(page, '各园区党建考核得分');
  const rows = byName(await readFigure(figure), ['n', '中位数']);
  const list = under('2018', SHARED);
  const zones = [...new Set(list.map(({ zone }) => zone))];
  expect(zones.length).toBeGreaterThanOrEqual(8);
  expect(Object.keys(rows).sort()).toEqual([...zones.map(nameOf), '总体'].sort());
  for (const zone of [...zones, null]) {
    const own = totals(list.filter((one) => zone === null || one.zone === zone));
    const [n, middle] = rows[zone === null ? '总体' : nameOf(zone)] ?? [];
    expect([zone, n]).toEqual([zone, thousands(own.length)]);
    expect(Math.abs(Number(middle) - median(own)), zone ?? 'all').toBeLessThanOrEqual(0.5 + 1e-9);
  }
});

test('the rows behind a zone are as many as its n', async () => {
  const list = totals(under('2018', SHARED).filter(({ zone }) => zone === 'WSGX'));
  await figureWith(page, '各园区党建考核得分')
    .getByRole('button', { name: nameOf('WSGX') })
    .click();
  const dialog = page.getByRole('dialog').filter({ has: page.locator('#drill-title') });
  await dialog.getByRole('table').waitFor();
  expect(await dialog.innerText()).toContain(`图中这一数字背后的 ${list.length} 行`);
  await page.keyboard.press('Escape');
});

test('levels of every zone by their words', async () => {
  const rows = byName(await readFigure(figureWith(page, '各园区考核等次构成')), ['分母', ...LEVELS]);
  const list = under('2018', SHARED).filter(({ level }) => LEVELS.includes(level));
  for (const zone of new Set(list.map((one) => one.zone))) {
    const own = list.filter((one) => one.zone === zone);
    const counts = LEVELS.map((level) => own.filter((one) => one.level === level).length);
    expect([zone, rows[nameOf(zone)]]).toEqual([zone, [own.length, ...counts].map(thousands)]);
  }
});

test('the six criteria of every zone that assesses them', async () => {
  const names = CRITERIA.flatMap((name) => [`${name} 分子`, `${name} 分母`]);
  const rows = byName(await readFigure(figureWith(page, '支部规范化六条，各园区达标情况')), names);
  const list = under('2018', SHARED).filter(({ criteria }) => Object.keys(criteria).length > 0);
  const zones = [...new Set(list.map(({ zone }) => zone))];
  expect(Object.keys(rows).sort()).toEqual(zones.map(nameOf).sort());
  for (const zone of zones) {
    const own = list.filter((one) => one.zone === zone);
    const pairs = CRITERIA.flatMap((name) => [own.filter(({ criteria }) => criteria[name]).length, own.length]);
    expect([zone, rows[nameOf(zone)]]).toEqual([zone, pairs.map(thousands)]);
  }
});

test('Xuzhou: ten committees from the half-year to the year, each its own score', async () => {
  await go(page, '#/appraisal?period=2018&zones=XZJK');
  const read = await readFigure(figureWith(page, '2018 年：半年考核到全年考核'));
  expect(read.rows).toHaveLength(10);
  const scores = (cycle: string): number[] =>
    totals(ALL.filter((one) => one.zone === 'XZJK' && one.cycle === cycle)).sort((a, b) => a - b);
  const shown = (column: number): number[] => read.rows.map((row) => Number(row[column])).sort((a, b) => a - b);
  for (const [cycle, column] of [
    ['2018H1', 1],
    ['2018', 3],
  ] as const)
    shown(column).forEach((value, nth) =>
      expect(Math.abs(value - (scores(cycle)[nth] ?? Number.NaN))).toBeLessThanOrEqual(0.5 + 1e-9),
    );
});

test('the enterprise is left out until its zone is chosen; then its six criteria are there', async () => {
  await go(page, '#/appraisal?period=2018&zones=JLRL');
  const read = await readFigure(figureWith(page, '支部规范化六条，各党委达标情况'));
  const list = ALL.filter((one) => one.zone === 'JLRL' && one.cycle === '2018');
  const cells = read.rows[0] ?? [];
  CRITERIA.forEach((name, nth) => {
    const met = list.filter(({ criteria }) => criteria[name]).length;
    expect([name, ...cells.slice(2 + nth * 3, 4 + nth * 3)]).toEqual([name, String(met), String(list.length)]);
  });
});

test('what-if: the rules in force, another cut-off, a cap; a wrong weight is refused on the field and the result stays', async () => {
  await go(page, '#/appraisal?period=2018');
  const list = under('2018', SHARED);
  await found().waitFor();
  const start = outcome(list, START);
  expect(await said()).toBe(sentence(start));
  expect(await page.getByTestId('what-if-incomplete').innerText()).toContain(`${thousands(start.incomplete)} 个缺少`);

  await field('优秀最低分').fill('85');
  const lower = { ...START, cutoffs: [85, 80, 60] };
  expect(await said()).toBe(sentence(outcome(list, lower)));

  await field('优秀名额上限，百分比').fill('20');
  const capped = { ...lower, cap: 0.2 };
  const now = outcome(list, capped);
  expect(now.computed[0]).toBeLessThan(outcome(list, lower).computed[0] ?? 0);
  expect(await said()).toBe(sentence(now));
  const rows = byName(await readFigure(figureWith(page, '等次构成：考核与试算')), ['考核等次', '试算等次']);
  LEVELS.forEach((level, at) =>
    expect([level, rows[level]]).toEqual([level, [thousands(now.official[at] ?? 0), thousands(now.computed[at] ?? 0)]]),
  );
  const listed = page.locator('#what-if').getByRole('heading', { name: /等次会改变的党组织/u });
  expect(await listed.innerText()).toContain(thousands(now.up + now.down));

  await field('自评').fill('0.3');
  await settled(page);
  expect(await page.locator('#what-if').getByText('合计为 1.1，应为 1').count()).toBe(1);
  expect(await field('自评').getAttribute('aria-invalid')).toBe('true');
  expect(await said()).toBe(sentence(now));

  await field('互评').fill('0');
  await settled(page);
  const other = { ...capped, weights: { self: 0.3, peer: 0, mass: 0.3, superior: 0.4 } };
  expect(await said()).toBe(sentence(outcome(list, other)));
  await page.getByRole('button', { name: '恢复现行规则' }).click();
  expect(await said()).toBe(sentence(start));
});

test('what a moved rule would change: every cut-off and weight, both ways', async () => {
  const list = under('2018', SHARED);
  const rows = byName(await readFigure(figureWith(page, '规则动一点，等次变多少')), ['下调', '上调']);
  const start = levelled(list, START);
  const changed = (rules: Rules): string => {
    const moved = levelled(list, rules);
    return thousands(start.filter((level, at) => level !== null && moved[at] !== null && level !== moved[at]).length);
  };
  const cut = (at: number, by: number): Rules => ({
    ...START,
    cutoffs: START.cutoffs.map((value, nth) => (nth === at ? value + by : value)),
  });
  const weigh = (source: Source, by: number): Rules => {
    const value = Math.round((START.weights[source] + by) * 1e9) / 1e9;
    const factor = (1 - value) / (1 - START.weights[source]);
    const weights = { ...START.weights };
    for (const one of SOURCES) weights[one] = one === source ? value : START.weights[one] * factor;
    return { ...START, weights };
  };
  const expected: Record<string, string[]> = {
    '“优秀”最低分 90': [changed(cut(0, -1)), changed(cut(0, 1))],
    '“良好”最低分 80': [changed(cut(1, -1)), changed(cut(1, 1))],
    '“合格”最低分 60': [changed(cut(2, -1)), changed(cut(2, 1))],
    '自评权重 0.2': [changed(weigh('self', -0.1)), changed(weigh('self', 0.1))],
    '互评权重 0.1': [changed(weigh('peer', -0.1)), changed(weigh('peer', 0.1))],
    '群众测评权重 0.3': [changed(weigh('mass', -0.1)), changed(weigh('mass', 0.1))],
    '上级评定权重 0.4': [changed(weigh('superior', -0.1)), changed(weigh('superior', 0.1))],
  };
  expect(rows).toEqual(expected);
});
