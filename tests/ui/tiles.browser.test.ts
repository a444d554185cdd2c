import { userEvent } from 'vitest/browser';
import { expect, it } from 'vitest';
import { sampleSource } from './sample-cube';
import { button, settled, show, violations } from './page';

const tiles = (container: HTMLElement): Element => {
  const found = container.querySelector('section[aria-labelledby="tiles-title"]');
  if (!found) throw new Error('no tiles');
  return found;
};
const placeOf = (container: HTMLElement, name: string): string => {
  const item = [...tiles(container).querySelectorAll('li')].find((one) => one.textContent?.includes(name));
  return item ? `${item.style.gridRow} ${item.style.gridColumn}` : '';
};

it('a zone stands where the file says, with its own trend, in a report too', async () => {
  const cube = {
    ...sampleSource().cube,
    places: [
      { zone: 'kg', row: 3, column: 7 },
      { zone: 'rj', row: 2, column: 6 },
    ],
  };
  const container = await show('#/overview', { cube, drill: null });
  expect(placeOf(container, '空港片区')).toBe('2 2');
  expect(placeOf(container, '软件园')).toBe('1 1');
  expect(tiles(container).querySelectorAll('li')).toHaveLength(12);
  expect(tiles(container).querySelectorAll('li svg')).toHaveLength(12);
  expect(tiles(container).textContent).not.toContain('没有园区位置');
  expect([...tiles(container).querySelectorAll('button')].map((one) => one.textContent)).not.toContain('调整位置');
});

it('zones are moved by arrows or by pressing, and kept as a file of their places', async () => {
  const kept: File[] = [];
  const source = {
    ...sampleSource(),
    add: async (files: readonly { file: File }[]) => void kept.push(...files.map(({ file }) => file)),
  };
  const container = await show('#/overview', { ...source, cube: { ...source.cube, example: false } });
  expect(placeOf(container, '高新核心区')).toBe('1 1');
  button(container, '调整位置').click();
  await settled();
  expect(await violations()).toEqual([]);
  const at = (row: number, column: number): HTMLButtonElement => {
    const found = container.querySelector<HTMLButtonElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (!found) throw new Error(`no place ${row} ${column}`);
    return found;
  };
  const [first, second] = [at(1, 1).textContent, at(1, 2).textContent];
  at(1, 1).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => document.activeElement).toBe(at(1, 2));
  expect([at(1, 1).textContent, at(1, 2).textContent]).toEqual([second, first]);
  at(1, 2).click();
  await settled();
  expect(at(1, 2).getAttribute('aria-pressed')).toBe('true');
  at(4, 5).click();
  await settled();
  expect([at(1, 2).textContent, at(4, 5).textContent]).toEqual(['', first]);
  button(container, '存入项目').click();
  await expect.poll(() => kept).toHaveLength(1);
  expect(kept[0]?.name).toBe('园区位置.csv');
  const lines = (await kept[0]?.text())?.replace('\uFEFF', '').split('\r\n') ?? [];
  expect(lines[0]).toBe('开发区,行,列');
  expect(lines).toContain('高新核心区,4,5');
  // The enterprise that is not compared keeps its place, too.
  expect(lines.filter((line) => line !== '')).toHaveLength(14);
});
