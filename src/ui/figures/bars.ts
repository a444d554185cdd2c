import {
  type MemberKey,
  countText,
  dimensionsOf,
  factsOf,
  lastPart,
  markedBy,
  memberId,
  memberKey,
  valueText,
} from '../../brief';
import { type CountRow, countBar } from '../../charts';
import { type Cube, type Selection, numeratorSaid, rollUp, total } from '../../cube';
import type { MessageKey } from '../../state';
import { type Asking, type Words, asking } from './asking';
import { type Bound, boundOf } from './bounds';
import { ofMember, rowsOf } from './drilling';
import type { Answer, Figure, Question, Reader } from './figure';

/** One bar: a count and the rows it counts. */
export interface Bar extends CountRow {
  readonly of: Selection;
}

/** What bars are told with. */
interface Told extends Pick<Answer, 'title' | 'subtitle' | 'choice' | 'beside'> {
  /** Over the names of the bars. */
  readonly heading: string;
  /** Over the counts. */
  readonly counted: string;
  readonly sort?: 'value' | 'given';
}

const boundedText = ({ value, bound = '=' }: Bar): string | number | null =>
  value === null || bound === '=' ? value : `${bound}${value}`;

/** Counts side by side: a bar a kind, a member or a month. Each opens the rows it counts. */
export function bars(question: Question, rows: readonly Bar[], { heading, counted, sort, ...told }: Told): Answer {
  return {
    question,
    ...told,
    draw: (setting) => countBar({ ...setting, rows, ...(sort && { sort }) }),
    table: () => ({
      columns: [
        { label: heading, kind: 'text' },
        { label: counted, kind: 'count' },
      ],
      rows: rows.map((row) => [row.label, boundedText(row)]),
    }),
    keys: rows.map(({ key }) => key),
    open: ({ row }) => {
      const found = rows.find(({ key }) => key === row);
      return found ? rowsOf(question, [found.label], found.of) : null;
    },
  };
}

/** The counts of a metric by its categories, those that have any; in the order given, else the largest first. */
export function countsByCategory(
  { cube }: Pick<Reader, 'cube'>,
  { metric, period, selection }: Question,
  order: readonly string[] = [],
): { readonly part: string; readonly count: number }[] {
  const groups = rollUp(cube, { metric, periods: [period], ...selection, by: ['category'] });
  const counts = groups
    .filter(({ numerator }) => numerator > 0)
    .map((group) => ({ part: lastPart(metric, group), count: group.numerator }));
  return order.length === 0
    ? counts.sort((a, b) => b.count - a.count)
    : counts.sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

interface CategoryWords extends Words {
  /** What the categories are. */
  readonly heading: MessageKey;
  /** Their order; absent: the largest first. */
  readonly order?: readonly string[];
}

/** How many of something there are by its kind: a metric whose categories may be added up. Its words may name the `{count}` of all. */
export const byCategory =
  (metric: string, words: CategoryWords): Figure =>
  (reader, ask) => {
    const { t, locale } = reader.language;
    const { question, named } = asking(reader, ask, metric);
    const whole = total(reader.cube, { metric, periods: [question.period], ...question.selection });
    if (whole === null) return { missing: metric };
    const rows = countsByCategory(reader, question, words.order).map(({ part, count }) => ({
      key: part,
      label: valueText(part, locale),
      value: count,
      of: { categories: [part] },
    }));
    const values = { ...named, count: countText(whole.numerator) };
    return bars(question, rows, {
      title: t(words.title, values),
      subtitle: t(words.subtitle, values),
      heading: t(words.heading),
      counted: t('column.count'),
      sort: 'given',
    });
  };

/** How many of something each member has, the most first. Its words may name the `{count}` of all. */
export const byMember =
  (metric: string, words: Words): Figure =>
  (reader, ask) => {
    const { t, locale } = reader.language;
    const { question, named } = asking(reader, ask, metric);
    const facts = factsOf(reader.cube, { ...ask, metric });
    if (facts.whole === null) return { missing: metric };
    const nameOf = markedBy(facts.counted, reader.nameOf, locale);
    const rows = facts.members.map(({ id, key, now }) => ({
      key: id,
      label: nameOf(key),
      value: numeratorSaid(now),
      of: ofMember(key),
    }));
    const values = { ...named, count: countText(numeratorSaid(facts.whole)) };
    return bars(question, rows, {
      title: t(words.title, values),
      subtitle: t(words.subtitle, values),
      heading: named.member,
      counted: named.metric,
    });
  };

interface BoundedCount {
  readonly id: string;
  readonly key: MemberKey;
  readonly value: number;
  readonly bound: Bound;
}

/** A count by member in one period, in the order of the register, not by size; members without any are left out: unknown is not zero. */
export function boundedCounts(
  cube: Cube,
  { metric, period, selection }: Question,
  by: Parameters<typeof dimensionsOf>[0],
): BoundedCount[] {
  const question = { metric, periods: [period], ...selection };
  const order = new Map(cube.zones.map(({ id }, at) => [id, at]));
  const place = ({ key }: BoundedCount): number => order.get(key.zone ?? '') ?? order.size;
  const parts = rollUp(cube, { ...question, by: [...dimensionsOf(by), 'category'] });
  return rollUp(cube, { ...question, by: dimensionsOf(by) })
    .filter(({ numerator }) => numerator > 0)
    .map((group) => {
      const key = memberKey(group, by);
      const own = parts.filter((part) => memberId(memberKey(part, by)) === memberId(key));
      return { id: memberId(key), key, value: group.numerator, bound: boundOf(metric, own) };
    })
    .sort((a, b) => place(a) - place(b) || a.id.localeCompare(b.id, 'zh'));
}

/** Counts by member that may be known only as at least or about so many: what has no denominator is not ranked. */
export function boundedBars(
  reader: Reader,
  { question, named }: Asking,
  by: Parameters<typeof dimensionsOf>[0],
  told: Pick<Told, 'title' | 'subtitle' | 'choice' | 'beside'>,
): Answer | null {
  const rows = boundedCounts(reader.cube, question, by).map(({ id, key, value, bound }) => ({
    key: id,
    label: reader.nameOf(key),
    value,
    bound,
    of: ofMember(key),
  }));
  if (rows.length === 0) return null;
  return bars(question, rows, { ...told, heading: named.member, counted: named.metric, sort: 'given' });
}
