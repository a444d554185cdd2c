import { type Chance, chanceOf } from './chance';
import { type Meeting, type UnitRow, type World, lastDayOf, quarterOf } from './rows';
import { plainWorld } from './world';

/** One thing that goes wrong, or merely differs, in what offices report. */
interface Mutation {
  readonly name: string;
  readonly apply: (world: World, chance: Chance) => World;
}

const nameIn = (world: World, zone: string): string => world.zones.find(({ id }) => id === zone)?.name ?? zone;
const anyZone = (world: World, chance: Chance): string => chance.pick(world.zones).id;
const note = (world: World, text: string): readonly string[] => [...world.told, text];

/** A zone hands in no unit coverage for some quarters. */
function withoutQuarters(world: World, zone: string, out: (quarter: string) => boolean, text: string): World {
  return {
    ...world,
    units: world.units.filter((unit) => unit.zone !== zone || !out(quarterOf(unit.day))),
    told: note(world, `${nameIn(world, zone)}: ${text}`),
  };
}

function missingOnce(world: World, chance: Chance): World {
  const gone = chance.pick(world.quarters);
  return withoutQuarters(world, anyZone(world, chance), (quarter) => quarter === gone, `no coverage in ${gone}`);
}

function missingLast(world: World, chance: Chance): World {
  const last = world.quarters.at(-1);
  return withoutQuarters(
    world,
    anyZone(world, chance),
    (quarter) => quarter === last,
    'no coverage in the last quarter',
  );
}

function missingFirst(world: World, chance: Chance): World {
  const start = chance.pick(world.quarters.slice(1, 5));
  return withoutQuarters(world, anyZone(world, chance), (quarter) => quarter < start, `no coverage before ${start}`);
}

function yearlyOnly(world: World, chance: Chance): World {
  const end = chance.pick(['Q4', 'Q2']);
  return withoutQuarters(world, anyZone(world, chance), (quarter) => !quarter.endsWith(end), `coverage in ${end} only`);
}

/** Registers of a zone stand at mid-year instead of the year's end. */
function midYearRegister(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const moved = (day: string): string => `${day.slice(0, 4)}-06-30`;
  return {
    ...world,
    orgs: world.orgs.map((org) => (org.zone === zone ? { ...org, day: moved(org.day) } : org)),
    told: note(world, `${nameIn(world, zone)}: registers at mid-year`),
  };
}

/** A zone starts to count units it did not count before, few of them covered: its base grows by 40 % or more for good. */
function widened(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const from = chance.pick(world.quarters.slice(5));
  const last = world.units.filter((unit) => unit.zone === zone && unit.day === lastDayOf(from));
  const extra = Math.ceil(last.length * (0.4 + chance.next() * 0.6));
  const added = world.quarters
    .filter((quarter) => quarter >= from)
    .flatMap((quarter) =>
      Array.from({ length: extra }, (_, at): UnitRow => ({
        zone,
        committee: last[0]?.committee ?? '',
        day: lastDayOf(quarter),
        id: `${zone}X${from}${String(at).padStart(4, '0')}`,
        name: `${nameIn(world, zone).slice(0, 2)}新纳入${from}第${at + 1}号企业`,
        kind: '非公企业',
        operating: true,
        mode: at % 5 === 0 ? '单独支部' : '未建-无党员',
        instructor: false,
      })),
    );
  return {
    ...world,
    units: [...world.units, ...added],
    told: note(world, `${nameIn(world, zone)}: base widened by ${extra} units from ${from}`),
  };
}

function withoutMeetings(
  world: World,
  zone: string,
  out: (meeting: Meeting, month: string) => boolean,
  text: string,
): World {
  return {
    ...world,
    meetings: world.meetings.filter((row) => row.zone !== zone || !out(row.meeting, row.month)),
    told: note(world, `${nameIn(world, zone)}: ${text}`),
  };
}

function lateKind(world: World, chance: Chance): World {
  const kind = chance.pick(['党小组会', '党课'] as const);
  const from = chance.pick(world.quarters.slice(3));
  const first = lastDayOf(from).slice(0, 7);
  return withoutMeetings(
    world,
    anyZone(world, chance),
    (meeting, month) => meeting === kind && quarterOf(`${month}-01`) < quarterOf(`${first}-01`),
    `${kind} recorded from ${from} only`,
  );
}

function missingLogQuarter(world: World, chance: Chance): World {
  const gone = chance.pick(world.quarters.slice(1, -1));
  return withoutMeetings(
    world,
    anyZone(world, chance),
    (_, month) => quarterOf(`${month}-01`) === gone,
    `no log at all in ${gone}`,
  );
}

function fewerKinds(world: World, chance: Chance): World {
  const kind = chance.pick(['支委会', '党小组会', '党课', '党员大会'] as const);
  return withoutMeetings(world, anyZone(world, chance), (meeting) => meeting === kind, `${kind} never recorded`);
}

/** A zone keeps its list of things to put right from some quarter on only. */
function lateLedger(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const from = chance.pick(world.quarters.slice(2, -2));
  return {
    ...world,
    items: world.items.filter((item) => item.zone !== zone || quarterOf(item.found) >= from),
    told: note(world, `${nameIn(world, zone)}: no list of rectification before ${from}`),
  };
}

/** A zone rates its organisations every second year. */
function ratedEverySecondYear(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  return {
    ...world,
    ratings: world.ratings.filter((row) => row.zone !== zone || Number(row.year) % 2 === 0),
    told: note(world, `${nameIn(world, zone)}: rates in even years`),
  };
}

/** Rows of a zone first filed wrongly, and put right by a file that holds those rows only. */
function corrected(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const quarter = chance.pick(world.quarters.slice(1));
  const rows = world.units.filter((unit) => unit.zone === zone && quarterOf(unit.day) === quarter);
  const some = new Set(rows.filter((_, at) => at % 6 === 0).map(({ id }) => id));
  const isSome = (unit: UnitRow): boolean => rows.includes(unit) && some.has(unit.id);
  const other = ({ mode }: UnitRow): UnitRow['mode'] => (mode.startsWith('未建') ? '单独支部' : '未建-应建');
  return {
    ...world,
    superseded: [...world.superseded, ...world.units.filter(isSome)],
    units: world.units.map((unit) => (isSome(unit) ? { ...unit, mode: other(unit) } : unit)),
    told: note(world, `${nameIn(world, zone)}: ${some.size} rows of ${quarter} corrected`),
  };
}

/** A zone loses one covered unit a quarter, to the last, whatever else moves in it. */
function falling(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const ids = [...new Set(world.units.filter((unit) => unit.zone === zone && unit.operating).map(({ id }) => id))];
  const order = new Map(ids.map((id, at) => [id, at]));
  const start = Math.floor(ids.length * 0.6);
  return {
    ...world,
    units: world.units.map((unit) => {
      if (unit.zone !== zone) return unit;
      const left = start - world.quarters.indexOf(quarterOf(unit.day));
      return { ...unit, mode: (order.get(unit.id) ?? Infinity) < left ? '单独支部' : '未建-应建' };
    }),
    told: note(world, `${nameIn(world, zone)}: falls every quarter, ${world.quarters.length - 1} in a row`),
  };
}

/** A zone starts to count more units in the very quarter in which one of its committees hands in nothing. */
function widenedWhileMissing(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const short = nameIn(world, zone).slice(0, 2);
  const from = chance.pick([...world.quarters.slice(5), world.quarters.at(-1) ?? '']);
  const rows = world.units.filter((unit) => unit.zone === zone && unit.day === lastDayOf(from));
  const kept = rows.filter(({ committee }) => committee === `${short}甲街道党工委`);
  // Now and then about as many come in as are missing, so that the zone as a whole looks as it was.
  const extra = chance.happens(0.5) ? rows.length - kept.length : Math.ceil(kept.length * (0.6 + chance.next()));
  const added = world.quarters
    .filter((quarter) => quarter >= from)
    .flatMap((quarter) =>
      Array.from({ length: extra }, (_, at): UnitRow => ({
        zone,
        committee: `${short}甲街道党工委`,
        day: lastDayOf(quarter),
        // The same may happen twice: other units then.
        id: `${zone}W${from}${String(at).padStart(4, '0')}`,
        name: `${short}${from}又纳入${at + 1}号企业`,
        kind: '非公企业',
        operating: true,
        mode: at % 5 === 0 ? '单独支部' : '未建-应建',
        instructor: false,
      })),
    );
  const isGone = (unit: UnitRow): boolean => unit.committee === `${short}乙街道党工委` && quarterOf(unit.day) === from;
  return {
    ...world,
    units: [...world.units.filter((unit) => !isGone(unit)), ...added],
    told: note(world, `${short}: ${extra} units more from ${from}, when ${short}乙街道党工委 handed in nothing`),
  };
}

function committeeMissing(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const committee = `${nameIn(world, zone).slice(0, 2)}乙街道党工委`;
  const gone = chance.pick(world.quarters.slice(1));
  return {
    ...world,
    units: world.units.filter((unit) => unit.committee !== committee || quarterOf(unit.day) !== gone),
    told: note(world, `${committee}: no coverage in ${gone}`),
  };
}

/** Half of a committee's units come under a new committee: rearranged, not unreported. */
function committeeSplit(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const short = nameIn(world, zone).slice(0, 2);
  const from = chance.pick(world.quarters.slice(1));
  const moves = ({ committee, day, id }: UnitRow): boolean =>
    committee === `${short}乙街道党工委` && quarterOf(day) >= from && Number(id.slice(-4)) % 4 === 1;
  return {
    ...world,
    units: world.units.map((unit) => (moves(unit) ? { ...unit, committee: `${short}丙街道党工委` } : unit)),
    told: note(world, `${short}: a new committee takes over half of another from ${from}`),
  };
}

function tiny(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const kept = new Set(
    [...new Set(world.units.filter((unit) => unit.zone === zone).map(({ id }) => id))].slice(0, chance.whole(1, 9)),
  );
  return {
    ...world,
    units: world.units.filter((unit) => unit.zone !== zone || kept.has(unit.id)),
    told: note(world, `${nameIn(world, zone)}: ${kept.size} units in all`),
  };
}

/** A zone with the counts of another at every time. */
function copied(world: World, first: string, second: string): World {
  const [name, other] = [nameIn(world, first).slice(0, 2), nameIn(world, second).slice(0, 2)];
  const like = (rows: readonly UnitRow[]): UnitRow[] => [
    ...rows.filter((unit) => unit.zone !== second),
    ...rows
      .filter((unit) => unit.zone === first)
      .map((unit) => ({
        ...unit,
        zone: second,
        id: unit.id.replace(first, second),
        name: unit.name.replace(name, other),
        committee: unit.committee.replace(name, other),
      })),
  ];
  return {
    ...world,
    units: like(world.units),
    superseded: like(world.superseded),
    inCounts: new Set([...world.inCounts].filter((zone) => zone !== second && zone !== first)),
    told: note(world, `${nameIn(world, first)} and ${nameIn(world, second)}: the same counts`),
  };
}

/** Two zones with the same counts at every time. */
function twins(world: World): World {
  const [first, second] = world.zones;
  return first && second ? copied(world, first.id, second.id) : world;
}

/** A zone whose rate is a half point in the second decimal that floating point falls short of: 23 of 80 is 28.75 %. */
function halfPoint(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const [covered, all] = chance.pick([
    [23, 80],
    [41, 80],
    [51, 80],
    [46, 160],
  ] as const);
  const name = nameIn(world, zone).slice(0, 2);
  const units = world.quarters.flatMap((quarter) =>
    Array.from({ length: all }, (_, at): UnitRow => ({
      zone,
      committee: `${name}甲街道党工委`,
      day: lastDayOf(quarter),
      id: `${zone}H${String(at).padStart(4, '0')}`,
      name: `${name}第${at + 1}号企业`,
      kind: '非公企业',
      operating: true,
      mode: at < covered ? '单独支部' : '未建-应建',
      instructor: false,
    })),
  );
  return {
    ...world,
    units: [...world.units.filter((unit) => unit.zone !== zone), ...units],
    told: note(world, `${nameIn(world, zone)}: ${covered} of ${all} in every quarter`),
  };
}

/** Branches of a zone have three groups each, and every group keeps its own log, held or not as chance has it. */
function manyGroups(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  // Once a zone: the groups would be the same ones again.
  if (world.orgs.some((org) => org.zone === zone && org.type === '党小组' && org.id.endsWith('003'))) return world;
  const parents = new Map(
    world.orgs.filter((org) => org.zone === zone && org.type === '党小组').map((org) => [org.parent, org.id]),
  );
  const more = (id: string): string[] => ['002', '003'].map((last) => id.slice(0, -3) + last);
  return {
    ...world,
    orgs: world.orgs.flatMap((org) =>
      org.zone === zone && org.type === '党小组'
        ? [
            org,
            ...more(org.id).map((id) => ({
              ...org,
              id,
              name: org.name.replace('第一', id.endsWith('2') ? '第二' : '第三'),
            })),
          ]
        : [org],
    ),
    meetings: world.meetings.flatMap((row) => {
      const group = parents.get(row.org);
      if (row.zone !== zone || row.meeting !== '党小组会' || group === undefined) return [row];
      return [group, ...more(group)].map((org) => ({ ...row, org, times: chance.happens(0.7) ? 1 : 0 }));
    }),
    told: note(world, `${nameIn(world, zone)}: three groups to a branch`),
  };
}

/** Zones that never report whether units have an instructor nor any that should be built: nothing there to be missing. */
function allBuilt(world: World): World {
  return {
    ...world,
    units: world.units.map((unit) => (unit.mode === '未建-应建' ? { ...unit, mode: '未建-无党员' } : unit)),
    told: note(world, 'no unit anywhere is required and not built'),
  };
}

/** For one quarter a committee of a zone lists its units, none of them operating: it did report, and has nothing in scope. */
function nothingInScope(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const committee = `${nameIn(world, zone).slice(0, 2)}${chance.pick(['甲', '乙'])}街道党工委`;
  const at = chance.pick(world.quarters);
  const isIn = (unit: UnitRow): boolean => unit.committee === committee && quarterOf(unit.day) === at;
  return {
    ...world,
    units: world.units.map((unit) => (isIn(unit) ? { ...unit, operating: false } : unit)),
    told: note(world, `${committee}: no unit in operation in ${at}`),
  };
}

/** For one quarter a zone has units of one kind only: of the other it has none, and failed to report nothing. */
function oneKindOnly(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const at = chance.pick(world.quarters);
  const kind = chance.pick(['非公企业', '社会组织'] as const);
  return {
    ...world,
    units: world.units.filter((unit) => unit.zone !== zone || quarterOf(unit.day) !== at || unit.kind === kind),
    told: note(world, `${nameIn(world, zone)}: no unit but of ${kind} in ${at}`),
  };
}

/** A zone reports numbers in place of its list, and nothing in it is uncovered: 0 is what it says. */
function countsAllCovered(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  return {
    ...world,
    inCounts: new Set([...world.inCounts, zone]),
    superseded: world.superseded.filter((unit) => unit.zone !== zone),
    units: world.units.map((unit) =>
      unit.zone === zone && unit.mode.startsWith('未建') ? { ...unit, instructor: true } : unit,
    ),
    told: note(world, `${nameIn(world, zone)}: coverage in numbers, nothing uncovered`),
  };
}

/** For one quarter nobody counts any unit, as when a form is being revised: an earlier quarter is all there is. */
function nobodyCounts(world: World, chance: Chance): World {
  const gone = chance.happens(0.5) ? world.quarters.at(-1) : chance.pick(world.quarters.slice(1));
  return {
    ...world,
    units: world.units.filter(({ day }) => quarterOf(day) !== gone),
    superseded: world.superseded.filter(({ day }) => quarterOf(day) !== gone),
    told: note(world, `nobody: no coverage in ${gone ?? ''}`),
  };
}

/** Every zone has the same counts at every time: nobody is first or last. */
function allAlike(world: World): World {
  return world.zones.slice(1).reduce((so, { id }) => copied(so, so.zones[0]?.id ?? '', id), world);
}

/** One zone, or two, are all there are. */
function fewZones(world: World, chance: Chance): World {
  const kept = world.zones.slice(0, chance.whole(1, 2));
  const isKept = (row: { readonly zone: string }): boolean => kept.some(({ id }) => id === row.zone);
  return {
    ...world,
    zones: kept,
    units: world.units.filter(isKept),
    superseded: world.superseded.filter(isKept),
    orgs: world.orgs.filter(isKept),
    meetings: world.meetings.filter(isKept),
    items: world.items.filter(isKept),
    ratings: world.ratings.filter(isKept),
    told: note(world, `${kept.length} of the zones only`),
  };
}

/** A zone never hands in one of the tables that all the others do. */
function neverReported(world: World, chance: Chance): World {
  const zone = anyZone(world, chance);
  const table = chance.pick(['units', 'orgs', 'meetings', 'items', 'ratings'] as const);
  const isOther = (row: { readonly zone: string }): boolean => row.zone !== zone;
  return {
    ...world,
    [table]: world[table].filter(isOther),
    superseded: table === 'units' ? world.superseded.filter(isOther) : world.superseded,
    told: note(world, `${nameIn(world, zone)}: never any ${table}`),
  };
}

export const MUTATIONS: readonly Mutation[] = [
  { name: 'missing-once', apply: missingOnce },
  { name: 'missing-last', apply: missingLast },
  { name: 'missing-first', apply: missingFirst },
  { name: 'yearly-only', apply: yearlyOnly },
  { name: 'mid-year-register', apply: midYearRegister },
  { name: 'widened', apply: widened },
  { name: 'widened-while-missing', apply: widenedWhileMissing },
  { name: 'late-kind', apply: lateKind },
  { name: 'missing-log-quarter', apply: missingLogQuarter },
  { name: 'fewer-kinds', apply: fewerKinds },
  { name: 'late-ledger', apply: lateLedger },
  { name: 'rated-every-second-year', apply: ratedEverySecondYear },
  { name: 'corrected', apply: corrected },
  { name: 'many-groups', apply: manyGroups },
  { name: 'falling', apply: falling },
  { name: 'committee-missing', apply: committeeMissing },
  { name: 'committee-split', apply: committeeSplit },
  { name: 'tiny', apply: tiny },
  { name: 'twins', apply: twins },
  { name: 'half-point', apply: halfPoint },
  { name: 'all-built', apply: allBuilt },
  { name: 'nothing-in-scope', apply: nothingInScope },
  { name: 'one-kind-only', apply: oneKindOnly },
  { name: 'counts-all-covered', apply: countsAllCovered },
  { name: 'never-reported', apply: neverReported },
  { name: 'nobody-counts', apply: nobodyCounts },
  { name: 'all-alike', apply: allAlike },
  { name: 'few-zones', apply: fewZones },
];

/** The world of a seed with the named mutations, or with two to five chosen by the seed. */
export function mutatedWorld(seed: number, names?: readonly string[]): World {
  const chance = chanceOf(seed * 7919 + 17);
  const chosen =
    names === undefined
      ? Array.from({ length: chance.whole(2, 5) }, () => chance.pick(MUTATIONS))
      : MUTATIONS.filter(({ name }) => names.includes(name));
  return chosen.reduce((world, { apply }) => apply(world, chance), plainWorld(seed));
}
