import { type Cube, LEVELS, type Level } from '../cube';
import { Refusal } from '../domain';
import { sumsOf } from '../share';
import type { Figures } from '../state/figures';
import { decisionsOf as decidedIn, figuresOf } from '../state/read-files';
import { withRefusedRules } from '../state/rules-ledger';
import { areCubes, cubeOfCubes, handedOut } from './cubes';
import { type Named, filesUnder } from './files';
import { cubeFrom, earlierIn } from './plan';
import { type AllRead, each, readAll, tellRefusal } from './reading';
import { decisionsTold, filesTold, zonesTold } from './told';
import { type Arguments, UsageError, required } from './usage';

/** Who a command line makes something for; null where it does not say. Throws UsageError for a level there is not. */
export function levelIn({ options }: Arguments): Level | null {
  const named = options.get('--level');
  if (named === undefined) return null;
  const level = LEVELS.find((known) => known === named);
  if (level === undefined) throw new UsageError(`--level is ${LEVELS.join(', ')}, not ${named}`);
  return level;
}

/** What became of a command line's figures. */
export interface Counted {
  /** Null where nothing could be used. */
  readonly cube: Cube | null;
  readonly refused: number;
}

/** The cube of saved cubes; what has to be known about it is told on stderr. */
async function mergedCube(parsed: Arguments, files: readonly Named[]): Promise<Counted> {
  const there: Named[] = [];
  const missing = await each(files, async (file) => void there.push(file));
  const { cube, refused, told } = cubeOfCubes(parsed, there, levelIn(parsed));
  for (const { path, error } of refused) tellRefusal(path, error);
  for (const line of told) console.error(line);
  return { cube, refused: missing + refused.length };
}

/** Tells on stderr what has to be known about the files. */
export function tell({ collection, decisions, applied }: AllRead, about: Omit<Figures, 'cube' | 'filings'>): void {
  const files = withRefusedRules(collection.files, about.loaded);
  for (const line of [...filesTold(files, about.unplaced), ...zonesTold(about.zones)]) console.error(line);
  for (const line of decisionsTold(decisions.files, applied, files)) console.error(line);
}

/** The cube of all files, read as the page reads them; what has to be known about it is told on stderr. */
async function cubeOf(parsed: Arguments): Promise<Counted> {
  const named = filesUnder(parsed.files);
  if (areCubes(named)) return mergedCube(parsed, named);
  const level = levelIn(parsed) ?? 'internal';
  const read = await readAll(parsed);
  const { db, collection, decisions, refused } = read;
  const { cube, ...about } = await figuresOf(db, collection, decisions.setting ?? {});
  tell(read, about);
  if (cube.sources.length === 0) return { cube: null, refused };
  return { cube: handedOut(parsed, level, cube, sumsOf(cube.sources, await decidedIn(collection))), refused };
}

/** The cube of cells that another database worked out. */
function cubeOfPlan(parsed: Arguments, cells: string): Counted {
  const [level, plan] = [levelIn(parsed) ?? 'internal', required(parsed, '--plan')];
  try {
    const { cube, sums } = cubeFrom(cells, plan, earlierIn(parsed));
    return { cube: handedOut(parsed, level, cube, sums), refused: 0 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tellRefusal(error.file, error);
    return { cube: null, refused: 1 };
  }
}

/** The cube a command asks for: of cubes, of cells worked out elsewhere, or of files. */
export async function cubeAsked(parsed: Arguments): Promise<Counted> {
  if (parsed.command === 'merge') return mergedCube(parsed, filesUnder(parsed.files));
  const cells = parsed.options.get('--from');
  return cells === undefined ? cubeOf(parsed) : cubeOfPlan(parsed, cells);
}
