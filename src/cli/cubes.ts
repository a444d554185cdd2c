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

/** A cube as a command line hands it out: for whom, by whom, else as was written on it before. */
export function handedOut(
  { options }: Pick<Arguments, 'options'>,
  level: Level,
  cube: Cube,
  sums: readonly string[],
): Cube {
  const before = cube.release;
  const release = {
    level,
    by: options.get('--by') ?? before?.by ?? '',
    for: options.get('--for') ?? before?.for ?? '',
    on: today(),
    pages: before?.pages ?? null,
    sums,
    ...(before?.only && { only: before.only }),
  };
  return released(cube, { level, ...EVERYTHING, release });
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
  return {
    cube: handedOut({ options }, asked, cube, cube.release?.sums ?? []),
    refused,
    told: zh.map((text, at) => `${text} / ${en[at] ?? ''}`),
  };
}
