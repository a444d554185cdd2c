import { createStore, delMany, get, keys, setMany } from 'idb-keyval';

/** Small things under their names. What is written or removed together is there together or not at all. */
export interface Shelf {
  get(key: string): Promise<unknown>;
  put(entries: readonly (readonly [key: string, value: unknown])[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  keys(): Promise<string[]>;
}

/** The shelf of this browser, in IndexedDB. Its promises reject where the browser keeps nothing. */
export function browserShelf(): Shelf {
  const store = createStore('zonelens', 'kept');
  return {
    get: (key) => get<unknown>(key, store),
    put: (entries) =>
      setMany(
        entries.map(([key, value]): [string, unknown] => [key, value]),
        store,
      ),
    remove: (names) => delMany([...names], store),
    keys: async () => (await keys<string>(store)).filter((key) => typeof key === 'string'),
  };
}
