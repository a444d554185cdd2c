import type { Org } from './truth';

/** Where a problem was found. */
export type Source = '半年考核' | '检查' | '四查四看' | '组织生活会' | '群众反映';

export type ItemType = '立行立改' | '限期' | '长期坚持';

export type ItemStatus = '未启动' | '整改中' | '已完成' | '已销号' | '长期坚持';

/** One rectification item as it stands at the end of the span. Days are ISO. */
export interface Item {
  /** Running number, begun again in every sheet or batch. */
  readonly number: number;
  readonly org: Org;
  /** Name of the committee above the organisation when the item was found; empty for none. */
  readonly committee: string;
  readonly source: Source;
  /** The batch as it is written, or null where the export has none. */
  readonly batch: string | null;
  readonly year: number;
  readonly dimension: string;
  readonly problem: string;
  /** Null where the export does not say. */
  readonly type: ItemType | null;
  readonly found: string;
  readonly due: string | null;
  /** What the export writes for the due day where it is no day; absent: the day. */
  readonly dueText?: string;
  readonly extended: string | null;
  /** Null where open, and where a done item's day was not written down. */
  readonly closed: string | null;
  /** Null where the export says something that is no status. */
  readonly status: ItemStatus | null;
  readonly reopened: boolean;
}

/** When the example ends. */
export const AS_OF = '2018-12-31';

const DAY = 86_400_000;

/** The day so many days after another. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when it lies before. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The last day of the month of a day. */
export function monthEnd(iso: string): string {
  const [year = 0, month = 0] = iso.split('-').map(Number);
  return daysAfter(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`, -1);
}
