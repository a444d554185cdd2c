import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Cube, LEVELS, type Level, saveCube } from '../cube';
import { Refusal } from '../domain';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { Collection, maskedPath } from '../ingest';
import { EVERYTHING, cellsCsv, cubeParquet, cubeXlsx, released, reportHtml, sumsOf, today } from '../share';
import { followed } from '../state/match-book';
import { type Given, type Outcome } from '../state/given-files';
import { decisionsOf as decidedIn, figuresOf, inReadingOrder, readFiles } from '../state/read-files';
import { withRefusedRules } from '../state/rules-ledger';
import { type Form, convertFile } from './convert';
import { areCubes, cubeOfCubes } from './cubes';
import { decisionsOf, readBy, saidOf } from './decided';
import { type Named, diskInput, filesUnder } from './files';
import { inspectFile } from './inspect';
import { refusalText } from './refusal-text';
import { decisionsTold, filesTold, zonesTold } from './told';
import { watchedStager } from './watchdog';
import { type Arguments, USAGE, UsageError, parseArguments, required } from './usage';

let opened: Promise<Engine> | null = null;
const engine = (): Promise<Engine> => (opened ??= openNodeEngine());

function tellRefusal(path: string, error: unknown): void {
  console.error(`${maskedPath(basename(path))}: ${refusalText(error)}`);
}

/** Does something with every file; a refused one is told on stderr and the others go on. Resolves to how many were refused. */
async function each(files: readonly Named[], work: (file: Named) => Promise<void>): Promise<number> {
  let refused = 0;
  for (const file of files) {
    const { path } = file;
    try {
      if (!existsSync(path)) throw new Refusal('no-such-file', path);
      await work(file);
    } catch (error) {
      refused += 1;
      tellRefusal(path, error);
    }
  }
  return refused;
}

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

/** The cube of all files, read as the page reads them; what has to be known about it is told on stderr. */
async function cubeOf(parsed: Arguments): Promise<Counted> {
  const named = filesUnder(parsed.files);
  if (areCubes(named)) return mergedCube(parsed, named);
  const level = levelIn(parsed) ?? 'internal';
  const decisions = decisionsOf(parsed);
  const given: Given[] = [];
  const missing = await each(named, async ({ path, name }) => {
    given.push({ input: diskInput(path, name), choices: saidOf(parsed) });
  });
  const db = await engine();
  const collection = await Collection.open(db, watchedStager);
  collection.matches = followed(decisions.book, decisions.words);
  await collection.decideZones(decisions.zones ?? {});
  const outcome: Outcome = { added: [], refused: [], applied: new Set() };
  await readFiles(collection, await inReadingOrder(given, decisions.files), outcome);
  const { cube, loaded, unplaced, zones } = await figuresOf(db, collection, decisions.setting ?? {});
  for (const { path, error } of outcome.refused) tellRefusal(path, error);
  const files = withRefusedRules(collection.files, loaded);
  for (const line of [...filesTold(files, unplaced), ...zonesTold(zones)]) console.error(line);
  for (const line of decisionsTold(decisions.files, outcome.applied, files)) console.error(line);
  const release = {
    level,
    by: parsed.options.get('--by') ?? '',
    for: parsed.options.get('--for') ?? '',
    on: today(),
    pages: null,
    sums: sumsOf(cube.sources, await decidedIn(collection)),
  };
  const refused = missing + outcome.refused.length;
  if (cube.sources.length === 0) return { cube: null, refused };
  return { cube: released(cube, { level, ...EVERYTHING, release }), refused };
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
      const { cube, refused } = await (parsed.command === 'merge'
        ? mergedCube(parsed, filesUnder(parsed.files))
        : cubeOf(parsed));
      if (cube) writeFileSync(out, await write(cube));
      return refused;
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
    default: {
      const out = required(parsed, '-o');
      const { cube, refused } = await cubeOf(parsed);
      if (!cube) return refused;
      const { readerTemplate } = await import('./reader-template');
      writeFileSync(out, reportHtml(await readerTemplate(), cube));
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
    await (await opened)?.close();
  }
}

process.exitCode = await main();
