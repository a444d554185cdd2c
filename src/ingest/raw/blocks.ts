import { isFilled, isValue, kindOf } from './cell-kind';
import { type IsHeaderWord, type Row, looksLikeHeader } from './header-row';
import { isNoteText, isSureNote } from './row-words';

/** A run of columns with an empty one before and behind it. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** What stands beside each other in a sheet: tables in the order of their columns, and notes. */
export interface SideBySide {
  readonly tables: readonly Block[];
  readonly notes: readonly Block[];
}

/** The runs of columns that are filled somewhere, parted by columns that are empty everywhere. */
export function blocksOf(rows: readonly Row[]): Block[] {
  const used: boolean[] = [];
  for (const { cells } of rows)
    for (let c = 0; c < cells.length; c += 1) if (used[c] !== true && isFilled(cells[c])) used[c] = true;
  const blocks: Block[] = [];
  for (let c = 0; c < used.length; c += 1) {
    if (used[c] !== true) continue;
    const last = blocks.at(-1);
    if (last?.to === c) blocks[blocks.length - 1] = { from: last.from, to: c + 1 };
    else blocks.push({ from: c, to: c + 1 });
  }
  return blocks;
}

/** The parts of a sheet that may be tables of their own: those whose header comes again at their side, else those with a gap between them. */
export const partsBeside = (rows: readonly Row[]): Block[] => repeatedBlocks(rows) ?? blocksOf(rows);

/** A header that is the same names twice or more (园区 | 组织数 | 园区 | 组织数) over names of things: a table folded to fit a page. */
function repeatedBlocks(rows: readonly Row[]): Block[] | null {
  const at = rows.findIndex(({ filled }) => filled >= 4);
  const names = rows[at]?.cells.map((cell) => cell.trim()) ?? [];
  while (names.at(-1) === '') names.pop();
  const width = names.indexOf(names[0] ?? '', 1);
  if (width < 2 || names.length % width > 0 || names.some((name, c) => name !== names[c % width])) return null;
  const own = names.slice(0, width);
  if (own.some((name) => !isFilled(name) || isValue(name)) || new Set(own).size < width) return null;
  if (rows.slice(0, at).some(({ filled }) => filled > names.length / width)) return null;
  const blocks = Array.from({ length: names.length / width }, (_, nth) => ({
    from: nth * width,
    to: (nth + 1) * width,
  }));
  const body = rows.slice(at + 1).filter(({ filled }) => filled >= 2);
  return body.length > 1 && blocks.every((block) => namesThings(rowsOfBlock(body, block))) ? blocks : null;
}

/** Whether the first column, or the one beside running numbers, holds names, no two alike. */
function namesThings(body: readonly Row[]): boolean {
  const isName = (text: string): boolean => kindOf(text) === 'text';
  const column = body.every(({ cells }) => isName(cells[0] ?? '')) ? 0 : 1;
  const names = body.map(({ cells }) => (cells[column] ?? '').trim());
  return names.length > 0 && names.every(isName) && new Set(names).size === names.length;
}

/** The rows of one block, without those in which it is empty; record and place are kept. */
export function rowsOfBlock(rows: readonly Row[], { from, to }: Block): Row[] {
  const out: Row[] = [];
  let blanks = 0;
  for (const row of rows) {
    const cells = Array.from({ length: to - from }, (_, c) => row.cells[from + c] ?? '');
    const filled = cells.filter(isFilled).length;
    blanks += row.blanks;
    if (filled === 0) blanks += 1;
    else {
      out.push({ cells, record: row.record, filled, blanks });
      blanks = 0;
    }
  }
  return out;
}

/** Tells tables and notes that stand beside each other; null when all columns are of one table. */
export function sideBySide(rows: readonly Row[], isWord: IsHeaderWord): SideBySide | null {
  const blocks = partsBeside(rows);
  if (blocks.length < 2) return null;
  const notes = blocks.filter((block) => isNoteBlock(rowsOfBlock(rows, block)));
  const others = blocks.filter((block) => !notes.includes(block));
  const [first, ...rest] = others;
  if (!first) return null;
  const tables: Block[] = [first];
  for (const block of rest) {
    const last = tables.at(-1) ?? first;
    if (isApart(rowsOfBlock(rows, last), rowsOfBlock(rows, block), isWord)) tables.push(block);
    else tables[tables.length - 1] = { from: last.from, to: block.to };
  }
  return tables.length > 1 || notes.length > 0 ? { tables, notes } : null;
}

const NUMBERED =
  /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、)）]|^[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|^[①-⑳*※★•·]/;
const NOTE_HEAD =
  /^[【[(（]?(?:填[表报写]|编制|指标|特别|相关|补充)?(?:说明|须知|要求|口径|注意事项|备注|注|提示|解释)[】\])）]?[:：]?$/;
const NOTE_SAID = /^(?:温馨提示|填[表报写]说明|说明|注意(?:事项)?|要求|口径|提示|备注)[:：]\s*\S/;
const SENTENCE = /[。；！？]|.{16,}/;

/** Texts at the side that say something about the table: the first opens a note, or all are sentences. */
function isNoteBlock(rows: readonly Row[]): boolean {
  const texts = rows.flatMap(({ cells }) => cells.filter(isFilled)).map((text) => text.trim());
  const [head = '', ...rest] = texts;
  if (rows.some(({ filled }) => filled > 1) || texts.some(isValue)) return false;
  const told = rest.filter((text) => NUMBERED.test(text) || SENTENCE.test(text) || isNoteText(text)).length;
  if (isSureNote(head) || NOTE_SAID.test(head) || (isNoteText(head) && !NOTE_HEAD.test(head))) return true;
  if (NOTE_HEAD.test(head)) return /[:：]$/.test(head) || (rest.length > 0 && told * 2 >= rest.length);
  return (NUMBERED.test(head) || SENTENCE.test(head)) && told === rest.length;
}

interface Framed {
  /** The rows above the header have one text each. */
  readonly titled: boolean;
  readonly header: Row;
  readonly body: readonly Row[];
}

function framed(rows: readonly Row[], isWord: IsHeaderWord): Framed | null {
  const at = rows.findIndex(({ filled }) => filled >= 2);
  const header = rows[at];
  const body = rows.slice(at + 1).filter(({ filled }) => filled >= 2);
  if (!header || body.length === 0 || header.cells.some((cell) => isValue(cell))) return null;
  return looksLikeHeader(header, body, header.cells.length, isWord) ? { titled: at > 0, header, body } : null;
}

const THING = /(?:名称|名单|支部|总支|党委|党组织|组织|企业|公司|单位|园区|开发区|街道|乡镇|镇街|社区|村|项目)$/;

/** Whether things of two kinds are named on both sides of an empty column, row beside row: two tables, or one with a gap. */
export function mayBeApart(rows: readonly Row[], isWord: IsHeaderWord): boolean {
  const keys = blocksOf(rows).map((block) => {
    const table = block.to - block.from > 1 ? framed(rowsOfBlock(rows, block), isWord) : null;
    if (!table || table.body.length < 2 || !namesThings(table.body)) return null;
    return table.header.cells.slice(0, 2).find((text) => THING.test(text.trim())) ?? null;
  });
  return keys.length > 1 && keys.every((key) => key !== null);
}

/** Whether two blocks are tables of their own: each with names of things, and a header, a title or rows that are its own. */
function isApart(left: readonly Row[], right: readonly Row[], isWord: IsHeaderWord): boolean {
  const [a, b] = [framed(left, isWord), framed(right, isWord)];
  if (!a || !b) return false;
  const known = new Set(a.header.cells.map((cell) => cell.trim()).filter((text) => text !== ''));
  const first = b.header.cells.findIndex(isFilled);
  const key = (b.header.cells[first] ?? '').trim();
  if (known.has(key)) return true;
  const names = b.body.every(({ cells }) => kindOf(cells[first] ?? '') === 'text');
  if (!names) return false;
  const leftRecords = new Set(a.body.map(({ record }) => record));
  const rightRecords = new Set(b.body.map(({ record }) => record));
  const alone =
    b.body.some(({ record }) => !leftRecords.has(record)) &&
    !left.some((row) => rightRecords.has(row.record) && row.filled === 1);
  const trailing = alone && b.body.at(-1)?.record !== a.body.at(-1)?.record;
  return (a.titled && b.titled) || trailing || a.header.record !== b.header.record;
}
