import type { Label } from './label';

/**
 * One version of a rule while it was in force (table `rule_version`): how often a meeting is owed, the cut-offs of a
 * scheme, study hours, thresholds. `ruleId` is a path: `meeting/支委会/times`. Dates are ISO days, both inclusive; null is open.
 */
export interface RuleVersion {
  readonly ruleId: string;
  readonly value: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly docRef: string;
}

/**
 * A declared target of a metric (table `metric_target`): red, amber and green exist only against one. Rates are
 * fractions. `scope` is a zone id or name, '' for all; `period` a period, '' for all. `amber` and `red` are null when not stated.
 */
export interface Target {
  readonly metricId: string;
  readonly scope: string;
  readonly period: string;
  readonly target: number;
  readonly amber: number | null;
  readonly red: number | null;
  readonly docRef: string;
}

/** Why a version or a target is refused: the field that is wrong, the value it has, and a sentence. */
export interface Fault<Item, Field extends string> {
  /** The row that is wrong. */
  readonly item: Item;
  readonly field: Field;
  /** Other rules the value clashes with: whoever changed one of those sees the fault there. */
  readonly others: readonly string[];
  readonly code: string;
  readonly value: string;
  readonly message: Label;
}

/** A fault of a rule version. */
export type RuleFault = Fault<RuleVersion, 'ruleId' | 'value' | 'validFrom' | 'validTo'>;

/** A fault of a target. */
export type TargetFault = Fault<Target, 'metricId' | 'scope' | 'period' | 'target' | 'amber' | 'red'>;
