import { describe, expect, it } from 'vitest';
import { contrast, svgOf } from '../../src/charts';
import { CASES, LOCALES, THEMES, WIDTHS } from './cases';
import { type Placed, collisions, textsOf } from './picture';

const bare = (text: string): string => text.replace(/\s/g, '');

/** A rate is honest when its x/n stands in the same text, in the same row, or right above or below it. */
function hasFraction(texts: readonly Placed[], rate: string, fraction: string): boolean {
  return texts.some(
    (a) =>
      a.text.includes(rate) &&
      (a.text.includes(fraction) || texts.some((b) => b.text.includes(fraction) && Math.abs(a.y - b.y) <= 20)),
  );
}

/** Pictures of how much: nothing in them is a signal. */
const OF_AMOUNT = /^(?:heat-map|stacked-share|stacked-count|transition|diverging-bar|tier-bars)\b/u;
/** In the place of the colour of signals: nothing else in a theme is like it. */
const SENTINEL = '#00c800';

function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A colour that reads as red: by far more red than green and blue. */
const isRed = (colour: string): boolean => {
  const [r, g, b] = channels(colour);
  return r - Math.max(g, b) > 48;
};

const isSentinel = (colour: string): boolean => {
  const [r, g, b] = channels(colour);
  return g - Math.max(r, b) > 48;
};

describe.each(CASES)('$name', ({ name, draw, texts: wanted, rates = [] }) => {
  const variants = WIDTHS.flatMap((width) => LOCALES.map((locale) => ({ width, locale })));

  it.each(variants)('is whole, legible and honest at $width px in $locale', ({ width, locale }) => {
    for (const theme of THEMES) {
      const drawing = draw({ width, locale, theme });
      const svg = svgOf(drawing);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      const texts = textsOf(svg);
      const all = texts.map(({ text }) => bare(text)).join('');
      for (const label of wanted) expect(all).toContain(bare(label));
      for (const { rate, fraction } of rates)
        expect(hasFraction(texts, rate, fraction), `${rate} without ${fraction}`).toBe(true);
      for (const { text, left, right, y, size, fill, ground } of texts) {
        expect(left, text).toBeGreaterThanOrEqual(-0.5);
        expect(right, text).toBeLessThanOrEqual(width + 0.5);
        expect(y - size / 2, text).toBeGreaterThanOrEqual(0);
        expect(y + size / 2, text).toBeLessThanOrEqual(drawing.height);
        expect(contrast(fill, ground ?? theme.paper), `${text} on ${ground ?? 'paper'}`).toBeGreaterThanOrEqual(4.5);
        expect(size).toBeGreaterThanOrEqual(11);
      }
      expect(collisions(texts)).toEqual([]);
    }
  });

  it('is drawn alike from alike data', () => {
    const setting = { width: 640, locale: 'zh' as const, theme: THEMES[0] };
    if (!setting.theme) throw new Error('no theme');
    const once = svgOf(draw({ ...setting, theme: setting.theme }));
    const ids = (svg: string): string => svg.replace(/zr\d+-\w+-\d+/g, '');
    expect(ids(svgOf(draw({ ...setting, theme: setting.theme })))).toBe(ids(once));
  });

  it('says amount in a neutral colour, and keeps the colour of signals for signals', () => {
    for (const theme of THEMES) {
      const svg = svgOf(
        draw({ width: 900, locale: 'zh', theme: { ...theme, signal: SENTINEL, signalWash: SENTINEL } }),
      );
      const colours = [...svg.matchAll(/#[0-9a-f]{6}/giu)].map(([colour]) => colour.toLowerCase());
      expect(colours.filter(isRed)).toEqual([]);
      if (OF_AMOUNT.test(name)) expect(colours.filter(isSentinel)).toEqual([]);
    }
  });
});
