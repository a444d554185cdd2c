import { type Params, type Place, formatHash, parseHash } from './hash';
import type { Page } from './pages';

/** Parameters that mean the same on every page and follow the reader from page to page. */
const SHARED = ['zones', 'committees', 'domains', 'period', 'since', 'vs', 'by'];

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

/** Brings a page; null where it is there already. */
export type Fetch = (page: Page) => Promise<unknown> | null;

/** Where the reader is: page and choices, kept in the address so that back, forward and a copied link work. */
export class Route {
  #place: Place = $state.raw(parseHash(location.hash));
  readonly #fetch: Fetch;
  /** What is to be gone to once the browser has gone back. */
  #next: (() => void) | null = null;
  #leaving = false;
  readonly #read = (): void => {
    this.#leaving = false;
    const { hash } = location;
    const place = parseHash(hash);
    const arrive = (): void => {
      if (location.hash === hash) this.#place = place;
    };
    const fetching = place.page === this.page ? null : this.#fetch(place.page);
    // Who cannot be fetched has told so; the page that stands stays.
    if (fetching) fetching.then(arrive, () => undefined);
    else arrive();
    const next = this.#next;
    this.#next = null;
    next?.();
  };

  /** A page that has to be fetched is reached once it is there: until then the one before stands, as it was asked. */
  constructor(fetch: Fetch = () => null) {
    this.#fetch = fetch;
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

  /** Fetches a page that will be gone to, so that it need not be waited for. */
  prepare(page: Page): void {
    // Who cannot be fetched has told so.
    this.#fetch(page)?.catch(() => undefined);
  }

  /** Goes to a page; one step in the history. */
  go(page: Page, patch: Patch = {}): void {
    this.#move(this.href(page, patch));
  }

  /** Changes choices on this page; one step in the history. */
  set(patch: Patch): void {
    this.#move(formatHash({ page: this.page, params: patched(this.#place.params, patch) }));
  }

  /** Opens what stands over the page until it is left; one step in the history. */
  enter(name: string, value: string): void {
    this.#move(formatHash({ page: this.page, params: patched(this.#place.params, { [name]: value }) }), name);
  }

  /** Shows something else of what stands over the page; no step in the history. */
  turn(name: string, value: string): void {
    const hash = formatHash({ page: this.page, params: patched(this.#place.params, { [name]: value }) });
    history.replaceState(history.state, '', hash);
    this.#read();
  }

  /** Leaves it: back to the step before it was entered, or without it where the address came with it. */
  leave(name: string): void {
    if (this.get(name) === undefined) return;
    const here: unknown = history.state;
    if (here === name) {
      this.#leaving = true;
      history.back();
      return;
    }
    const hash = formatHash({ page: this.page, params: patched(this.#place.params, { [name]: null }) });
    history.replaceState(null, '', hash);
    this.#read();
  }

  /** Stops listening. */
  close(): void {
    removeEventListener('hashchange', this.#read);
  }

  #move(hash: string, entered: string | null = null): void {
    // The browser goes back in its own time: a step taken now would be the one it takes back.
    if (this.#leaving) {
      this.#next = () => this.#move(hash, entered);
      return;
    }
    if (hash === location.hash) return;
    history.pushState(entered, '', hash);
    this.#read();
  }
}
