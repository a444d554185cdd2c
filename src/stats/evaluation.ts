/** Who scores an organisation. */
export const SOURCES = ['self', 'peer', 'mass', 'superior'] as const;

/** One of {@link SOURCES}: itself, its peers, members and the public, the organisation above. */
export type Source = (typeof SOURCES)[number];

/** What is known of one organisation. Scores are points; null is not scored, never zero. */
export interface Evaluated {
  readonly id: string;
  readonly scores: Readonly<Record<Source, number | null>>;
  readonly vetoed: boolean;
}

/** One level of an evaluation, best first. */
export interface EvaluationLevel {
  readonly label: string;
  /** Lowest score of the level; the last level takes everything below. */
  readonly cutoff: number;
  /** Largest share of the evaluated organisations, 0…1; null for no cap. The last level has none. */
  readonly cap: number | null;
}

/** How scores become levels. */
export interface EvaluationRules {
  /** Sum to 1. A weight of 0 means that the source is not asked. */
  readonly weights: Readonly<Record<Source, number>>;
  /** Best first, cut-offs falling. */
  readonly levels: readonly EvaluationLevel[];
  /** Index of the best level a vetoed organisation can get; null when vetoes are not looked at. */
  readonly vetoLevel: number | null;
}

/** What came out for one organisation. Score and level are null when a source with a weight did not score it: incomplete. */
export interface Outcome {
  readonly id: string;
  readonly score: number | null;
  /** Index of the level, 0 the best. */
  readonly level: number | null;
}

/** A rule that cannot be applied, on the field that is wrong. `at` is the source or the index of the level. */
export interface EvaluationFault {
  readonly field: 'weight' | 'weights' | 'cutoff' | 'cap' | 'veto';
  readonly at?: Source | number;
  readonly code: 'not-a-share' | 'sum' | 'not-a-score' | 'order' | 'no-level';
  readonly value: number;
}

/** Scores are given to two decimals at the finest; sums of weights carry dust far below that. */
const DUST = 1e-6;
const clean = (value: number): number => Math.round(value / DUST) * DUST;
const isShare = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= 1;
const sumOf = (weights: EvaluationRules['weights']): number =>
  SOURCES.reduce((sum, source) => sum + weights[source], 0);

/** What is wrong with the rules; empty when they can be applied. */
export function evaluationFaults({ weights, levels, vetoLevel }: EvaluationRules): EvaluationFault[] {
  const faults: EvaluationFault[] = [];
  for (const source of SOURCES)
    if (!isShare(weights[source]))
      faults.push({ field: 'weight', at: source, code: 'not-a-share', value: weights[source] });
  if (faults.length === 0 && Math.abs(sumOf(weights) - 1) > DUST)
    faults.push({ field: 'weights', code: 'sum', value: sumOf(weights) });
  levels.forEach(({ cutoff, cap }, at) => {
    const above = levels[at - 1];
    const last = at === levels.length - 1;
    if (!last && !(cutoff >= 0 && cutoff <= 100))
      faults.push({ field: 'cutoff', at, code: 'not-a-score', value: cutoff });
    else if (!last && above && cutoff >= above.cutoff)
      faults.push({ field: 'cutoff', at, code: 'order', value: cutoff });
    if (cap !== null && !isShare(cap)) faults.push({ field: 'cap', at, code: 'not-a-share', value: cap });
  });
  if (levels.length === 0 || (vetoLevel !== null && levels[vetoLevel] === undefined))
    faults.push({ field: 'veto', code: 'no-level', value: vetoLevel ?? -1 });
  return faults;
}

/**
 * The weighted score of an organisation, in points; null when a source with a weight did not score it. The weight of a missing
 * source is never shared out among the others.
 */
export function combinedScore(scores: Evaluated['scores'], weights: EvaluationRules['weights']): number | null {
  let sum = 0;
  for (const source of SOURCES) {
    if (weights[source] === 0) continue;
    const score = scores[source];
    if (score === null) return null;
    sum += weights[source] * score;
  }
  return clean(sum);
}

interface Candidate {
  readonly id: string;
  readonly score: number;
  /** The best level its score and a veto allow. */
  readonly best: number;
}

/** Runs of equal scores, the highest first. */
function ties(candidates: readonly Candidate[]): Candidate[][] {
  const byScore = new Map<number, Candidate[]>();
  for (const one of candidates) byScore.set(one.score, [...(byScore.get(one.score) ?? []), one]);
  return [...byScore].sort(([a], [b]) => b - a).map(([, tied]) => tied);
}

/**
 * Score and level of every organisation, in the order given. A level is filled from the highest score down until its cap (the
 * share of all evaluated, rounded down); organisations tied at the cap are all left to the next level, and nobody below
 * them gets in. A vetoed organisation gets no better than `vetoLevel`. Rules must be without {@link evaluationFaults}.
 */
export function evaluate(organisations: readonly Evaluated[], rules: EvaluationRules): Outcome[] {
  const { levels, vetoLevel, weights } = rules;
  const lowest = levels.length - 1;
  const scored = organisations.map(({ scores }) => combinedScore(scores, weights));
  let left = organisations.flatMap(({ id, vetoed }, at): Candidate[] => {
    const score = scored[at] ?? null;
    if (score === null) return [];
    const reached = levels.findIndex(({ cutoff }) => score >= cutoff - DUST / 2);
    const best = reached < 0 ? lowest : reached;
    return [{ id, score, best: vetoed && vetoLevel !== null ? Math.max(best, vetoLevel) : best }];
  });
  const evaluated = left.length;
  const levelOf = new Map<string, number>();
  levels.forEach(({ cap }, level) => {
    const room = level === lowest || cap === null ? Infinity : Math.floor(cap * evaluated + DUST);
    let used = 0;
    for (const tied of ties(left.filter(({ best }) => best <= level))) {
      if (used + tied.length > room) break;
      used += tied.length;
      for (const { id } of tied) levelOf.set(id, level);
    }
    left = left.filter(({ id }) => !levelOf.has(id));
  });
  return organisations.map(({ id }, at) => ({ id, score: scored[at] ?? null, level: levelOf.get(id) ?? null }));
}
