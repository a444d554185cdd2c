import type { Grade } from '../../brief';
import type { DrillRow } from '../../state';
import {
  type Evaluated,
  type EvaluationFault,
  type EvaluationRules,
  type Outcome,
  SOURCES,
  type Source,
  evaluate,
  evaluationFaults,
} from '../../stats';

/** An appraised organisation: what is known of it and the level it was given. */
export interface Appraised extends Evaluated {
  readonly name: string;
  readonly zone: string;
  readonly committee: string;
  /** Rank of the official level, 1 the best; null where none was given. */
  readonly rank: number | null;
}

const numberOf = (value: DrillRow['values'][string] | undefined): number | null =>
  typeof value === 'number' ? value : null;
const textOf = (value: DrillRow['values'][string] | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** The rows of an appraisal as organisations to evaluate. */
export function appraisedOf(rows: readonly DrillRow[]): Appraised[] {
  return rows.map(({ values, file, row }) => ({
    id: `${file}\n${row}\n${textOf(values.zone)}\n${textOf(values.org_id)}`,
    name: textOf(values.org_name),
    zone: textOf(values.zone),
    committee: textOf(values.committee),
    rank: numberOf(values.grade_rank),
    scores: {
      self: numberOf(values.score_self),
      peer: numberOf(values.score_peer),
      mass: numberOf(values.score_mass),
      superior: numberOf(values.score_superior),
    },
    vetoed: values.veto === true,
  }));
}

/** An organisation with the level it has and the level it would have. */
export interface Compared {
  readonly one: Appraised;
  readonly outcome: Outcome;
  /** Ranks, 1 the best; null where there is none. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Outcomes beside the official levels, in the order of the organisations. */
export function comparedOf(list: readonly Appraised[], outcomes: readonly Outcome[]): Compared[] {
  return list.flatMap((one, at): Compared[] => {
    const outcome = outcomes[at];
    return outcome
      ? [{ one, outcome, before: one.rank, after: outcome.level === null ? null : outcome.level + 1 }]
      : [];
  });
}

/** How many organisations are at each level, by rank. */
export function countsBy(ranks: readonly (number | null)[], grades: readonly Grade[]): number[] {
  return grades.map(({ rank }) => ranks.filter((one) => one === rank).length);
}

/** How many a source did not score, by source. */
export function unscored(list: readonly Appraised[]): Record<Source, number> {
  return Object.fromEntries(
    SOURCES.map((source) => [source, list.filter(({ scores }) => scores[source] === null).length]),
  ) as Record<Source, number>;
}

/** The rules a reader tries out: what was typed, and the last of it that could be applied. */
export class WhatIf {
  readonly #start: EvaluationRules;
  draft: EvaluationRules;
  /** The last rules without a fault. */
  applied: EvaluationRules;
  readonly faults: readonly EvaluationFault[] = $derived.by(() => evaluationFaults(this.draft));
  readonly changed: boolean = $derived.by(() => JSON.stringify(this.draft) !== JSON.stringify(this.#start));

  constructor(start: EvaluationRules) {
    this.#start = start;
    this.draft = $state.raw(start);
    this.applied = $state.raw(start);
  }

  #try(rules: EvaluationRules): void {
    this.draft = rules;
    if (evaluationFaults(rules).length === 0) this.applied = rules;
  }

  weigh(source: Source, weight: number): void {
    this.#try({ ...this.draft, weights: { ...this.draft.weights, [source]: weight } });
  }

  cut(level: number, cutoff: number): void {
    this.#try({
      ...this.draft,
      levels: this.draft.levels.map((one, at) => (at === level ? { ...one, cutoff } : one)),
    });
  }

  /** A share of 1; null for no cap. */
  cap(level: number, cap: number | null): void {
    this.#try({ ...this.draft, levels: this.draft.levels.map((one, at) => (at === level ? { ...one, cap } : one)) });
  }

  veto(level: number | null): void {
    this.#try({ ...this.draft, vetoLevel: level });
  }

  /** Asks the given sources no more and shares their weight out among the others in proportion: only ever at the reader's word. */
  leaveOut(sources: readonly Source[]): void {
    const kept = SOURCES.filter((source) => !sources.includes(source));
    const sum = kept.reduce((all, source) => all + this.draft.weights[source], 0);
    if (sum === 0) return;
    const shared = (source: Source): number =>
      kept.includes(source) ? Math.round((this.draft.weights[source] / sum) * 1e4) / 1e4 : 0;
    const weights = { self: shared('self'), peer: shared('peer'), mass: shared('mass'), superior: shared('superior') };
    // What rounding to four places leaves over goes to the heaviest.
    const left = 1 - SOURCES.reduce((all, source) => all + weights[source], 0);
    const heaviest = [...kept].sort((a, b) => weights[b] - weights[a])[0];
    if (heaviest) weights[heaviest] = Math.round((weights[heaviest] + left) * 1e4) / 1e4;
    this.#try({ ...this.draft, weights });
  }

  reset(): void {
    this.#try(this.#start);
  }

  outcomes(list: readonly Appraised[]): Outcome[] {
    return evaluate(list, this.applied);
  }
}
