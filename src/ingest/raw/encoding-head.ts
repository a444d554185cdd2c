import { MIXED } from './encoding-label';

/** Share of the characters that Chinese text is written in. */
function plausible(text: string): number {
  let good = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const ascii = (code >= 0x20 && code < 0x7f) || code === 9 || code === 10 || code === 13;
    const chinese = (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00;
    if (ascii || chinese) good += 1;
  }
  return text.length === 0 ? 0 : good / text.length;
}

/** Which UTF-16 the head of a file reads as, judged by the characters it gives; null when neither is clearly text. */
export function likelierWide(head: Uint8Array): string | null {
  const even = head.subarray(0, head.length & ~1);
  const [le = 0, be = 0] = ['utf-16le', 'utf-16be'].map((label) => plausible(new TextDecoder(label).decode(even)));
  if (Math.max(le, be) < 0.95 || Math.min(le, be) > 0.8) return null;
  return le > be ? 'utf-16le' : 'utf-16be';
}

/** How many bytes at the head of a file are the rest of a character whose beginning is missing; 0 in nearly every file. */
export function bytesOfCutCharacter(head: Uint8Array, label: string): number {
  if (label === MIXED) return restOfUtf8(head);
  return label === 'gb18030' ? restOfGb(head) : 0;
}

/** Continuation bytes that no lead byte announces, before a first line that is UTF-8 without them. */
function restOfUtf8(head: Uint8Array): number {
  let rest = 0;
  while (rest < 3 && isContinuation(head[rest])) rest += 1;
  if (rest === 0 || isContinuation(head[rest])) return 0;
  const line = firstLine(head).subarray(rest);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line, { stream: line.length + rest === head.length });
    return text.length < line.length ? rest : 0;
  } catch {
    return 0;
  }
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** The first word in pairs of bytes has one too many: read without its first byte it is whole. */
function restOfGb(head: Uint8Array): number {
  if ((head[0] ?? 0) < 0x40) return 0;
  const end = head.findIndex((byte) => byte < 0x30);
  const word = head.subarray(0, end < 0 ? head.length : end + 1);
  return faulty(word) && !faulty(word.subarray(1)) ? 1 : 0;
}

const faulty = (bytes: Uint8Array): boolean => new TextDecoder('gb18030').decode(bytes).includes('\uFFFD');

function firstLine(head: Uint8Array): Uint8Array {
  const end = head.indexOf(0x0a);
  return end < 0 ? head : head.subarray(0, end);
}
