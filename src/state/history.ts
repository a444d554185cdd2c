const MOST_STEPS = 50;

/** States of something, one of them present; those before it can be gone back to, those after it were gone back from. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

/** A history that begins. */
export const begun = <State>(present: State): History<State> => ({ past: [], present, future: [] });

/** The history with a new state; what was gone back from is given up. */
export const followedBy = <State>({ past, present }: History<State>, next: State): History<State> => ({
  past: [...past, present].slice(-MOST_STEPS),
  present: next,
  future: [],
});

/** One step back; null when there is none. */
export function back<State>({ past, present, future }: History<State>): History<State> | null {
  const before = past.at(-1);
  return before === undefined ? null : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** One step forward again; null when there is none. */
export function forth<State>({ past, present, future }: History<State>): History<State> | null {
  const [next, ...rest] = future;
  return next === undefined ? null : { past: [...past, present], present: next, future: rest };
}
