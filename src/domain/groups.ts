/** Items apart by a key, in the order first met. */
export function groupedBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const found = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = found.get(key);
    if (own) own.push(item);
    else found.set(key, [item]);
  }
  return found;
}

/** Texts in the order of their signs, the same wherever it is asked. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
