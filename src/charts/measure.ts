/** How a text is set; sizes in px. */
export interface Type {
  readonly size: number;
  readonly weight?: 400 | 500 | 600;
}

const NARROW = new Set("ijlI.,:;|!'·-()[] /ft");
const WIDE = new Set('mwMW%@&');
/** Widths in em of the widest of the fonts in the stack (Source Han, PingFang, YaHei, Segoe), so that estimates err on the safe side. */
const EM = { full: 1, digit: 0.57, narrow: 0.36, wide: 0.93, upper: 0.69, lower: 0.58 };

function emOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if ((character >= '0' && character <= '9') || character === '−') return EM.digit;
  if (code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2160 && code <= 0x2bff)) return EM.full;
  if (NARROW.has(character)) return EM.narrow;
  if (WIDE.has(character)) return EM.wide;
  return character >= 'A' && character <= 'Z' ? EM.upper : EM.lower;
}

/** Width of one line of text in px, a close upper estimate that needs no page: layouts are the same in Node and browser. */
export function textWidth(text: string, { size, weight = 400 }: Type): number {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * size * (weight >= 600 ? 1.04 : 1);
}

/** Width of the widest of some texts, 0 for none. */
export function widest(texts: readonly string[], type: Type): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, type)), 0);
}

/** Width of the widest thing in some texts that no line break divides, 0 for none. */
export function widestPiece(texts: readonly string[], type: Type): number {
  return widest(
    texts.flatMap(pieces).map((piece) => piece.trimEnd()),
    type,
  );
}

/** Where a line may break: after any CJK character, after a space, a slash, a hyphen. Punctuation stays with what it follows. */
function pieces(text: string): string[] {
  return text.match(/[⺀-鿿豈-﫿][，。、；：！？）」』》”·]*|[^\s⺀-鿿豈-﫿/-]+[\s/-]*|[\s/-]+/gu) ?? [];
}

function fill(parts: readonly string[], type: Type, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && textWidth((line + part).trimEnd(), type) > width) {
      lines.push(line.trimEnd());
      line = part;
    } else line += part;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** A single word wider than the line is cut between characters: better broken than outside the picture. */
function cutWide(part: string, type: Type, width: number): string[] {
  if (textWidth(part.trimEnd(), type) <= width) return [part];
  const cut: string[] = [];
  let line = '';
  for (const character of part) {
    if (line !== '' && textWidth(line + character, type) > width) {
      cut.push(line);
      line = character;
    } else line += character;
  }
  return [...cut, line];
}

/** The text in as few lines as fit the width, and those as even as they can be, so that no single character is left alone. */
export function wrap(text: string, type: Type, width: number): string[] {
  const parts = pieces(text).flatMap((part) => cutWide(part, type, width));
  const lines = fill(parts, type, width);
  if (lines.length < 2) return lines.length === 0 ? [text] : lines;
  let even = lines;
  for (let narrower = width - type.size / 2; narrower > width / 2; narrower -= type.size / 2) {
    const tried = fill(parts, type, narrower);
    if (tried.length > lines.length || widest(tried, type) > width) break;
    even = tried;
  }
  return even;
}
