/** Runs pieces of work one after another, in the order they were given; one that fails does not stop the next. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as the work does, once everything before it is done. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(work, work);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything given so far is done. */
  get idle(): Promise<void> {
    return this.last.then(() => undefined);
  }
}
