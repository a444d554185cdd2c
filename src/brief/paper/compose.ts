import type { Cube } from '../../cube';
import { type Locale, ended } from '../../domain';
import {
  type Block,
  type Paper,
  type Paragraph,
  markText,
  inOneLine,
  official,
  paragraph,
  partNumber,
  sectionNumber,
  signature,
  titleLines,
} from './paper';

/** A part of a paper under a heading of its own. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** What a paper says, before its parts are numbered. */
interface Content {
  /** Its title, with a break where it may be broken. */
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

/** Which annexes there are, a line each, before the signature. */
function annexList(annexes: readonly Section[], locale: Locale): readonly Paragraph[] {
  const zh = locale === 'zh';
  return annexes.flatMap(({ id, heading }, at) => {
    const name = zh ? `${at + 1}．${heading}` : `${at + 1}. ${heading}`;
    const [kind, text] =
      at === 0 ? (['annex', `${zh ? '附件：' : 'Annexes: '}${name}`] as const) : (['next-annex', name] as const);
    return paragraph(kind, `named/${id}`, text, locale);
  });
}

/** The number an annex stands under, and its title. */
const annexHead = ({ id, heading }: Section, at: number, locale: Locale): readonly Paragraph[] => [
  ...paragraph('appendix', `annex/${id}`, `${locale === 'zh' ? '附件' : 'Annex'} ${at + 1}`, locale),
  ...paragraph('appendix-title', `annex-title/${id}`, heading, locale),
];

/** A paragraph that stands in a row of named ones: （一）覆盖。… */
export function part(id: string, at: number, name: string, text: string, locale: Locale): readonly Paragraph[] {
  const lead = `${partNumber(at + 1, locale)}${ended(name, locale)}${locale === 'zh' ? '' : ' '}`;
  return paragraph('text', id, text, locale, lead);
}

/** A paper from what it says, in the form of an official letter. */
export function composed(cube: Cube, content: Content, locale: Locale): Paper {
  const title = titleLines(official(content.title, locale));
  const annexes = content.annexes.filter(({ blocks }) => blocks.length > 0);
  return {
    title: inOneLine(title),
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
      ...annexes.flatMap((annex, at) => [...annexHead(annex, at, locale), ...annex.blocks]),
    ],
  };
}
