import { countText, toActOn } from '../../brief';
import { total } from '../../cube';
import type { DrillRow, MessageKey } from '../../state';
import { type Words, asking } from './asking';
import { countsText, whoseText } from './beneath';
import type { Asked, Question, Reader } from './figure';

/** A column of a list: a column of the population, in words. */
export interface ListColumn {
  readonly id: string;
  readonly label: MessageKey;
  /** The cell in words; absent: the value as values are named, a zone by its name. */
  readonly shown?: (row: DrillRow, language: Reader['language']) => string;
  readonly number?: boolean;
  /** Long text may wrap. */
  readonly wrap?: boolean;
}

/** A list worked out: what it says, and which rows it is of. */
export interface Listed {
  readonly id: string;
  readonly question: Question;
  /** The rows that count, or those that do not; absent: all there are. */
  readonly part?: 'numerator' | 'rest' | undefined;
  readonly title: string;
  readonly subtitle: string;
  /** Null: nothing was in question, which is no finding. */
  readonly count: number | null;
  readonly columns: readonly ListColumn[];
  /** The order of the rows; absent: as the database gives them. */
  readonly order?: ((a: DrillRow, b: DrillRow) => number) | undefined;
  /** Said when there is nothing to list. */
  readonly none: string;
}

/** A list to act on: rows behind a figure, and the words for them. */
export type List = (reader: Reader, ask: Asked) => Listed;

/** The texts of a list; they may name the `{count}` of rows and the `{definition}` of what counts. */
export interface ListWords extends Words {
  readonly none: MessageKey;
  /** What else the texts name. */
  readonly values?: Readonly<Record<string, string>>;
}

interface Told extends Pick<Listed, 'id' | 'columns' | 'order'> {
  readonly words: ListWords;
}

/** The rows of a metric that count, or that do not. */
export const listOf =
  (metric: string, part: 'numerator' | 'rest', { words, ...told }: Told): List =>
  (reader, ask) => {
    const { t, of } = reader.language;
    const { spec, question, named } = asking(reader, ask, metric);
    const whole = total(reader.cube, { metric, periods: [question.period], ...question.selection });
    const count = toActOn(whole, part);
    const values = { ...named, definition: of(spec.numerator), count: countText(count), ...words.values };
    return {
      ...told,
      question,
      part,
      title: t(words.title, values),
      subtitle: t(words.subtitle, values),
      count,
      none: t(words.none),
    };
  };

/** What is said over a list and beneath it: whose it is where not all zones report, and what of it was reported in counts and has no rows. */
export function listSays(
  reader: Reader,
  { question, subtitle }: Listed,
): { readonly over: string; readonly beneath: string } {
  const { joined, ended } = reader.language;
  return {
    over: joined('sentences', [subtitle, ended(whoseText(reader, question))]),
    beneath: countsText(reader, question),
  };
}

/** Columns every list may have. */
export const ZONE: ListColumn = { id: 'zone', label: 'by.zone' };
export const COMMITTEE: ListColumn = { id: 'committee', label: 'by.committee' };

/** A number of a row; null where it has none. */
export const numberIn = (row: DrillRow, column: string): number | null => {
  const value = row.values[column];
  return typeof value === 'number' ? value : null;
};

/** The smallest number of a column first, rows without one last. */
export const least =
  (column: string) =>
  (a: DrillRow, b: DrillRow): number =>
    (numberIn(a, column) ?? Infinity) - (numberIn(b, column) ?? Infinity);
