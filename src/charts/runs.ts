/** A known value and where it stands. */
export interface At {
  readonly index: number;
  readonly value: number;
}

/** The unbroken stretches of a series: ended by a null and before every index in `starts`. */
export function runsOf(values: readonly (number | null)[], starts: ReadonlySet<number> = new Set()): At[][] {
  const runs: At[][] = [];
  let run: At[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  values.forEach((value, index) => {
    if (value === null || starts.has(index)) close();
    if (value !== null) run.push({ index, value });
  });
  close();
  return runs;
}
