import type { Cube } from '../../cube';
import { type Locale, ended, joined } from '../../domain';
import {
  type Block,
  type Paper,
  type Paragraph,
  markText,
  official,
  paragraph,
  partNumber,
  sectionNumber,
  signature,
} from './paper';

/** A part of a paper under a heading of its own. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** What a paper says, before its parts are numbered. */
interface Content {
  readonly title: string;
  readonly to: string;
  readonly opening: string;
  readonly sections: readonly Section[];
  readonly annexes: readonly Section[];
}

/** Sections with their headings and numbers, empty ones left out. */
const numbered = (sections: readonly Section[], locale: Locale): Block[] =>
  sections
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ id, heading, blocks }, at) => [
      ...paragraph('heading', id, `${sectionNumber(at + 1, locale)}${heading}`, locale),
      ...blocks,
    ]);

const annexText = (at: number, heading: string, locale: Locale): string =>
  locale === 'zh' ? `附件 ${at}　${heading}` : `Annex ${at}: ${heading}`;

/** Which annexes there are, before the signature. */
function annexList(annexes: readonly Section[], locale: Locale): readonly Paragraph[] {
  const names = annexes.map(({ heading }, at) =>
    locale === 'zh' ? `${at + 1}．${heading}` : `(${at + 1}) ${heading}`,
  );
  const list = joined('clauses', names, locale);
  return paragraph(
    'text',
    'annexes',
    names.length === 0 ? '' : locale === 'zh' ? `附件：${list}` : `Annexes: ${list}`,
    locale,
  );
}

/** A paragraph that stands in a row of named ones: （一）覆盖。… */
export function part(id: string, at: number, name: string, text: string, locale: Locale): readonly Paragraph[] {
  const lead = `${partNumber(at + 1, locale)}${ended(name, locale)}${locale === 'zh' ? '' : ' '}`;
  return paragraph('text', id, text, locale, lead);
}

/** A paper from what it says, in the form of an official letter. */
export function composed(cube: Cube, content: Content, locale: Locale): Paper {
  const title = official(content.title, locale);
  const annexes = content.annexes.filter(({ blocks }) => blocks.length > 0);
  return {
    title,
    locale,
    by: cube.release?.by ?? '',
    blocks: [
      ...paragraph('mark', 'mark', markText(cube, locale), locale),
      ...paragraph('title', 'title', title, locale),
      ...paragraph('to', 'to', content.to === '' ? '' : `${content.to}${locale === 'zh' ? '：' : ':'}`, locale),
      ...paragraph('text', 'opening', content.opening, locale),
      ...numbered(content.sections, locale),
      ...annexList(annexes, locale),
      ...signature(cube, locale),
      ...annexes.flatMap(({ id, heading, blocks }, at) => [
        ...paragraph('appendix', `annex/${id}`, annexText(at + 1, heading, locale), locale),
        ...blocks,
      ]),
    ],
  };
}
