import { isPortable } from '../program';
import { EngineError, EngineGone } from './engine';

let count = 0;

/** What a worker does first, so that its end is noticed however it comes: the browser frees the lock of a worker that is no more. */
export const holdInWorker = (name: string): string =>
  `navigator.locks?.request(${JSON.stringify(name)}, () => new Promise(() => {})).catch(() => {});`;

/** What the engine and the browsers say when there is no memory left. */
const FULL = /out of memory|bad_alloc|allocation failed|(?:failed|could not|unable) to allocate|memory size exceeded/iu;

/** Whether something failed for want of memory. */
export const isOutOfMemory = (message: string): boolean => FULL.test(message);

/** After these the database answers nothing but errors, or wrong. */
const FATAL =
  /^FATAL|database has been invalidated|memory access out of bounds|^unreachable|Aborted\(|null function or function signature|table index is out of bounds|indirect call/iu;

const LOOK_MS = 50;
/** Looks are counted, not the clock: those of a page in the background are rare. */
const MOST_LOOKS = 400;

const isHeld = async (wanted: string): Promise<boolean> =>
  (await navigator.locks.query()).held?.some(({ name }) => name === wanted) ?? false;

/** The life of a database worker: nobody is told of its end but by a broken promise of ours, and what was asked of it would wait for ever. */
export class Life {
  readonly name = `zonelens/database/${Date.now()}/${++count}/${Math.random()}`;
  readonly gone: Promise<string>;
  #resolve: (reason: string) => void = () => undefined;
  #closed = false;
  #ended: string | null = null;
  /** How to tell those who wait for an answer that none will come. */
  readonly #asked = new Set<(reason: string) => void>();
  /** The lock that is waited for goes on waiting after a worker was closed, unless it is given up. */
  readonly #waiting = new AbortController();

  constructor() {
    this.gone = new Promise((resolve) => (this.#resolve = resolve));
  }

  /** Watches the worker from the moment it holds its lock: it may end before it has answered anything. */
  async watch(): Promise<void> {
    if (!navigator.locks) return;
    for (let looks = 0; !(await isHeld(this.name)); looks += 1) {
      if (this.#closed || this.#ended !== null) return;
      // Of a page from the disk, some browsers give no worker a lock.
      if (looks > MOST_LOOKS) return isPortable ? undefined : this.end('the database worker did not start');
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    await navigator.locks
      .request(this.name, { signal: this.#waiting.signal }, () => this.end('the database worker ended'))
      .catch(() => undefined);
  }

  /** The worker is no more, or no longer to be trusted. */
  end(reason: string): void {
    if (this.#closed) return;
    this.#ended = reason;
    this.#resolve(reason);
    for (const give of this.#asked) give(reason);
    this.#asked.clear();
  }

  /** It is being closed: its end is no accident. */
  close(): void {
    this.#closed = true;
    this.#waiting.abort();
  }

  /** Something asked of the worker; rejects with {@link EngineError} when it is refused, and when the worker ends meanwhile. */
  during<Result>(asked: Promise<Result>, sql: string): Promise<Result> {
    // No race against `gone`: that would hold every answer ever given for as long as the worker lives.
    return new Promise((resolve, reject) => {
      const give = (reason: string): void => reject(new EngineGone(reason, sql));
      if (this.#ended !== null) return give(this.#ended);
      this.#asked.add(give);
      asked.then(
        (result) => {
          this.#asked.delete(give);
          resolve(result);
        },
        (cause: unknown) => {
          this.#asked.delete(give);
          const message = cause instanceof Error ? cause.message : String(cause);
          // One that ran out of memory keeps what it has and gets no more: the next one begins with none of it.
          if (FATAL.test(message) || isOutOfMemory(message)) this.end(message);
          reject(this.#ended === null ? new EngineError(message, sql) : new EngineGone(message, sql));
        },
      );
    });
  }
}
