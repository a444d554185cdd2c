import { lastPart, markedNames, memberNoun, valueText } from '../../brief';
import { heatMap } from '../../charts';
import { metricById } from '../../model';
import type { DrillTarget } from '../../state';
import { type Words, asking } from './asking';
import { type Cross, crossOf, crossTable, crossTarget } from './crosses';
import type { Answer, Asked, Figure, Question, Reader } from './figure';

/** What the rows of a cross are: its columns may be domains, so a comparison by domain is one of zones. */
const rowsBy = ({ by }: Asked): Asked['by'] => (by === 'domain' ? 'zone' : by);

interface Told extends Pick<Answer, 'title' | 'subtitle' | 'about' | 'whole'> {
  /** What the rows are. */
  readonly noun: string;
  /** What rows open with: all of them by default. */
  readonly part?: DrillTarget['part'];
}

/** Rates over two dimensions: a cell opens its rows, a row those of all its cells. */
export function heat(
  { language }: Pick<Reader, 'language'>,
  question: Question,
  cross: Cross,
  { noun, part, ...told }: Told,
): Answer {
  const { about = '' } = told;
  const name = language.of(metricById(question.metric).label);
  return {
    // Along time it is of all of its columns, not of the period asked for.
    question: cross.across === 'period' ? { ...question, periods: cross.columns.map(({ key }) => key) } : question,
    whole: crossTarget(cross, about === '' ? name : `${name} · ${about}`),
    ...told,
    draw: (setting) => heatMap({ ...setting, ...cross }),
    table: () => crossTable(cross, noun, language),
    keys: cross.rows.map(({ key }) => key),
    open: ({ row, column }) => {
      const target = row === undefined ? null : crossTarget(cross, about, row, column);
      return target && part ? { ...target, part } : target;
    },
  };
}

/** Asks for a metric by member and domain. */
export const byDomain =
  (metric: string): Figure =>
  (reader, ask) => {
    const { cube, nameOf, language } = reader;
    const { question, named } = asking(reader, ask, metric);
    const by = rowsBy(ask);
    const noun = memberNoun(by, language.locale);
    const marked = markedNames(cube, { ...ask, metric, by }, [question.period], nameOf, language.locale);
    const nameOfDomain = (domain: string): string => nameOf({ domain });
    const cross = crossOf(cube, { ...ask, metric }, [question.period], 'domain', nameOfDomain, marked);
    return heat(reader, question, cross, {
      title: language.t('coverage.heatTitle', { ...named, member: noun }),
      subtitle: language.t('coverage.heatSub', named),
      noun,
    });
  };

interface CategoryWords extends Words {
  /** What else the texts name. */
  readonly values?: Readonly<Record<string, string>>;
  /** A category's last part in words; absent: as values are named. */
  readonly name?: (part: string, language: Reader['language']) => string;
  /** The order of the columns; others after them. */
  readonly order?: readonly string[];
  /** What is shown where there is no row. */
  readonly otherwise?: Figure;
}

/** Asks for a metric by member and the last part of its categories: figures of their own, side by side. */
export const byKind =
  (metric: string, words: CategoryWords): Figure =>
  (reader, ask) => {
    const { cube, nameOf, language } = reader;
    const { question, named } = asking(reader, ask, metric);
    const { order = [], name = (part) => valueText(part, language.locale) } = words;
    const partOf = (category: string): string => lastPart(metric, { category });
    const place = (category: string): number =>
      order.includes(partOf(category)) ? order.indexOf(partOf(category)) : order.length;
    const nameOfKind = (category: string): string => name(partOf(category), language);
    const cross = crossOf(cube, { ...ask, metric }, [question.period], 'category', nameOfKind, nameOf, place);
    if (cross.rows.length === 0) return words.otherwise?.(reader, ask) ?? null;
    const noun = memberNoun(rowsBy(ask), language.locale);
    const values = { ...named, member: noun, ...words.values };
    return heat(reader, question, cross, {
      title: language.t(words.title, values),
      subtitle: language.t(words.subtitle, values),
      noun,
    });
  };
