import { type Chance, chanceOf } from './chance';
import {
  type ItemRow,
  type MeetingRow,
  type OrgRow,
  type RatingRow,
  type UnitRow,
  type World,
  type ZoneRow,
  MEETINGS,
  lastDayOf,
  monthsOf,
  quartersFrom,
} from './rows';

const NAMES = ['东湖', '西山', '南屏', '北塘', '长桥', '明河', '石岭', '清溪', '金沙', '玉泉', '云台', '龙门'];
const TYPES = ['高新区', '经开区'];

interface Habit {
  readonly zone: ZoneRow;
  readonly size: number;
  readonly rate: number;
  readonly held: number;
  /** Share of branches of an unusual size: a rate that is better low. */
  readonly exceptions: number;
}

function unitsOf({ zone, size, rate }: Habit, quarters: readonly string[], chance: Chance): UnitRow[] {
  const built = Array.from({ length: size }, () => chance.happens(rate));
  const should = built.map(() => chance.happens(0.3));
  const led = built.map(() => chance.happens(0.4));
  const stopped = built.map(() => chance.happens(0.06));
  return quarters.flatMap((quarter) =>
    built.map((_, at): UnitRow => {
      if (chance.happens(0.03)) built[at] = !built[at];
      const mode = built[at] ? (at % 3 === 0 ? '联合支部' : '单独支部') : should[at] ? '未建-应建' : '未建-无党员';
      return {
        zone: zone.id,
        committee: `${zone.name.slice(0, 2)}${at % 2 === 0 ? '甲' : '乙'}街道党工委`,
        day: lastDayOf(quarter),
        id: `${zone.id}U${String(at).padStart(4, '0')}`,
        name: `${zone.name.slice(0, 2)}第${at + 1}号${at % 5 === 4 ? '协会' : '企业'}`,
        kind: at % 5 === 4 ? '社会组织' : '非公企业',
        operating: !stopped[at],
        mode,
        instructor: led[at] ?? false,
      };
    }),
  );
}

/** One working committee with branches; the first few branches have one group each. */
function orgsOf({ zone, size, exceptions }: Habit, quarters: readonly string[], chance: Chance): OrgRow[] {
  const branches = Math.max(4, Math.round(size / 4));
  const days = quarters.filter((quarter) => quarter.endsWith('Q4')).map(lastDayOf);
  const overdue = Array.from({ length: branches }, () => chance.happens(0.2));
  const odd = overdue.map(() => chance.happens(exceptions));
  return days.flatMap((day) => {
    const root = `${zone.id}000`;
    const common = { zone: zone.id, day, termDue: '', termDone: '' };
    const rows: OrgRow[] = [
      { ...common, id: root, name: `${zone.name}党工委`, parent: '', type: '党工委', members: 0, full: 0 },
    ];
    for (let at = 0; at < branches; at++) {
      const id = `${root}${String(at + 1).padStart(3, '0')}`;
      const name = `${zone.name.slice(0, 2)}第${at + 1}党支部`;
      const small = odd[at] ? 3 : 1;
      const members = odd[at] ? 5 : 6 + ((at * 7) % 30);
      const term = { termDue: '2016-06-30', termDone: overdue[at] ? '' : '2016-06-20' };
      rows.push({ ...common, ...term, id, name, parent: root, type: '支部', members, full: members - small });
      if (at < 3)
        rows.push({
          ...common,
          id: `${id}001`,
          name: `${name}第一党小组`,
          parent: id,
          type: '党小组',
          members: 0,
          full: 0,
        });
    }
    return rows;
  });
}

/** What is owed: a quarter for general meetings and lectures, a month for the rest; group meetings only where there is a group. */
function meetingsOf(
  { zone, held }: Habit,
  orgs: readonly OrgRow[],
  quarters: readonly string[],
  chance: Chance,
): MeetingRow[] {
  const last = orgs.reduce((latest, { day }) => (day > latest ? day : latest), '');
  const branches = orgs.filter(({ day, type }) => day === last && type === '支部');
  const groups = new Set(orgs.filter(({ type }) => type === '党小组').map(({ parent }) => parent));
  return quarters.flatMap((quarter) =>
    branches.flatMap(({ id }) =>
      MEETINGS.flatMap((meeting) => {
        if (meeting === '党小组会' && !groups.has(id)) return [];
        const monthly = meeting === '支委会' || meeting === '党小组会';
        const months = monthly ? monthsOf(quarter) : monthsOf(quarter).slice(2);
        return months.map((month): MeetingRow => ({
          zone: zone.id,
          org: id,
          meeting,
          month,
          times: chance.happens(held) ? 1 : 0,
        }));
      }),
    ),
  );
}

function itemsOf({ zone, held }: Habit, quarters: readonly string[], chance: Chance): ItemRow[] {
  return quarters.flatMap((quarter) =>
    Array.from({ length: chance.whole(2, 7) }, (_, at): ItemRow => {
      const [first = '', second = '', third = ''] = monthsOf(quarter);
      const closed = chance.happens(held)
        ? `${second}-${chance.whole(10, 28)}`
        : chance.happens(0.5)
          ? `${third}-28`
          : '';
      return {
        zone: zone.id,
        id: `${zone.id}-${quarter}-${at + 1}`,
        org: `${zone.name.slice(0, 2)}第${at + 1}党支部`,
        found: `${first}-${chance.whole(10, 28)}`,
        due: `${third}-15`,
        closed,
      };
    }),
  );
}

function ratingsOf({ zone, rate }: Habit, orgs: readonly OrgRow[], chance: Chance): RatingRow[] {
  return orgs
    .filter(({ type }) => type === '支部')
    .map(({ id, name, day }): RatingRow => ({
      zone: zone.id,
      org: id,
      name,
      year: day.slice(0, 4),
      level: chance.happens(rate) ? chance.whole(1, 5) : null,
    }));
}

/** A world in which every office reports everything at every time, from the first quarter of 2016 on. */
export function plainWorld(seed: number): World {
  const chance = chanceOf(seed);
  const quarters = quartersFrom('2016Q1', chance.pick([8, 12]));
  const zones = NAMES.slice(0, chance.whole(3, NAMES.length)).map((name, at) => ({
    id: `Z${String(at + 1).padStart(2, '0')}`,
    name: `${name}${TYPES[at % 2] ?? ''}`,
  }));
  const habits = zones.map((zone): Habit => ({
    zone,
    size: chance.whole(20, 90),
    rate: 0.55 + chance.next() * 0.4,
    held: 0.7 + chance.next() * 0.28,
    exceptions: chance.happens(0.2) ? 0.5 : 0.05,
  }));
  const orgs = new Map(habits.map((habit) => [habit.zone.id, orgsOf(habit, quarters, chance)]));
  const of = (zone: string): OrgRow[] => orgs.get(zone) ?? [];
  return {
    seed,
    told: [],
    superseded: [],
    inCounts: new Set(),
    zones,
    quarters,
    units: habits.flatMap((habit) => unitsOf(habit, quarters, chance)),
    orgs: habits.flatMap(({ zone }) => of(zone.id)),
    meetings: habits.flatMap((habit) => meetingsOf(habit, of(habit.zone.id), quarters, chance)),
    items: habits.flatMap((habit) => itemsOf(habit, quarters, chance)),
    ratings: habits.flatMap((habit) => ratingsOf(habit, of(habit.zone.id), chance)),
  };
}
