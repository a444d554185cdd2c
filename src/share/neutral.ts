/** Text that a spreadsheet would take for a formula is kept as text by a leading apostrophe; control characters are no way round it. */
export function neutral(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) && !/^[+-]?\d+(?:\.\d+)?%?$/u.test(text) ? `'${text}` : text;
}
