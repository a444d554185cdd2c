import type { RuleVersion, Target } from '../domain';
import { METRICS, RULES, overlayRules, overlayTargets } from '../model';

/** What the user decided beside the files: rules and targets edited on the page, and the day that counts as today. */
export interface Setting {
  readonly rules?: readonly RuleVersion[];
  readonly targets?: readonly Target[];
  /** ISO day; absent: the latest date in the data. */
  readonly asOf?: string;
}

/** A row of a loaded table that says something about rules or targets, and where it stands. */
export interface LoadedRow<Item> {
  readonly item: Item;
  /** Number of the file. */
  readonly file: number;
  /** 1-based record in the file. */
  readonly row: number;
}

/** What the loaded files say about rules and targets, in their order; in force or not. */
export interface LoadedSetting {
  readonly rules: readonly LoadedRow<RuleVersion>[];
  readonly targets: readonly LoadedRow<Target>[];
}

/** Nothing loaded. */
export const NOTHING_LOADED: LoadedSetting = { rules: [], targets: [] };

const items = <Item>(rows: readonly LoadedRow<Item>[]): Item[] => rows.map(({ item }) => item);

/**
 * The rules and targets in force, and what was refused: the product's (layer 0), under those of the files (1), under those
 * edited on the page (2). What has a fault does not take the place of what was there.
 */
export function overlaySetting(loaded: LoadedSetting, setting: Setting) {
  return {
    rules: overlayRules([RULES, items(loaded.rules), setting.rules ?? []]),
    targets: overlayTargets([[], items(loaded.targets), setting.targets ?? []], (id) =>
      METRICS.find((metric) => metric.id === id),
    ),
  };
}
