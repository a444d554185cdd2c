import type { TaughtWords } from '../match';

/** What a snapshot far smaller than the one before it is taken for. */
export type SmallChoice = 'merge' | 'own';

/** What the user decided about one table of a file instead of us. */
export interface TableChoice {
  /** Not to be read in: a sheet that is switched off. */
  readonly off?: boolean;
  readonly table?: string;
  readonly fields?: Readonly<Record<number, string | null>>;
  /** By column of a closed list, what words that are not in it mean. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly fileLevel?: Readonly<Record<string, string>>;
  /** What 1 and 2 mean in its yes/no columns. */
  readonly booleanCoding?: 'one-two' | 'zero-one';
  /** How its shares without a % sign are written: 0 to 100, or 0 to 1. */
  readonly percent?: 'percent' | 'fraction';
  /** 无 means 0 in its counts. */
  readonly noneIsZero?: boolean;
  /** The year of months and days that state none. */
  readonly year?: number;
  /** What a snapshot far smaller than the one before it is: a correction to be merged into that, or one of its own. */
  readonly small?: SmallChoice;
  /** Whether lists that know its organisations or units may say of what zone its rows are, where it does not; by default they do. */
  readonly byList?: boolean;
  /** The zone of rows that those lists do not decide; '' where they are to count for none. */
  readonly unlisted?: string;
}

/** What is kept from other files with the same header: decisions, values to fill in, and zones by the name of the file. */
export interface KeptChoice extends TableChoice {
  /** What holds for every row where neither the file nor the user says it. */
  readonly given?: Readonly<Record<string, string>>;
  readonly zones?: Readonly<Record<string, string>>;
}

/** What was decided about other files, and is followed for every file alike. */
export interface KnownMatches {
  /** By header signature. */
  readonly headers?: Readonly<Record<string, KeptChoice>>;
  readonly words?: TaughtWords;
}
