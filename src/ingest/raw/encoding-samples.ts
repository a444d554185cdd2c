import { maskLine } from '../personal/mask-text';
import type { ByteSource } from './reading';

/** Bytes at the head of a file that the samples are taken from. */
const HEAD_BYTES = 4096;
const LINES = 2;
const LINE_LENGTH = 60;
/** Long numbers are not for a sample, whatever they are. */
const LONG_DIGITS = /\d{11,}[\dXx]?/gu;

/** What the first lines with anything but ASCII would read as. */
export interface EncodingSample {
  readonly encoding: string;
  readonly lines: readonly string[];
  /** Characters of the head that this encoding cannot read. */
  readonly replacements: number;
}

/** The encodings a file may be read in by hand. */
const ENCODINGS: readonly string[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];

/** The head of a file in each encoding that can be chosen, to judge by eye. */
export async function encodingSamples(source: ByteSource): Promise<EncodingSample[]> {
  const bytes = await source.read(0, Math.min(source.size, HEAD_BYTES));
  return ENCODINGS.map((encoding) => {
    // A character cut at the end of the head is left out by a streaming decoder.
    const text = new TextDecoder(encoding).decode(bytes, { stream: true });
    const lines = text.split(/[\r\n]+/u).filter((line) => /[^\t -~]/u.test(line));
    return {
      encoding,
      lines: lines.slice(0, LINES).map((line) => maskLine(line).replace(LONG_DIGITS, '******').slice(0, LINE_LENGTH)),
      replacements: text.split('\uFFFD').length - 1,
    };
  });
}
