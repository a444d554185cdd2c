import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionText, percentText } from '../../src/brief';
import { LIGHT, type Drawing, dotInterval, heatMap, quartileDots, scoreSlope, slope, svgOf } from '../../src/charts';
import { bareChangeText, movedScoreText, movedTextOf, scoreText } from '../../src/domain';
import { cellText, changeCell, tableCsv } from '../../src/share';

const setting = { width: 800, theme: LIGHT, locale: 'zh' as const };
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }))
  .map(([n, x]) => ({ numerator: Math.min(x, n), denominator: n }));
const halves = fc.integer({ min: 1, max: 400 }).map((x) => ({ numerator: 2 * x + 1, denominator: 2000 }));
const any = fc.oneof(fraction, halves);

/** All a drawing says: what is drawn, what is read aloud, and what stands under the pointer. */
function said(drawing: Drawing): string {
  const { tooltip } = drawing.option;
  const formatter = !Array.isArray(tooltip) && typeof tooltip?.formatter === 'function' ? tooltip.formatter : null;
  if (formatter === null) throw new Error('no tip');
  const tips = [0, 1].map((dataIndex) => formatter({ dataIndex } as Parameters<typeof formatter>[0], ''));
  return [svgOf(drawing), drawing.description, ...tips.map(String)].join('\n');
}

describe('one figure has one text', () => {
  it('in words, on charts, in the table and in the file', () => {
    fc.assert(
      fc.property(any, any, (now, before) => {
        const words = percentText(now.numerator / now.denominator);
        const change = movedTextOf(now, before, 'zh') ?? '';
        const row = { key: 'a', label: '甲', ...now, interval: null, signal: 'none' as const, previous: before };
        const dots = said(
          dotInterval({
            ...setting,
            rows: [row],
            whole: null,
            wholeLabel: '总体',
            previousLabel: '上季度',
            currentLabel: '本季度',
          }),
        );
        const heat = said(
          heatMap({
            ...setting,
            rows: [{ key: 'a', label: '甲' }],
            columns: [{ key: 'b', label: '乙' }],
            cells: [[now]],
          }),
        );
        const lines = said(
          slope({
            ...setting,
            rows: [{ key: 'a', label: '甲', previous: before, current: now, highlighted: false }],
            previousLabel: '上季度',
            currentLabel: '本季度',
          }),
        );
        for (const chart of [dots, heat, lines]) {
          expect(chart).toContain(words);
          expect(chart).toContain(fractionText(now));
        }
        for (const chart of [dots, lines]) expect(chart).toContain(change);
        expect(cellText(now.numerator / now.denominator, 'rate')).toBe(words);
        const cell = changeCell(now, before);
        expect(cellText(cell, 'points')).toBe(bareChangeText(now, before));
        const [, line = ''] = tableCsv({
          columns: [
            { label: '率', kind: 'rate' },
            { label: '变化', kind: 'points' },
          ],
          rows: [[now.numerator / now.denominator, cell]],
        }).split('\r\n');
        const [rate = '', points = ''] = line.split(',');
        expect(rate).toBe(words);
        expect(Number(points)).toBe(Number((bareChangeText(now, before) ?? '').replace('−', '-')));
      }),
      { numRuns: 60 },
    );
  });

  it('for scores too: 81.25 is 81.25 everywhere', () => {
    const score = fc.integer({ min: 0, max: 20_000 }).map((halfSteps) => halfSteps / 200);
    fc.assert(
      fc.property(score, score, (median, before) => {
        const words = scoreText(median);
        const now = { lower: median, median, upper: median, size: 3 };
        const labels = { previousLabel: '上年', currentLabel: '本年', unitLabel: '分' };
        const dots = said(
          quartileDots({
            ...setting,
            ...labels,
            rows: [{ key: 'a', label: '甲', now, before }],
            whole: now,
            sizeLabel: '个',
          }),
        );
        const lines = said(
          scoreSlope({
            ...setting,
            ...labels,
            rows: [{ key: 'a', label: '甲', previous: { median: before, size: 3 }, current: now, highlighted: false }],
          }),
        );
        for (const chart of [dots, lines]) expect(chart).toContain(words);
        expect(lines).toContain(movedScoreText(median, before, '分', 'zh'));
        expect(cellText(median, 'score')).toBe(words);
        const [, cell = ''] = tableCsv({ columns: [{ label: '分', kind: 'score' }], rows: [[median]] }).split('\r\n');
        expect(scoreText(Number(cell))).toBe(words);
      }),
      { numRuns: 60 },
    );
  });
});
