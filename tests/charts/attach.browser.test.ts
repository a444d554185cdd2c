import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DARK, type Drawing, FONT_FAMILY, LIGHT, type Picked, chart, countBar, painted, pngOf } from '../../src/charts';
import { textWidth } from '../../src/charts/measure';
import { CASES } from './cases';

const EVIL = '<img src=x onerror="window.pwned=1"><b>区</b>';
const bars = (width: number, values: readonly number[] = [12, 5]): Drawing =>
  countBar({
    rows: values.map((value, i) => ({ key: `k${i}`, label: i === 0 ? EVIL : `第${i}区`, value })),
    width,
    theme: LIGHT,
    locale: 'zh',
  });

function host(width: number): HTMLElement {
  const node = document.createElement('div');
  node.style.width = `${width}px`;
  document.body.append(node);
  return node;
}

const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));

function pointer(node: HTMLElement, kind: 'mousemove' | 'click', x: number, y: number): void {
  const target = node.querySelector('svg');
  const box = node.getBoundingClientRect();
  const at = { clientX: box.left + x, clientY: box.top + y, bubbles: true };
  for (const name of kind === 'click' ? ['mousedown', 'mouseup', 'click'] : [kind]) {
    target?.dispatchEvent(new MouseEvent(name, at));
  }
}

afterEach(() => document.body.replaceChildren());

describe('chart attachment', () => {
  it('draws at the width of its node, describes itself, and follows a change of width', async () => {
    const node = host(640);
    const widths: number[] = [];
    const detach = chart((width) => {
      widths.push(width);
      return bars(width);
    })(node);
    // Laid out at once, painted in its turn.
    expect(node.querySelector('svg')).toBeNull();
    await Promise.resolve();
    expect(node.clientHeight).toBe(bars(640).height);
    await painted();
    expect(node.querySelector('svg')?.getAttribute('width')).toBe('640');
    expect(node.getAttribute('role')).toBe('application');
    expect(node.getAttribute('aria-label')).toContain('第1区 5');
    node.style.width = '350px';
    await vi.waitFor(() => expect(node.querySelector('svg')?.getAttribute('width')).toBe('350'));
    expect(widths).toEqual([640, 350]);
    detach();
    await frame();
    expect(node.querySelector('svg')).toBeNull();
  });

  it('tells what was picked, and shows markup in names as text', async () => {
    const node = host(640);
    const picked: Picked[] = [];
    const detach = chart(bars, { onselect: (what) => picked.push(what) })(node);
    await frame();
    pointer(node, 'mousemove', 300, 20);
    await frame();
    expect(node.textContent).toContain(EVIL);
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect('pwned' in window).toBe(false);
    pointer(node, 'click', 300, 20);
    expect(picked).toEqual([{ row: 'k0' }]);
    detach();
  });

  it('is walked over by keyboard: the tip of a mark is shown and said, Enter picks it, Escape leaves', async () => {
    const node = host(640);
    const [said, picked] = [[] as string[], [] as Picked[]];
    const handlers = {
      onstop: (lines: readonly string[]) => said.push(lines.join(' ')),
      onselect: (what: Picked) => picked.push(what),
    };
    const detach = chart((width) => bars(width, [12, 5, 7]), handlers)(node);
    await painted();
    const shown = (): string => node.lastElementChild?.textContent ?? '';
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(node);
    await vi.waitFor(() => expect(shown()).toContain(EVIL));
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await vi.waitFor(() => expect(shown()).toContain('第2区'));
    await userEvent.keyboard('{End}{ArrowDown}{Enter}{ArrowUp}{Home}{ArrowLeft}{Enter}');
    expect(picked).toEqual([{ row: 'k2' }, { row: 'k1' }, { row: 'k0' }]);
    expect(said[1]).toContain('第2区');
    await userEvent.keyboard('{Escape}');
    expect(said.at(-1)).toBe('');
    await userEvent.keyboard('{Enter}');
    expect(picked).toHaveLength(3);
    detach();
  });

  it('keeps its picture when it is set up again at once, and clears it for null', async () => {
    const node = host(640);
    const first = chart((width) => bars(width, [12, 5]))(node);
    await painted();
    const svg = node.querySelector('svg');
    expect(svg).not.toBeNull();
    first();
    const second = chart((width) => bars(width, [3, 9]))(node);
    await frame();
    expect(node.querySelector('svg')).toBe(svg);
    second();
    const third = chart(() => null)(node);
    await frame();
    expect(node.querySelectorAll('svg text')).toHaveLength(0);
    third();
    await frame();
    expect(node.querySelector('svg')).toBeNull();
  });
});

describe('turns', () => {
  it('paints each picture in a task of its own, those in view first, and the latest only', async () => {
    const painting: string[] = [];
    const tasks = new MessageChannel();
    const far = document.createElement('div');
    far.style.height = '5000px';
    const below = host(640);
    document.body.prepend(far);
    const above = host(640);
    far.before(above);
    const say = (name: string) => ({ ondraw: () => painting.push(name) });
    const ends = [chart(bars, say('below'))(below), chart(bars, say('early'))(above), chart(bars, say('above'))(above)];
    tasks.port1.onmessage = () => painting.push('task');
    await Promise.resolve();
    tasks.port2.postMessage(null);
    await painted();
    expect(painting).toEqual(['above', 'task', 'below']);
    for (const end of ends) end();
  });

  it('paints within the call for paper', () => {
    const node = host(640);
    const end = chart(bars, { still: true })(node);
    expect(node.querySelector('svg')?.getAttribute('width')).toBe('640');
    end();
  });
});

describe('what stands on the page', () => {
  const rounded = (value: string): string => value.replace(/-?\d+\.\d{3,}/gu, (n) => Number(n).toFixed(2));
  /** Every shape as it is drawn, in drawing order, but for names that differ from one chart to another. */
  const shapes = (node: HTMLElement): string[] =>
    [...node.querySelectorAll('svg path, svg text')]
      .filter((shape) => shape.getAttribute('opacity') !== '0')
      .map((shape) => {
        const attributes = [...shape.attributes].map(({ name, value }) => `${name}=${rounded(value)}`);
        return [shape.tagName, ...attributes.sort(), shape.textContent].join(' ').replace(/zr\d+[\w-]*/gu, '');
      });

  it.each(CASES.map(({ name, draw: at }) => ({ name, at })))('$name stands as if drawn anew', async ({ at }) => {
    const drawAt = (width: number): Drawing => at({ width, theme: LIGHT, locale: 'zh' });
    const [changed, fresh] = [host(1100), host(390)];
    const ends = [chart(drawAt)(changed), chart(drawAt)(fresh)];
    await frame();
    changed.style.width = '390px';
    await vi.waitFor(() => expect(shapes(changed)).toEqual(shapes(fresh)), { timeout: 3000 });
    for (const end of ends) end();
  });

  it.each(CASES.map(({ name, draw: at }) => ({ name, at })))(
    '$name is laid out for paper within the call, even in the middle of a movement',
    async ({ at }) => {
      const drawAt = (width: number, theme = LIGHT): Drawing => at({ width, theme, locale: 'zh' });
      const [node, fresh] = [host(1100), host(686)];
      const end = chart((width) => drawAt(width, DARK))(node);
      const endFresh = chart(drawAt)(fresh);
      await painted();
      node.style.width = '500px';
      await frame();
      end();
      node.style.width = '686px';
      const endPaper = chart(drawAt, { still: true })(node);
      expect(shapes(node)).toEqual(shapes(fresh));
      await frame();
      expect(shapes(node)).toEqual(shapes(fresh));
      endPaper();
      endFresh();
    },
  );
});

describe('picture for the clipboard', () => {
  it('is a PNG of 300 dots an inch as wide as the text of a sheet, with its words, also when they hold markup', async () => {
    const drawing = bars(640);
    const blob = await pngOf(drawing, {
      title: '未覆盖单位 <b>',
      subtitle: '2018 年四季度',
      source: '来源：示例数据 & 自填',
    });
    expect(blob.type).toBe('image/png');
    const bitmap = await createImageBitmap(blob);
    const scale = (0.9 * 300) / 96;
    expect(bitmap.width).toBe(Math.round((640 + 48) * scale));
    expect(bitmap.height).toBeGreaterThan((drawing.height + 48 + 60) * scale);
    const bytes = new DataView(await blob.arrayBuffer());
    expect(new TextDecoder().decode(bytes.buffer.slice(37, 41))).toBe('pHYs');
    expect([bytes.getUint32(41), bytes.getUint32(45), bytes.getUint8(49)]).toEqual([11_811, 11_811, 1]);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const dark = (y: number, height: number): number => {
      const { data } = context?.getImageData(0, y, bitmap.width, height) ?? { data: new Uint8ClampedArray() };
      return data.filter((value, i) => i % 4 === 0 && value < 120).length;
    };
    expect(dark(68, 73)).toBeGreaterThan(200);
    expect(dark(bitmap.height - 68 - 56, 56)).toBeGreaterThan(100);
  });
});

describe('estimated text widths', () => {
  const context = document.createElement('canvas').getContext('2d');
  it.each([
    '高新核心区',
    '总体 81.0%  3,364/4,153',
    '100.0%',
    '12/12',
    'Significant',
    '95% reference interval',
    'Jiyuan National High-Tech Industrial Development Zone (North)',
    '2018 年四季度',
    '≥99.6%',
    '+18',
    '−7',
    'Published',
    'Mar',
    'Organisations rated',
  ])('hold %s without wasting room', (sample) => {
    for (const weight of [400, 600] as const) {
      if (!context) throw new Error('no canvas');
      context.font = `${weight} 13px ${FONT_FAMILY}`;
      const real = context.measureText(sample).width;
      const guess = textWidth(sample, { size: 13, weight });
      expect(guess / real).toBeGreaterThanOrEqual(0.97);
      expect(guess / real).toBeLessThanOrEqual(1.3);
    }
  });
});
