/*
 * Rows as an office knows them, before they are written to a file. The judge counts these and nothing else: it never sees a
 * cube, a cell or a query.
 */

export interface ZoneRow {
  readonly id: string;
  readonly name: string;
}

/** A unit on the day it was counted. */
export interface UnitRow {
  readonly zone: string;
  readonly committee: string;
  readonly day: string;
  readonly id: string;
  readonly name: string;
  readonly kind: '非公企业' | '社会组织';
  readonly operating: boolean;
  readonly mode: '单独支部' | '联合支部' | '未建-应建' | '未建-无党员';
  readonly instructor: boolean;
}

/** An organisation on the day of a register. */
export interface OrgRow {
  readonly zone: string;
  readonly day: string;
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly type: '党工委' | '支部' | '党小组';
  readonly members: number;
  readonly full: number;
  readonly termDue: string;
  readonly termDone: string;
}

export const MEETINGS = ['党员大会', '支委会', '党小组会', '党课'] as const;
export type Meeting = (typeof MEETINGS)[number];

/** A count of meetings of one kind that one branch (or one group) held in one month; 0 was reported and not held. */
export interface MeetingRow {
  readonly zone: string;
  readonly org: string;
  readonly meeting: Meeting;
  readonly month: string;
  readonly times: number;
}

/** A thing to be put right, with the days that matter. */
export interface ItemRow {
  readonly zone: string;
  readonly id: string;
  readonly org: string;
  readonly found: string;
  readonly due: string;
  readonly closed: string;
}

/** A rating of an organisation in a year; level 0 is no star, null was not rated. */
export interface RatingRow {
  readonly zone: string;
  readonly org: string;
  readonly name: string;
  readonly year: string;
  readonly level: number | null;
}

/** Everything the offices of one world report. */
export interface World {
  readonly seed: number;
  /** The mutations that made it, in words. */
  readonly told: readonly string[];
  readonly zones: readonly ZoneRow[];
  readonly quarters: readonly string[];
  readonly units: readonly UnitRow[];
  /** Rows as first filed, that a later file put right. */
  readonly superseded: readonly UnitRow[];
  /** Zones that report how many units there are, and no list of them. */
  readonly inCounts: ReadonlySet<string>;
  readonly orgs: readonly OrgRow[];
  readonly meetings: readonly MeetingRow[];
  readonly items: readonly ItemRow[];
  readonly ratings: readonly RatingRow[];
}

export const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

export const lastDayOf = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${LAST_DAYS[Number(quarter.slice(5)) - 1] ?? ''}`;

/** The months of a quarter: 2018-10, 2018-11, 2018-12. */
export const monthsOf = (quarter: string): string[] =>
  [2, 1, 0].map((back) => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - back).padStart(2, '0')}`);

/** `count` quarters, the first of them `from`. */
export function quartersFrom(from: string, count: number): string[] {
  const start = Number(from.slice(0, 4)) * 4 + Number(from.slice(5)) - 1;
  return Array.from({ length: count }, (_, at) => `${Math.floor((start + at) / 4)}Q${((start + at) % 4) + 1}`);
}
