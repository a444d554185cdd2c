const SPACE = /[\s\u200b-\u200d\u2060\ufeff]/u;
const INNER_SPACE = /[\s\u200b-\u200d\u2060\ufeff\ufe0f]+/gu;

/** Most characters of a table are none that could be white space: figures and letters, or Han. */
function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || (code >= 0x7f && code <= 0x3000) || code >= 0xf900 ? SPACE.test(text.charAt(at)) : false;
}

/** The text without white space and invisible characters at its ends; nothing inside changes. */
export function trimmed(raw: string): string {
  let from = 0;
  let to = raw.length;
  while (from < to && isSpaceAt(raw, from)) from += 1;
  while (to > from && isSpaceAt(raw, to - 1)) to -= 1;
  return from === 0 && to === raw.length ? raw : raw.slice(from, to);
}

/** The text inside `="00123"` or after the apostrophe of `'00123`: what the spreadsheet showed. */
export function unwrapped(raw: string): string {
  const text = trimmed(raw);
  const formula = /^=\s*"(.*)"$/su.exec(text);
  if (formula?.[1] !== undefined) return trimmed(formula[1].replaceAll('""', '"'));
  return /^['‘’][^'‘’]+$/su.test(text) ? trimmed(text.slice(1)) : text;
}

/** The text as it is compared and parsed: unwrapped, NFKC, without any white space. */
export function folded(raw: string): string {
  return unwrapped(raw).normalize('NFKC').replace(INNER_SPACE, '');
}

/** No number, date or choice is longer; longer cells are prose and are not searched for one. */
const LONGEST = 80;

/** Whether a cell is too long to be anything but prose. */
export function isProse(raw: string): boolean {
  return raw.length > LONGEST && trimmed(raw).length > LONGEST;
}
