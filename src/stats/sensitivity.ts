import {
  type Evaluated,
  type EvaluationRules,
  type Outcome,
  SOURCES,
  type Source,
  evaluate,
  evaluationFaults,
} from './evaluation';

/** What one change of the rules would do. */
export interface Effect {
  /** Organisations with a level under both rules whose level differs, and how many of them up and down. */
  readonly changed: number;
  readonly up: number;
  readonly down: number;
  /** Organisations that would have no level any more (or would get one): a source comes to count that did not score them. */
  readonly incomplete: number;
}

/** A rule that is moved both ways. An effect is null where the rule cannot be moved that far. */
export interface Lever {
  readonly kind: 'cutoff' | 'weight';
  /** Index of the level, or the source. */
  readonly at: number | Source;
  /** By how much: points, or a share of 1. */
  readonly step: number;
  readonly less: Effect | null;
  readonly more: Effect | null;
}

const CUTOFF_STEP = 1;
const WEIGHT_STEP = 0.1;
/** Adding steps of a tenth leaves dust. */
const DUST = 1e-9;

/** How outcomes differ, organisation by organisation; both lists are of the same organisations in the same order. */
export function effectOf(before: readonly Outcome[], after: readonly Outcome[]): Effect {
  let [up, down, incomplete] = [0, 0, 0];
  before.forEach(({ level }, at) => {
    const now = after[at]?.level ?? null;
    if (level === null || now === null) incomplete += level === now ? 0 : 1;
    else if (now < level) up += 1;
    else if (now > level) down += 1;
  });
  return { changed: up + down, up, down, incomplete };
}

/** The rules with one cut-off moved; null when it would leave 0–100 or pass its neighbour. */
export function withCutoff(rules: EvaluationRules, level: number, by: number): EvaluationRules | null {
  const moved = {
    ...rules,
    levels: rules.levels.map((one, at) => (at === level ? { ...one, cutoff: one.cutoff + by } : one)),
  };
  return evaluationFaults(moved).length === 0 ? moved : null;
}

/** The rules with one weight moved and the others rescaled in proportion; null when it would leave 0–1 or there is nothing to rescale. */
export function withWeight(rules: EvaluationRules, source: Source, by: number): EvaluationRules | null {
  const { weights } = rules;
  const moved = weights[source] + by;
  const others = 1 - weights[source];
  if (moved < -DUST || moved > 1 + DUST || (others < DUST && by < 0)) return null;
  const value = Math.min(1, Math.max(0, moved));
  const factor = others < DUST ? 1 : (1 - value) / others;
  const next = Object.fromEntries(SOURCES.map((one) => [one, one === source ? value : weights[one] * factor]));
  return { ...rules, weights: next as EvaluationRules['weights'] };
}

/**
 * How many organisations would change level if a cut-off moved by a point or the weight of a source that counts moved by a tenth,
 * each alone; the lever that moves most first.
 */
export function sensitivity(organisations: readonly Evaluated[], rules: EvaluationRules): Lever[] {
  const before = evaluate(organisations, rules);
  const effect = (moved: EvaluationRules | null): Effect | null =>
    moved === null ? null : effectOf(before, evaluate(organisations, moved));
  const cutoffs = rules.levels.slice(0, -1).map((_, at): Lever => ({
    kind: 'cutoff',
    at,
    step: CUTOFF_STEP,
    less: effect(withCutoff(rules, at, -CUTOFF_STEP)),
    more: effect(withCutoff(rules, at, CUTOFF_STEP)),
  }));
  const weights = SOURCES.filter((source) => rules.weights[source] > 0).map((source): Lever => ({
    kind: 'weight',
    at: source,
    step: WEIGHT_STEP,
    less: effect(withWeight(rules, source, -WEIGHT_STEP)),
    more: effect(withWeight(rules, source, WEIGHT_STEP)),
  }));
  const reach = ({ less, more }: Lever): number => Math.max(less?.changed ?? 0, more?.changed ?? 0);
  return [...cutoffs, ...weights].sort((a, b) => reach(b) - reach(a));
}
