import {
  type MetricSpec,
  type RuleFault,
  type RuleVersion,
  type Target,
  type TargetFault,
  groupedBy,
} from '../../domain';
import { crossingFaults, rowFaults } from './check-rows';
import { schemeFaults } from './check-schemes';
import { targetFaults } from './check-targets';
import { unitOf } from './kinds';

/** What one layer (the product, the files, the page) says, with what of it was put in force and what was refused. */
export interface Overlay<Item, Found> {
  /** The items in force, in the order of the first layer that has their unit. */
  readonly inForce: readonly Item[];
  /** By unit: the number of the layer its items come from. */
  readonly layerOf: ReadonlyMap<string, number>;
  /** Faults of the layers, the number of the layer beside each. A unit with a fault is not put in force: the one below stays. */
  readonly refused: readonly { readonly layer: number; readonly fault: Found }[];
}

function overlay<Item, Found>(
  layers: readonly (readonly Item[])[],
  unit: (item: Item) => string,
  faultsOf: (unit: string, items: readonly Item[]) => readonly Found[],
): Overlay<Item, Found> {
  const units = new Map<string, readonly Item[]>();
  const layerOf = new Map<string, number>();
  const refused: { layer: number; fault: Found }[] = [];
  layers.forEach((items, layer) => {
    for (const [id, own] of groupedBy(items, unit)) {
      const faults = faultsOf(id, own);
      refused.push(...faults.map((fault) => ({ layer, fault })));
      if (faults.length > 0) continue;
      units.set(id, own);
      layerOf.set(id, layer);
    }
  });
  return { inForce: [...units.values()].flat(), layerOf, refused };
}

/** What is wrong with the versions of rules, unit by unit; empty when they can be put in force. */
export function ruleFaults(rows: readonly RuleVersion[]): RuleFault[] {
  return [...groupedBy(rows, (row) => unitOf(row.ruleId))].flatMap(([unit, own]) => unitFaults(unit, own));
}

function unitFaults(unit: string, rows: readonly RuleVersion[]): RuleFault[] {
  const single = rowFaults(rows);
  return single.length > 0 ? single : [...crossingFaults(rows), ...schemeFaults(unit, rows)];
}

/** The rules in force: each layer takes the place of those before it, a whole rule or scheme at a time, where it has no fault. */
export function overlayRules(layers: readonly (readonly RuleVersion[])[]): Overlay<RuleVersion, RuleFault> {
  return overlay(layers, (row) => unitOf(row.ruleId), unitFaults);
}

/** What tells one target from another. */
export function targetKey({ metricId, scope, period }: Target): string {
  return `${metricId}\n${scope}\n${period}`;
}

/** The targets in force: the same, one metric, scope and period at a time. */
export function overlayTargets(
  layers: readonly (readonly Target[])[],
  metricOf: (id: string) => MetricSpec | undefined,
): Overlay<Target, TargetFault> {
  return overlay(layers, targetKey, (_, items) => targetFaults(items, metricOf));
}
