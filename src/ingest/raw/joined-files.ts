const MARK = '\uFEFF';
const DELIMITERS: ReadonlySet<string> = new Set([',', '\t', ';', '|']);

/**
 * Takes byte order marks out of text that was put together from several files: at the beginning of a line they say nothing;
 * inside one, before the first line of the text come back, they stand where a file ended without a line end.
 */
export class JoinedFiles {
  /** Marks taken out. */
  marks = 0;
  private held = '';
  /** The last character passed on. */
  private before = '\n';

  constructor(private readonly firstLine: string) {}

  push(piece: string, last: boolean): string {
    const whole = this.held + piece;
    this.held = '';
    let text = whole;
    if (!last && whole.includes(MARK)) {
      // The first line may come back behind a mark near the end of the piece.
      const tail = whole.lastIndexOf(MARK);
      if (whole.length - tail <= this.firstLine.length + 1) {
        text = whole.slice(0, tail);
        this.held = whole.slice(tail);
      }
    }
    const out = text.includes(MARK) ? this.clean(text) : text;
    this.before = out.at(-1) ?? this.before;
    return out;
  }

  private clean(text: string): string {
    let out = '';
    let from = 0;
    for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, from)) {
      out += text.slice(from, at);
      from = at + 1;
      const before = out.at(-1) ?? this.before;
      const returns = this.firstLine !== '' && text.startsWith(this.firstLine, from);
      // At the beginning of a cell it says as little as at that of a line.
      if (DELIMITERS.has(before)) this.marks += 1;
      else if (before !== '\n' && before !== '\r' && !returns) out += MARK;
      else {
        this.marks += 1;
        if (before !== '\n' && before !== '\r') out += '\n';
      }
    }
    return out + text.slice(from);
  }
}

/** The first line of a text that says anything. */
export function firstLineOf(text: string): string {
  return /^\s*([^\r\n]+)/.exec(text)?.[1] ?? '';
}
