import { describe, expect, test } from 'vitest';
import { type Cube, rollUp, total } from '../../src/cube';
import { type Part, UNIT_RATES, partsByCommittee, partsByZone, stockIn } from './count';
import { allHeldIn, heldIn, kindsIn } from './meetings';
import { productCube } from './product';
import { worldsFrom } from './worlds';
import type { World } from './rows';

/*
 * What the product counts is what the judge counts, on data that neither has seen: every zone, committee and kind of
 * meeting in every quarter, under every mutation alone and under several at once. What is built on these figures is judged
 * elsewhere; a judge that disagrees here could not judge there.
 */

const partOf = (group: { numerator: number; denominator: number | null } | undefined): Part | null =>
  group?.denominator ? { x: group.numerator, n: group.denominator } : null;

const known = (parts: Iterable<readonly [string, Part]>): Record<string, Part> =>
  Object.fromEntries([...parts].filter(([, { n }]) => n > 0));

function unitsAgree(world: World, cube: Cube): void {
  for (const metric of Object.keys(UNIT_RATES))
    for (const period of world.quarters) {
      const zones = rollUp(cube, { metric, periods: [period], by: ['zone'] });
      const said = zones.flatMap((group) => {
        const part = partOf(group);
        return part ? [[group.zone ?? '', part] as const] : [];
      });
      expect([metric, period, known(said)]).toEqual([metric, period, known(partsByZone(world, metric, period))]);
      for (const { id } of world.zones) {
        const committees = rollUp(cube, { metric, periods: [period], zones: [id], by: ['committee'] });
        const parts = committees.flatMap((group) => {
          const part = partOf(group);
          return part ? [[group.committee ?? '', part] as const] : [];
        });
        expect([metric, period, id, known(parts)]).toEqual([
          metric,
          period,
          id,
          known(partsByCommittee(world, metric, id, period)),
        ]);
      }
    }
}

function meetingsAgree(world: World, cube: Cube): void {
  for (const period of world.quarters)
    for (const { id } of world.zones) {
      const asked = { periods: [period], zones: [id] };
      const kinds = kindsIn(world, id, period);
      const said = rollUp(cube, { ...asked, metric: 'meeting_compliance_rate', by: ['category'] });
      const parts = said.flatMap((group) => {
        const part = partOf(group);
        return part ? [[group.category ?? '', part] as const] : [];
      });
      expect([period, id, known(parts)]).toEqual([
        period,
        id,
        known(kinds.map((kind) => [kind, heldIn(world, id, period, kind)])),
      ]);
      const all = allHeldIn(world, id, period, kinds);
      const whole = total(cube, { ...asked, metric: 'all_meetings_compliance_rate' });
      expect([period, id, partOf(whole ?? undefined)]).toEqual([period, id, all.n === 0 ? null : all]);
    }
}

function stocksAgree(world: World, cube: Cube): void {
  for (const period of world.quarters) {
    const stock = stockIn(world, period);
    const count = (metric: string): number => total(cube, { metric, periods: [period] })?.numerator ?? 0;
    expect([period, count('party_org_count'), count('member_count')]).toEqual([
      period,
      stock.organisations,
      stock.members,
    ]);
    const odd = total(cube, { metric: 'branch_size_exception_rate', periods: [period] });
    expect([period, partOf(odd ?? undefined)]).toEqual([period, stock.exceptions.n === 0 ? null : stock.exceptions]);
  }
}

describe.each(worldsFrom(1, [31, 32]))('%s', (_, make) => {
  test('is counted alike', { timeout: 120_000 }, async () => {
    const world = make();
    const cube = await productCube(world);
    unitsAgree(world, cube);
    stocksAgree(world, cube);
    meetingsAgree(world, cube);
  });
});
