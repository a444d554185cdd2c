import { get, set } from 'idb-keyval';
import { type FileReport, type TaughtWords, NO_WORDS, headerSignature } from '../ingest';
import { readDecisions, writeDecisions } from './decisions-file';
import { type KeptMatch, type MatchBook, followed, kept, without, withoutHeader } from './match-book';
import type { Session } from './session.svelte';
import { type TaughtWord, taughtBy, withWords, withoutWord } from './taught-words';

const KEY = 'zonelens.matches';

/** Decisions about layouts of files, kept in this browser where it keeps anything, and followed by the session. */
export class Matches {
  book: MatchBook = $state.raw({});
  /** Words taught with one file, followed for every file that uses them. */
  words: TaughtWords = $state.raw(NO_WORDS);
  readonly #session: Session;
  readonly #loaded: Promise<void>;

  constructor(session: Session) {
    this.#session = session;
    this.#loaded = this.#load();
  }

  async #load(): Promise<void> {
    try {
      const text = await get<string>(KEY);
      if (text === undefined) return;
      const { book, words } = readDecisions(text);
      this.#use({ ...book, ...this.book }, withWords(words, this.words));
    } catch {
      // A browser that keeps nothing, or something that is no book: begin anew.
    }
  }

  #use(book: MatchBook, words: TaughtWords): void {
    this.book = book;
    this.words = words;
    this.#session.follow(followed(book, words));
  }

  async #keep(book: MatchBook, words: TaughtWords = this.words): Promise<void> {
    await this.#loaded;
    this.#use(book, words);
    try {
      await set(KEY, writeDecisions({ book, words, files: [], setting: null }));
    } catch {
      // Without storage the decisions last as long as the page.
    }
  }

  /** What is kept about a header; undefined when nothing is. */
  of(header: readonly string[]): KeptMatch | undefined {
    return this.book[headerSignature(header)];
  }

  /** Keeps what was decided about one table of a file, for its layout and for the words it taught. */
  async keep(report: FileReport, at: number): Promise<void> {
    await this.#keep(kept(this.book, report, at), taughtBy(this.words, report, at));
  }

  /** Takes a word back. */
  async unteach(word: TaughtWord): Promise<void> {
    const book = 'header' in word ? withoutHeader(this.book, word) : this.book;
    await this.#keep(book, withoutWord(this.words, word));
  }

  /** Forgets what is kept about a header. */
  async forget(header: readonly string[]): Promise<void> {
    await this.#keep(without(this.book, headerSignature(header)));
  }

  /** Adds decisions about layouts and words, in the place of those about the same. */
  async take(more: MatchBook, words: TaughtWords): Promise<void> {
    await this.#keep({ ...this.book, ...more }, withWords(this.words, words));
  }
}
