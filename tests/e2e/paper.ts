import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A text and where it begins, in points. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A sheet: everything written on it, and the numbers with their places. */
export interface Sheet {
  readonly text: string;
  readonly numbers: readonly Placed[];
  readonly width: number;
  readonly height: number;
}

/** A tick, a rate, a count: what a chart says in figures. A minus may be written by another font than its figures. */
const NUMBER = /^\+?\d[\d,.]*%?$/u;

/** Fonts name some characters by their look-alikes among the radicals. */
const folded = (text: string): string => text.normalize('NFKC').trim();
const POINTS = 0.75;

/** Prints the page as the browser's dialog would and reads the sheets. */
export async function print(page: Page): Promise<Sheet[]> {
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const pdf = await getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
  const sheets: Sheet[] = [];
  for (let nth = 1; nth <= pdf.numPages; nth += 1) {
    const sheet = await pdf.getPage(nth);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const items = (await sheet.getTextContent()).items.filter((item) => 'str' in item);
    const numbers = items.map(({ str, transform }) => ({
      text: folded(str),
      x: Number(transform[4]),
      y: height - Number(transform[5]),
    }));
    sheets.push({
      text: folded(items.map(({ str }) => str).join('')),
      numbers: numbers.filter(({ text }) => NUMBER.test(text)),
      width,
      height,
    });
  }
  await pdf.destroy();
  return sheets;
}

/** Charts are as wide on a screen of this width as they are laid out for paper, where they stand at nine tenths. */
export const SCREEN_LIKE_PAPER = 1042;
const ON_PAPER = 0.9 * POINTS;

const textsOf = (page: Page): Promise<Placed[][]> =>
  page.locator('main .chart').evaluateAll((nodes) =>
    nodes.map((node) =>
      [...node.querySelectorAll('svg text')]
        .filter((text) => text.getAttribute('opacity') !== '0')
        .map((text) => {
          const { left, bottom } = text.getBoundingClientRect();
          return { text: text.textContent ?? '', x: left, y: bottom };
        }),
    ),
  );

/** The numbers of every chart on the screen once nothing moves, a list a chart, in points of paper. */
export async function chartNumbers(page: Page): Promise<Placed[][]> {
  let last = '';
  let charts: Placed[][] = [];
  for (let still = 0; still < 3;) {
    await page.waitForTimeout(150);
    charts = await textsOf(page);
    const now = JSON.stringify(charts);
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return charts.map((texts) =>
    texts
      .map(({ text, x, y }) => ({ text: folded(text), x: x * ON_PAPER, y: y * ON_PAPER }))
      .filter(({ text }) => NUMBER.test(text)),
  );
}

const NEAR = 2.5;

/** Whether a sheet shows these numbers in these places, wherever on it the chart stands. */
export function shows(sheet: Sheet, chart: readonly Placed[]): boolean {
  const [first] = chart;
  if (!first) return true;
  return sheet.numbers
    .filter(({ text }) => text === first.text)
    .some((origin) =>
      chart.every((wanted) =>
        sheet.numbers.some(
          ({ text, x, y }) =>
            text === wanted.text &&
            Math.abs(x - origin.x - (wanted.x - first.x)) < NEAR &&
            Math.abs(y - origin.y - (wanted.y - first.y)) < NEAR,
        ),
      ),
    );
}
