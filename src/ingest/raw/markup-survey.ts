import type { SheetMarks } from './xlsx-survey';

const HIDDEN = /\sstyle\s*=\s*(?:"[^"]*|'[^']*)\bdisplay\s*:\s*none|\shidden(?=[\s=>/])/i;

/** The rows of the tables in markup that a filter hides, by the name the spreadsheet library gives each table. */
export function surveyMarkup(html: string): Map<string, SheetMarks> {
  const found = new Map<string, SheetMarks>();
  const small = html.toLowerCase();
  let from = small.indexOf('<table');
  for (let nth = 1; from >= 0; nth += 1) {
    const close = small.indexOf('</table', from);
    const end = close < 0 ? html.length : close;
    const hiddenRows = new Set<number>();
    let row = 0;
    for (const [tag] of html.slice(from, end).matchAll(/<tr(?=[\s>/])[^<>]*>/gi)) {
      row += 1;
      if (HIDDEN.test(tag)) hiddenRows.add(row);
    }
    found.set(`Sheet${nth}`, { hiddenRows, hiddenColumns: 0, uncalculated: [] });
    from = small.indexOf('<table', end);
  }
  return found;
}

/** Markup without what is commented out: a table there is none. */
export function withoutComments(markup: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = markup.indexOf('<!--'); at >= 0; at = markup.indexOf('<!--', from)) {
    const end = markup.indexOf('-->', at);
    if (end < 0) break;
    kept.push(markup.slice(from, at));
    from = end + 3;
  }
  return [...kept, markup.slice(from)].join('');
}
