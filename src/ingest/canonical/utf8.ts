import type { PackedTexts } from './staged';

const encoder = new TextEncoder();

/** How many bytes a text has as UTF-8; half a pair that stands alone is written as U+FFFD. */
export function bytesIn(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    const isPair = code >= 0xd800 && code <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    bytes += code < 0x800 ? 1 : 2;
    // Two characters, four bytes.
    if (isPair) at += 1;
  }
  return bytes;
}

/** Texts packed one behind the other, encoded all at once. */
export function packed(texts: readonly string[]): PackedTexts {
  const offsets = new Int32Array(texts.length + 1);
  for (let nth = 0; nth < texts.length; nth += 1) offsets[nth + 1] = (offsets[nth] ?? 0) + bytesIn(texts[nth] ?? '');
  const bytes = encoder.encode(texts.join(''));
  if (bytes.length === offsets[texts.length]) return { offsets, bytes };
  // Halves of pairs at the end of one text and the beginning of the next.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return packed(texts.map((text) => decoder.decode(encoder.encode(text))));
}
