import { type History, back, begun, followedBy, forth } from './history';
import { NOTHING, type ProjectState, type Step, isSame, stepBetween } from './project-state';
import { Queue } from './queue';

interface Doors {
  /** A step is being taken. */
  stepping(): boolean;
  /** Resolves when the step that is being taken, if any, is done and known here. */
  settled(): Promise<void>;
  /** Makes the page what a state says. */
  become(state: ProjectState): Promise<void>;
}

/** The steps of a project: where it stands, what can be taken back and what can be done again. */
export class Steps {
  #history: History<ProjectState> = $state.raw(begun(NOTHING));
  /** What will be done once the step that is being taken is done; null when nothing waits for one. */
  queued: 'undo' | 'redo' | null = $state(null);
  /** How many steps were taken. */
  #taken = 0;
  readonly #turns = new Queue();

  constructor(private readonly doors: Doors) {}

  get present(): ProjectState {
    return this.#history.present;
  }

  /** Whether anything was done. */
  get any(): boolean {
    return this.#history.past.length > 0;
  }

  /** What the next undoing takes back. */
  get undoable(): Step | null {
    const { past, present } = this.#history;
    const before = past.at(-1);
    return before ? stepBetween(before, present) : null;
  }

  /** What the next redoing does again. */
  get redoable(): Step | null {
    const { present, future } = this.#history;
    const [next] = future;
    return next ? stepBetween(present, next) : null;
  }

  /** Begins anew with a state: nothing can be taken back. */
  begin(state: ProjectState): void {
    this.#history = begun(state);
    this.queued = null;
  }

  /** Takes a step, if the state is another. */
  take(state: ProjectState): void {
    if (isSame(state, this.present)) return;
    this.#history = followedBy(this.#history, state);
    this.#taken += 1;
  }

  /** Goes one step back. While a step is being taken this comes after it, and takes back that one. */
  undo(): Promise<void> {
    return this.#move('undo', back);
  }

  /** Does again what was taken back last. */
  redo(): Promise<void> {
    return this.#move('redo', forth);
  }

  async #move(
    kind: 'undo' | 'redo',
    to: (history: History<ProjectState>) => History<ProjectState> | null,
  ): Promise<void> {
    const during = this.doors.stepping() ? this.#taken : null;
    if (during !== null) this.queued = kind;
    await this.#turns.run(async () => {
      await this.doors.settled();
      this.queued = null;
      const moved = to(this.#history);
      // What was being done was stopped or came to nothing: there is nothing of it to take back.
      if (!moved || during === this.#taken) return;
      this.#history = moved;
      await this.doors.become(moved.present);
    });
  }
}
