import { remember, remembered } from './remembered';

const KEY = 'zonelens.views';
/** More views than this are no longer found in a list. */
const MOST = 50;
const LONGEST = 80;

/** An address a reader wants to come back to: page, zones, period, all that was chosen. */
export interface View {
  readonly name: string;
  /** The address, from its #. */
  readonly hash: string;
}

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'hash' in value &&
  typeof value.hash === 'string' &&
  value.hash.startsWith('#/');

function kept(): View[] {
  try {
    const known: unknown = JSON.parse(remembered(KEY) ?? '[]');
    return Array.isArray(known) ? known.filter(isView).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** The views a reader saved in this browser, the oldest first, and the show of them on a wall. */
export class Views {
  #list: readonly View[] = $state.raw(kept());
  /** The addresses shown in turn, and which of them stands; null while there is no show. */
  #show: { readonly of: readonly string[]; readonly at: number; readonly seconds: number } | null = $state.raw(null);

  get list(): readonly View[] {
    return this.#list;
  }

  get full(): boolean {
    return this.#list.length >= MOST;
  }

  get show(): { readonly of: readonly string[]; readonly at: number; readonly seconds: number } | null {
    return this.#show;
  }

  /** Saves an address under a name; a view of that name is replaced. Nothing happens without a name, or where there are too many. */
  save(name: string, hash: string): void {
    const view = { name: name.trim().slice(0, LONGEST), hash };
    const known = this.#list.some((one) => one.name === view.name);
    if (view.name === '' || (this.full && !known)) return;
    this.#keep(known ? this.#list.map((one) => (one.name === view.name ? view : one)) : [...this.#list, view]);
  }

  remove(name: string): void {
    this.#keep(this.#list.filter((one) => one.name !== name));
  }

  /** Shows addresses in turn, each for some seconds a screen. */
  start(hashes: readonly string[], seconds: number): void {
    if (hashes.length > 0) this.#show = { of: hashes, at: 0, seconds };
  }

  /** Goes to the next address of the show, or, with −1, to the one before. */
  turn(by: 1 | -1 = 1): void {
    if (this.#show === null) return;
    const { of, at } = this.#show;
    this.#show = { ...this.#show, at: (at + by + of.length) % of.length };
  }

  stop(): void {
    this.#show = null;
  }

  #keep(list: readonly View[]): void {
    this.#list = list;
    remember(KEY, JSON.stringify(list));
  }
}
