import { untrack } from 'svelte';
import type { Cube, DrillQuestion } from '../cube';
import type { DrillResult, Workbench } from '../state';

interface Found {
  readonly key: string;
  readonly cube: Cube;
  readonly result: DrillResult;
}

/** The rows behind a question as a part of a page asks for them: on their way, there, of an older question, or refused. */
export class Rows {
  readonly #workbench: Workbench;
  readonly #question: () => DrillQuestion | null;
  readonly #key: string = $derived.by(() => JSON.stringify(this.#question()));
  #found: Found | null = $state.raw(null);
  /** Why the rows could not be fetched. */
  failed: string | null = $state(null);
  /** The last rows fetched, whatever the question was; null while there are none. */
  readonly result: DrillResult | null = $derived.by(() => this.#found?.result ?? null);
  /** The rows are those of an older question. */
  readonly late: boolean = $derived.by(() => {
    const { cube } = this.#workbench;
    return this.#found !== null && (this.#found.key !== this.#key || this.#found.cube !== cube);
  });
  /** The rows of the question asked now; null while they are not there. */
  readonly now: DrillResult | null = $derived.by(() => (this.late ? null : this.result));

  /** Asks while the component lives: `question` is null where there is nothing to ask. */
  constructor(workbench: Workbench, question: () => DrillQuestion | null, limit: () => number) {
    this.#workbench = workbench;
    this.#question = question;
    $effect(() => {
      const { cube, source } = this.#workbench;
      const key = this.#key;
      const asked = untrack(this.#question);
      this.failed = null;
      if (!source.drill || asked === null) return;
      let stale = false;
      source.drill(asked, limit()).then(
        (result) => {
          if (!stale) this.#found = { key, cube, result };
        },
        (error: unknown) => {
          if (!stale) this.failed = error instanceof Error ? error.message : String(error);
        },
      );
      return () => {
        stale = true;
      };
    });
  }

  /** All rows of the question asked now, not only those fetched; null while there are none. Rejects where they cannot be fetched. */
  async all(): Promise<DrillResult | null> {
    const ask = this.#workbench.source.drill;
    const [asked, now] = [this.#question(), this.now];
    if (!ask || asked === null || now === null) return null;
    return now.total > now.rows.length ? ask(asked, now.total) : now;
  }
}
