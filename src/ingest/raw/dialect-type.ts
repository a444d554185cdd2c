import type { Span } from './spaced-columns';

/** How records and fields are told apart in one file. */
export interface Dialect {
  /** Text between fields; '' = one column; a run of at least `spaces` white space characters when `spaces` > 0. */
  readonly delimiter: string;
  readonly spaces: 0 | 1 | 2;
  /** '' = quotes are plain text. */
  readonly quote: string;
  /** The mark that closes a field: the quote itself, or ” for “. */
  readonly close: string;
  readonly backslash: boolean;
  /** Places of the columns when white space separates them. */
  readonly ruler: readonly Span[];
  /** Lines begin and end with the delimiter, and rules are drawn between them: | a | b |. */
  readonly boxed: boolean;
  /** White space after the delimiter belongs to the delimiter. */
  readonly padded: boolean;
  /** Fields most records have; 0 = not known. Used only to decide between two readings of a broken quote. */
  readonly columns: number;
}
