import { type Partition, categoriesOf, partitionText, selectionOf } from '../../brief';
import { transition } from '../../charts';
import { type Cube, categoryParts, rollUp, total, withheldWholly } from '../../cube';
import { type Locale, type Period, categoryWithin } from '../../domain';
import type { MessageKey } from '../../state';
import { mcnemarExact } from '../../stats';
import { asking } from './asking';
import { rowsOf } from './drilling';
import type { Figure, Reader } from './figure';

/** A level one may move from and to, as the categories write it. */
interface Level {
  readonly key: string;
  readonly label: string;
}

/** What is known of the moves before they are told. */
export interface Moving {
  readonly cube: Cube;
  readonly partition: Partition;
  readonly period: Period;
  readonly locale: Locale;
  /** Levels somebody came from or to. */
  readonly met: readonly string[];
}

interface Moves {
  readonly metric: string;
  /** The shares of those that went up and down. */
  readonly up: string;
  readonly down: string;
  /** The last parts of a category: the level before and the one after. */
  readonly parts: readonly [before: string, after: string];
  /** All levels, the best first. */
  readonly levels: (moving: Moving) => readonly Level[];
  /** What the time before and the time after are called. */
  readonly times: (moving: Moving, t: Reader['language']['t']) => { readonly before: string; readonly now: string };
  /** Title and subtitle may name `{up}`, `{down}`, `{scheme}`, `{period}`, `{before}`, `{now}`, `{count}`. */
  readonly words: Readonly<Record<'title' | 'subtitle' | 'up' | 'down' | 'none' | 'noneWhy', MessageKey>>;
}

/** Below this the chance of so uneven a move is called clear. */
const CLEAR = 0.05;

function verdictText(up: number, down: number, { t }: Reader['language']): string {
  const chance = mcnemarExact(up, down);
  if (chance === null) return '';
  return t(chance < CLEAR ? 'moves.clear' : 'moves.chance');
}

/** Who moved from which level to which, of those that had one both times: a square of counts, each opening its rows. */
export const movesOf =
  ({ metric, up: upId, down: downId, parts, levels, times, words }: Moves) =>
  (partition: Partition): Figure =>
  (reader, asked) => {
    const { cube, language } = reader;
    const { t, locale } = language;
    if (withheldWholly(cube, metric) !== null) return { missing: metric };
    const nobody = { none: t(words.none), why: t(words.noneWhy) };
    const categories = categoriesOf(cube, metric, partition.id);
    if (categories.length === 0) return nobody;
    const { spec, question, named } = asking(reader, { ...asked, categories }, metric);
    const { period } = question;
    const rateOf = (id: string) => {
      const own = categoriesOf(cube, id, partition.id);
      const at = { metric: id, periods: [period], ...selectionOf(asked), categories: own };
      return own.length === 0 ? null : total(cube, at);
    };
    const [up, down] = [rateOf(upId), rateOf(downId)];
    if (!up?.denominator) return nobody;
    const moves = rollUp(cube, { metric, periods: [period], ...question.selection, by: ['category'] }).map((group) => {
      const at = categoryParts(spec, group.category ?? '');
      return { from: at[parts[0]] ?? '', to: at[parts[1]] ?? '', count: group.numerator };
    });
    const met = [...new Set(moves.flatMap(({ from, to }) => [from, to]))];
    const moving = { cube, partition, period, locale, met };
    const shown = levels(moving);
    const counts = shown.map(({ key: from }) =>
      shown.map(({ key: to }) => moves.find((move) => move.from === from && move.to === to)?.count ?? 0),
    );
    const { before, now } = times(moving, t);
    const scheme = partitionText(cube, partition, locale);
    const values = { ...named, before, now, scheme, up: up.numerator, down: down?.numerator ?? 0 };
    const verdict = verdictText(up.numerator, down?.numerator ?? 0, language);
    return {
      question,
      title: t(words.title, values),
      subtitle: language.joined('sentences', [t(words.subtitle, { ...values, count: up.denominator }), verdict]),
      about: scheme,
      draw: (setting) =>
        transition({
          ...setting,
          levels: shown,
          counts,
          previousLabel: before,
          currentLabel: now,
          upLabel: t(words.up),
          downLabel: t(words.down),
        }),
      table: () => ({
        columns: [{ label: before, kind: 'text' }, ...shown.map(({ label }) => ({ label, kind: 'count' as const }))],
        rows: shown.map(({ label }, at) => [label, ...(counts[at] ?? [])]),
      }),
      open: ({ row, column }) => {
        const [from, to] = [row, column].map((key) => shown.find((level) => level.key === key));
        if (!from || !to) return null;
        const category = categoryWithin(partition.id, from.key, to.key);
        return rowsOf(question, [`${from.label} → ${to.label}`], { categories: [category] });
      },
    };
  };
