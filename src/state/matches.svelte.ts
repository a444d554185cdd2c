import { type FileReport, type TaughtWords, NO_WORDS, headerSignature } from '../ingest';
import type { Decisions } from './decisions-file';
import { type KeptMatch, type MatchBook, followed, kept, without, withoutHeader } from './match-book';
import type { Session } from './session.svelte';
import { type TaughtWord, taughtBy, withWords, withoutWord } from './taught-words';

/** Decisions about layouts of files, followed by the session and kept with the project. */
export class Matches {
  book: MatchBook = $state.raw({});
  /** Words taught with one file, followed for every file that uses them. */
  words: TaughtWords = $state.raw(NO_WORDS);
  /** Called when something was decided. */
  onChange: () => void = () => undefined;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Puts these decisions in the place of all others, as they were kept. */
  put({ book, words }: Decisions): void {
    this.#use(book, words);
  }

  #use(book: MatchBook, words: TaughtWords): void {
    this.book = book;
    this.words = words;
    this.#session.follow(followed(book, words));
  }

  #keep(book: MatchBook, words: TaughtWords = this.words): void {
    this.#use(book, words);
    this.onChange();
  }

  /** What is kept about a header; undefined when nothing is. */
  of(header: readonly string[]): KeptMatch | undefined {
    return this.book[headerSignature(header)];
  }

  /** Keeps what was decided about one table of a file, for its layout and for the words it taught. */
  keep(report: FileReport, at: number): void {
    this.#keep(kept(this.book, report, at), taughtBy(this.words, report, at));
  }

  /** Takes a word back. */
  unteach(word: TaughtWord): void {
    const book = 'header' in word ? withoutHeader(this.book, word) : this.book;
    this.#keep(book, withoutWord(this.words, word));
  }

  /** Forgets what is kept about a header. */
  forget(header: readonly string[]): void {
    this.#keep(without(this.book, headerSignature(header)));
  }

  /** Adds decisions about layouts and words, in the place of those about the same. */
  take(more: MatchBook, words: TaughtWords): void {
    this.#keep({ ...this.book, ...more }, withWords(this.words, words));
  }
}
