import { type Block, type Paper, inOneLine } from './paper';

/*
 * Sentences may be rewritten, their numbers may not: what a rewritten sentence says in numbers is what the figures say.
 */

/** Digits of any width with their sign, thousands, decimals and per cent. */
const DIGITS = /[+−＋-]?[\d０-９]+(?:[,，][\d０-９]{3}(?![\d０-９]))*(?:[.．][\d０-９]+)?[%％‰]?/u;
/** Chinese numbers where something is counted by them. */
const COUNTED =
  /百分之[零〇一二两三四五六七八九十百点]+|一半|过半|半数|大半|小半|[零〇一二两三四五六七八九十百千万亿]+(?=(?:[个家项名人成倍次期季年月日天份类处级星等半]|分(?!点)))/u;
const ENGLISH =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|double|dozen|hundred|thousand|million)s?\b/iu;
const NUMBER = new RegExp([DIGITS, COUNTED, ENGLISH].map(({ source }) => `(?:${source})`).join('|'), 'giu');

/** The numbers of a text, in order, as they are written. */
export const numbersIn = (text: string): string[] => [...text.matchAll(NUMBER)].map(([found]) => found);

/** A number however wide it is written. */
const plainNumber = (written: string): string => written.normalize('NFKC').replaceAll(',', '').toLowerCase();

/** A sentence as somebody rewrote it. */
export interface Rewritten {
  /** The words of the sentence it was made from, without its numbers. */
  readonly words: string;
  /** The new text in pieces; between two of them stands the number of the sentence with that place. */
  readonly pieces: readonly string[];
  readonly places: readonly number[];
}

/** A rewriting that holds numbers the sentence does not have, or not in that order. */
export interface Unbound {
  readonly unbound: readonly string[];
}

const wordsOf = (text: string): string => text.split(NUMBER).join('\u0000');

/**
 * What somebody made of a sentence. Its numbers are those of the sentence, in their order; some may be left out. Where it holds another
 * number, which one.
 */
export function rewritten(sentence: string, text: string): Rewritten | Unbound {
  const known = numbersIn(sentence).map(plainNumber);
  const places: number[] = [];
  const unbound: string[] = [];
  let next = 0;
  for (const number of numbersIn(text)) {
    const at = known.indexOf(plainNumber(number), next);
    if (at < 0) unbound.push(number);
    else {
      places.push(at);
      next = at + 1;
    }
  }
  return unbound.length > 0 ? { unbound } : { words: wordsOf(sentence), pieces: text.split(NUMBER), places };
}

/** A rewritten sentence with the numbers its sentence has now; null where that says something else now than when it was rewritten. */
export function withNumbers({ words, pieces, places }: Rewritten, sentence: string): string | null {
  if (wordsOf(sentence) !== words) return null;
  const numbers = numbersIn(sentence);
  return pieces.map((piece, at) => piece + (numbers[places[at] ?? -1] ?? '')).join('');
}

/** A paper as it was rewritten, and the paragraphs whose rewriting no longer holds, for their sentences say something else now. */
export interface PaperRewritten {
  readonly paper: Paper;
  readonly setAside: readonly string[];
}

/** A paper with what was rewritten of it, by the paragraph. */
export function paperRewritten(paper: Paper, of: (id: string) => Rewritten | undefined): PaperRewritten {
  const setAside: string[] = [];
  let { title } = paper;
  const blocks = paper.blocks.map((block): Block => {
    const edit = block.kind === 'table' ? undefined : of(block.id);
    if (edit === undefined || block.kind === 'table') return block;
    const text = withNumbers(edit, block.text);
    if (text === null) setAside.push(block.id);
    else if (block.kind === 'title') title = inOneLine(text);
    return text === null ? block : { ...block, text };
  });
  return { paper: { ...paper, title, blocks }, setAside };
}

/** What was written, with gaps for its numbers: to be copied where it no longer holds. */
export const wordsWritten = ({ pieces }: Rewritten): string => pieces.join('…');
