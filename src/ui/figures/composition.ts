import { stackedShare } from '../../charts';
import { ofMember, rowsOf } from './drilling';
import type { Answer, Question, Reader } from './figure';
import { type Composition, compositionTable } from './shares';

/** One level of a composition: its words, and the categories it counts. */
export interface Level {
  readonly key: string;
  readonly label: string;
  readonly of: readonly string[];
  /** What is not there at all: drawn empty. */
  readonly none?: boolean;
}

interface Told extends Pick<Answer, 'title' | 'subtitle' | 'about'> {
  readonly noun: string;
  /** What a bar is the whole of. */
  readonly totalLabel: string;
  /** The share the highest level may have by rule. */
  readonly cap?: number | null;
}

/** What every member is made of: a bar a member, a part a level. Bars and parts open the rows they count. */
export function composition(
  { language }: Pick<Reader, 'language'>,
  question: Question,
  levels: readonly Level[],
  rows: readonly Composition[],
  { noun, totalLabel, cap, ...told }: Told,
): Answer {
  const labels = levels.map(({ label }) => label);
  return {
    question,
    ...told,
    draw: (setting) =>
      stackedShare({
        ...setting,
        rows: rows.map(({ id, name, counts }) => ({ key: id, label: name, counts })),
        levels,
        totalLabel,
        ...(cap !== undefined && { cap }),
      }),
    table: () => compositionTable(rows, labels, noun, language),
    keys: rows.map(({ id }) => id),
    open: ({ row, column }) => {
      const found = rows.find(({ id }) => id === row);
      if (!found) return null;
      const level = levels.find(({ key }) => key === column);
      return rowsOf(question, [found.name, level?.label ?? ''], {
        ...ofMember(found.key),
        ...(level && { categories: level.of }),
      });
    },
  };
}
