import type { Component } from 'svelte';
import type { Page } from '../state';
import type { Loader } from './loaders';

/** The pages there are, each fetched when it is first gone to. */
export class Loaded {
  readonly #loaders: Readonly<Partial<Record<Page, Loader>>>;
  #pages: Readonly<Partial<Record<Page, Component>>> = $state.raw({});
  /** How many pages are on their way. */
  coming: number = $state(0);
  /** A page was gone to and could not be fetched. */
  failed: boolean = $state(false);

  constructor(loaders: Readonly<Partial<Record<Page, Loader>>>) {
    this.#loaders = loaders;
  }

  /** Whether there is such a page: a report has none about files. */
  has(page: Page): boolean {
    return this.#loaders[page] !== undefined;
  }

  /** A page that was fetched. */
  of(page: Page): Component | undefined {
    return this.#pages[page];
  }

  /** Fetches a page; null where that is done. Rejects, and says so in `failed`, when it cannot be had. */
  readonly fetch = (page: Page): Promise<void> | null => {
    const load = this.#pages[page] ? undefined : this.#loaders[page];
    this.failed = false;
    if (!load) return null;
    this.coming += 1;
    return load()
      .then(
        ({ default: found }) => {
          this.#pages = { ...this.#pages, [page]: found };
        },
        (error: unknown) => {
          this.failed = true;
          throw error;
        },
      )
      .finally(() => {
        this.coming -= 1;
      });
  };
}
