import { quarterInForce } from './calendar';
import { activeOn, parentAt } from './organisation-maker';
import type { Random } from './random';
import type { RectificationPlan, Round } from './rectification-plans';
import { problemOf } from './rectification-problems';
import { AS_OF, type Item, type ItemType, daysAfter, daysFrom, monthEnd } from './rectification-truth';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

const pad = (n: number): string => String(n).padStart(2, '0');

/** A draw around 0 with a spread of about 1. */
const around = (random: Random): number => (random.next() + random.next() + random.next() - 1.5) * 2;

function concerned({ truth }: ZoneContext, plan: RectificationPlan, found: string): Org[] {
  return truth.orgs.filter(
    (org) =>
      activeOn(org, found) &&
      (org.type === '支部' || org.type === '联合支部' || org.type === '总支') &&
      (plan.domains?.includes(org.domain) ?? true),
  );
}

/** The committee an organisation is under: the highest above it that is not the zone's own; empty right below that. */
function committeeOf(context: ZoneContext, org: Org, quarter: number): string {
  let current = org;
  for (;;) {
    const above = parentAt(current, quarter);
    if (above === null) return '';
    const parent = context.orgOf(above);
    if (parentAt(parent, quarter) === null) return current === org ? '' : current.name;
    current = parent;
  }
}

function typeOf(round: Round, random: Random): ItemType {
  if (round.source === '群众反映') return '立行立改';
  const roll = random.next();
  return roll < 0.14 ? '立行立改' : roll > 0.93 ? '长期坚持' : '限期';
}

/** The due day: as the round means it, and what it writes where that is no day. */
function dueOf(round: Round, found: string, random: Random): { due: string; dueText?: string } {
  const day = daysAfter(found, random.int(...round.due));
  if (round.dueAs === 'day') return { due: day };
  const last = monthEnd(day);
  const month = Number(last.slice(5, 7));
  if (round.dueAs === 'month') {
    const text = random.pick(['月底', '月底前', '月底', '月底']);
    return { due: last, dueText: `${last.slice(0, 4)}年${month}${text}` };
  }
  const part = random.next();
  if (part < 0.7) return { due: last, dueText: `${month}月底前` };
  if (part < 0.85) return { due: `${last.slice(0, 8)}20`, dueText: `${month}月中旬` };
  return { due: last, dueText: `${month}月下旬` };
}

interface Course {
  readonly extended: string | null;
  readonly closed: string | null;
}

/** When an item is closed, and whether its time was extended on the way. */
function courseOf(plan: RectificationPlan, type: ItemType, found: string, due: string, random: Random): Course {
  const pace = plan.pace[Number(found.slice(0, 4)) - 2016] ?? 60;
  const quick = type === '立行立改' ? 0.25 : 1;
  const usual = Math.max(0, Math.round(pace * quick * Math.exp(0.55 * around(random))));
  const stuck = random.chance(plan.stuck);
  const days = stuck ? usual + random.int(90, 900) : usual;
  const late = daysAfter(found, days) > due;
  const extended = late && random.chance(0.22) ? monthEnd(daysAfter(due, random.int(20, 45))) : null;
  const closed = daysAfter(found, days);
  return { extended, closed: closed > AS_OF ? null : closed };
}

function itemOf(
  context: ZoneContext,
  plan: RectificationPlan,
  round: Round,
  found: string,
  number: number,
  random: Random,
): Item {
  const year = Number(found.slice(0, 4));
  const month = Number(found.slice(5, 7));
  const org = random.pick(concerned(context, plan, found));
  const dimension = random.pick(round.dimensions);
  const type = typeOf(round, random);
  const standing = type === '长期坚持';
  const due = dueOf(round, found, random);
  const { extended, closed } = courseOf(plan, type, found, due.due, random);
  const back = plan.reopens === true && !standing && random.chance(0.06);
  const done = closed !== null && !back;
  const signed = random.chance(plan.signed);
  return {
    number,
    org,
    committee: committeeOf(context, org, quarterInForce(year, month)),
    source: round.source,
    batch: round.batch?.(year, month) ?? null,
    year,
    dimension,
    problem: problemOf(dimension, random.int(0, 20)),
    type: standing && random.chance(0.5) ? null : type,
    found,
    due: standing ? null : due.due,
    ...(!standing && due.dueText !== undefined && { dueText: due.dueText }),
    extended: standing ? null : extended,
    closed: standing || !done ? null : closed,
    status: standing
      ? '长期坚持'
      : done
        ? signed
          ? '已销号'
          : '已完成'
        : daysFrom(found, AS_OF) < 25
          ? '未启动'
          : '整改中',
    reopened: back,
  };
}

/** A few items of a zone as they are badly written: done without a day, with no readable status, closed before found. */
function spoilt(items: Item[], odd: NonNullable<RectificationPlan['odd']>): Item[] {
  const done = items.filter(({ closed }) => closed !== null);
  const pick = (count: number, from: number): Set<Item> =>
    new Set(done.filter((_, at) => at % 11 === from).slice(-count));
  const none = new Set<Item>();
  const undated = odd.undated > 0 ? pick(odd.undated, 3) : none;
  const unread = odd.unread > 0 ? pick(odd.unread, 6) : none;
  const early = odd.early > 0 ? pick(odd.early, 8) : none;
  return items.map((item) => {
    if (undated.has(item)) return { ...item, closed: null };
    if (unread.has(item)) return { ...item, status: null };
    return early.has(item) ? { ...item, closed: daysAfter(item.found, -6) } : item;
  });
}

/** The items of a zone, round by round in the order they were found; numbers begin again in every batch, or year and source. */
export function itemsOf(context: ZoneContext, plan: RectificationPlan, random: Random): Item[] {
  const items: Item[] = [];
  for (const round of plan.rounds) {
    let sheet = '';
    let number = 0;
    for (const year of round.years) {
      for (const month of round.months) {
        const days = Array.from({ length: random.int(...round.count) }, () => random.int(2, 26)).sort((a, b) => a - b);
        for (const day of days) {
          const batch = round.batch?.(year, month) ?? String(year);
          number = batch === sheet ? number + 1 : 1;
          sheet = batch;
          items.push(itemOf(context, plan, round, `${year}-${pad(month)}-${pad(day)}`, number, random));
        }
      }
    }
  }
  return plan.odd ? spoilt(items, plan.odd) : items;
}
