import { type Cube, type Setting, buildFirstCube, firstLookAt } from '../cube';
import type { Engine } from '../engine';
import type { Collection } from '../ingest';
import type { Ready } from './given-files';

/** The figures of a single large regular file before its rows are stored; null for other files. */
export async function firstFigures(
  engine: Engine,
  collection: Collection,
  files: readonly Ready[],
  setting: Setting,
): Promise<Cube | null> {
  const [only, ...more] = files;
  if (!only || more.length > 0 || Object.keys(only.choices).length > 0 || collection.files.length > 0) return null;
  const start = performance.now();
  if (!(await collection.firstLook(only.input, firstLookAt('unit_coverage')))) return null;
  const counted = performance.now();
  const cube = await buildFirstCube(engine, 'unit_coverage', only.input.path, setting);
  performance.measure('zonelens:ingest', { start, end: counted });
  performance.measure('zonelens:cube', { start: counted, end: performance.now() });
  return cube;
}
