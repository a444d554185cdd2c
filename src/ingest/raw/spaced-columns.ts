/** Where a column stands on the line, in half-width places. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const RUN_1 = /[^ \t\u3000\u00a0]+/g;
const RUN_2 = /[^ \t\u3000\u00a0]+(?:[ \u00a0][^ \t\u3000\u00a0]+)*/g;

/** The texts of a line set in columns by white space, with the places they take; Chinese characters take two. */
function runsOf(line: string, spaces: 1 | 2): { text: string; span: Span }[] {
  const out: { text: string; span: Span }[] = [];
  let place = 0;
  let at = 0;
  for (const match of line.matchAll(spaces === 1 ? RUN_1 : RUN_2)) {
    const [text] = match;
    place += widthOf(line.slice(at, match.index));
    const end = place + widthOf(text);
    out.push({ text, span: { start: place, end } });
    place = end;
    at = match.index + text.length;
  }
  return out;
}

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) >= 0x1100 ? 2 : 1;
  return width;
}

/** The places of the columns on a line that has them all. */
export function rulerOf(line: string, spaces: 1 | 2): Span[] {
  return line.includes('\t') ? [] : runsOf(line, spaces).map(({ span }) => span);
}

/** Cuts a line at runs of white space; when it has fewer texts than the ruler, each goes where it stands. */
export function splitSpaced(line: string, spaces: 1 | 2, ruler: readonly Span[]): string[] {
  const runs = runsOf(line, spaces);
  if (runs.length < 2 || runs.length >= ruler.length || line.includes('\t'))
    return runs.length === 0 ? [''] : runs.map(({ text }) => text);
  const cells = ruler.map(() => '');
  let from = 0;
  runs.forEach(({ text, span }, i) => {
    const last = ruler.length - (runs.length - i);
    let best = from;
    for (let c = from; c <= last; c += 1) if (distance(span, ruler[c]) < distance(span, ruler[best])) best = c;
    cells[best] = text;
    from = best + 1;
  });
  return cells;
}

/** Columns are set flush left or flush right: the nearer of the two edges counts. */
function distance(span: Span, column: Span | undefined): number {
  if (!column) return Number.POSITIVE_INFINITY;
  return Math.min(Math.abs(span.start - column.start), Math.abs(span.end - column.end));
}
