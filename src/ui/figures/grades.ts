import { type Grade, categoriesOf, gradeText, gradesTold } from '../../brief';
import { categoryWithin } from '../../domain';
import type { MessageKey } from '../../state';
import { type Words, asking } from './asking';
import { composition } from './composition';
import type { Figure } from './figure';
import { type Composition, compositionsOf, levelsOf } from './shares';

/** The grades a scheme declares, and those only the rows know (a scheme nobody declared), the best first. */
export function gradesFrom(declared: readonly Grade[], ranks: readonly string[]): Grade[] {
  const known = new Set(declared.map(({ rank }) => rank));
  const others = ranks.map(Number).filter((rank) => !known.has(rank));
  return [...declared, ...others.map((rank) => ({ rank, label: '' }))].sort((a, b) => a.rank - b.rank);
}

/** Compositions with the largest share of the best grade first, then of the next. */
export function topFirst(rows: readonly Composition[]): Composition[] {
  const compare = (a: Composition, b: Composition): number => {
    for (const [at, share] of a.shares.entries()) {
      const other = b.shares[at] ?? 0;
      if ((share ?? 0) !== (other ?? 0)) return (other ?? 0) - (share ?? 0);
    }
    return b.whole - a.whole;
  };
  return [...rows].sort(compare);
}

interface GradeWords extends Words {
  /** The scheme in words, `{scheme}`. */
  readonly scheme: string;
  /** What a bar is the whole of. */
  readonly whole: MessageKey;
}

/** What grades the members have under one scheme, the best first. */
export const byGrade =
  (metric: string, partition: string, words: GradeWords): Figure =>
  (reader, asked) => {
    const { cube, nameOf, language } = reader;
    const { t, locale } = language;
    const categories = categoriesOf(cube, metric, partition);
    if (categories.length === 0) return null;
    const ask = { ...asked, metric, categories };
    const { question, named } = asking(reader, ask, metric);
    const { period } = question;
    const grades = gradesFrom(gradesTold(cube, metric, partition, period), levelsOf(cube, ask, period));
    const levels = grades.map((grade) => ({
      key: String(grade.rank),
      label: gradeText(grade, locale),
      of: [categoryWithin(partition, grade.rank)],
    }));
    const ranks = levels.map(({ key }) => key);
    const whole = compositionsOf(cube, ask, period, ranks, nameOf);
    if (whole.length === 0) return null;
    const values = { ...named, scheme: words.scheme };
    return composition(reader, question, levels, topFirst(whole), {
      title: t(words.title, values),
      subtitle: t(words.subtitle, values),
      about: words.scheme,
      noun: named.member,
      totalLabel: t(words.whole),
    });
  };
