const SPACE = /[\s\u200b-\u200d\u2060\ufeff]/u;
const INNER_SPACE = /[\s\u200b-\u200d\u2060\ufeff\ufe0f]+/gu;

/** The text without white space and invisible characters at its ends; nothing inside changes. */
export function trimmed(raw: string): string {
  let from = 0;
  let to = raw.length;
  while (from < to && SPACE.test(raw.charAt(from))) from += 1;
  while (to > from && SPACE.test(raw.charAt(to - 1))) to -= 1;
  return raw.slice(from, to);
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
