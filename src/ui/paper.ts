import type { Workbench } from '../state';
import { releaseParts } from './release-parts';

/** A CSS string of any text. */
const quoted = (text: string): string => `'${text.replace(/[\\']/gu, '\\$&').replace(/\s+/gu, ' ')}'`;

/** Where the figures come from: the file, or how many files. */
export function sourceText({ cube, language }: Workbench): string {
  const { length } = cube.sources;
  if (length === 0) return '';
  return length === 1
    ? language.t('paper.file', { file: cube.sources[0] ?? '' })
    : language.t('paper.files', { count: length });
}

/** What stands at the head and the foot of every sheet: the page, whose figures of which period, and where they come from. */
function runningWords(workbench: Workbench, title: string, asked: readonly string[]): Record<string, string> {
  const { cube, language } = workbench;
  const { t } = language;
  const joined = (words: readonly string[]): string => words.filter((word) => word !== '').join(' · ');
  return {
    what: joined([...releaseParts(workbench), t('app.name'), title]),
    when: joined([...asked, cube.example ? t('sentence.example') : '']),
    source: joined([sourceText(workbench), cube.asOf === null ? '' : t('sentence.asOf', { date: cube.asOf })]),
  };
}

/**
 * Tells the print styles what stands at the head and the foot of every sheet. Where the browser has no margin boxes
 * (Chromium before 131, Firefox, Safari) the same words stand over the text of every sheet.
 */
export function tellPaper(workbench: Workbench, title: string, asked: readonly string[]): void {
  const root = document.documentElement;
  root.toggleAttribute('data-no-margin-boxes', !('CSSMarginRule' in window));
  for (const [name, words] of Object.entries(runningWords(workbench, title, asked)))
    root.style.setProperty(`--paper-${name}`, quoted(words));
}

/** Tells the print styles the fingerprint of the figures, which stands at the foot of every sheet; '' while it is not known. */
export function tellFingerprint(text: string): void {
  document.documentElement.style.setProperty('--paper-fingerprint', quoted(text === '' ? '' : ` · ${text}`));
}

/** What is folded is opened, for paper has no way to; returns how to fold it again. */
function unfold(): () => void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open], .no-print)')];
  for (const part of folded) part.open = true;
  return () => {
    for (const part of folded) part.open = false;
  };
}

/** Width of an A4 sheet without its margins, upright and on its side, px. */
export const UPRIGHT = 686;
const ASIDE = 1014;

/** The least width of a table. */
function leastWidth(table: HTMLTableElement): number {
  const { width, minWidth } = table.style;
  table.style.width = table.style.minWidth = 'min-content';
  const least = table.offsetWidth;
  Object.assign(table.style, { width, minWidth });
  return least;
}

/** A table that needs more than the width of a sheet stands on one that lies on its side, smaller if need be; returns the way back. */
function layAside(): () => void {
  const undo: (() => void)[] = [];
  for (const table of document.querySelectorAll<HTMLTableElement>('main .scroll > table')) {
    const least = leastWidth(table);
    if (least <= UPRIGHT) continue;
    const part = table.closest('figure, section') ?? table;
    part.setAttribute('data-aside', '');
    table.style.zoom = String(Math.min(1, ASIDE / least));
    undo.push(() => {
      part.removeAttribute('data-aside');
      table.style.zoom = '';
    });
  }
  return () => undo.forEach((back) => back());
}

/** Lays the page out for paper; returns how to lay it out for the screen again. */
export function layForPaper(): () => void {
  const root = document.documentElement;
  root.setAttribute('data-paper', '');
  const back = [unfold(), layAside()];
  return () => {
    root.removeAttribute('data-paper');
    back.forEach((one) => one());
  };
}
