import type { RuleVersion, Target } from '../domain';
import type { Cell } from './cell';
import type { Disclosure, Release } from './disclosure';
import type { Merge } from './merged';

/** A zone as a reader knows it. */
export interface ZoneInfo {
  readonly id: string;
  readonly name: string;
  /** 高新区, 经开区, 园区, 其他 or '' when not stated. An enterprise (其他) is left out of zone comparison by default. */
  readonly type: string;
  readonly note: string;
}

/** Where a zone stands in the map of tiles, counted from 1. */
export interface ZonePlace {
  readonly zone: string;
  readonly row: number;
  readonly column: number;
}

/** A figure somebody published, without rows behind it (table `reported_fact`). */
export interface PublishedFigure {
  readonly id: string;
  readonly zone: string;
  readonly metric: string;
  readonly category: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly value: number;
  readonly unit: string;
  readonly bound: 'eq' | 'ge' | 'approx';
  readonly period: string;
  readonly source: string;
  readonly quote: string;
  readonly doubt: { readonly zh: string; readonly en: string };
}

/** Why a metric has no cells: the tables nobody loaded. */
export interface MissingMetric {
  readonly metric: string;
  readonly tables: readonly string[];
}

/** A column that lists of some zones do not state, and what is taken for it. */
export interface UnstatedColumn {
  readonly table: string;
  readonly column: string;
  /** The value taken for every row of those lists; null where none is. */
  readonly taken: string | null;
  readonly zones: readonly string[];
  /** Names of their files. */
  readonly sources: readonly string[];
}

/** A committee that one list of a zone has and the list before, or after, has not. */
export interface CommitteeMove {
  readonly table: string;
  readonly zone: string;
  readonly committee: string;
  /** The day of the later list: the first that has the committee, or the first that has it no more. */
  readonly day: string;
  /** Whether at least half of what it lists stands in the other list too, under other committees. */
  readonly moved: boolean;
}

/** All cells with what a reader must know about them. Everything shown is a pure function of this. */
export interface Cube {
  readonly cells: readonly Cell[];
  /** The latest date in the data, ISO; null when nothing is loaded. Never the wall clock. */
  readonly asOf: string | null;
  readonly zones: readonly ZoneInfo[];
  /** Where the zones stand in the map of tiles, as far as somebody said. */
  readonly places?: readonly ZonePlace[];
  readonly published: readonly PublishedFigure[];
  readonly missing: readonly MissingMetric[];
  /** Names of the source files, in load order. */
  readonly sources: readonly string[];
  /** The figures are invented examples and must say so wherever they are shown. */
  readonly example: boolean;
  /** The rule versions the figures were computed under. */
  readonly rules: readonly RuleVersion[];
  /** Declared targets: red, amber and green exist only against one. */
  readonly targets: readonly Target[];
  /** What the lists do not state that figures rest on; absent where they state it all. */
  readonly unstated?: readonly UnstatedColumn[];
  /** Committees that came into the lists of their zones or went out of them; absent where none did, or where nobody looked. */
  readonly moves?: readonly CommitteeMove[];
  /** What a cube for others does not tell; absent where it tells all. */
  readonly disclosure?: Disclosure;
  /** Who gave this out; absent in what was not given out. */
  readonly release?: Release;
  /** A sum of the definition each metric was counted by; absent where it is not known, or where files differ. */
  readonly definitions?: Readonly<Record<string, string>>;
  /** A sum of the rows each zone's cells were worked out of, by a plan; absent where it is not known, or where not all cells are there. */
  readonly rowSums?: Readonly<Record<string, string>>;
  /** The cubes it was merged from; absent where it was counted from files. */
  readonly merge?: Merge;
}

/** A cube with nothing in it. */
export const EMPTY_CUBE: Cube = {
  cells: [],
  asOf: null,
  zones: [],
  published: [],
  missing: [],
  sources: [],
  example: false,
  rules: [],
  targets: [],
};

/** The display name of a zone: its registered name, else the text the rows gave. */
export function zoneName(cube: Cube, zone: string): string {
  return cube.zones.find((known) => known.id === zone)?.name ?? zone;
}
