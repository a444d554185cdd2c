import type { Component } from 'svelte';
import { type Page, type Workbench, speaksOfFigures } from '../state';
import type { Loader } from './loaders';

/** What stands around pages of figures. */
interface FigureParts {
  readonly Sentence: Component;
  readonly ReleaseLine: Component;
  readonly Fingerprint: Component;
  readonly ReleaseAbout: Component;
  readonly DrillPanel: Component;
  readonly askedText: (workbench: Workbench) => readonly string[];
}

/** The pages there are, each fetched when it is first gone to. */
export class Loaded {
  readonly #loaders: Readonly<Partial<Record<Page, Loader>>>;
  readonly #workbench: () => Workbench;
  readonly #open: (page: Page) => Promise<unknown>;
  #pages: Readonly<Partial<Record<Page, Component>>> = $state.raw({});
  /** What stands around pages of figures; null before the first of them. */
  figures: FigureParts | null = $state.raw(null);
  /** How many pages are on their way. */
  coming: number = $state(0);
  /** A page was gone to and could not be fetched. */
  failed: boolean = $state(false);

  /** `open` fetches what a page works with beside the workbench. */
  constructor(
    loaders: Readonly<Partial<Record<Page, Loader>>>,
    workbench: () => Workbench,
    open: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ) {
    this.#loaders = loaders;
    this.#workbench = workbench;
    this.#open = open;
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
    return this.#bring(page, load)
      .catch((error: unknown) => {
        this.failed = true;
        throw error;
      })
      .finally(() => {
        this.coming -= 1;
      });
  };

  async #bring(page: Page, load: Loader): Promise<void> {
    const [{ default: found }] = await Promise.all([
      load(),
      speaksOfFigures(page) ? this.#bringFigures() : null,
      this.#open(page),
    ]);
    this.#pages = { ...this.#pages, [page]: found };
  }

  async #bringFigures(): Promise<void> {
    const { DrillPanel, FIGURE_WORDS, Fingerprint, ReleaseAbout, ReleaseLine, Sentence, askedText, figureTools } =
      await import('./figure-parts');
    const workbench = this.#workbench();
    workbench.language.add(FIGURE_WORDS);
    workbench.equip(figureTools);
    this.figures ??= { Sentence, ReleaseLine, Fingerprint, ReleaseAbout, DrillPanel, askedText };
  }
}
