import { describe, expect, test } from 'vitest';
import { unitHeadlineFaults, watchFaults } from './judge';
import { ledeFaults } from './judge-counts';
import { meetingHeadlineFaults } from './judge-meetings';
import { otherHeadlineFaults } from './judge-others';
import { MUTATIONS, mutatedWorld } from './mutations';
import { productCube } from './product';
import type { World } from './rows';

const WORLDS: readonly (readonly [string, () => World])[] = [
  ...MUTATIONS.map(({ name }, at) => [name, () => mutatedWorld(at + 101, [name])] as const),
  ...[41, 42, 43, 44, 45, 46].map((seed) => [`seed ${seed}`, () => mutatedWorld(seed)] as const),
];

describe.each(WORLDS)('%s', (_, make) => {
  test('no sentence is false', { timeout: 60_000 }, async () => {
    const world = make();
    const cube = await productCube(world);
    const faults = [
      ...unitHeadlineFaults(world, cube),
      ...watchFaults(world, cube),
      ...meetingHeadlineFaults(world, cube),
      ...otherHeadlineFaults(world, cube),
      ...ledeFaults(world, cube),
    ];
    expect([world.told, faults]).toEqual([world.told, []]);
  });
});
