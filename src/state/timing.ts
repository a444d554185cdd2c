import { tick } from 'svelte';
import { painted } from '../charts';

/** Measures from the reader's action to the drawn page, in User Timing: `zonelens:interaction`, `zonelens:first-chart`. */
export class Timing {
  #cubeAt: number | null = null;

  /** A new cube is on its way to the pages. */
  cubeArrived(): void {
    this.#cubeAt = performance.now();
  }

  /** A chart was drawn; the first after a cube arrived is measured. */
  chartDrawn(): void {
    if (this.#cubeAt === null) return;
    performance.measure('zonelens:first-chart', { start: this.#cubeAt, end: performance.now() });
    this.#cubeAt = null;
  }

  /** The reader changed something: measures until the page is drawn again, every picture of it. */
  interaction(): void {
    const start = performance.now();
    void tick()
      .then(painted)
      .then(() =>
        requestAnimationFrame(() => performance.measure('zonelens:interaction', { start, end: performance.now() })),
      );
  }
}
