import { type Facts, factsOf, headline, plain, watchList } from '../../src/brief';
import { type Cube, type Comparison, zoneName } from '../../src/cube';
import type { Locale } from '../../src/domain';
import { type Change, changeOf, fallOf, splitOf } from './change';
import { type Part, UNIT_RATES, partsByZone, percentOf, rateOfPart, sumOf, unitsAt } from './count';
import { midChance, othersOf } from './differs';
import { type Claim, type Standing, datedIn, read } from './reader';
import type { World } from './rows';
import { scopeOf } from './scope';

/* Sets what the product says of a world against what may truthfully be said of it. Every fault is a line of text. */

/** Chances this close to the line may fall on either side of it: tests differ in the third decimal. */
const NEAR = 1.6;
const WATCH = 0.05;
const SIGNIFICANT = 0.002;

/** More names than these are given as a number. */
const MOST_NAMED = 3;

/** What must be known of a change to judge what is said of it. */
export type Judged = Pick<Change, 'points' | 'both' | 'left' | 'absent' | 'now'> & {
  readonly committeesLeft?: readonly string[];
  readonly before?: Part;
};

/** Whether a figure is the rounding of a value, half upwards, to as many decimals as the figure has. */
export function isRounded(figure: string, value: number): boolean {
  const decimals = (figure.split('.')[1] ?? '').length;
  return Math.abs(Number(figure) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}

function rateFaults(claim: Claim, whole: Part): string[] {
  const rate = rateOfPart(whole);
  if (rate === null) return claim.rate === null ? [] : [`says ${claim.rate}% of nothing`];
  if (claim.rate === null) return ['says no rate'];
  const exact =
    claim.rate.split('.')[1]?.length === 1 ? claim.rate === percentOf(whole) : isRounded(claim.rate, rate * 100);
  return exact ? [] : [`says ${claim.rate}%, is ${percentOf(whole)}% (${whole.x}/${whole.n})`];
}

/** A base surely moved by so much that it may be said to have changed. */
const MOVED = 0.1;

/** Whether every zone compared is said to have another base, and has: then nothing tells rates from bases, and no points are stated. */
function isAllScoped(world: World, claim: Claim, change: Judged): boolean {
  const names = change.both.map((id) => world.zones.find((zone) => zone.id === id)?.name ?? id);
  const moved = Math.abs(change.now.n - (change.before?.n ?? change.now.n)) / change.now.n;
  return names.every((name) => claim.scoped.includes(name)) && moved > MOVED;
}

function changeFaults(world: World, claim: Claim, change: Judged): string[] {
  const part = rateOfPart(change.now);
  if (claim.partRate !== null && (part === null || !isRounded(claim.partRate, part * 100)))
    return [`says ${claim.partRate}% of what compares, is ${percentOf(change.now)}%`];
  if (change.points === null)
    return claim.moved === null ? [] : [`says a change of ${claim.moved} where none is known`];
  if (claim.moved === null && isAllScoped(world, claim, change)) return [];
  if (claim.moved === null) return [`says no change, is ${change.points.toFixed(2)}`];
  if (isRounded(claim.moved, change.points)) return [];
  return [`says a change of ${claim.moved}, is ${change.points.toFixed(2)} over ${change.both.length} zones`];
}

/** On how many of how many, and who is not among them. */
function panelFaults(world: World, text: string, claim: Claim, change: Judged): string[] {
  if (change.points === null || (claim.moved === null && isAllScoped(world, claim, change))) return [];
  const faults: string[] = [];
  const name = (zone: string): string => world.zones.find(({ id }) => id === zone)?.name ?? zone;
  const left = change.left.map(name);
  const absent = change.absent.map(name);
  if (left.length > 0) {
    const all = change.both.length + left.length;
    if (claim.panel === null)
      faults.push(`does not say that the change is one of ${change.both.length} of ${all} zones`);
    else if (claim.panel.both !== change.both.length || ![all, all + change.absent.length].includes(claim.panel.all))
      faults.push(`says ${claim.panel.both} of ${claim.panel.all} zones, is ${change.both.length} of ${all}`);
    if (left.length <= MOST_NAMED && !left.every((name) => text.includes(name)))
      faults.push(`does not name ${left.join(', ')}`);
  } else if (absent.length === 0 && claim.panel !== null && claim.panel.both !== claim.panel.all)
    faults.push(`says ${claim.panel.both} of ${claim.panel.all} zones, is all`);
  const wrong = claim.unreported.filter((one) => !left.includes(one) && !absent.includes(one));
  if (wrong.length > 0) faults.push(`says that ${wrong.join(', ')} did not report`);
  if ((change.committeesLeft ?? []).length > 0 && !/党委|党工委|committee/.test(text))
    faults.push(`does not say that ${change.committeesLeft?.join(', ') ?? ''} reported once`);
  return faults;
}

/** How often a split like this one would be chance, and on which side of the others the zone is. */
function against(parts: ReadonlyMap<string, Part>, id: string): { chance: number; side: 'below' | 'above' | 'level' } {
  const [one, others] = [parts.get(id) ?? { x: 0, n: 0 }, othersOf(parts, id)];
  const [a, b] = [rateOfPart(one), rateOfPart(others)];
  const side = a === null || b === null || a === b ? 'level' : a < b ? 'below' : 'above';
  return { chance: midChance(one, others), side };
}

function standingFaults(world: World, standing: Standing, parts: ReadonlyMap<string, Part>): string[] {
  const limit = (standing.significant ? SIGNIFICANT : WATCH) * NEAR;
  const may = (id: string): boolean => {
    const { chance, side } = against(parts, id);
    return chance < limit && side === standing.side;
  };
  const ids = standing.names.map((name) => world.zones.find((zone) => zone.name === name)?.id ?? name);
  const wrong = ids.filter((id) => !may(id));
  if (wrong.length > 0)
    return wrong.map((id) => {
      const { chance, side } = against(parts, id);
      return `says ${id} is ${standing.significant ? 'significantly ' : ''}${standing.side}, is ${side}, chance ${chance.toFixed(4)}`;
    });
  const possible = [...parts.keys()].filter(may).length;
  return ids.length === 0 && possible < standing.count
    ? [`says ${standing.count} are ${standing.side}, ${possible} could be`]
    : [];
}

/** Who surely cannot be told apart must be among those said not to be; who stands out is not counted twice. */
function undecidedFaults(claim: Claim, parts: ReadonlyMap<string, Part>): string[] {
  if (claim.undecided === null) return [];
  const known = [...parts].filter(([, { n }]) => n > 0).map(([id]) => id);
  const sure = known.filter((id) => against(parts, id).chance > WATCH * NEAR).length;
  const out = claim.standing.reduce((sum, { count }) => sum + count, 0);
  if (claim.undecided + out > known.length) return [`counts ${claim.undecided + out} of ${known.length} zones`];
  return claim.undecided < sure ? [`says ${claim.undecided} cannot be told apart, ${sure} cannot`] : [];
}

/** Everything a headline over zones claims, set against the counts. */
export function headlineFaults(
  world: World,
  text: string,
  whole: Part,
  parts: ReadonlyMap<string, Part>,
  change: Judged | null,
): string[] {
  const claim = read(
    text,
    world.zones.map(({ name }) => name),
  );
  return [
    ...rateFaults(claim, whole),
    ...(change === null ? [] : [...changeFaults(world, claim, change), ...panelFaults(world, text, claim, change)]),
    ...claim.standing.flatMap((standing) => standingFaults(world, standing, parts)),
    ...undecidedFaults(claim, parts),
  ];
}

export const namesOf =
  (cube: Cube) =>
  (key: { readonly zone?: string; readonly committee?: string; readonly domain?: string }): string =>
    key.committee ?? key.domain ?? zoneName(cube, key.zone ?? '');

const LOCALES: readonly Locale[] = ['zh', 'en'];

/** The quarter that a comparison sets beside one, if the world goes back that far. */
export function earlierThan(world: World, period: string, comparison: Comparison): string | null {
  const at = world.quarters.indexOf(period) - (comparison === 'year' ? 4 : 1);
  return comparison === 'none' || at < 0 ? null : (world.quarters[at] ?? null);
}

/** Whose base changed beyond what its history explains is told; whose did not is not accused of it. */
function scopeFaults(world: World, metric: string, text: string, from: string, to: string): string[] {
  const claim = read(
    text,
    world.zones.map(({ name }) => name),
  );
  const { jumped, steady } = scopeOf(world, metric, from, to);
  const ids = world.zones.filter(({ name }) => claim.scoped.includes(name)).map(({ id }) => id);
  const split = splitOf(world, metric, from, to, ids);
  const { split: said } = claim;
  const right =
    said === null || (split !== null && isRounded(said.rate, split.rate) && isRounded(said.scope, split.scope));
  const nameOf = (zone: string): string => world.zones.find(({ id }) => id === zone)?.name ?? zone;
  return [
    ...(right ? [] : [`says ${said.rate} by rates and ${said.scope} by bases, is ${JSON.stringify(split)}`]),
    ...jumped
      .map(nameOf)
      .flatMap((name) => (claim.scoped.includes(name) ? [] : [`does not say that the base of ${name} changed`])),
    ...steady
      .map(nameOf)
      .flatMap((name) => (claim.scoped.includes(name) ? [`says that the base of ${name} changed`] : [])),
  ];
}

/** What the facts hold of the change before any word is made of it: the same points, over the same zones. */
function factFaults(world: World, facts: Facts, change: Change): string[] {
  const { change: said } = facts;
  // Where every base leapt nothing tells rates from bases, and no points are stated.
  if (said?.points === null && said.scope.length === said.zones.length) return [];
  const points = said?.points ?? null;
  const same = change.points === null ? points === null : points !== null && Math.abs(points - change.points) < 1e-6;
  const faults = same ? [] : [`facts say ${String(points)}, is ${String(change.points)}`];
  const zones = [...(said?.zones ?? [])].sort().join();
  if (said !== null && zones !== [...change.both].sort().join()) faults.push(`facts compare ${zones}`);
  return faults;
}

/** Each zone's own change, over its committees that reported both times. */
function memberFaults(world: World, facts: Facts, from: string): string[] {
  return facts.members.flatMap((member) => {
    const zone = member.key.zone ?? '';
    const { points } = changeOf(world, facts.metric.id, from, facts.period, [zone]);
    const same =
      points === null ? member.points === null : member.points !== null && Math.abs(points - member.points) < 1e-6;
    return same ? [] : [`${zone} changed by ${String(member.points)}, is ${String(points)}`];
  });
}

/** The last quarter up to one in which any zone counted its units; the quarter itself where none ever did. */
export const lastCounted = (world: World, period: string): string =>
  world.quarters
    .filter((at) => at <= period && world.zones.some(({ id }) => unitsAt(world, id, at).length > 0))
    .at(-1) ?? period;

/** Headlines of unit rates, in every quarter, against the quarter and the year before, in both languages. */
export function unitHeadlineFaults(world: World, cube: Cube): string[] {
  const faults: string[] = [];
  for (const metric of Object.keys(UNIT_RATES))
    for (const asked of world.quarters)
      for (const comparison of ['previous', 'year'] as const) {
        // Where nobody counted anything the last quarter in which somebody did answers, and is named.
        const period = lastCounted(world, asked);
        const zones = world.zones.map(({ id }) => id);
        const facts = factsOf(cube, { metric, period: asked, comparison, by: 'zone', zones });
        const from = earlierThan(world, period, comparison);
        const parts = partsByZone(world, metric, period);
        const change = from === null ? null : changeOf(world, metric, from, period);
        const found = LOCALES.flatMap((locale) => {
          const text = plain(headline(facts, namesOf(cube), locale));
          const wrong = headlineFaults(world, text, sumOf(parts.values()), parts, change);
          if (period !== asked && datedIn(text) !== period) wrong.push(`does not say that it is of ${period}`);
          if (from !== null && comparison === 'previous') wrong.push(...scopeFaults(world, metric, text, from, period));
          const { run } = read(text, []);
          const fall = fallOf(
            world,
            metric,
            world.zones.map(({ id }) => id),
            period,
          );
          if (run !== null && (run < fall.least || run > fall.most))
            wrong.push(`says a fall of ${run}, is ${fall.least} to ${fall.most}`);
          return wrong.map((fault) => `${fault} — “${text}”`);
        });
        if (from !== null) found.push(...memberFaults(world, facts, from));
        if (change !== null) found.push(...factFaults(world, facts, change));
        faults.push(...found.map((fault) => `${metric} ${asked} ${comparison}: ${fault}`));
      }
  return faults;
}

/** Figure, fraction and length of fall of every entry of the watch list about a unit rate. */
export function watchFaults(world: World, cube: Cube): string[] {
  const faults: string[] = [];
  for (const period of world.quarters.slice(-4))
    for (const locale of LOCALES) {
      const ask = { period, comparison: 'previous', by: 'zone', zones: world.zones.map(({ id }) => id) } as const;
      for (const item of watchList(cube, ask, namesOf(cube), locale).items) {
        const zone = item.member?.key.zone;
        if (zone === undefined || !(item.metric in UNIT_RATES)) continue;
        const at = lastCounted(world, period);
        const parts = partsByZone(world, item.metric, at);
        const part = parts.get(zone) ?? { x: 0, n: 0 };
        const say = (fault: string): void => void faults.push(`${period} ${item.title}: ${fault} — “${item.detail}”`);
        if (item.figure.replace(/\s?%/, '') !== percentOf(part)) say(`says ${item.figure}, is ${percentOf(part)}`);
        if (!item.detail.replaceAll(',', '').includes(`${part.x}/${part.n}`)) say(`is ${part.x}/${part.n}`);
        if (at !== period && datedIn(item.detail) !== at) say(`does not say that it is of ${at}`);
        const run = fallOf(world, item.metric, [zone], at);
        const said = read(item.detail, []).run;
        if (said === null ? run.least > 2 : said < run.least || said > run.most)
          say(`says a fall of ${String(said)}, is ${run.least} to ${run.most}`);
        // An entry without a signal is there for its fall alone.
        if (item.significant !== null && against(parts, zone).chance > WATCH * NEAR) say('could well be chance');
      }
    }
  return faults;
}
