import { type Part, sumOf } from './count';
import { type Meeting, type MeetingRow, type OrgRow, type World, MEETINGS, monthsOf, quarterOf } from './rows';

/** What one branch owed in a quarter and what it did of it, kind by kind: meetings, of which so many held. */
type Duties = ReadonlyMap<Meeting, Part>;

const MONTHLY: readonly Meeting[] = ['支委会', '党小组会'];

/** Rows of a zone by quarter, sorted out once for each world. */
const sorted = new WeakMap<World, ReadonlyMap<string, MeetingRow[]>>();

function rowsIn(world: World, zone: string, quarter: string): readonly MeetingRow[] {
  let known = sorted.get(world);
  if (!known) {
    const found = new Map<string, MeetingRow[]>();
    for (const row of world.meetings) {
      const key = `${row.zone} ${quarterOf(`${row.month}-01`)}`;
      const own = found.get(key);
      if (own) own.push(row);
      else found.set(key, [row]);
    }
    known = found;
    sorted.set(world, known);
  }
  return known.get(`${zone} ${quarter}`) ?? [];
}

/** The kinds of meeting a zone says anything of in a quarter, if only that none was held. */
export function kindsIn(world: World, zone: string, quarter: string): Meeting[] {
  const found = new Set(rowsIn(world, zone, quarter).map(({ meeting }) => meeting));
  return MEETINGS.filter((meeting) => found.has(meeting));
}

/** Branches, and the groups under each, by the last register of the zone: nothing in these worlds is founded or dissolved. */
function branchesOf(world: World, zone: string): { branch: OrgRow; groups: string[] }[] {
  const own = world.orgs.filter((org) => org.zone === zone);
  const day = own.reduce((latest, org) => (org.day > latest ? org.day : latest), '');
  const last = own.filter((org) => org.day === day);
  return last
    .filter(({ type }) => type === '支部')
    .map((branch) => ({
      branch,
      groups: last.filter(({ type, parent }) => type === '党小组' && parent === branch.id).map(({ id }) => id),
    }));
}

/** Of what was owed by those who owed it, a row for each owed meeting of one kind: held or not. */
function dutyOf(kind: Meeting, owers: readonly string[], quarter: string, held: ReadonlySet<string>): Part {
  const spans = MONTHLY.includes(kind) ? monthsOf(quarter).map((month) => [month]) : [monthsOf(quarter)];
  const done = owers.flatMap((org) => spans.map((months) => months.some((month) => held.has(`${org} ${month}`))));
  return { x: done.filter(Boolean).length, n: done.length };
}

/** What every branch of a zone owed of the given kinds in a quarter. Group meetings are owed by each group. */
function dutiesIn(world: World, zone: string, quarter: string, kinds: readonly Meeting[]): Duties[] {
  const rows = rowsIn(world, zone, quarter);
  const held = new Map<Meeting, Set<string>>(
    kinds.map((kind) => [
      kind,
      new Set(
        rows.filter(({ meeting, times }) => meeting === kind && times > 0).map((row) => `${row.org} ${row.month}`),
      ),
    ]),
  );
  return branchesOf(world, zone).map(({ branch, groups }) => {
    const owed = kinds.map((kind): [Meeting, Part] => {
      const known = held.get(kind) ?? new Set();
      if (kind !== '党小组会') return [kind, dutyOf(kind, [branch.id], quarter, known)];
      // A meeting of the one group a branch has is often entered under the branch.
      const [only] = groups;
      if (groups.length === 1 && only !== undefined)
        return [
          kind,
          dutyOf(kind, [only], quarter, new Set([...known].map((key) => key.replace(branch.id + ' ', only + ' ')))),
        ];
      return [kind, dutyOf(kind, groups, quarter, known)];
    });
    return new Map(owed.filter(([, part]) => part.n > 0));
  });
}

/** Meetings held of meetings owed, of one kind. */
export function heldIn(world: World, zone: string, quarter: string, kind: Meeting): Part {
  return sumOf(dutiesIn(world, zone, quarter, [kind]).flatMap((duties) => [...duties.values()]));
}

/** Branches that held everything they owed of the given kinds, of branches that owed any. */
export function allHeldIn(world: World, zone: string, quarter: string, kinds: readonly Meeting[]): Part {
  const owing = dutiesIn(world, zone, quarter, kinds).filter((duties) => duties.size > 0);
  return { x: owing.filter((duties) => [...duties.values()].every(({ x, n }) => x === n)).length, n: owing.length };
}

/** What may be said of a change in meetings held. */
export interface MeetingChange {
  readonly points: number | null;
  readonly now: Part;
  readonly before: Part;
  /** Zones with a kind in both quarters. */
  readonly both: readonly string[];
  readonly left: readonly string[];
  readonly absent: readonly string[];
  /** Zone → kinds reported in only one of the two quarters. */
  readonly kindsLeft: ReadonlyMap<string, readonly Meeting[]>;
}

/** The kinds a zone reports of which anything is owed: without a register of its branches nothing is, as if nobody had reported. */
const owedIn = (world: World, zone: string, quarter: string): Meeting[] =>
  branchesOf(world, zone).length === 0 ? [] : kindsIn(world, zone, quarter);

/** Every zone on the kinds it reported in both quarters. */
export function meetingChangeOf(world: World, metric: string, from: string, to: string): MeetingChange {
  const common = new Map<string, Meeting[]>();
  const kindsLeft = new Map<string, Meeting[]>();
  for (const { id } of world.zones) {
    const [then, now] = [owedIn(world, id, from), owedIn(world, id, to)];
    common.set(
      id,
      now.filter((kind) => then.includes(kind)),
    );
    kindsLeft.set(
      id,
      MEETINGS.filter((kind) => then.includes(kind) !== now.includes(kind)),
    );
  }
  const whole = (quarter: string): Part =>
    sumOf(
      [...common].flatMap(([zone, kinds]) =>
        metric === 'all_meetings_compliance_rate'
          ? [allHeldIn(world, zone, quarter, kinds)]
          : kinds.map((kind) => heldIn(world, zone, quarter, kind)),
      ),
    );
  const [now, before] = [whole(to), whole(from)];
  const either = (zone: string): boolean => [from, to].some((period) => owedIn(world, zone, period).length > 0);
  const both = [...common].filter(([, kinds]) => kinds.length > 0).map(([zone]) => zone);
  return {
    points: now.n === 0 || before.n === 0 ? null : (now.x / now.n - before.x / before.n) * 100,
    now,
    before,
    both,
    left: world.zones.map(({ id }) => id).filter((zone) => !both.includes(zone) && either(zone)),
    absent: world.zones.map(({ id }) => id).filter((zone) => !either(zone)),
    kindsLeft,
  };
}

/** The kinds that every zone which reports any reports in a quarter; the only ones on which their levels compare. */
export function sharedKinds(world: World, quarter: string): Meeting[] {
  const told = world.zones.map(({ id }) => kindsIn(world, id, quarter)).filter((kinds) => kinds.length > 0);
  return MEETINGS.filter((kind) => told.every((kinds) => kinds.includes(kind)));
}
