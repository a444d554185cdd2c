import type { Drawing, Picked, Stop } from './drawing';

/** What a walk over the marks of a picture does. */
interface Walk {
  /** A mark is stopped at, by its place among all marks; null where the walk ends. */
  readonly show: (mark: number | null) => void;
  /** What the mark stopped at says, a line each; none where the walk ends. */
  readonly say: (lines: readonly string[]) => void;
  readonly pick: (picked: Picked) => void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Walks over the marks of a picture by keyboard: the arrows from one to the next, Enter to its rows, Escape away. */
export class Stops {
  private readonly stops: readonly Stop[];
  private at = -1;

  constructor(
    drawing: Drawing,
    private readonly walk: Walk,
  ) {
    this.stops = drawing.stops;
  }

  get any(): boolean {
    return this.stops.length > 0;
  }

  /** The keyboard has come to the picture. */
  begin(): void {
    if (this.any && this.at < 0) this.go(0);
  }

  /** The keyboard has left it. */
  end(): void {
    if (this.at < 0) return;
    this.at = -1;
    this.walk.show(null);
    this.walk.say([]);
  }

  press(event: KeyboardEvent): void {
    if (!this.any || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    const here = this.stops[this.at];
    if (step) this.go(step(this.at, this.stops.length - 1));
    else if (event.key === 'Escape' && this.at >= 0) this.end();
    else if ((event.key === 'Enter' || event.key === ' ') && here?.picked) this.walk.pick(here.picked);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private go(to: number): void {
    const stop = this.stops[to];
    if (!stop) return;
    this.at = to;
    this.walk.show(stop.mark);
    this.walk.say(stop.tip);
  }
}
