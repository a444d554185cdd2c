import { Refusal } from '../../domain';
import type { ByteSurvey } from './byte-survey';
import { bytesOfCutCharacter, likelierWide } from './encoding-head';
import { MIXED } from './encoding-label';

/** The encoding chosen for a file. `label` is what TextDecoder takes; 'utf-8+gb18030' is decided line by line. */
export interface EncodingVerdict {
  readonly label: string;
  readonly bom: boolean;
  /** Bytes of the byte order mark, or of a character whose beginning is missing. */
  readonly skip: number;
  /** The file begins inside a character. */
  readonly cutStart: boolean;
  /** The file ends inside a character. */
  readonly cut: boolean;
}

const MAGIC: readonly (readonly [kind: string, ...bytes: number[]])[] = [
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  ['png', 0x89, 0x50, 0x4e, 0x47],
  ['jpeg', 0xff, 0xd8, 0xff],
  ['gif', 0x47, 0x49, 0x46, 0x38],
  ['gzip', 0x1f, 0x8b],
  ['rar', 0x52, 0x61, 0x72, 0x21, 0x1a],
  ['7z', 0x37, 0x7a, 0xbc, 0xaf],
  ['parquet', 0x50, 0x41, 0x52, 0x31],
  ['wasm', 0x00, 0x61, 0x73, 0x6d],
  ['exe', 0x4d, 0x5a, 0x90],
  ['elf', 0x7f, 0x45, 0x4c, 0x46],
  ['sqlite', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
  ['rtf', 0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/** The name of a known binary format that begins with these bytes, or null. */
function binaryKind(head: Uint8Array): string | null {
  return MAGIC.find(([, ...bytes]) => bytes.every((byte, i) => head[i] === byte))?.[0] ?? null;
}

function byteOrderMark(head: Uint8Array): EncodingVerdict | null {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { label: 'utf-8', bom: true, skip: 3, cut: false, cutStart: false };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', bom: true, skip: 2, cut: false, cutStart: false };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', bom: true, skip: 2, cut: false, cutStart: false };
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33)
    return { label: 'gb18030', bom: true, skip: 4, cut: false, cutStart: false };
  return null;
}

/** UTF-16 without a mark shows in the zero half of its ASCII characters, always on the same side. */
function utf16(survey: ByteSurvey, head: Uint8Array): string | null {
  const nul = survey.nulEven + survey.nulOdd;
  // Valid UTF-8 with a few zeros is UTF-8 with zeros; text in another alphabet than ASCII has fewer zeros than half.
  const whole = survey.utf8Errors === 0;
  if (nul < 2 || nul * (whole ? 4 : 50) < survey.bytes || (whole && survey.utf8Multi > 0)) return null;
  if (survey.nulOdd >= nul * 0.9) return 'utf-16le';
  if (survey.nulEven >= nul * 0.9) return 'utf-16be';
  // 一 is U+4E00: its zero stands on the other side.
  return whole ? null : likelierWide(head);
}

function eightBit(survey: ByteSurvey): { label: string; cut: boolean } {
  if (survey.utf8Errors === 0) return { label: 'utf-8', cut: survey.utf8Cut };
  // GB18030 text read as UTF-8 has about one error a character and hardly ever a line of whole three-byte characters.
  if (survey.utf8Lines > 0 || survey.utf8Multi > 4 * survey.utf8Errors) return { label: MIXED, cut: survey.utf8Cut };
  if (survey.highRuns > 0 && survey.lonelyHigh >= survey.highRuns * 0.9 && survey.gbPairs < survey.highRuns * 1.1)
    return { label: 'windows-1252', cut: false };
  return { label: 'gb18030', cut: survey.gbCut };
}

function refuseUnreadable(file: string, label: string, survey: ByteSurvey): void {
  const high = survey.gbPairs + survey.gbErrors;
  if (label === 'gb18030' && survey.gbErrors > 10 && survey.gbErrors * 5 > high) throw new Refusal('not-text', file);
}

/** Decides the encoding: BOM, then NUL pattern, then strict UTF-8 over the whole file, then GB18030. Refuses binary. */
export function judgeEncoding(
  file: string,
  head: Uint8Array,
  survey: ByteSurvey,
  override: string | undefined,
): EncodingVerdict {
  const mark = byteOrderMark(head);
  if (override !== undefined && override !== '') return overridden(file, override, mark);
  if (mark) return marked(mark, survey);
  const wide = utf16(survey, head);
  if (wide) return { label: wide, bom: false, skip: 0, cut: survey.bytes % 2 === 1, cutStart: false };
  const nul = survey.nulEven + survey.nulOdd;
  const kind = binaryKind(head);
  if (kind !== null || survey.controls * 50 > survey.bytes || nul * 4 > survey.bytes)
    throw new Refusal('binary-file', file, {}, kind);
  const { label, cut } = eightBit(survey);
  refuseUnreadable(file, label, survey);
  const skip = bytesOfCutCharacter(head, label);
  return { label, bom: false, skip, cut, cutStart: skip > 0 };
}

/** A mark is believed, but for that of UTF-8 before bytes that are none: some programs put it before whatever they copy. */
function marked(mark: EncodingVerdict, survey: ByteSurvey): EncodingVerdict {
  if (mark.label === 'utf-8') return { ...mark, ...eightBit(survey) };
  return { ...mark, cut: mark.label === 'gb18030' ? survey.gbCut : survey.bytes % 2 === 1 };
}

/** What the user says, with the mark of the file when it is the mark of that encoding. */
function overridden(file: string, label: string, mark: EncodingVerdict | null): EncodingVerdict {
  const plain = { label, bom: false, skip: 0, cut: false, cutStart: false };
  if (label === MIXED) return mark?.label === 'utf-8' ? { ...mark, label } : plain;
  try {
    const { encoding } = new TextDecoder(label);
    return mark?.label === encoding ? mark : { ...plain, label: encoding };
  } catch {
    throw new Refusal('unknown-encoding', file, {}, label);
  }
}
