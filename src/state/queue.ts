/** Runs pieces of work one after another, in the order they were given; one that fails does not stop the next. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve();
  /** Stops what is done only for want of work. */
  private stopper = new AbortController();

  /** Resolves or rejects as the work does, once everything before it is done. `after` follows at once where it succeeds; nothing comes between. */
  run<Result>(work: () => Promise<Result>, after?: (result: Result) => Promise<void>): Promise<Result> {
    this.stopper.abort();
    const result = this.last.then(work, work);
    this.last = result.then(after).catch(() => undefined);
    return result;
  }

  /** Does something while there is nothing to do, at most once: whatever is given next has it stop, and waits until it has. */
  async meanwhile(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = (this.stopper = new AbortController());
    const done = this.last.then(() => (signal.aborted ? undefined : work(signal)));
    this.last = done.catch(() => undefined);
    await this.last;
  }

  /** Resolves when everything given so far is done. */
  get idle(): Promise<void> {
    return this.last.then(() => undefined);
  }
}
