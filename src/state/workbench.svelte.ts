import { createContext } from 'svelte';
import { type MemberKey, type NameOf, valueText } from '../brief';
import { type Cube, zoneName } from '../cube';
import { domainShown } from './choices';
import { Drill } from './drill.svelte';
import { Filters } from './filters.svelte';
import { Language } from './language.svelte';
import { type Fetch, Route } from './route.svelte';
import { type Page, PAGE_NAMES, pageRecord } from './pages';
import type { CubeSource } from './source';
import { Theme } from './theme.svelte';
import { Timing } from './timing';

/** Everything a page reads, given by context: the cube and its rows, and what the reader chose. */
export class Workbench {
  readonly #source: () => CubeSource;
  readonly route: Route;
  readonly language = new Language();
  readonly theme = new Theme();
  readonly timing = new Timing();
  readonly drill = new Drill();
  readonly filters: Filters;

  /** `fetch` brings pages that are not there from the start. */
  constructor(source: () => CubeSource, fetch?: Fetch) {
    this.#source = source;
    this.route = new Route(fetch);
    this.filters = new Filters(
      this.route,
      () => this.cube,
      () => this.timing.interaction(),
    );
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
      return needs !== 'files' || !this.readOnly;
    });
  }

  /** The name of a zone, committee or domain as the reader knows it. */
  readonly nameOf: NameOf = (key: MemberKey): string => {
    const { locale } = this.language;
    if (key.committee !== undefined) return valueText(key.committee, locale);
    if (key.zone !== undefined) return key.zone === '' ? valueText('', locale) : zoneName(this.cube, key.zone);
    return valueText(domainShown(key.domain ?? ''), locale);
  };
}

/** The workbench of the page, by context. */
export const [getWorkbench, setWorkbench] = createContext<Workbench>();
