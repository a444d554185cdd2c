import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'fflate';
import { saveCube } from '../../src/cube';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { readDecisions } from '../../src/state/decisions-file';
import { nothingRead } from '../../src/state/given-files';
import { figuresOf, inReadingOrder, readFiles } from '../../src/state/read-files';
import { exampleList } from './plain-reader';

/* Writes datasets/example-cube.pack, the figures of the example: a part of `npm run datasets`. tests/cli/same-cube.test.ts fails when it is stale. */

const DATASETS = join(import.meta.dirname, '../../datasets');
const given = [...exampleList().map(({ path }) => path), 'published/figures.csv'].map((path) => {
  const data = new Uint8Array(readFileSync(join(DATASETS, path)));
  return { input: { path: basename(path), data, source: bytesSource(basename(path), data) } };
});
const { files } = readDecisions(readFileSync(join(DATASETS, 'decisions.json'), 'utf8'));

const engine = await openNodeEngine();
const collection = await Collection.open(engine, localStager);
await readFiles(collection, await inReadingOrder(given, files), nothingRead());
const { cube } = await figuresOf(engine, collection);
await engine.close();
const packed = gzipSync(saveCube(cube), { level: 9, mtime: 0 });
writeFileSync(join(DATASETS, 'example-cube.pack'), packed);
console.log(`example-cube.pack: ${cube.cells.length} cells, ${(packed.length / 1e3).toFixed(0)} KB`);
