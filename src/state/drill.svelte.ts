import type { DrillTarget } from './drill-target';

/** The panel with the rows behind a figure: closed, or open on one. */
export class Drill {
  target: DrillTarget | null = $state.raw(null);

  open(target: DrillTarget): void {
    this.target = target;
  }

  close(): void {
    this.target = null;
  }
}
