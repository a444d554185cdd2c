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

/** A tick, a rate, a count: what a chart says in figures. */
const NUMBER = /^[+−-]?\d[\d,.]*%?$/u;
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
      text: str.trim(),
      x: Number(transform[4]),
      y: height - Number(transform[5]),
    }));
    sheets.push({
      text: items.map(({ str }) => str).join(''),
      numbers: numbers.filter(({ text }) => NUMBER.test(text)),
      width,
      height,
    });
  }
  await pdf.destroy();
  return sheets;
}

/** The numbers of every chart on the page as they stand once nothing moves, a list a chart, in points. */
export async function chartNumbers(page: Page): Promise<Placed[][]> {
  const charts = await page.locator('main .chart').evaluateAll((nodes) =>
    nodes.map((node) =>
      [...node.querySelectorAll('svg text')].map((text) => {
        const { left, bottom } = text.getBoundingClientRect();
        return {
          text: (text.textContent ?? '').trim(),
          x: left,
          y: bottom,
          shown: text.getAttribute('opacity') !== '0',
        };
      }),
    ),
  );
  return charts.map((texts) =>
    texts
      .filter(({ text, shown }) => shown && NUMBER.test(text))
      .map(({ text, x, y }) => ({ text, x: x * POINTS, y: y * POINTS })),
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

/** The percentages along the axis of a chart, least first: those in one line or one column, evenly apart. */
export function axisOf(chart: readonly Placed[]): string[] {
  const ticks = chart.filter(({ text }) => /^\d+%$/u.test(text));
  const lines = ticks.flatMap((one) => [
    ticks.filter(({ y }) => Math.abs(y - one.y) < 1),
    ticks.filter(({ x, text }) => Math.abs(x + text.length * 3 - one.x - one.text.length * 3) < 6),
  ]);
  const longest = lines.sort((a, b) => b.length - a.length)[0] ?? [];
  return [...new Set(longest.map(({ text }) => text))].sort((a, b) => parseFloat(a) - parseFloat(b));
}
