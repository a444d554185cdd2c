import { describe, expect, test } from 'vitest';
import { unitHeadlineFaults, watchFaults } from './judge';
import { ledeFaults } from './judge-counts';
import { meetingHeadlineFaults } from './judge-meetings';
import { oneZoneFaults } from './judge-one';
import { owedFaults } from './judge-owed';
import { otherHeadlineFaults } from './judge-others';
import { productCube } from './product';
import { worldsFrom } from './worlds';

describe.each(worldsFrom(101, [41, 43, 45]))('%s', (_, make) => {
  test('no sentence is false', { timeout: 600_000 }, async () => {
    const world = make();
    const cube = await productCube(world);
    const faults = [
      ...unitHeadlineFaults(world, cube),
      ...watchFaults(world, cube),
      ...meetingHeadlineFaults(world, cube),
      ...oneZoneFaults(world, cube),
      ...otherHeadlineFaults(world, cube),
      ...ledeFaults(world, cube),
      ...owedFaults(world, cube),
    ];
    expect([world.told, faults]).toEqual([world.told, []]);
  });
});
