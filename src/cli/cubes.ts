import { readFileSync } from 'node:fs';
import { mergeTold } from '../brief';
import { type Cube, type Level, type NamedCube, levelOf, loadCube, mergeCubes } from '../cube';
import { EVERYTHING, released, today } from '../share';
import { maskedPath } from '../ingest';
import type { Named } from './files';
import { type Arguments, UsageError } from './usage';

const isCube = ({ path }: Named): boolean => /\.arrow$/iu.test(path);

/** Whether a command line is about cubes that were saved, not about files to count. Throws UsageError when it names both. */
export function areCubes(files: readonly Named[]): boolean {
  if (!files.some(isCube)) return false;
  const other = files.find((file) => !isCube(file));
  if (other) throw new UsageError(`cubes (.arrow) and files to count do not go together: ${other.path}`);
  return true;
}

/** What became of saved cubes. */
interface Opened {
  /** Null where none could be used. */
  readonly cube: Cube | null;
  readonly refused: readonly { readonly path: string; readonly error: unknown }[];
  /** What has to be known of the figures. */
  readonly told: readonly string[];
}

/** Opens saved cubes and merges them, for whom the command line says; else for no more than the most confidential of them. */
export function cubeOfCubes({ options }: Arguments, files: readonly Named[], level: Level | null): Opened {
  const given: NamedCube[] = [];
  const refused: { path: string; error: unknown }[] = [];
  for (const { path, name } of files)
    try {
      given.push({ name: maskedPath(name), cube: loadCube(new Uint8Array(readFileSync(path)), name) });
    } catch (error) {
      refused.push({ path, error });
    }
  const merged = mergeCubes(given);
  refused.push(...merged.refused.map((error) => ({ path: error.file, error })));
  if (!merged.cube) return { cube: null, refused, told: [] };
  const { cube } = merged;
  const [zh, en] = [mergeTold(cube, 'zh'), mergeTold(cube, 'en')];
  const asked = level ?? cube.release?.level ?? levelOf(cube);
  const release = {
    level: asked,
    by: options.get('--by') ?? cube.release?.by ?? '',
    for: options.get('--for') ?? cube.release?.for ?? '',
    on: today(),
    pages: cube.release?.pages ?? null,
    sums: cube.release?.sums ?? [],
    ...(cube.release?.only && { only: cube.release.only }),
  };
  return {
    cube: released(cube, { level: asked, ...EVERYTHING, release }),
    refused,
    told: zh.map((text, at) => `${text} / ${en[at] ?? ''}`),
  };
}
