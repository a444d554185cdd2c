import { lede } from '../../src/brief';
import type { Cube } from '../../src/cube';
import { type Part, partsByZone, stockIn, sumOf } from './count';
import { namesOf } from './judge';
import { datedIn, read, wholeOf } from './reader';
import type { World } from './rows';

/** A count in a sentence, with how many zones it may be of. */
interface Told {
  readonly what: string;
  readonly zh: RegExp;
  readonly en: RegExp;
  readonly value: number;
  readonly reported: number;
}

function toldOf(world: World, period: string): Told[] {
  const units = partsByZone(world, 'org_coverage_rate', period);
  const should = partsByZone(world, 'should_build_built_rate', period);
  const all = sumOf(units.values());
  const due: Part = sumOf(should.values());
  const stock = stockIn(world, period);
  const count = '([\\d,]+)';
  return [
    {
      what: 'units',
      zh: new RegExp(`实体运营单位 ${count} 家`),
      en: new RegExp(`${count} operating units`),
      value: all.n,
      reported: units.size,
    },
    {
      what: 'covered',
      zh: new RegExp(`已覆盖 ${count} 家`),
      en: new RegExp(`operating units ${count} are covered`),
      value: all.x,
      reported: units.size,
    },
    {
      what: 'lacking',
      zh: new RegExp(`应建未建 ${count} 家`),
      en: new RegExp(`${count} (?:is|are) required`),
      value: due.n - due.x,
      reported: should.size,
    },
    {
      what: 'organisations',
      zh: new RegExp(`党组织 ${count} 个`),
      en: new RegExp(`${count} (?:Party )?organisations`),
      value: stock.organisations,
      reported: stock.reported,
    },
  ];
}

/** The last quarter up to one in which any zone reported something; null where none did. */
const lastReported = (world: World, period: string, what: string): string | null =>
  world.quarters.findLast(
    (at) => at <= period && toldOf(world, at).some((one) => one.what === what && one.reported > 0),
  ) ?? null;

/** The part of a text that says something: up to the next stop. */
const around = (text: string, at: number): string => {
  const start = Math.max(...['。', '；', '. ', '; '].map((stop) => text.lastIndexOf(stop, at)), 0);
  const ends = ['。', '；', '. ', '; '].map((stop) => text.indexOf(stop, at)).filter((end) => end >= 0);
  return text.slice(start, ends.length === 0 ? undefined : Math.min(...ends));
};

/** The counts under a headline: each right, and a count of fewer than all zones says of how many it is. */
export function ledeFaults(world: World, cube: Cube): string[] {
  const faults: string[] = [];
  for (const period of world.quarters)
    for (const locale of ['zh', 'en'] as const) {
      const ask = { period, comparison: 'previous', by: 'zone', zones: world.zones.map(({ id }) => id) } as const;
      const text = lede(cube, ask, namesOf(cube), locale);
      const say = (fault: string): void => void faults.push(`${period}: ${fault} — “${text}”`);
      for (const asked of toldOf(world, period)) {
        const { what, zh, en } = asked;
        const found = (locale === 'zh' ? zh : en).exec(text);
        if (found === null) continue;
        const dated = datedIn(around(text, found.index));
        const last = lastReported(world, period, what);
        if (dated !== (last === period ? null : last)) say(`dates ${what} ${String(dated)}, is of ${String(last)}`);
        const { value, reported } =
          (dated === null ? [] : toldOf(world, dated)).find((one) => one.what === what) ?? asked;
        if (wholeOf(found[1] ?? '') !== value) say(`says ${found[1] ?? ''} ${what}, is ${value} of ${reported} zones`);
        const { panel } = read(around(text, found.index), []);
        const all = world.zones.length;
        if (reported < all && (panel === null || panel.both !== reported || panel.all !== all))
          say(`does not say that ${what} are of ${reported} of ${all} zones`);
      }
      const at = lastReported(world, period, 'lacking') ?? period;
      const due = sumOf(partsByZone(world, 'should_build_built_rate', at).values());
      if (/应建的均已建|every unit required/.test(text) && (due.n === 0 || due.x < due.n))
        say('says that all are built');
    }
  return faults;
}
