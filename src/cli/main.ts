import { writeFileSync } from 'node:fs';
import { type Cube, saveCube } from '../cube';
import { Refusal } from '../domain';
import { cellsCsv, cubeParquet, cubeXlsx, reportHtml, today } from '../share';
import { briefWanted, writeBrief } from './brief';
import { type Form, convertFile } from './convert';
import { cubeAsked, tell } from './counting';
import { decisionsOf, readBy } from './decided';
import { filesUnder } from './files';
import { inspectFile } from './inspect';
import { dialectOf, earlierIn, writePlan } from './plan';
import { type AllRead, closeEngine, each, engine, readAll, tellRefusal } from './reading';
import { emptyFolder, formatOf, writeParquet } from './tables';
import { type Arguments, HELP, USAGE, UsageError, languageOf, parseArguments, required } from './usage';
import { verify } from './verify';

/** How the totals are written, by the ending of the file. */
const WRITERS: Readonly<Record<string, (cube: Cube) => string | Uint8Array | Promise<Uint8Array>>> = {
  arrow: saveCube,
  parquet: cubeParquet,
  csv: cellsCsv,
};

/** Reads all files together and writes a folder of them. Resolves to how many were refused. */
async function wholeFolder(
  parsed: Arguments,
  write: (read: AllRead, folder: string) => Promise<Parameters<typeof tell>[1]>,
): Promise<number> {
  const folder = emptyFolder(parsed);
  const read = await readAll(parsed);
  if (read.collection.files.length === 0) return read.refused;
  try {
    tell(read, await write(read, folder));
    return read.refused;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tellRefusal(error.file, error);
    return read.refused + 1;
  }
}

/** Does what a command line asks. Resolves to the exit code. */
async function run(parsed: Arguments): Promise<number> {
  return parsed.command === 'verify' ? verify(parsed) : (await made(parsed)) === 0 ? 0 : 1;
}

/** Makes what a command line asks for. Resolves to how many files were refused. */
async function made(parsed: Arguments): Promise<number> {
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
      if (formatOf(parsed) === 'parquet') {
        if (form !== 'table') throw new UsageError('--format parquet goes with --as table');
        return wholeFolder(parsed, writeParquet);
      }
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
      const [dialect, format] = [dialectOf(parsed), formatOf(parsed)];
      return wholeFolder(parsed, (read, folder) => writePlan(read, dialect, folder, format, earlierIn(parsed)));
    }
    case 'xlsx': {
      const out = required(parsed, '-o');
      if (!/\.xlsx$/iu.test(out)) throw new UsageError(`-o must end in .xlsx: ${out}`);
      const { cube, refused } = await cubeAsked(parsed);
      if (cube) writeFileSync(out, await cubeXlsx(cube, today(), languageOf(parsed)));
      return refused;
    }
    case 'metrics': {
      const as = required(parsed, '--as');
      if (as !== 'ossie' && as !== 'metricflow') throw new UsageError(`--as is ossie or metricflow, not ${as}`);
      const out = required(parsed, '-o');
      const { definitions } = await import('./definitions/definitions');
      writeFileSync(out, await definitions(await engine(), as));
      return 0;
    }
    case 'portable': {
      const out = required(parsed, '-o');
      const { portablePage } = await import('./portable');
      writeFileSync(out, await portablePage());
      return 0;
    }
    case 'brief': {
      const wanted = briefWanted(parsed);
      const { cube, refused } = await cubeAsked(parsed);
      if (cube) await writeBrief(cube, wanted);
      return refused;
    }
    default: {
      const out = required(parsed, '-o');
      const { cube, refused } = await cubeAsked(parsed);
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
    const [first = ''] = process.argv.slice(2);
    if (HELP.has(first)) {
      console.log(USAGE);
      return 0;
    }
    return await run(parseArguments(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  } finally {
    await closeEngine();
  }
}

process.exitCode = await main();
