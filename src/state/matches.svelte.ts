import { get, set } from 'idb-keyval';
import type { FileReport } from '../ingest';
import { headerSignature } from '../ingest';
import { readDecisions, writeDecisions } from './decisions-file';
import { type KeptMatch, type MatchBook, followed, kept, without } from './match-book';
import type { Session } from './session.svelte';

const KEY = 'zonelens.matches';

/** Decisions about layouts of files, kept in this browser where it keeps anything, and followed by the session. */
export class Matches {
  book: MatchBook = $state.raw({});
  readonly #session: Session;
  readonly #loaded: Promise<void>;

  constructor(session: Session) {
    this.#session = session;
    this.#loaded = this.#load();
  }

  async #load(): Promise<void> {
    try {
      const text = await get<string>(KEY);
      if (text !== undefined) this.#use({ ...readDecisions(text).book, ...this.book });
    } catch {
      // A browser that keeps nothing, or something that is no book: begin anew.
    }
  }

  #use(book: MatchBook): void {
    this.book = book;
    this.#session.follow(followed(book));
  }

  async #keep(book: MatchBook): Promise<void> {
    await this.#loaded;
    this.#use(book);
    try {
      await set(KEY, writeDecisions({ book, files: [], setting: null }));
    } catch {
      // Without storage the decisions last as long as the page.
    }
  }

  /** What is kept about a header; undefined when nothing is. */
  of(header: readonly string[]): KeptMatch | undefined {
    return this.book[headerSignature(header)];
  }

  /** Keeps what was decided about one table of a file. */
  async keep(report: FileReport, at: number): Promise<void> {
    await this.#keep(kept(this.book, report, at));
  }

  /** Forgets what is kept about a header. */
  async forget(header: readonly string[]): Promise<void> {
    await this.#keep(without(this.book, headerSignature(header)));
  }

  /** Adds decisions about layouts, in the place of those about the same headers. */
  async take(more: MatchBook): Promise<void> {
    await this.#keep({ ...this.book, ...more });
  }
}
