import { type Grade, LEAST_SHOWN, categoriesOf, gradeText, gradesOf, mergedUp } from '../../brief';
import { sharesOf } from '../../cube';
import { categoryWithin, splitCategory } from '../../domain';
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

/** A composition for a page that names nobody: a lowest grade with one or two organisations is added to the grade above. */
export function guarded(row: Composition): Composition {
  const counts = mergedUp(row.counts);
  const groups = counts.map((numerator, at) => ({ category: String(at), numerator, denominator: null }));
  return { ...row, counts, shares: sharesOf(groups).map(({ share }) => share) };
}

/** A movement matrix for such a page: the lowest grade joins the one above while one or two came to it, stayed or left. */
export function guardedMoves(counts: readonly (readonly number[])[], least: number): number[][] {
  const merged = counts.map((row) => [...row]);
  for (let last = merged.length - 1; last > 0; last--) {
    const low = [...(merged[last] ?? []), ...merged.map((row) => row[last] ?? 0)];
    // Only the lowest grade is one to be ashamed of: grades above it are joined only while all of them are few.
    const told = last === merged.length - 1 ? low : [low.reduce((sum, count) => sum + count, 0)];
    if (!told.some((count) => count > 0 && count < least)) break;
    for (const row of merged) {
      row[last - 1] = (row[last - 1] ?? 0) + (row[last] ?? 0);
      row[last] = 0;
    }
    const [above, gone] = [merged[last - 1] ?? [], merged[last] ?? []];
    gone.forEach((count, at) => (above[at] = (above[at] ?? 0) + count));
    merged[last] = gone.map(() => 0);
  }
  return merged;
}

interface GradeWords extends Words {
  /** The scheme in words, `{scheme}`. */
  readonly scheme: string;
  /** What a bar is the whole of. */
  readonly whole: MessageKey;
}

/** What grades the members have under one scheme, the best first; a page that names nobody joins a few lowest to those above. */
export const byGrade =
  (metric: string, partition: string, words: GradeWords): Figure =>
  (reader, asked) => {
    const { cube, nameOf, language, readOnly } = reader;
    const { t, locale } = language;
    const categories = categoriesOf(cube, metric, partition);
    if (categories.length === 0) return null;
    const ask = { ...asked, metric, categories };
    const { question, named } = asking(reader, ask, metric);
    const { period } = question;
    const [scheme = ''] = splitCategory(partition);
    const grades = gradesFrom(gradesOf(cube, scheme, period), levelsOf(cube, ask, period));
    const levels = grades.map((grade) => ({
      key: String(grade.rank),
      label: gradeText(grade, locale),
      of: [categoryWithin(partition, grade.rank)],
    }));
    const ranks = levels.map(({ key }) => key);
    const whole = compositionsOf(cube, ask, period, ranks, nameOf);
    if (whole.length === 0) return null;
    const values = { ...named, scheme: words.scheme };
    return composition(reader, question, levels, topFirst(readOnly ? whole.map(guarded) : whole), {
      title: t(words.title, values),
      subtitle: language.joined('sentences', [
        t(words.subtitle, values),
        readOnly ? t('grading.merged', { least: LEAST_SHOWN }) : '',
      ]),
      about: words.scheme,
      noun: named.member,
      totalLabel: t(words.whole),
    });
  };
