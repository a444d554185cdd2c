import type { ByteSource } from './reading';
import type { EncodingVerdict } from './encoding';
import { MIXED } from './encoding-label';
import type { IssueLog } from './issue-log';

const REPLACEMENT = '\uFFFD';
const CTRL_Z = '\u001A';

/** Turns the bytes of a file into text pieces that do not depend on where the chunks were cut. */
export class TextStream {
  /** U+FFFD met so far. */
  replacements = 0;
  private nuls = 0;
  private held = '';
  private readonly lines: LineDecoder | null;
  private readonly decoder: TextDecoder | null;

  constructor(
    private readonly verdict: EncodingVerdict,
    private readonly log: IssueLog,
  ) {
    this.lines = verdict.label === MIXED ? new LineDecoder(log) : null;
    this.decoder = this.lines ? null : new TextDecoder(verdict.label, { ignoreBOM: true });
  }

  /** What the text turned out to be: a file taken for mixed whose lines were all UTF-8 is UTF-8. */
  get label(): string {
    return this.lines && !this.lines.sawOther ? 'utf-8' : this.verdict.label;
  }

  push(chunk: Uint8Array, last: boolean): string {
    let text = this.held + (this.lines?.decode(chunk, last) ?? this.decoder?.decode(chunk, { stream: !last }) ?? '');
    this.held = '';
    if (last && this.verdict.cut) text = this.dropCut(text);
    text = this.dropNuls(text);
    text = this.dropEndMark(text, last);
    for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) this.replacements += 1;
    if (last && this.nuls > 0) this.log.add('nul-removed', 'warning', null, { detail: String(this.nuls) });
    return text;
  }

  /** A file cut inside its last character: the half character says nothing, leave it out. */
  private dropCut(text: string): string {
    let end = text.length;
    while (end > 0 && text.length - end < 3 && text[end - 1] === REPLACEMENT) end -= 1;
    return text.slice(0, end);
  }

  private dropNuls(text: string): string {
    if (!text.includes('\u0000')) return text;
    const clean = text.replaceAll('\u0000', '');
    this.nuls += text.length - clean.length;
    return clean;
  }

  /** Ctrl-Z closes a DOS text file; anywhere else it is data. Held back until it is known to be the end. */
  private dropEndMark(text: string, last: boolean): string {
    let end = text.length;
    while (end > 0 && (text[end - 1] === CTRL_Z || text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
    const mark = text.indexOf(CTRL_Z, end);
    if (mark < 0) return text;
    if (last) this.log.add('ctrl-z-removed', 'note', null);
    else this.held = text.slice(mark);
    return text.slice(0, mark);
  }
}

/**
 * Line feeds are never part of a UTF-8 or GB18030 character, so a file pasted together from both can be cut into lines
 * first and each line judged alone.
 */
class LineDecoder {
  sawOther = false;
  private readonly strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly gb = new TextDecoder('gb18030');
  private rest = new Uint8Array(0);
  private line = 0;
  private current: string | null = null;

  constructor(private readonly log: IssueLog) {}

  decode(chunk: Uint8Array, last: boolean): string {
    const bytes = new Uint8Array(this.rest.length + chunk.length);
    bytes.set(this.rest);
    bytes.set(chunk, this.rest.length);
    const parts: string[] = [];
    let from = 0;
    for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, from)) {
      parts.push(this.one(bytes.subarray(from, at + 1)));
      from = at + 1;
    }
    this.rest = bytes.slice(from);
    if (last && this.rest.length > 0) parts.push(this.one(this.rest));
    return parts.join('');
  }

  private one(bytes: Uint8Array): string {
    this.line += 1;
    let text: string;
    try {
      text = this.strict.decode(bytes);
      // A line of plain ASCII is neither: it must not count as a change of encoding.
      if (text.length < bytes.length) this.note('utf-8', text);
    } catch {
      text = this.lenient.decode(bytes);
      const other = this.gb.decode(bytes);
      const utf8 = isDamagedUtf8(text, other);
      if (!utf8) text = other;
      this.note(utf8 ? 'utf-8' : 'gb18030', text);
    }
    return text;
  }

  private note(label: string, text: string): void {
    if (label !== 'utf-8') this.sawOther = true;
    if (this.current !== null && this.current !== label)
      this.log.add('encoding-change', 'warning', this.line, { value: text.trim(), detail: label });
    this.current = label;
  }
}

/**
 * Whether a line that is not valid UTF-8 is damaged UTF-8 all the same: it has more whole three-byte characters than faults, or
 * some, and read as GB18030 it is made of characters that nobody writes. A run of faults is one: a surrogate alone gives three.
 */
function isDamagedUtf8(text: string, other: string): boolean {
  let [whole, faults] = [0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) faults += 1;
    else if (code > 0x7ff) whole += 1;
  }
  if (whole === 0) return false;
  const runs = text.match(/\uFFFD+/g)?.length ?? 0;
  return whole > faults || (whole >= runs && isRareText(other));
}

/** Text whose characters are seldom used, or lost: what the bytes of another encoding look like. */
function isRareText(text: string): boolean {
  let [rare, all] = [0, 0];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    all += 1;
    if (!COMMON.has(char)) rare += 1;
  }
  return rare * 2 > all;
}

/** The 3,755 characters of the first level of GB 2312, and its punctuation. */
const COMMON: ReadonlySet<string> = new Set(
  (() => {
    const bytes: number[] = [];
    for (let high = 0xa1; high <= 0xd7; high += 1)
      for (let low = 0xa1; low <= 0xfe; low += 1) if (high < 0xa4 || high >= 0xb0) bytes.push(high, low);
    return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  })(),
);

/** Reads the text of a source piece by piece; `last` marks the final piece, which comes even for an empty file. */
export async function* readText(
  source: ByteSource,
  skip: number,
  stream: TextStream,
  chunkBytes: number,
): AsyncGenerator<{ text: string; bytesRead: number; last: boolean }> {
  let from = skip;
  do {
    const to = Math.min(source.size, from + chunkBytes);
    const chunk = await source.read(from, to);
    from = to;
    const last = from >= source.size;
    yield { text: stream.push(chunk, last), bytesRead: from, last };
  } while (from < source.size);
}
