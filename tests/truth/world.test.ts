import { expect, test } from 'vitest';
import { productCube } from './product';
import { plainWorld } from './world';

test('probe', async () => {
  const world = plainWorld(1);
  const cube = await productCube(world);
  const count = new Map<string, number>();
  for (const cell of cube.cells) count.set(cell.metric, (count.get(cell.metric) ?? 0) + 1);
  console.log(world.zones.length, world.quarters.length, world.units.length, world.meetings.length, cube.asOf, [...count]);
  expect(cube.zones.length).toBe(world.zones.length);
});
