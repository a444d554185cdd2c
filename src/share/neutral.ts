/** Text that a spreadsheet would take for a formula is kept as text by a leading apostrophe, full-width signs and leading blanks included. */
export function neutral(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
