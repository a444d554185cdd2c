import { factsOf, headline, plain } from '../../src/brief';
import type { Cube } from '../../src/cube';
import { changeOf } from './change';
import { type Part, partOf, sumOf, unitsAt } from './count';
import { earlierThan, headlineFaults, lastCounted, namesOf } from './judge';
import { read } from './reader';
import type { UnitRow, World } from './rows';

/* Headlines of one kind of unit: who has none of it in a quarter but handed in the others did report. */

const METRIC = 'org_coverage_rate';
const KINDS = ['非公企业', '社会组织'] as const;

/** Zones said not to have reported although they handed in a list both times. */
function accused(world: World, text: string, quarters: readonly string[]): string[] {
  const names = world.zones.map(({ name }) => name);
  const said = read(text, names).unreported;
  return world.zones
    .filter(({ id, name }) => said.includes(name) && quarters.every((at) => unitsAt(world, id, at).length > 0))
    .map(({ name }) => `says that ${name} did not report`);
}

/** Rate, change and panel of every kind of unit in every quarter. */
export function kindHeadlineFaults(world: World, cube: Cube): string[] {
  const zones = world.zones.map(({ id }) => id);
  return KINDS.flatMap((kind) =>
    world.quarters.flatMap((asked) => {
      const period = lastCounted(world, asked);
      const among = (unit: UnitRow): boolean => unit.kind === kind;
      const known = zones.map((id): [string, Part] => [id, partOf(METRIC, unitsAt(world, id, period).filter(among))]);
      const parts = new Map(known.filter(([, { n }]) => n > 0));
      const from = earlierThan(world, period, 'previous');
      const change = from === null ? null : changeOf(world, METRIC, from, period, undefined, among);
      const ask = {
        metric: METRIC,
        period: asked,
        comparison: 'previous',
        by: 'zone',
        zones,
        domains: [kind],
      } as const;
      const facts = factsOf(cube, ask);
      const listed = zones.filter((id) => unitsAt(world, id, period).length > 0);
      return (['zh', 'en'] as const).flatMap((locale) => {
        const text = plain(headline(facts, namesOf(cube), locale));
        const faults = headlineFaults(world, text, sumOf(parts.values()), parts, change);
        faults.push(...accused(world, text, from === null ? [period] : [from, period]));
        const { panel } = read(text, []);
        if (change?.left.length === 0 && panel !== null && listed.length === zones.length)
          faults.push(`says that ${panel.both} of ${panel.all} zones reported`);
        return faults.map((fault) => `${kind} ${asked}: ${fault} — “${text}”`);
      });
    }),
  );
}
