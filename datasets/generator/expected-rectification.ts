import { rectificationItems } from './family-rectification';
import { AS_OF, type Item, daysFrom } from './rectification-truth';
import type { ZoneContext } from './zone-context';

/* What a right reading of the rectification registers must give: plain loops over the rows in memory, no product code. */

type Pair = [numerator: number, denominator: number];

const QUARTER_ENDS = ['2016', '2017', '2018'].flatMap((year) =>
  ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`),
);
const FOUR = ['领导班子履职', '党员队伍作用', '工作机制', '整改措施'];

const isStanding = (item: Item): boolean => item.type === '长期坚持' || item.status === '长期坚持';
const isDone = (item: Item): boolean => item.status === '已完成' || item.status === '已销号';
const counts = (item: Item): boolean => item.status !== null && !isStanding(item);
/** A done item whose day was not written down is done from the as-of day on. */
const doneBy = (item: Item, day: string): boolean => isDone(item) && (item.closed ?? AS_OF) <= day;
const dueOf = (item: Item): string | null => item.extended ?? item.due;

function grouped(items: readonly Item[], keyOf: (item: Item) => string | null, holds: (item: Item) => boolean) {
  const out: Record<string, Pair> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const pair = (out[key] ??= [0, 0]);
    pair[1] += 1;
    if (holds(item)) pair[0] += 1;
  }
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const bandOf = (days: number): string => (days <= 30 ? '1-30' : days <= 90 ? '31-90' : '91-');

function atDay(items: readonly Item[], day: string) {
  const known = items.filter((item) => item.found <= day && counts(item));
  const overdue: Record<string, number> = {};
  for (const item of known) {
    const due = dueOf(item);
    if (due === null || due >= day || doneBy(item, day)) continue;
    const band = bandOf(daysFrom(due, day));
    overdue[band] = (overdue[band] ?? 0) + 1;
  }
  const done = (item: Item): boolean => doneBy(item, day);
  return {
    rect_completion_rate: [known.filter(done).length, known.length],
    rect_overdue_open: overdue,
    rect_by_source: grouped(known, (item) => item.source, done),
    rect_by_dimension: grouped(
      known,
      (item) => (item.source === '四查四看' ? (FOUR.find((check) => check === item.dimension) ?? '') : null),
      done,
    ),
  };
}

const monthOf = (iso: string): string => iso.slice(0, 7);

/**
 * The first time by which half have ended, by Efron's redistribution to the right: the weight of what is censored is shared
 * among all that are watched longer. Null when half never end.
 */
function medianDays(items: readonly Item[]): { items: number; closed: number; median: number | null } {
  const watched = items
    .filter((item) => counts(item) && (!isDone(item) || (item.closed !== null && item.closed >= item.found)))
    .map((item) => ({ days: daysFrom(item.found, isDone(item) ? (item.closed ?? AS_OF) : AS_OF), ended: isDone(item) }))
    .sort((a, b) => a.days - b.days || Number(b.ended) - Number(a.ended));
  const weights = watched.map(() => 1 / watched.length);
  let gone = 0;
  let median: number | null = null;
  watched.forEach(({ days, ended }, at) => {
    const own = weights[at] ?? 0;
    if (ended) {
      gone += own;
      if (median === null && gone >= 0.5 - 1e-9) median = days;
      return;
    }
    const later = watched.length - at - 1;
    for (let next = at + 1; next < watched.length; next += 1) weights[next] = (weights[next] ?? 0) + own / later;
  });
  return { items: watched.length, closed: watched.filter(({ ended }) => ended).length, median };
}

function found(items: readonly Item[], period: string) {
  const own = items.filter((item) => item.found.startsWith(period));
  const bySource: Record<string, number> = {};
  for (const { source } of own) bySource[source] = (bySource[source] ?? 0) + 1;
  return { rect_item_count: bySource, rect_days_median: medianDays(own) };
}

/** What a right reading of the exports of rectification items must give, zone by zone. */
export function rectificationExpected(zones: readonly ZoneContext[]): Record<string, unknown> {
  const kept = zones
    .map((context) => ({ context, items: rectificationItems(context) }))
    .filter(({ items }) => items.length > 0);
  return {
    note: '由生成器对内存中的行独立计算（不经产品代码）。Pairs are [numerator, denominator].',
    asOf: AS_OF,
    zones: Object.fromEntries(
      kept.map(({ context, items }) => [
        context.plan.id,
        {
          items: items.length,
          atQuarterEnd: Object.fromEntries(QUARTER_ENDS.map((day) => [day, atDay(items, day)])),
          byCommittee: grouped(
            items.filter(counts),
            (item) => item.committee,
            (item) => doneBy(item, AS_OF),
          ),
          /** By the month the item fell due. */
          rect_on_time_rate: grouped(
            items.filter(counts),
            (item) => {
              const due = dueOf(item);
              return due !== null && due <= AS_OF ? monthOf(due) : null;
            },
            (item) => isDone(item) && item.closed !== null && item.closed <= (dueOf(item) ?? ''),
          ),
          byYear: Object.fromEntries(['2016', '2017', '2018'].map((year) => [year, found(items, year)])),
        },
      ]),
    ),
    whole: {
      byYear: Object.fromEntries(
        ['2016', '2017', '2018'].map((year) => [
          year,
          found(
            kept.flatMap(({ items }) => items),
            year,
          ),
        ]),
      ),
    },
  };
}
