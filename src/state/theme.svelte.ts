import { flushSync } from 'svelte';
import { remember, remembered } from './remembered';

/** How the page is lit: as the system says, or as the reader chose. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'zonelens.theme';

/** Light or dark, by the reader's choice or the system's. Print is always light. */
export class Theme {
  readonly #system = matchMedia('(prefers-color-scheme: dark)');
  #systemDark = $state(false);
  #choice: ThemeChoice = $state('system');
  #printing = $state(false);

  constructor() {
    const kept = remembered(KEY);
    this.#choice = kept === 'light' || kept === 'dark' ? kept : 'system';
    this.#systemDark = this.#system.matches;
    this.#system.addEventListener('change', (event) => (this.#systemDark = event.matches));
    // The page is laid out for paper right after the event: everything must be drawn again by then.
    const lay = (printing: boolean): void =>
      flushSync(() => {
        this.#printing = printing;
      });
    addEventListener('beforeprint', () => lay(true));
    addEventListener('afterprint', () => lay(false));
    // Where only the medium changes, as in a preview of the print styles.
    matchMedia('print').addEventListener('change', ({ matches }) => lay(matches));
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice;
    remember(KEY, choice);
  }

  /** The page is being laid out for paper. */
  get printing(): boolean {
    return this.#printing;
  }

  /** The theme in force. */
  readonly name: 'light' | 'dark' = $derived.by(() => {
    if (this.#printing) return 'light';
    return (this.#choice === 'system' ? this.#systemDark : this.#choice === 'dark') ? 'dark' : 'light';
  });
}
