import { type Cube, type Selection, categoryParts, cellsOf, rollUp, snapshotsIn } from '../cube';
import { type Locale, type Period, type RuleVersion, joinCategory, lastDay } from '../domain';
import { metricById, ruleValue, rulesOn } from '../model';
import type { EvaluationRules } from '../stats';
import { selectionOf } from './ask';
import { type Grade, gradesOf } from './grades';

/** A scheme and the version of its standard: scores and levels of two standards are never added up or compared. */
export interface Standard {
  readonly id: string;
  readonly scheme: string;
  readonly version: string;
  /** Organisations and zones appraised under it in the period asked. */
  readonly count: number;
  readonly zones: number;
}

const LISTED = 'appraisal_count';

/** The standards organisations were appraised by in a period: those most zones share first, then the largest. */
export function standardsOf(cube: Cube, period: Period, selection: Selection): Standard[] {
  const groups = rollUp(cube, {
    metric: LISTED,
    periods: [period],
    ...selectionOf({ ...selection, categories: [] }),
    by: ['category', 'zone'],
  });
  const found = new Map<string, Standard>();
  for (const { category = '', numerator } of groups) {
    if (category === '' || numerator === 0) continue;
    const { scheme = '', version = '' } = categoryParts(metricById(LISTED), category);
    const id = joinCategory(scheme, version);
    const known = found.get(id);
    found.set(id, {
      id,
      scheme,
      version,
      count: (known?.count ?? 0) + numerator,
      zones: (known?.zones ?? 0) + 1,
    });
  }
  return [...found.values()].sort((a, b) => b.zones - a.zones || b.count - a.count || a.id.localeCompare(b.id));
}

/** A standard in words: 百分制等次办法 · 2016版. */
export function standardText(
  { rules }: { readonly rules: readonly RuleVersion[] },
  { scheme, version }: Pick<Standard, 'scheme' | 'version'>,
  locale: Locale,
): string {
  const label = ruleValue(rules, `grade/${scheme}/label${locale === 'en' ? '-en' : ''}`, null) ?? scheme;
  return version === '' ? label : `${label} · ${version}`;
}

/** The zones whose answer for a cycle is that cycle itself, not an earlier one of the same year. */
export function zonesIn(cube: Cube, metric: string, cycle: Period, standard: string): string[] {
  const exact = snapshotsIn(cube, metric, cycle).filter(
    ({ period, category }) => period === cycle && (category ?? '').startsWith(`${standard}|`),
  );
  return [...new Set(exact.map(({ zone }) => zone))];
}

/** Cycles in which a score was given under a standard, in the order they end; a half-year before the year it is part of. */
export function cyclesUnder(cube: Cube, metric: string, standard: string): Period[] {
  const cycles = new Set(
    cellsOf(cube, metric)
      .filter(({ category }) => category.startsWith(`${standard}|`))
      .map(({ period }) => period),
  );
  return [...cycles].sort((a, b) => lastDay(a).localeCompare(lastDay(b)) || b.length - a.length);
}

/** The rules an evaluation starts from, with the words of its levels and the documents they rest on. */
export interface Evaluation {
  readonly rules: EvaluationRules;
  readonly grades: readonly Grade[];
  readonly documents: readonly string[];
}

const STANDARD = 'evaluation/standard';

/** The levels of the standard evaluation: its cut-offs from the highest down. */
function byCutoff(rules: readonly RuleVersion[]): Grade[] {
  const under = `${STANDARD}/cutoff/`;
  return rules
    .filter(({ ruleId }) => ruleId.startsWith(under))
    .sort((a, b) => Number(b.value) - Number(a.value))
    .map(({ ruleId }, at) => ({ rank: at + 1, label: ruleId.slice(under.length) }));
}

/**
 * The rules in force at a period's end for evaluating under a scheme: weights of the scheme's own evaluation or of the standard one;
 * levels and cut-offs of the scheme where it has them, else of the standard evaluation; a veto leaves the level its rule
 * names, or the lowest. Null when no rule gives weights and cut-offs.
 */
export function evaluationOf(cube: Cube, scheme: string, period: Period): Evaluation | null {
  const day = lastDay(period);
  const own = `evaluation/${scheme}`;
  const value = (id: string): string | null => ruleValue(cube.rules, id, day);
  const first = (...ids: readonly string[]): string | null => ids.map(value).find((found) => found !== null) ?? null;
  const weightOf = (source: string): number =>
    Number(
      value(`${own}/weight/self`) === null
        ? (value(`${STANDARD}/weight/${source}`) ?? 0)
        : (value(`${own}/weight/${source}`) ?? 0),
    );
  const cutoffOf = (label: string): string | null => first(`${own}/cutoff/${label}`, `grade/${scheme}/cutoff/${label}`);
  const graded = gradesOf(cube, scheme, period);
  const ownGrades = graded.length > 0 && graded.every(({ label }) => cutoffOf(label) !== null);
  const grades = ownGrades ? graded : byCutoff(rulesOn(cube.rules, day));
  const levels = grades.map(({ label }, at) => {
    const cap = ownGrades ? value(`${own}/cap/${label}`) : value(`${STANDARD}/cap/${label}`);
    const cutoff = ownGrades ? cutoffOf(label) : value(`${STANDARD}/cutoff/${label}`);
    return {
      label,
      cutoff: Number(cutoff ?? 0),
      cap: cap === null || at === grades.length - 1 ? null : Number(cap),
    };
  });
  if (levels.length < 2) return null;
  const veto = first(`${own}/veto`, `${STANDARD}/veto`);
  const vetoed = grades.findIndex(({ label }) => label === veto);
  const read = [own, STANDARD, `grade/${scheme}`];
  const documents = rulesOn(cube.rules, day)
    .filter(({ ruleId }) =>
      read.some((unit) => ruleId.startsWith(`${unit}/weight/`) || ruleId.startsWith(`${unit}/cutoff/`)),
    )
    .map(({ docRef }) => docRef);
  return {
    rules: {
      weights: {
        self: weightOf('self'),
        peer: weightOf('peer'),
        mass: weightOf('mass'),
        superior: weightOf('superior'),
      },
      levels,
      vetoLevel: veto === null ? null : vetoed < 0 ? levels.length - 1 : vetoed,
    },
    grades,
    documents: [...new Set(documents)].filter((text) => text !== ''),
  };
}
