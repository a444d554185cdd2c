/** Most texts kept at once. */
const MOST = 1 << 16;

/** A text that keeps nothing else alive: one cut out of a longer text keeps the whole of it. */
export const alone = (text: string): string => ` ${text}`.slice(1);

/**
 * A function that says something of a text. Who knows the number of the text among those of its column gives it, -1 or nothing for none;
 * all numbers given to one function are of one column.
 */
export type Asked<T> = (text: string, code?: number) => T;

/** What a function says of a text, asked once for each number; without one it is asked every time. */
export function rememberedByCode<T>(read: (text: string) => T): Asked<T> {
  const known: (T | undefined)[] = [];
  return (text, code = -1) => {
    if (code < 0) return read(text);
    const found = known[code];
    if (found !== undefined) return found;
    while (known.length <= code) known.push(undefined);
    return (known[code] = read(text));
  };
}

/**
 * What a function says of a text, asked once for each as long as texts come back; where they hardly do, it is asked every time. For
 * functions that say the same of the same text.
 */
export function remembered<T>(read: (text: string) => T): Asked<T> {
  const known = new Map<string, T>();
  let [asked, again] = [0, 0];
  let off = false;
  const byText = (text: string): T => {
    if (off) return read(text);
    asked += 1;
    const found = known.get(text);
    if (found !== undefined) {
      again += 1;
      return found;
    }
    if (known.size === MOST) {
      off = again * 2 < asked;
      [asked, again] = [0, 0];
      known.clear();
    }
    const said = read(text);
    known.set(text, said);
    return said;
  };
  // A text that comes with its number for the first time was never asked about.
  const byCode = rememberedByCode(read);
  return (text, code = -1) => (code < 0 ? byText(text) : byCode(text, code));
}
