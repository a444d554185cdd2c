import { get, set } from 'idb-keyval';
import type { FileReport } from '../ingest';
import { headerSignature } from '../ingest';
import { type KeptMatch, type MatchBook, followed, kept, readMatchFile, without, writeMatchFile } from './match-book';
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
      if (text !== undefined) this.#use({ ...readMatchFile(text), ...this.book });
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
      await set(KEY, writeMatchFile(book));
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

  /** Everything kept, as a file. */
  file(): string {
    return writeMatchFile(this.book);
  }

  /**
   * Adds the decisions of a file; returns the header signatures they are for. Throws `MatchFileError`, and nothing changes,
   * when it cannot be used.
   */
  async load(text: string): Promise<string[]> {
    const more = readMatchFile(text);
    await this.#keep({ ...this.book, ...more });
    return Object.keys(more);
  }
}
