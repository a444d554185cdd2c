import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanup } from 'vitest-browser-svelte';
import { rollUp, total } from '../../src/cube';
import { type drillSample, sampleCube, sampleSource } from './sample-cube';
import { button, settled, show, violations } from './page';

const ZONES = sampleCube()
  .zones.filter((zone) => zone.type !== '其他')
  .map((zone) => zone.id);
const bracket = (container: HTMLElement, at: number): HTMLButtonElement => {
  const found = container.querySelectorAll<HTMLButtonElement>('.sentence button.value')[at];
  if (!found) throw new Error(`no bracket ${at}`);
  return found;
};
/** The words of a node without the spaces between numbers and characters. */
const packed = (node: Element): string => (node.textContent ?? '').replace(/\s/g, '');

describe('the sentence', () => {
  it('says the selection and keeps defaults out of the address', async () => {
    const container = await show('#/overview');
    expect(container.querySelector('.sentence')?.textContent?.replace(/\s|\u2060/g, '')).toBe(
      '查看全部12个园区各党委的非公企业与社会组织，2018年第四季度，与上季度相比，按园区比较',
    );
    expect(location.hash).toBe('#/overview');
    expect(container.textContent).toContain('热力集团属企业，不列入园区比较');
  });

  it('filters by keyboard alone, and the address and the figures follow', async () => {
    const container = await show('#/overview');
    bracket(container, 0).focus();
    await userEvent.keyboard('{Enter}');
    await settled();
    expect(await violations()).toEqual([]);
    const search = container.querySelector<HTMLInputElement>('input[type=search]');
    expect(search).not.toBeNull();
    search?.focus();
    await userEvent.keyboard('空港');
    await settled();
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    await userEvent.keyboard('{Escape}');
    await settled();
    expect(location.hash).toBe('#/overview?zones=kg');
    const group = total(sampleCube(), { metric: 'org_coverage_rate', periods: ['2018Q4'], zones: ['kg'] });
    expect(container.querySelector('.kpi .fraction')?.textContent).toContain(
      `${group?.numerator}/${group?.denominator}`,
    );
    // One zone has nothing to be compared with: its committees are.
    expect(bracket(container, 5).textContent).toBe('党委');
    history.back();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await settled();
    expect(bracket(container, 0).textContent).toBe('全部 12 个园区');
  });

  it('answers for another period and for none to compare with', async () => {
    const container = await show('#/coverage?period=2017&vs=none');
    const group = total(sampleCube(), { metric: 'org_coverage_rate', periods: ['2017'], zones: ZONES });
    const rate = (((group?.numerator ?? 0) / (group?.denominator ?? 1)) * 100).toFixed(1);
    expect(container.querySelector('h1')?.textContent).toContain(`${rate}%`);
    expect(container.querySelector('h1')?.textContent).not.toContain('较');
    expect(container.querySelector('.sentence')?.textContent).toContain('不与前期相比');
  });

  it('lets trends begin where the reader says, by keyboard, and changes no figure', async () => {
    const container = await show('#/coverage?period=2018Q3&vs=year');
    const headline = container.querySelector('h1')?.textContent;
    const trend = (): string =>
      [...container.querySelectorAll('figcaption')].map((node) => packed(node)).find((text) => text.includes('走势')) ??
      '';
    expect(trend()).toContain('2016年第一季度');
    const period = bracket(container, 3);
    period.focus();
    await userEvent.keyboard('{Enter}{Tab}2018年第二{Escape}');
    await settled();
    expect(location.hash).toBe('#/coverage?period=2018Q3&since=2018Q2&vs=year');
    expect(packed(bracket(container, 3))).toBe('2018年第三季度（走势起于2018年第二季度）');
    expect(trend()).toContain('2018年第二季度');
    expect(trend()).not.toContain('2016年第一季度');
    expect(container.querySelector('h1')?.textContent).toBe(headline);
    // The same of years, and of a period that is not after it.
    const years = await show('#/coverage?period=2018&since=2017Q3');
    expect(packed(bracket(years, 3))).toBe('2018年（走势起于2017年）');
    const later = await show('#/coverage?period=2016Q2&since=2017Q3');
    expect(packed(bracket(later, 3))).toBe('2016年第二季度');
  });

  it('asks for one zone before comparing committees', async () => {
    const container = await show('#/coverage?by=committee');
    expect(container.textContent).toContain('党委在一个园区之内比较');
    button(container.querySelector('main') ?? container, '软件园').click();
    await settled();
    expect(location.hash).toBe('#/coverage?by=committee&zones=rj');
    expect(container.querySelectorAll('.chart').length).toBeGreaterThan(2);
  });

  it('measures each change until it is drawn', async () => {
    performance.clearMeasures();
    const container = await show('#/compare');
    expect(performance.getEntriesByName('zonelens:first-chart')).toHaveLength(1);
    const select = container.querySelector<HTMLSelectElement>('main select');
    if (!select) throw new Error('no metric to choose');
    await userEvent.selectOptions(select, 'work_coverage_rate');
    await settled();
    await settled();
    const [measured] = performance.getEntriesByName('zonelens:interaction');
    expect(measured?.duration).toBeGreaterThan(0);
    expect(container.querySelector('h1')?.textContent).toContain('工作覆盖率');
  });
});

describe('a figure', () => {
  it('turns into its table at one key, with the figures of the cube', async () => {
    const container = await show('#/coverage');
    const figure = container.querySelector('figure');
    figure?.focus();
    await userEvent.keyboard('t');
    await settled();
    const rows = [...(figure?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    const groups = rollUp(sampleCube(), {
      metric: 'org_coverage_rate',
      by: ['zone'],
      periods: ['2018Q4'],
      zones: ZONES,
    });
    expect(rows).toHaveLength(groups.length);
    for (const group of groups) {
      const name = sampleCube().zones.find((zone) => zone.id === group.zone)?.name;
      const row = rows.find(([first]) => first === name);
      expect(row?.slice(1, 4)).toEqual([
        `${((group.numerator / (group.denominator ?? 1)) * 100).toFixed(1)}%`,
        String(group.numerator),
        String(group.denominator),
      ]);
    }
    await userEvent.keyboard('t');
    await settled();
    expect(figure?.querySelector('svg')).not.toBeNull();
  });

  it('says once a page what is taken for what lists do not state', async () => {
    const column = { table: 'unit_coverage', column: 'unit_kind', taken: '非公企业', sources: ['名单.csv'] };
    const cube = { ...sampleCube(), unstated: [{ ...column, zones: ['kg', 'rl'] }] };
    const container = await show('#/coverage', { cube, drill: null });
    const figures = [...container.querySelectorAll('figure')];
    const saying = figures.filter((figure) => figure.textContent?.includes('未列单位性质'));
    expect(figures.length).toBeGreaterThan(3);
    expect(saying).toEqual(figures.slice(0, 1));
    expect(saying[0]?.textContent).toContain('空港片区的名单未列单位性质，按“非公企业”计');
  });

  it('opens the rows behind a mark, as many as the mark says', async () => {
    const container = await show('#/coverage');
    const figure = container.querySelector('figure');
    figure?.focus();
    await userEvent.keyboard('t');
    await settled();
    button(figure ?? container, '空港片区').click();
    await settled();
    const dialog = document.querySelector<HTMLDialogElement>('dialog:has([data-testid=drill-figure])');
    expect(dialog?.open).toBe(true);
    const group = total(sampleCube(), { metric: 'org_coverage_rate', periods: ['2018Q4'], zones: ['kg'] });
    expect(dialog?.querySelector('[data-testid=drill-figure]')?.textContent).toBe(
      `${group?.numerator}/${group?.denominator}`,
    );
    await expect.poll(() => dialog?.querySelector('.more')?.textContent).toContain(`/ ${group?.denominator} 行`);
    expect(await violations()).toEqual([]);
    button(dialog ?? container, '关闭').click();
    await expect.poll(() => location.hash).toBe('#/coverage');
    expect(dialog?.open).toBe(false);
  });

  it('has the rows that are open in its address, and going back closes them', async () => {
    const panel = (): HTMLDialogElement | null =>
      document.querySelector<HTMLDialogElement>('dialog[open]:has([data-testid=drill-figure])');
    const container = await show('#/coverage?by=zone');
    const figure = container.querySelector('figure');
    figure?.focus();
    await userEvent.keyboard('t');
    await settled();
    button(figure ?? container, '空港片区').click();
    await settled();
    const told = panel()?.querySelector('header')?.textContent;
    const address = location.hash;
    expect(address).not.toBe('#/coverage?by=zone');
    history.back();
    await expect.poll(panel).toBeNull();
    await expect.poll(() => location.hash).toBe('#/coverage?by=zone');
    history.forward();
    await expect.poll(panel).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => location.hash).toBe('#/coverage?by=zone');

    // A copied address opens the same rows; closing them leads to no page before.
    cleanup();
    const length = history.length;
    const again = await show(address);
    await expect.poll(panel).not.toBeNull();
    expect(panel()?.querySelector('header')?.textContent).toBe(told);
    button(panel() ?? again, '关闭').click();
    await expect.poll(panel).toBeNull();
    await expect.poll(() => location.hash).toBe('#/coverage?by=zone');
    expect(history.length).toBe(length);

    // A report says that it has none; what cannot be understood opens nothing.
    cleanup();
    await show(address, { ...sampleSource(), drill: null });
    await expect.poll(() => panel()?.textContent).toContain('这份报告只带汇总数');
    cleanup();
    await show(`#/coverage?rows=${encodeURIComponent('{"metric":"no_such","title":1}')}`);
    expect(panel()).toBeNull();
  });

  it('offers no rows where the source has none', async () => {
    const container = await show('#/coverage', { ...sampleSource(), drill: null });
    expect(container.querySelector('figure .actions')?.textContent).not.toContain('明细');
    expect(container.textContent).toContain('这份报告只带汇总数');
    expect(container.querySelector('nav')?.textContent).not.toContain('导入');
  });

  it('says so when the rows cannot be fetched', async () => {
    const drill: typeof drillSample = () => Promise.reject(new Error('引擎已关闭'));
    const container = await show('#/coverage', { ...sampleSource(), drill });
    await expect.poll(() => container.querySelector('[role=alert]')?.textContent).toContain('引擎已关闭');
  });
});

describe('stars', () => {
  it('says the cycle it answers for when a quarter was chosen elsewhere', async () => {
    const container = await show('#/stars?period=2017Q3&vs=year');
    expect(bracket(container, 3).textContent).toBe('2017 年');
    expect(bracket(container, 4).textContent).toBe('上年');
    expect(container.querySelector('figcaption p')?.textContent).toContain('2017 年度评定');
  });

  it('never shows two schemes together, and says when a share is capped', async () => {
    const container = await show('#/stars');
    const schemes = [...container.querySelectorAll('.which label')].map((label) => label.textContent?.trim());
    expect(schemes).toHaveLength(4);
    const capped = container.querySelector<HTMLInputElement>('.which input[value="five-level-capped|园区"]');
    capped?.click();
    await settled();
    expect(location.hash).toContain('scheme=five-level-capped');
    expect(container.textContent).toContain('高星占比由名额决定，不作排名');
    const titles = [...container.querySelectorAll('h2')].map((title) => title.textContent).join();
    expect(titles).not.toContain('四星及以上占比');
  });
});

it('a page that cannot be drawn says so, and nothing of the next', async () => {
  // This page needs a session, which there is none of here.
  const container = await show('#/rules');
  await expect.poll(() => container.textContent).toContain('这一页没能画出来');
  location.hash = '#/coverage';
  await expect.poll(() => container.querySelectorAll('figure').length, { timeout: 20_000 }).toBeGreaterThan(0);
  expect(container.textContent).not.toContain('这一页没能画出来');
});

describe('finding a place', () => {
  const palette = (): HTMLDialogElement | null =>
    document.querySelector<HTMLDialogElement>('dialog[open]:has([role=combobox])');
  const chosen = (): string | undefined => {
    const id = palette()?.querySelector('[role=combobox]')?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.textContent?.trim();
  };

  it('goes to a zone, a page and a metric by keyboard alone, and leaves everything as it was when closed', async () => {
    const container = await show('#/coverage');
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.poll(palette).not.toBeNull();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('空港');
    expect(chosen()).toContain('空港片区');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => location.hash).toBe('#/zone?zones=kg');
    await settled();
    expect(palette()).toBeNull();

    button(container, '查找').click();
    await expect.poll(palette).not.toBeNull();
    const first = chosen();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}');
    expect(chosen()).toBe(first);
    await userEvent.keyboard('{ArrowUp}');
    expect(chosen()).toBe([...(palette()?.querySelectorAll('[role=option]') ?? [])].at(-1)?.textContent?.trim());
    await userEvent.keyboard('zzfgl');
    expect(chosen()).toBe('组织覆盖率');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => document.querySelector<HTMLInputElement>('main input[type=search]')?.value)
      .toBe('组织覆盖率');

    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.poll(palette).not.toBeNull();
    await userEvent.keyboard('示例科技kg0');
    await expect.poll(() => palette()?.textContent).toContain('多输几个字');
    await userEvent.keyboard('01');
    await expect.poll(chosen).toContain('示例科技KG001');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    const panel = (): Element | null => document.querySelector('dialog[open] .panel');
    await expect.poll(() => panel()?.querySelectorAll('tbody tr').length).toBe(1);
    expect(panel()?.querySelector('h2')?.textContent).toBe('示例科技KG001');
    expect(panel()?.textContent).toContain('空港片区');
    expect(panel()?.querySelector('[data-testid="drill-figure"]')).toBeNull();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await settled();

    const before = location.hash;
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.poll(palette).not.toBeNull();
    await userEvent.keyboard('没有这样的地方');
    await expect.poll(() => palette()?.querySelector('[role=status]')?.textContent).toContain('没有找到');
    await userEvent.keyboard('{Enter}{Escape}');
    await expect.poll(palette).toBeNull();
    expect(location.hash).toBe(before);
  });
});

describe('views', () => {
  const views = (): HTMLDialogElement | null => document.querySelector<HTMLDialogElement>('dialog[open]:has(form)');
  const open = async (container: HTMLElement): Promise<HTMLDialogElement> => {
    button(container, '视图').click();
    await expect.poll(views, { timeout: 20_000 }).not.toBeNull();
    return views() as HTMLDialogElement;
  };
  const saved = async (container: HTMLElement, name: string): Promise<void> => {
    const dialog = await open(container);
    const input = dialog.querySelector<HTMLInputElement>('input[type=text]');
    await userEvent.fill(input as HTMLInputElement, name);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => dialog.querySelector('ul')?.textContent).toContain(name);
    await userEvent.keyboard('{Escape}');
    await expect.poll(views).toBeNull();
  };
  afterEach(() => vi.useRealTimers());

  it('are saved under a name, opened again where they were, and removed', async () => {
    const container = await show('#/coverage?period=2018Q3');
    const dialog = await open(container);
    expect(dialog.querySelector<HTMLInputElement>('input[type=text]')?.value).toContain('2018 年第三季度');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await saved(container, '第三季度覆盖');
    location.hash = '#/life';
    await settled();
    await saved(container, '组织生活');
    expect(JSON.parse(localStorage.getItem('zonelens.views') ?? '')).toEqual([
      { name: '第三季度覆盖', hash: '#/coverage?period=2018Q3' },
      { name: '组织生活', hash: '#/life' },
    ]);
    const again = await open(container);
    again.querySelector<HTMLAnchorElement>('ul a')?.click();
    await expect.poll(() => location.hash).toBe('#/coverage?period=2018Q3');
    await settled();
    expect(views()).toBeNull();
    const last = await open(container);
    last.querySelector<HTMLButtonElement>('ul button')?.click();
    await settled();
    expect([...last.querySelectorAll('li a')].map((link) => link.textContent)).toEqual(['组织生活']);
    await userEvent.keyboard('{Escape}');
  });

  it('are shown in turn, a screen at a time, until somebody ends it', async () => {
    const container = await show('#/coverage');
    await saved(container, '覆盖');
    location.hash = '#/life';
    await settled();
    await saved(container, '组织生活');
    const dialog = await open(container);
    await userEvent.selectOptions(dialog.querySelector('select') as HTMLSelectElement, '10');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    button(dialog, '开始轮播').click();
    await expect.poll(() => location.hash).toBe('#/coverage');
    await settled();
    expect(container.querySelector('nav')).toBeNull();
    // The page is longer than a screen: the next turn goes down, and after the last screen to the next view.
    await expect.poll(() => document.documentElement.scrollHeight, { timeout: 20_000 }).toBeGreaterThan(innerHeight);
    let turns = 0;
    while (location.hash === '#/coverage' && turns++ < 50) {
      vi.advanceTimersByTime(10_000);
      await settled();
      scrollTo({ top: scrollY, behavior: 'instant' });
      if (turns === 1) scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    }
    expect(turns).toBeGreaterThan(1);
    expect(location.hash).toBe('#/life');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => location.hash).toBe('#/coverage');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => container.querySelector('nav')).not.toBeNull();
  });
});
