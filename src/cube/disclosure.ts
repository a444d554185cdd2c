import type { Grain, Label, Period } from '../domain';

/**
 * For whom a cube is: `internal` is the whole of it; `handed-down` goes to zones and committees, by committee and not by domain;
 * `public` to anybody, by domain and not by committee.
 */
export const LEVELS = ['internal', 'handed-down', 'public'] as const;

/** One of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number];

/** How much each level tells, the most first. */
export const OPENNESS: Readonly<Record<Level, number>> = { internal: 0, 'handed-down': 1, public: 2 };

/** What a reader calls the levels. */
export const LEVEL_LABELS = {
  internal: { zh: '内部', en: 'Internal' },
  'handed-down': { zh: '下发', en: 'Handed down' },
  public: { zh: '公开', en: 'Public' },
} as const satisfies Record<Level, Label>;

/** Why a figure is not told: too few things, values of single organisations, few of what is held against somebody. */
export type Reason = 'few' | 'single' | 'against';

/** Committees or domains of a zone that stand together in a metric. */
export interface Merged {
  readonly metric: string;
  readonly zone: string;
  readonly units: readonly string[];
  /** Whether these are all the zone has. */
  readonly all: boolean;
  /** What they are, where files of several levels were merged; else what the level tells. */
  readonly by?: 'committee' | 'domain';
}

/** What a cube for others does not tell, and why. Its cells are sums of whole cells: nothing in it was changed. */
export interface Disclosure {
  readonly level: Exclude<Level, 'internal'>;
  /** Fewer things than this are not told. */
  readonly least: number;
  readonly merged: readonly Merged[];
  /** Events of a zone told only for longer periods. */
  readonly longer: readonly { readonly metric: string; readonly zone: string; readonly grain: Grain }[];
  /** Metrics not told for a zone; for no zone where `zone` is null. */
  readonly withheld: readonly {
    readonly metric: string;
    readonly zone: string | null;
    readonly partition?: string;
    readonly why: Reason;
  }[];
  /** Partitions of grades in which all grades from `rank` on stand together as that one. */
  readonly joined: readonly { readonly metric: string; readonly partition: string; readonly rank: number }[];
  /** From this period on other committees of the zone reported than before: nothing earlier is compared with it. */
  readonly breaks: readonly { readonly metric: string; readonly zone: string; readonly period: Period }[];
}

/** What was chosen of a cube; null for all of it. */
export interface Chosen {
  /** Families of metrics. */
  readonly families: readonly string[] | null;
  readonly zones: readonly string[] | null;
  /** The first and the last period. */
  readonly from: Period | null;
  readonly to: Period | null;
}

/** Who gave a cube to whom, as the giver wrote it, and what of it. */
export interface Release {
  readonly level: Level;
  /** Who made it; '' where not said. */
  readonly by: string;
  /** For whom it is; '' where not said. */
  readonly for: string;
  /** The day it was made, ISO. */
  readonly on: string;
  /** Names of the pages to be read; null for all. */
  readonly pages: readonly string[] | null;
  /** What was chosen of the whole; absent where all of it is there. */
  readonly only?: Chosen;
  /** SHA-256 of each source, in their order; '' where not known. */
  readonly sums: readonly string[];
}

/** What stands for committees or domains of a zone that are told together: for some of them, or for all. Cells hold the Chinese. */
export const TOGETHER = {
  committee: {
    some: { zh: '其余党委（合并）', en: 'Other committees together' },
    all: { zh: '各党委（合并）', en: 'All committees together' },
  },
  domain: {
    some: { zh: '其余领域（合并）', en: 'Other fields together' },
    all: { zh: '各领域（合并）', en: 'All fields together' },
  },
} as const satisfies Record<'committee' | 'domain', Record<'some' | 'all', Label>>;
