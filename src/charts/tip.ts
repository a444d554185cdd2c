const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text with everything HTML would read as markup made harmless. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Lines of plain text as the HTML of a tooltip, the first as its heading. Empty for no lines: no tooltip is shown. */
export function tipHtml(lines: readonly string[]): string {
  const [heading, ...rest] = lines.map(escapeText);
  return heading === undefined ? '' : [`<b>${heading}</b>`, ...rest].join('<br>');
}
