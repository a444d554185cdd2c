import { describe, expect, test } from 'vitest';
import { unitHeadlineFaults, watchFaults } from './judge';
import { countedFaults } from './judge-counted';
import { ledeFaults } from './judge-counts';
import { kindHeadlineFaults } from './judge-kinds';
import { meetingHeadlineFaults } from './judge-meetings';
import { oneZoneFaults } from './judge-one';
import { owedFaults } from './judge-owed';
import { otherHeadlineFaults } from './judge-others';
import { productCube } from './product';
import { worldsFrom } from './worlds';

/*
 * Every sentence about data that nobody has seen. More of it by hand:
 * WORLDS=200-230 npx vitest run --project node tests/truth/judge.test.ts
 */

const asked = /^(\d+)-(\d+)$/u.exec(process.env.WORLDS ?? '');
const [from, to] = asked ? [Number(asked[1]), Number(asked[2])] : [0, -1];
const WORLDS = asked
  ? worldsFrom(
      from,
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    )
  : worldsFrom(101, [41, 43, 45]);

describe.each(WORLDS)('%s', (_, make) => {
  test('no sentence is false', { timeout: 600_000 }, async () => {
    const world = make();
    const cube = await productCube(world);
    const faults = [
      ...unitHeadlineFaults(world, cube),
      ...watchFaults(world, cube),
      ...meetingHeadlineFaults(world, cube),
      ...kindHeadlineFaults(world, cube),
      ...oneZoneFaults(world, cube),
      ...otherHeadlineFaults(world, cube),
      ...ledeFaults(world, cube),
      ...owedFaults(world, cube),
      ...countedFaults(world, cube),
    ];
    expect([world.told, faults]).toEqual([world.told, []]);
  });
});
