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

describe.each(CASES)('$name', ({ draw, texts: wanted, rates = [] }) => {
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
});
