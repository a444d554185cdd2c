import { type Cube, hasCells } from '../cube';
import { drillIn, drillText } from './drill-address';
import type { DrillTarget } from './drill-target';
import type { Route } from './route.svelte';

const NAME = 'rows';

/** The panel with the rows behind a figure: closed, or open on the one the address names. */
export class Drill {
  readonly #route: Route;
  readonly #cube: () => Cube;
  readonly #named: DrillTarget | null = $derived.by(() => drillIn(this.#route.get(NAME)));
  /** The figure whose rows are open; null while there is no such figure. */
  readonly target: DrillTarget | null = $derived.by(() => {
    const named = this.#named;
    return named && hasCells(this.#cube(), named.metric) ? named : null;
  });

  constructor(route: Route, cube: () => Cube) {
    this.#route = route;
    this.#cube = cube;
  }

  /** Opens it: one step in the history, so that going back closes it. */
  open(target: DrillTarget): void {
    this.#route.enter(NAME, drillText(target));
  }

  /** Goes on to other rows of what is open. */
  turn(target: DrillTarget): void {
    this.#route.turn(NAME, drillText(target));
  }

  close(): void {
    this.#route.leave(NAME);
  }
}
