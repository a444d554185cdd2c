import { type Cube, buildCube } from '../../src/cube';
import { openNodeEngine } from '../../src/engine/node';
import { bytesSource, Collection, localStager } from '../../src/ingest';
import { filesOf } from './files';
import type { World } from './rows';

/** The cube the product makes of a world, read from its files as a user would drop them. */
export async function productCube(world: World): Promise<Cube> {
  const engine = await openNodeEngine();
  try {
    const collection = await Collection.open(engine, localStager);
    const files = filesOf(world);
    for (const { name, text } of files) {
      const data = new TextEncoder().encode(text);
      await collection.add({ path: name, source: bytesSource(name, data), data });
    }
    return await buildCube(
      engine,
      files.map(({ name }) => name),
    );
  } finally {
    await engine.close();
  }
}
