import { writeFileSync } from 'node:fs';
import { type Cube, LEVELS, type Level, saveCube } from '../cube';
import { Refusal } from '../domain';
import { EVERYTHING, cellsCsv, cubeParquet, cubeXlsx, released, reportHtml, sumsOf, today } from '../share';
import type { Figures } from '../state/figures';
import { decisionsOf as decidedIn, figuresOf } from '../state/read-files';
import { withRefusedRules } from '../state/rules-ledger';
import { briefWanted, writeBrief } from './brief';
import { type Form, convertFile } from './convert';
import { areCubes, cubeOfCubes } from './cubes';
import { decisionsOf, readBy } from './decided';
import { type Named, filesUnder } from './files';
import { inspectFile } from './inspect';
import { cubeFrom, dialectOf, emptyFolder, writePlan } from './plan';
import { type AllRead, closeEngine, each, engine, readAll, tellRefusal } from './reading';
import { decisionsTold, filesTold, zonesTold } from './told';
import { type Arguments, USAGE, UsageError, parseArguments, required } from './usage';

interface Counted {
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

/** A cube as it is handed out by a command line: for whom, by whom. */
function handedOut(parsed: Arguments, level: Level, cube: Cube, sums: readonly string[]): Cube {
  const release = {
    level,
    by: parsed.options.get('--by') ?? '',
    for: parsed.options.get('--for') ?? '',
    on: today(),
    pages: null,
    sums,
  };
  return released(cube, { level, ...EVERYTHING, release });
}

/** Tells on stderr what has to be known about the files. */
function tell({ collection, decisions, applied }: AllRead, about: Omit<Figures, 'cube' | 'filings'>): void {
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
    const { cube, sums } = cubeFrom(cells, plan);
    return { cube: handedOut(parsed, level, cube, sums), refused: 0 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tellRefusal(error.file, error);
    return { cube: null, refused: 1 };
  }
}

/** The cube a command asks for: of cubes, of cells worked out elsewhere, or of files. */
async function cubeAsked(parsed: Arguments): Promise<Counted> {
  if (parsed.command === 'merge') return mergedCube(parsed, filesUnder(parsed.files));
  const cells = parsed.options.get('--from');
  return cells === undefined ? cubeOf(parsed) : cubeOfPlan(parsed, cells);
}

/** Who a command line makes something for; null where it does not say. Throws UsageError for a level there is not. */
function levelIn({ options }: Arguments): Level | null {
  const named = options.get('--level');
  if (named === undefined) return null;
  const level = LEVELS.find((known) => known === named);
  if (level === undefined) throw new UsageError(`--level is ${LEVELS.join(', ')}, not ${named}`);
  return level;
}

/** How the totals are written, by the ending of the file. */
const WRITERS: Readonly<Record<string, (cube: Cube) => string | Uint8Array | Promise<Uint8Array>>> = {
  arrow: saveCube,
  parquet: cubeParquet,
  csv: cellsCsv,
};

async function run(parsed: Arguments): Promise<number> {
  switch (parsed.command) {
    case 'inspect': {
      const decisions = decisionsOf(parsed);
      return each(filesUnder(parsed.files), async ({ path }) =>
        console.log(JSON.stringify(await inspectFile(await engine(), path, await readBy(parsed, decisions, path)))),
      );
    }
    case 'convert': {
      const form = required(parsed, '--as');
      if (form !== 'raw' && form !== 'typed' && form !== 'table')
        throw new UsageError(`--as is raw, typed or table, not ${form}`);
      const folder = required(parsed, '--out-dir');
      const decisions = decisionsOf(parsed);
      return each(filesUnder(parsed.files), async ({ path }) =>
        convertFile(engine, path, form satisfies Form, folder, await readBy(parsed, decisions, path)),
      );
    }
    case 'cube':
    case 'merge': {
      const out = required(parsed, '-o');
      const [, ending] = /\.(arrow|parquet|csv)$/iu.exec(out) ?? [];
      const write = WRITERS[ending?.toLowerCase() ?? ''];
      if (write === undefined) throw new UsageError(`-o must end in .arrow, .parquet or .csv: ${out}`);
      const { cube, refused } = await cubeAsked(parsed);
      if (cube) writeFileSync(out, await write(cube));
      return refused;
    }
    case 'plan': {
      const dialect = dialectOf(parsed);
      const folder = emptyFolder(parsed);
      const read = await readAll(parsed);
      if (read.collection.files.length > 0) tell(read, await writePlan(read, dialect, folder));
      return read.refused;
    }
    case 'xlsx': {
      const out = required(parsed, '-o');
      if (!/\.xlsx$/iu.test(out)) throw new UsageError(`-o must end in .xlsx: ${out}`);
      const { cube, refused } = await cubeOf(parsed);
      if (cube) writeFileSync(out, await cubeXlsx(cube, today(), 'zh'));
      return refused;
    }
    case 'portable': {
      const out = required(parsed, '-o');
      const { portablePage } = await import('./portable');
      writeFileSync(out, await portablePage());
      return 0;
    }
    case 'brief': {
      const wanted = briefWanted(parsed);
      const { cube, refused } = await cubeOf(parsed);
      if (cube) await writeBrief(cube, wanted);
      return refused;
    }
    default: {
      const out = required(parsed, '-o');
      const { cube, refused } = await cubeOf(parsed);
      if (!cube) return refused;
      const { readerTemplate } = await import('./reader-template');
      const { stillReport } = await import('../ui/still/still');
      writeFileSync(out, reportHtml(await readerTemplate(), cube, stillReport(cube)));
      return refused;
    }
  }
}

async function main(): Promise<number> {
  try {
    const refused = await run(parseArguments(process.argv.slice(2)));
    return refused === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  } finally {
    await closeEngine();
  }
}

process.exitCode = await main();
