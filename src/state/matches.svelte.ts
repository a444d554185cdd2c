import type { FileReport } from '../ingest';
import { headerSignature } from '../ingest';
import type { Decisions } from './decisions-file';
import { type KeptMatch, type MatchBook, followed, kept, without } from './match-book';
import type { Session } from './session.svelte';

/** Decisions about layouts of files, followed by the session and kept with the project. */
export class Matches {
  book: MatchBook = $state.raw({});
  /** Called when something was decided. */
  onChange: () => void = () => undefined;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Puts these decisions in the place of all others, as they were kept. */
  put({ book }: Decisions): void {
    this.#use(book);
  }

  #use(book: MatchBook): void {
    this.book = book;
    this.#session.follow(followed(book));
  }

  #keep(book: MatchBook): void {
    this.#use(book);
    this.onChange();
  }

  /** What is kept about a header; undefined when nothing is. */
  of(header: readonly string[]): KeptMatch | undefined {
    return this.book[headerSignature(header)];
  }

  /** Keeps what was decided about one table of a file. */
  keep(report: FileReport, at: number): void {
    this.#keep(kept(this.book, report, at));
  }

  /** Forgets what is kept about a header. */
  forget(header: readonly string[]): void {
    this.#keep(without(this.book, headerSignature(header)));
  }

  /** Adds decisions about layouts, in the place of those about the same headers. */
  take(more: MatchBook): void {
    this.#keep({ ...this.book, ...more });
  }
}
