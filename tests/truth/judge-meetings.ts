import { factsOf, headline, plain } from '../../src/brief';
import type { Cube } from '../../src/cube';
import { type Part, sumOf } from './count';
import { earlierThan, headlineFaults, namesOf } from './judge';
import { type MeetingChange, allHeldIn, heldIn, kindsIn, meetingChangeOf, sharedKinds } from './meetings';
import { percentOf } from './count';
import { datedIn } from './reader';
import { type Meeting, type World } from './rows';

const METRICS = ['all_meetings_compliance_rate', 'meeting_compliance_rate'] as const;

const ENGLISH: Readonly<Record<Meeting, RegExp>> = {
  党员大会: /general/i,
  支委会: /committee/i,
  党小组会: /group/i,
  党课: /lecture|class/i,
};

/** Zone → what was held of the given kinds, or of the kinds each zone reports. */
function partsOf(world: World, metric: string, period: string, kinds?: readonly Meeting[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const { id } of world.zones) {
    const told = kindsIn(world, id, period);
    const own = kinds?.filter((kind) => told.includes(kind)) ?? told;
    const part =
      metric === 'meeting_compliance_rate'
        ? sumOf(own.map((kind) => heldIn(world, id, period, kind)))
        : allHeldIn(world, id, period, own);
    if (part.n > 0) parts.set(id, part);
  }
  return parts;
}

/** Kinds that one zone or another reported in only one of the two quarters, and that are not mentioned. */
function kindFaults(text: string, change: MeetingChange): string[] {
  const left = new Set(change.both.flatMap((zone) => change.kindsLeft.get(zone) ?? []));
  const told = (kind: Meeting): boolean => text.includes(kind) || ENGLISH[kind].test(text);
  return [...left].filter((kind) => !told(kind)).map((kind) => `does not say that ${kind} was reported once only`);
}

/** The last quarter up to one of which any zone has a log; the quarter itself where none ever had. */
const lastLogged = (world: World, period: string): string =>
  world.quarters
    .filter((at) => at <= period && world.zones.some(({ id }) => kindsIn(world, id, at).length > 0))
    .at(-1) ?? period;

/** The wholes that a headline may state: as reported, on what is compared over time, or on what all zones share. */
function wholesOf(world: World, metric: string, period: string, change: MeetingChange | null): Part[] {
  const found = [sumOf(partsOf(world, metric, period).values())];
  if (change !== null) found.push(change.now);
  found.push(sumOf(partsOf(world, metric, period, sharedKinds(world, period)).values()));
  return found;
}

/** Headlines of meetings held: changes on the kinds reported both times, levels on the kinds all share. */
export function meetingHeadlineFaults(world: World, cube: Cube): string[] {
  const faults: string[] = [];
  for (const metric of METRICS)
    for (const asked of world.quarters)
      for (const comparison of ['previous', 'year'] as const) {
        // Where nobody logged anything the last quarter in which somebody did answers, and is named.
        const period = lastLogged(world, asked);
        const ask = { period: asked, comparison, by: 'zone', zones: world.zones.map(({ id }) => id) } as const;
        const facts = factsOf(cube, { ...ask, metric });
        const from = earlierThan(world, period, comparison);
        const change = from === null ? null : meetingChangeOf(world, metric, from, period);
        const now = sharedKinds(world, period);
        const then = from === null ? now : sharedKinds(world, from);
        // Zones may be compared on what all of them report now, or in both periods.
        const levels = [now, now.filter((kind) => then.includes(kind))].map((kinds) =>
          partsOf(world, metric, period, kinds),
        );
        for (const locale of ['zh', 'en'] as const) {
          const text = plain(headline(facts, namesOf(cube), locale));
          const wholes = wholesOf(world, metric, period, change);
          const whole = wholes.find((part) => part.n > 0 && text.includes(percentOf(part))) ??
            wholes[0] ?? { x: 0, n: 0 };
          const [found = []] = levels
            .map((parts) => headlineFaults(world, text, whole, parts, change))
            .sort((a, b) => a.length - b.length);
          if (period !== asked && datedIn(text) !== period) found.push(`does not say that it is of ${period}`);
          if (change !== null && change.points !== null) found.push(...kindFaults(text, change));
          faults.push(...found.map((fault) => `${metric} ${asked} ${comparison}: ${fault} — “${text}”`));
        }
      }
  return faults;
}
