import { type Cube, LEVEL_LABELS } from '../../cube';
import type { Locale } from '../../domain';

/** What a paragraph is: it decides how it is set. */
export type ParagraphKind =
  | 'mark'
  | 'title'
  | 'to'
  | 'heading'
  | 'text'
  | 'annex'
  | 'next-annex'
  | 'signature'
  | 'appendix'
  | 'appendix-title'
  | 'small';

/** A paragraph of a paper. */
export interface Paragraph {
  readonly kind: ParagraphKind;
  /** Names it among the paragraphs of its paper, whatever the figures are. */
  readonly id: string;
  /** What it begins with, set apart: （一）覆盖。 */
  readonly lead: string;
  /** A title and a signature may have several lines. */
  readonly text: string;
}

/** A table of a paper. A cell may have several lines. */
export interface PaperTable {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a paper. */
export type Block = Paragraph | PaperTable;

/** A paper for the desk: 通报 or 提醒单, before it is a file. */
export interface Paper {
  readonly title: string;
  readonly locale: Locale;
  /** Who made it; '' where not said. */
  readonly by: string;
  readonly blocks: readonly Block[];
}

/**
 * Chinese official papers have no blank between Chinese and figures: 2018 年 becomes 2018年. Names keep the blanks they have. Other
 * languages stay as they are.
 */
export function official(text: string, locale: Locale): string {
  if (locale === 'en') return text;
  return text
    .replace(/(?<=[\p{Script=Han}，。；：、（）“”])[ ](?=[\d+−])/gu, '')
    .replace(/(?<=[\d%‰])[ ](?=[\p{Script=Han}（“])/gu, '');
}

/** A paragraph, nothing where it would be empty. */
export function paragraph(
  kind: ParagraphKind,
  id: string,
  text: string,
  locale: Locale,
  lead = '',
): readonly Paragraph[] {
  return text === '' ? [] : [{ kind, id, lead: official(lead, locale), text: official(text, locale) }];
}

/** A table, with its texts as papers write them; nothing where it has no rows. */
export function table(content: Omit<PaperTable, 'kind'>, locale: Locale): readonly PaperTable[] {
  const { id, caption, head, rows } = content;
  const set = (text: string): string => official(text, locale);
  if (rows.length === 0) return [];
  return [{ kind: 'table', id, caption: set(caption), head: head.map(set), rows: rows.map((row) => row.map(set)) }];
}

/** A day as papers write it: 2018年12月31日, 2018-12-31. */
export function dayText(day: string, locale: Locale): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return locale === 'zh' ? `${year}年${Number(month)}月${Number(date)}日` : day;
}

/** How wide a text is, in Chinese characters. */
export const charactersOf = (text: string): number => text.replace(/[^\u0000-\u00ff]/gu, '**').length / 2;

/** A line of a title holds so many characters of 22 points. */
const TITLE_LINE = 20;

/** A title in one line, as a file is named. */
export const inOneLine = (title: string): string => title.replaceAll('\n', '');

/** A title as it is set: one that is too long for a line keeps its break, which is not inside a word. */
export const titleLines = (title: string): string =>
  charactersOf(inOneLine(title)) > TITLE_LINE ? title : inOneLine(title);

/** What stands in the corner: for whom it is, and that the figures are invented where they are. */
export function markText({ release, example }: Cube, locale: Locale): string {
  const level = release === undefined ? '' : LEVEL_LABELS[release.level][locale];
  const invented = example ? (locale === 'zh' ? '示例数据' : 'Example data') : '';
  return [level, invented].filter((text) => text !== '').join(locale === 'zh' ? '　' : ' · ');
}

/** Who made it and when, at its end; a paper of what was not given out has neither. */
export function signature({ release }: Cube, locale: Locale): readonly Paragraph[] {
  if (release === undefined) return [];
  const lines = [release.by, dayText(release.on, locale)].filter((line) => line !== '');
  return paragraph('signature', 'signature', lines.join('\n'), locale);
}

const ZH_ORDER = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A number in Chinese up to 99: 十二. */
function zhNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return ZH_ORDER[ones - 1] ?? String(value);
  return `${tens === 1 ? '' : (ZH_ORDER[tens - 1] ?? '')}十${ones === 0 ? '' : (ZH_ORDER[ones - 1] ?? '')}`;
}

/** The number of a section, counted from 1: 一、 */
export const sectionNumber = (at: number, locale: Locale): string =>
  locale === 'zh' ? `${zhNumber(at)}、` : `${at}. `;

/** The number of a part of a section, counted from 1: （一） */
export const partNumber = (at: number, locale: Locale): string =>
  locale === 'zh' ? `（${zhNumber(at)}）` : `(${at}) `;
