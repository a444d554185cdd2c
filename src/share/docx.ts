import type { IParagraphOptions, IRunOptions } from 'docx';
import {
  type Block,
  type Paper,
  type PaperTable,
  type Paragraph as Text,
  type ParagraphKind,
  charactersOf,
} from '../brief';

/*
 * A paper as a Word file in the form of GB/T 9704: A4, 22 lines of 28 characters of 16 points between margins of 37, 26, 35 and 28 mm. Fonts
 * are named, never put in. Every run is hinted East Asian, or “ ” — … would be set in the Latin font.
 */

/** Twentieths of a point. */
const MARGIN = { top: 2098, right: 1474, bottom: 1984, left: 1587 };
const LINE = 579;
const WIDTH = 11906 - MARGIN.left - MARGIN.right;
/** What brings 28 characters of 16 points into the width. A grid of characters would say it too, but LibreOffice gives each two cells of it. */
const TIGHT = -5;
const CHARACTER = 316;

const FONTS = {
  body: { eastAsia: '仿宋_GB2312', ascii: 'Times New Roman' },
  title: { eastAsia: '方正小标宋简体', ascii: 'Times New Roman' },
  heading: { eastAsia: '黑体', ascii: 'Times New Roman' },
  lead: { eastAsia: '楷体_GB2312', ascii: 'Times New Roman' },
  page: { eastAsia: '宋体', ascii: '宋体' },
} as const;

/** Sizes in half points: 二号 44, 三号 32, 四号 28, 小五 18. */
const SIZE = { title: 44, body: 32, small: 28, cell: 18 } as const;

const font = (name: keyof typeof FONTS): Pick<IRunOptions, 'font'> => {
  const { eastAsia, ascii } = FONTS[name];
  return { font: { ascii, hAnsi: ascii, cs: ascii, eastAsia, hint: 'eastAsia' } };
};

const INDENT = { firstLine: 2 * CHARACTER };

/** Widths of the columns of a table: the first, which holds names, is wider. */
function widths(columns: number): number[] {
  const others = Math.floor((WIDTH * 0.82) / (columns - 1));
  return [WIDTH - others * (columns - 1), ...Array.from({ length: columns - 1 }, () => others)];
}

/** How each kind of paragraph is set. */
const SET: Readonly<
  Record<
    ParagraphKind,
    { readonly font: keyof typeof FONTS; readonly size: number; readonly options: IParagraphOptions }
  >
> = {
  mark: { font: 'heading', size: SIZE.body, options: {} },
  title: { font: 'title', size: SIZE.title, options: { alignment: 'center', spacing: { before: LINE, after: LINE } } },
  to: { font: 'body', size: SIZE.body, options: {} },
  heading: { font: 'heading', size: SIZE.body, options: { indent: INDENT, keepNext: true } },
  text: { font: 'body', size: SIZE.body, options: { indent: INDENT } },
  annex: { font: 'body', size: SIZE.body, options: { indent: INDENT, spacing: { before: LINE }, keepNext: true } },
  'next-annex': { font: 'body', size: SIZE.body, options: { indent: { left: 5 * CHARACTER }, keepNext: true } },
  signature: {
    font: 'body',
    size: SIZE.body,
    options: { alignment: 'center', spacing: { before: LINE }, keepLines: true },
  },
  appendix: { font: 'heading', size: SIZE.body, options: { pageBreakBefore: true, keepNext: true } },
  'appendix-title': {
    font: 'title',
    size: SIZE.title,
    options: { alignment: 'center', spacing: { before: LINE, after: Math.round(LINE / 2) }, keepNext: true },
  },
  small: { font: 'body', size: SIZE.small, options: { indent: INDENT, spacing: { line: 460 } } },
};

/** Its lines stand one above the other, the longest four characters from the right; a character on either side is for the gaps between figures and Chinese. */
function signatureIndent(lines: readonly string[]): { left: number; right: number } {
  const right = 3 * CHARACTER;
  const longest = Math.ceil(Math.max(...lines.map(charactersOf)) + 2) * CHARACTER;
  return { left: Math.max(0, WIDTH - right - longest), right };
}

/** A Word file of a paper. The library is fetched when the first one is made. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const {
    AlignmentType,
    Document,
    DocumentGridType,
    Footer,
    Packer,
    PageNumber,
    Paragraph,
    Table,
    TableCell,
    TableLayoutType,
    TableRow,
    TextRun,
    VerticalAlign,
  } = await import('docx');
  const language =
    paper.locale === 'zh' ? { value: 'en-US', eastAsia: 'zh-CN' } : { value: 'en-GB', eastAsia: 'zh-CN' };
  const tight = paper.locale === 'zh' ? { characterSpacing: TIGHT } : {};
  const run = (text: string, name: keyof typeof FONTS, size: number, below = false) =>
    new TextRun({ text, ...(below && { break: 1 }), ...font(name), size, language, ...(size === SIZE.body && tight) });
  const lines = { line: LINE, lineRule: 'exact' } as const;

  function paragraph({ kind, lead, text }: Text) {
    const { font: name, size, options } = SET[kind];
    const own = text.split('\n');
    const runs = [
      ...(lead === '' ? [] : [run(lead, 'lead', size)]),
      ...own.map((line, at) => run(line, name, size, at > 0)),
    ];
    const indent = kind === 'signature' ? { indent: signatureIndent(own) } : {};
    return new Paragraph({
      ...options,
      ...indent,
      spacing: { ...lines, ...options.spacing },
      children: runs,
    });
  }

  function cell(text: string, head: boolean, first: boolean) {
    const children = text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: first && !head ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: [run(line, head ? 'heading' : 'body', SIZE.cell)],
        }),
    );
    return new TableCell({
      children,
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 40, right: 40, top: 30, bottom: 30 },
    });
  }

  function table({ caption, head, rows }: PaperTable) {
    const body = [head, ...rows].map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: cells.map((text, nth) => cell(text, at === 0, nth === 0)),
        }),
    );
    return [
      ...(caption === ''
        ? []
        : [
            new Paragraph({
              spacing: lines,
              keepNext: true,
              alignment: AlignmentType.CENTER,
              children: [run(caption, 'heading', SIZE.small)],
            }),
          ]),
      new Table({ rows: body, columnWidths: widths(head.length), layout: TableLayoutType.FIXED }),
      // Word joins two tables between which nothing stands.
      new Paragraph({ spacing: { line: 240 }, children: [] }),
    ];
  }

  /** — 1 —, odd pages to the right, even ones to the left, one character in. */
  const pageNumber = (side: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: side,
          indent: { [side]: CHARACTER },
          children: [
            new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...font('page'), size: SIZE.small, language }),
          ],
        }),
      ],
    });

  const content = (block: Block) => (block.kind === 'table' ? table(block) : [paragraph(block)]);
  const first = paper.blocks.findIndex(({ kind }) => kind === 'appendix');
  const [letter, annexes] = first < 0 ? [paper.blocks, []] : [paper.blocks.slice(0, first), paper.blocks.slice(first)];
  const page = { size: { width: 11906, height: 16838 }, margin: { ...MARGIN, header: 851, footer: 1400, gutter: 0 } };
  const footers = { default: pageNumber('right'), even: pageNumber('left') };
  const file = new Document({
    title: paper.title,
    creator: paper.by,
    lastModifiedBy: paper.by,
    evenAndOddHeaderAndFooters: true,
    styles: {
      paragraphStyles: [{ id: 'Normal', name: 'Normal', run: { ...font('body'), size: SIZE.body, language } }],
    },
    sections: [
      {
        properties: { page, grid: { type: DocumentGridType.LINES, linePitch: LINE } },
        footers,
        children: letter.flatMap(content),
      },
      // Tables have lines of their own.
      ...(annexes.length > 0 ? [{ properties: { page }, footers, children: annexes.flatMap(content) }] : []),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
