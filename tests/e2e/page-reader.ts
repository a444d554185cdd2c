import type { Locator, Page } from 'playwright-core';
import { settled } from './browser';

/** A table as a person reads it: every cell as text, one space between words. */
export interface Read {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cells = (locator: Locator): Promise<Read> =>
  locator.evaluate((table) => {
    const textOf = (cell: Element): string => ((cell as HTMLElement).innerText ?? '').replace(/\s+/gu, ' ').trim();
    const all = [...table.querySelectorAll('tr')].map((row) => ({
      head: row.closest('thead') !== null,
      texts: [...row.querySelectorAll('th, td')].map(textOf),
    }));
    return {
      columns: all.find(({ head }) => head)?.texts ?? [],
      rows: all.filter(({ head }) => !head).map(({ texts }) => texts),
    };
  });

/** The table inside a place. */
export async function readTable(place: Locator): Promise<Read> {
  const table = place.getByRole('table');
  await table.waitFor();
  return cells(table);
}

/** The figure whose title or subtitle holds a text. */
export const figureWith = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('figure').filter({ has: page.locator('figcaption').filter({ hasText: text }) });

/** The numbers of a figure, by its 表格 button. It stays a table, so that the next reading is quicker. */
export async function readFigure(figure: Locator): Promise<Read> {
  await figure.waitFor();
  const button = figure.getByRole('button', { name: /^(?:表格|Table)$/u });
  if (await button.isVisible()) await button.click();
  return readTable(figure);
}

/** Pages with parts that are folded at first. */
const FOLDED = /^#\/(?:responsibility|organisations|metrics)\b/u;

/** Goes to an address of the workbench inside the session, as following a link does; what is folded is opened, to be read. */
export async function go(page: Page, hash: string): Promise<void> {
  // Rows that were just closed leave the address when the browser has gone back.
  await page.waitForFunction(
    () => document.querySelector('dialog[open]') !== null || !/[?&]rows=/u.test(location.hash),
  );
  const whole = FOLDED.test(hash) && !hash.includes('open=');
  await page.evaluate(
    (to) => {
      location.hash = to;
    },
    whole ? `${hash}${hash.includes('?') ? '&' : '?'}open=all` : hash,
  );
  await settled(page);
}

/** The finding of the page, with what it rests on. */
export async function headlineOf(page: Page): Promise<string> {
  await page.locator('main h1').waitFor();
  const texts = await page.locator('main :is(h1, h1 + .basis)').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/gu, ' ').trim()).join(' ');
}

/** What a page says in words: its headline and what stands under it. */
export async function saidOf(page: Page): Promise<string> {
  const texts = await page.locator('main :is(h1, .basis, .lede)').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/gu, ' ').trim()).join('');
}

/** One column of a read table by its header; throws when there is none. */
export function column(read: Read, name: string): string[] {
  const at = read.columns.indexOf(name);
  if (at < 0) throw new Error(`no column ${name}: ${read.columns.join(' | ')}`);
  return read.rows.map((row) => row[at] ?? '');
}

/** Rows by their first cell, cut to the given columns. */
export function byName(read: Read, names: readonly string[]): Record<string, string[]> {
  const wanted = names.map((name) => column(read, name));
  return Object.fromEntries(read.rows.map((row, at) => [row[0] ?? '', wanted.map((values) => values[at] ?? '')]));
}
