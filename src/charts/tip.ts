import { escapeText } from '../domain';

/** Lines of plain text as the HTML of a tooltip, the first as its heading. Empty for no lines: no tooltip is shown. */
export function tipHtml(lines: readonly string[]): string {
  const [heading, ...rest] = lines.map(escapeText);
  return heading === undefined ? '' : [`<b>${heading}</b>`, ...rest].join('<br>');
}
