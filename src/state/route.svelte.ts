import { type Page, type Params, type Place, formatHash, parseHash } from './hash';

/** Parameters that mean the same on every page and follow the reader from page to page. */
const SHARED = ['zones', 'committees', 'domains', 'period', 'vs', 'by'];

/** A change of parameters: null takes one away, back to its default. */
export type Patch = Readonly<Record<string, readonly string[] | string | null>>;

function patched(params: Params, patch: Patch): Params {
  const next: Record<string, readonly string[]> = { ...params };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(next, name);
    else next[name] = typeof value === 'string' ? [value] : value;
  }
  return next;
}

/** Where the reader is: page and choices, kept in the address so that back, forward and a copied link work. */
export class Route {
  #place: Place = $state.raw({ page: 'overview', params: {} });
  readonly #read = (): void => {
    this.#place = parseHash(location.hash);
  };

  constructor() {
    this.#read();
    addEventListener('hashchange', this.#read);
  }

  get page(): Page {
    return this.#place.page;
  }

  /** The values of a parameter; undefined while the reader has not chosen. */
  list(name: string): readonly string[] | undefined {
    return this.#place.params[name];
  }

  /** The first value of a parameter; undefined while the reader has not chosen. */
  get(name: string): string | undefined {
    return this.#place.params[name]?.[0];
  }

  /** The address of a page with what was chosen for every page, and the given changes. */
  href(page: Page, patch: Patch = {}): string {
    const shared = Object.fromEntries(
      Object.entries(this.#place.params).filter(([name]) => page === this.page || SHARED.includes(name)),
    );
    return formatHash({ page, params: patched(shared, patch) });
  }

  /** Goes to a page; one step in the history. */
  go(page: Page, patch: Patch = {}): void {
    this.#move(this.href(page, patch));
  }

  /** Changes choices on this page; one step in the history. */
  set(patch: Patch): void {
    this.#move(formatHash({ page: this.page, params: patched(this.#place.params, patch) }));
  }

  /** Stops listening. */
  close(): void {
    removeEventListener('hashchange', this.#read);
  }

  #move(hash: string): void {
    if (hash === location.hash) return;
    history.pushState(null, '', hash);
    this.#read();
  }
}
