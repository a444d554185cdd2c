import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, type Cube, EMPTY_CUBE } from '../../src/cube';
import { METRICS } from '../../src/model';
import { cellsCsv, cubeInReport, reportHtml } from '../../src/share';
import { READER_PLACE, STILL_PLACE } from '../../src/share/reader-place';
import { stillReport } from '../../src/ui/still/still';
import { cellsOf } from '../datasets/plain-reader';

const TEMPLATE = `<!doctype html><body><noscript>${STILL_PLACE}</noscript><script id="cube" type="text/plain">${READER_PLACE}</script></body>`;
const inside = (html: string): string => /<script id="cube"[^>]*>([^<]*)<\/script>/u.exec(html)?.[1] ?? '';

/** Text as cells hold it, hostile parts included; lone surrogates cannot be written in UTF-8. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '<script>alert(1)</script>',
    '</script>',
    '=1+1',
    '+86',
    '-3',
    '@x',
    '\t',
    '"',
    ',',
    '\n',
    '五星',
    READER_PLACE,
    STILL_PLACE,
    '</noscript><b>',
  ),
);
const cell: fc.Arbitrary<Cell> = fc.record({
  metric: fc.constantFrom(...METRICS.map(({ id }) => id)),
  zone: text,
  committee: text,
  domain: text,
  period: fc.constantFrom('2018-12-31', '2018-03', '2018'),
  category: text,
  numerator: fc.nat(1_000_000),
  denominator: fc.option(fc.nat(1_000_000), { nil: null }),
});
const cube: fc.Arbitrary<Cube> = fc
  .record({
    cells: fc.array(cell, { maxLength: 40 }),
    zone: text,
    source: text,
    asOf: fc.option(fc.constant('2018-12-31'), { nil: null }),
    example: fc.boolean(),
  })
  .map(({ cells, zone, source, asOf, example }) => ({
    ...EMPTY_CUBE,
    cells,
    asOf,
    example,
    sources: [source],
    zones: [{ id: zone, name: zone, type: '高新区', note: '' }],
    missing: [{ metric: zone, tables: [source] }],
  }));

describe('a report', () => {
  test('gives back exactly the cube that was put in, and nothing of it can be markup', async () => {
    await fc.assert(
      fc.asyncProperty(cube, async (given) => {
        const still = stillReport(given);
        const html = reportHtml(TEMPLATE, given, still);
        const held = inside(html);
        expect(still).not.toMatch(/<\/?(?:script|noscript|b)\b/iu);
        expect(held).toMatch(/^[A-Za-z0-9+/]+=*$/u);
        expect(html.replace(still, () => STILL_PLACE).replace(held, READER_PLACE)).toBe(TEMPLATE);
        expect(await cubeInReport(held)).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  test('needs a template with one place, and a text with a cube', () => {
    expect(() => reportHtml('<html></html>', EMPTY_CUBE, '')).toThrow(RangeError);
    expect(() => reportHtml(`${READER_PLACE}${READER_PLACE}`, EMPTY_CUBE, '')).toThrow(RangeError);
  });

  test.each(['', 'not base64!', 'AAAA', btoa('plain text'), READER_PLACE])(
    'a text without a cube is refused: %j',
    async (wrong) => {
      await expect(cubeInReport(wrong)).rejects.toThrow();
    },
  );
});

describe('cells as CSV', () => {
  test('hold every cell, one a record; text a spreadsheet would compute is marked as text', () => {
    fc.assert(
      fc.property(cube, ({ cells, ...about }) => {
        const csv = cellsCsv({ ...about, cells });
        const [head = [], ...rows] = cellsOf(csv, ',');
        expect(head).toEqual([
          'metric',
          'zone',
          'committee',
          'domain',
          'period',
          'category',
          'numerator',
          'denominator',
          'origin',
        ]);
        expect(rows).toHaveLength(cells.length);
        rows.forEach((row, at) => {
          const given = cells[at];
          const texts = [given?.metric, given?.zone, given?.committee, given?.domain, given?.period, given?.category];
          texts.forEach((value = '', nth) => {
            expect(row[nth]?.replace(/^'/u, '')).toBe(value.replace(/^'/u, ''));
            expect(row[nth]).not.toMatch(/^(?![+-]+$|[+-]?[\d,.]+%?$)[=+\-@\t\r]/u);
          });
          expect([Number(row[6]), row[7]]).toEqual([
            given?.numerator,
            given?.denominator === null ? '' : String(given?.denominator),
          ]);
        });
      }),
      { numRuns: 80 },
    );
  });
});
