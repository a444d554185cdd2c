import { factsOf, headline, plain } from '../../src/brief';
import { type Cube } from '../../src/cube';
import { changeOf } from './change';
import { type Part, partsByZone, percentOf, sumOf } from './count';
import { midChance, othersOf } from './differs';
import { earlierThan, isRounded, lastCounted, namesOf } from './judge';
import { read } from './reader';
import type { World } from './rows';

const METRIC = 'org_coverage_rate';

const PARENT = {
  zh: /(?:全部|有数的) (\d+) 个园区(?:（共 (\d+) 个）)?为 (\d+\.\d+)\s?%(?:，本区(低|高) (\d+\.\d+) 个百分点)?(，(?:在各园区|其)中最(?:低|高))?(（(?:显著|需关注|相差显著|超出偶然)）)?/u,
  en: /(?:all|the) (\d+)(?: of (\d+))? zones (?:together|with a figure) (?:have|has) (\d+\.\d+)\s?%(?:: this zone is (\d+\.\d+) points (below|above) that)?(, the (?:lowest|highest) of (?:all|them))?( \((?:significant|worth watching|a significant difference|more than chance)\))?/u,
};

interface Beside {
  readonly zones: string;
  /** Of how many they are, where those are not all. */
  readonly of: string | null;
  readonly rate: string;
  readonly gap: string | null;
  readonly low: boolean;
  readonly last: boolean;
  readonly sure: boolean;
}

function besideOf(text: string, locale: 'zh' | 'en'): Beside | null {
  const found = PARENT[locale].exec(text);
  if (!found) return null;
  const [gap, side] = locale === 'zh' ? [found[5], found[4]] : [found[4], found[5]];
  return {
    zones: found[1] ?? '',
    of: found[2] ?? null,
    rate: found[3] ?? '',
    gap: gap ?? null,
    low: side === '低' || side === 'below',
    last: found[6] !== undefined,
    sure: found[7] !== undefined,
  };
}

const rate = ({ x, n }: Part): number => (x / n) * 100;

/** What is said of one zone beside all: how many, their rate, the gap, the last place, and whether chance explains it. */
function besideFaults(all: number, parts: ReadonlyMap<string, Part>, zone: string, said: Beside | null): string[] {
  const own = parts.get(zone) ?? { x: 0, n: 0 };
  const known = [...parts].filter(([, { n }]) => n > 0);
  const whole = sumOf(parts.values());
  if (own.n === 0 || known.length < 2) return [];
  if (said === null) return ['does not say how all zones stand'];
  const faults: string[] = [];
  if (Number(said.zones) !== known.length) faults.push(`says all are ${said.zones}, are ${known.length}`);
  if (said.of !== (known.length < all ? String(all) : null))
    faults.push(`says they are of ${String(said.of)}, are ${known.length} of ${all}`);
  if (said.rate !== percentOf(whole)) faults.push(`says all have ${said.rate}, have ${percentOf(whole)}`);
  const gap = rate(own) - rate(whole);
  if (said.gap !== null && !isRounded(said.gap, Math.abs(gap)))
    faults.push(`says ${said.gap} apart, is ${gap.toFixed(3)}`);
  if (said.gap !== null && said.low !== gap < 0) faults.push('says the wrong side');
  const beyond = known.filter(
    ([id, part]) => id !== zone && (said.low ? rate(part) <= rate(own) : rate(part) >= rate(own)),
  );
  if (said.last && beyond.length > 0) faults.push(`says the last, ${beyond.length} are as far or farther`);
  if (said.sure && midChance(own, othersOf(parts, zone)) > 0.08) faults.push('says it differs, could well be chance');
  return faults;
}

/** Headlines of every zone looked at alone, in the last quarters: its own figures, and all zones as the yardstick. */
export function oneZoneFaults(world: World, cube: Cube): string[] {
  const faults: string[] = [];
  const peers = world.zones.map(({ id }) => id);
  for (const asked of world.quarters.slice(-3))
    for (const zone of peers) {
      const period = lastCounted(world, asked);
      const parts = partsByZone(world, METRIC, period);
      const facts = factsOf(cube, {
        metric: METRIC,
        period: asked,
        comparison: 'previous',
        by: 'committee',
        zones: [zone],
        peers,
      });
      const own = parts.get(zone) ?? { x: 0, n: 0 };
      const from = earlierThan(world, period, 'previous') ?? '';
      const change = changeOf(world, METRIC, from, period, [zone]);
      for (const locale of ['zh', 'en'] as const) {
        const text = plain(headline(facts, namesOf(cube), locale));
        const claim = read(text, []);
        const say = (fault: string): void => void faults.push(`${zone} ${asked}: ${fault} — “${text}”`);
        if (own.n > 0 && claim.rate !== percentOf(own)) say(`says ${String(claim.rate)}%, is ${percentOf(own)}%`);
        if (own.n === 0 && claim.rate !== null) say('says a rate of nothing');
        if (claim.moved !== null && (change.points === null || !isRounded(claim.moved, change.points)))
          say(`says a change of ${claim.moved}, is ${String(change.points)}`);
        for (const fault of besideFaults(peers.length, parts, zone, besideOf(text, locale))) say(fault);
      }
    }
  return faults;
}
