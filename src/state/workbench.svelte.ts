import { createContext } from 'svelte';
import type { NameOf } from '../brief';
import type { Cube } from '../cube';
import type { Books } from '../share';
import type { Drill } from './drill.svelte';
import type { Filters } from './filters.svelte';
import { Language } from './language.svelte';
import { type Fetch, Route } from './route.svelte';
import { type Page, PAGE_NAMES, pageRecord } from './pages';
import type { CubeSource } from './source';
import { Theme } from './theme.svelte';
import { Timing } from './timing';
import { Views } from './views.svelte';

/** What only pages of figures need: the reader's question, the names of what is asked about, the rows behind an answer. */
export interface FigureTools {
  readonly filters: Filters;
  /** The rows behind a figure. */
  readonly drill: Drill;
  /** The name of a zone, committee or domain as the reader knows it. */
  readonly nameOf: NameOf;
}

/** Everything a page reads, given by context: the cube and its rows, and what the reader chose. */
export class Workbench {
  readonly #source: () => CubeSource;
  #tools: FigureTools | null = null;
  readonly route: Route;
  readonly language = new Language();
  readonly theme = new Theme();
  readonly timing = new Timing();
  readonly views = new Views();
  /** What writes workbooks; null in a report, which is read with as little as can be. */
  books: Books | null = $state.raw(null);

  /** `fetch` brings pages that are not there from the start. */
  constructor(source: () => CubeSource, fetch?: Fetch) {
    this.#source = source;
    this.route = new Route(fetch);
  }

  get source(): CubeSource {
    return this.#source();
  }

  get cube(): Cube {
    return this.#source().cube;
  }

  /** There are no rows and nothing to import: the page reads a finished cube. */
  get readOnly(): boolean {
    return this.#source().drill === null;
  }

  /** The pages a reader can go to: a report has none about files, and only those it was made with. */
  get pages(): Page[] {
    const chosen = this.cube.release?.pages ?? null;
    return PAGE_NAMES.filter((page) => {
      const { needs } = pageRecord(page);
      if (needs === 'figures') return chosen === null || chosen.includes(page);
      return needs !== 'files' || !this.readOnly || this.source.beside?.includes(page) === true;
    });
  }

  /** Gives it what only pages of figures need; once. */
  equip(make: (workbench: Workbench) => FigureTools): void {
    this.#tools ??= make(this);
  }

  get #equipped(): FigureTools {
    if (!this.#tools) throw new TypeError('no page of figures was fetched yet');
    return this.#tools;
  }

  /** What the reader asks of the cube. */
  get filters(): Filters {
    return this.#equipped.filters;
  }

  /** The rows behind a figure. */
  get drill(): Drill {
    return this.#equipped.drill;
  }

  /** The name of a zone, committee or domain as the reader knows it. */
  get nameOf(): NameOf {
    return this.#equipped.nameOf;
  }
}

/** The workbench of the page, by context. */
export const [getWorkbench, setWorkbench] = createContext<Workbench>();
