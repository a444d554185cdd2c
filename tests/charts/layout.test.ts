import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DARK,
  LIGHT,
  blend,
  byRate,
  contrast,
  cssTokens,
  inkOn,
  periodName,
  publishedText,
  sparkline,
  svgOf,
} from '../../src/charts';
import { captionedSvg } from '../../src/charts/image';
import { dodge } from '../../src/charts/dodge';
import { placeLabels } from '../../src/charts/label-place';
import { textWidth, wrap } from '../../src/charts/measure';
import { runsOf } from '../../src/charts/runs';
import { atLeast, classBreaks, classOf, countScale, rateScale } from '../../src/charts/scale';
import { tipHtml } from '../../src/charts/tip';
import { escapeText } from '../../src/domain';
import { dotInterval } from '../../src/charts';

const rate = fc.double({ min: 0, max: 1, noNaN: true });

describe('theme', () => {
  it.each([LIGHT, DARK])('$name: every ink reads on paper and panel, marks stand out', (theme) => {
    for (const surface of [theme.paper, theme.panel, theme.wash]) {
      for (const ink of [theme.ink, theme.ink2, theme.ink3, theme.signal]) {
        expect(contrast(ink, surface), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(theme.context, theme.paper)).toBeGreaterThanOrEqual(3);
    for (const fill of [...theme.amount, theme.none])
      expect(contrast(inkOn(fill, theme), fill)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([LIGHT, DARK])('$name: the scale goes one way in lightness, with steps one can see', ({ amount }) => {
    const steps = amount.slice(1).map((fill, i) => contrast(fill, amount[i] ?? fill));
    for (const step of steps) expect(step).toBeGreaterThan(1.2);
    expect(contrast(amount[0], amount[4])).toBeGreaterThan(4.5);
  });

  it('finds a readable ink for any tint between paper and the colour of signals', () => {
    fc.assert(
      fc.property(rate, fc.constantFrom(LIGHT, DARK), (at, theme) => {
        const fill = blend(theme.paper, theme.signal, at);
        expect(contrast(inkOn(fill, theme), fill)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('gives every colour to the page as a custom property', () => {
    const tokens = cssTokens(LIGHT);
    expect(tokens['--paper']).toBe(LIGHT.paper);
    expect(tokens['--accent-wash']).toBe(LIGHT.signalWash);
    expect(tokens['--accent']).toBe(LIGHT.signal);
    expect(tokens).not.toHaveProperty('--name');
  });
});

describe('figures', () => {
  it('are written the way bulletins write them', () => {
    expect(publishedText({ rate: 0.81 })).toBe('81%');
    expect(publishedText({ rate: 0.996, bound: '≥' })).toBe('≥99.6%');
  });

  it('name periods in full', () => {
    expect(periodName('2018Q4', 'zh')).toBe('2018 年四季度');
    expect(periodName('2018H2', 'en')).toBe('2018 H2');
    expect(periodName('2018-03', 'zh')).toBe('2018 年 3 月');
    expect(periodName('2018', 'zh')).toBe('2018 年');
  });

  it('sort unknown rates last, ties in the order given', () => {
    const rows = [
      [1, 2],
      [0, 0],
      [3, 4],
      [2, 4],
      [5, null],
    ].map(([numerator, denominator], i) => ({ i, numerator: numerator ?? 0, denominator: denominator ?? null }));
    expect(byRate(rows).map(({ i }) => i)).toEqual([2, 0, 3, 1, 4]);
  });
});

describe('text', () => {
  it('is broken without losing or reordering a character, within the width', () => {
    const words = fc.array(
      fc.constantFrom('开发区', '国家级', 'Zone ', 'Development ', '（北）', '1/2', '-', 'A', '、'),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 300 }), (parts, width) => {
        const content = parts.join('').trim();
        if (content === '') return;
        const lines = wrap(content, { size: 13 }, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(content.replace(/\s/g, ''));
        for (const line of lines) expect(textWidth(line, { size: 13 })).toBeLessThanOrEqual(width + 0.001);
      }),
    );
  });

  it('breaks evenly, so that no single character is left alone', () => {
    expect(wrap('北部先进制造园区', { size: 10 }, 70)).toEqual(['北部先进', '制造园区']);
  });

  it('becomes harmless in a tooltip', () => {
    expect(tipHtml(['<img src=x onerror=alert(1)>', `"a" & 'b'`])).toBe(
      '<b>&lt;img src=x onerror=alert(1)&gt;</b><br>&quot;a&quot; &amp; &#39;b&#39;',
    );
    expect(tipHtml([])).toBe('');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('stays text in a drawn picture and in its caption', () => {
    const evil = '<script>alert(1)</script>';
    const row = { key: evil, label: evil, numerator: 1, denominator: 2, interval: null, signal: 'none' as const };
    const drawing = dotInterval({
      rows: [row],
      whole: null,
      currentLabel: evil,
      width: 900,
      theme: LIGHT,
      locale: 'zh',
    });
    expect(svgOf(drawing)).not.toContain('<script');
    const { svg } = captionedSvg(drawing, { title: evil, subtitle: evil, source: evil });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });
});

describe('scales', () => {
  it('hold every rate between round percentages, inside 0–100 %', () => {
    fc.assert(
      fc.property(fc.array(rate, { maxLength: 20 }), fc.integer({ min: 1, max: 10 }), (values, most) => {
        const scale = rateScale(values, [0, 100], most);
        expect(scale.low).toBeGreaterThanOrEqual(0);
        expect(scale.high).toBeLessThanOrEqual(1);
        expect(scale.high).toBeGreaterThan(scale.low);
        for (const value of values) {
          expect(scale.at(value)).toBeGreaterThanOrEqual(-1e-6);
          expect(scale.at(value)).toBeLessThanOrEqual(100 + 1e-6);
        }
        expect(scale.ticks.length).toBeLessThanOrEqual(most + 2);
        for (const tick of scale.ticks) expect(Math.abs(tick * 1000 - Math.round(tick * 1000))).toBeLessThan(1e-6);
      }),
    );
  });

  it('start counts at zero and tick at whole numbers', () => {
    const scale = countScale([3, 7], [0, 70], 4);
    expect(scale.at(0)).toBe(0);
    expect(scale.at(7)).toBe(70);
    expect(scale.ticks).toEqual([0, 2, 4, 6]);
    expect(countScale([], [0, 70], 4).at(0)).toBe(0);
    expect(countScale([5, -3], [0, 80], 4).at(0)).toBe(30);
  });

  it('class values into five, least first', () => {
    expect(classBreaks([0.55, 0.97])).toEqual([0.6, 0.7, 0.8, 0.9]);
    expect([0.55, 0.6, 0.75, 0.95].map((value) => classOf(value, [0.6, 0.7, 0.8, 0.9]))).toEqual([0, 1, 2, 4]);
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1 }), (values) => {
        const breaks = classBreaks(values);
        expect(breaks).toHaveLength(4);
        expect(breaks.every((at, i) => at > (breaks[i - 1] ?? -1) && at < 1)).toBe(true);
      }),
    );
  });

  it('do not blow a small change up to the whole picture', () => {
    const values = atLeast([0.81, 0.815], 0.1);
    expect(Math.max(...values) - Math.min(...values)).toBeCloseTo(0.1, 9);
    expect(Math.max(...atLeast([1, 1], 0.1))).toBeLessThanOrEqual(1 + 1e-9);
    expect(atLeast([], 0.1)).toEqual([]);
  });
});

describe('labels', () => {
  it('are moved apart, kept in order and inside, and not moved without need', () => {
    const item = fc.record({ at: fc.double({ min: 0, max: 400, noNaN: true }), size: fc.integer({ min: 4, max: 30 }) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const centres = dodge(items, 0, 400);
        const placed = items.map(({ at, size }, i) => ({
          at,
          low: (centres[i] ?? 0) - size / 2,
          high: (centres[i] ?? 0) + size / 2,
        }));
        for (const { low, high } of placed) {
          expect(low).toBeGreaterThanOrEqual(-1e-6);
          expect(high).toBeLessThanOrEqual(400 + 1e-6);
        }
        const sorted = [...placed].sort((a, b) => a.low - b.low);
        sorted.slice(1).forEach((box, i) => expect(box.low).toBeGreaterThanOrEqual((sorted[i]?.high ?? 0) - 1e-6));
      }),
    );
    expect(
      dodge(
        [
          { at: 50, size: 10 },
          { at: 100, size: 10 },
        ],
        0,
        400,
      ),
    ).toEqual([50, 100]);
    expect(
      dodge(
        [
          { at: 50, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        400,
      ),
    ).toEqual([45, 55]);
  });

  it('around points cover neither points nor each other, or are left out', () => {
    const points = Array.from({ length: 30 }, (_, i) => ({ x: 20 + ((i * 37) % 160), y: 20 + ((i * 53) % 100) }));
    const boxes = placeLabels(
      points.map((at) => ({ ...at, width: 40, height: 20 })),
      points,
      { x: 0, y: 0, width: 200, height: 140 },
      [],
    );
    const known = boxes.filter((box) => box !== null);
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(30);
    known.forEach((a, i) =>
      known.slice(i + 1).forEach((b) => {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }),
    );
  });
});

describe('lines', () => {
  it('are broken by nulls and by a change of definition', () => {
    const runs = runsOf([1, 2, null, 3, 4, 5], new Set([4])).map((run) => run.map(({ value }) => value));
    expect(runs).toEqual([[1, 2], [3], [4, 5]]);
    expect(runsOf([null, null])).toEqual([]);
  });

  it('are drawn small beside a figure', () => {
    expect(sparkline([0.7, 0.8, 0.9], 90, 26)).toEqual({ path: 'M3,23L45,13L87,3', end: { x: 87, y: 3 } });
    expect(sparkline([1, 1], 10, 10).path).toBe('M3,5L7,5');
    expect(sparkline([0.5, null, 0.6], 90, 26).path).toBe('M2,23h2M86,3h2');
    expect(sparkline([null], 90, 26)).toEqual({ path: '', end: null });
  });
});
