import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Cube, buildCube, saveCube } from '../cube';
import { Refusal } from '../domain';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { Collection, type FileChoices, localStager } from '../ingest';
import { cellsCsv, reportHtml } from '../share';
import { type Form, convertFile } from './convert';
import { diskInput } from './files';
import { inspectFile } from './inspect';
import { refusalText } from './refusal-text';
import { type Arguments, USAGE, UsageError, parseArguments, required } from './usage';

let opened: Promise<Engine> | null = null;
const engine = (): Promise<Engine> => (opened ??= openNodeEngine());

/** Does something with every file; a refused one is told on stderr and the others go on. Resolves to how many were refused. */
async function each(files: readonly string[], work: (path: string) => Promise<void>): Promise<number> {
  let refused = 0;
  for (const path of files) {
    try {
      if (!existsSync(path)) throw new Refusal('no-such-file', path);
      await work(path);
    } catch (error) {
      refused += 1;
      console.error(`${basename(path)}: ${refusalText(error)}`);
    }
  }
  return refused;
}

function choicesOf({ options }: Arguments): FileChoices {
  const encoding = options.get('--encoding');
  return encoding === undefined ? {} : { encoding };
}

async function cubeOf(parsed: Arguments): Promise<{ cube: Cube; refused: number }> {
  const db = await engine();
  const choices = choicesOf(parsed);
  const collection = await Collection.open(db, localStager);
  const refused = await each(parsed.files, async (path) => void (await collection.add(diskInput(path), choices)));
  await collection.settle();
  const sources = collection.files.map((file) => file.path);
  return { cube: await buildCube(db, sources), refused };
}

async function run(parsed: Arguments): Promise<number> {
  const choices = choicesOf(parsed);
  switch (parsed.command) {
    case 'inspect':
      return each(parsed.files, async (path) =>
        console.log(JSON.stringify(await inspectFile(await engine(), path, choices))),
      );
    case 'convert': {
      const form = required(parsed, '--as');
      if (form !== 'raw' && form !== 'typed' && form !== 'table')
        throw new UsageError(`--as is raw, typed or table, not ${form}`);
      const folder = required(parsed, '--out-dir');
      return each(parsed.files, (path) => convertFile(engine, path, form satisfies Form, folder, choices));
    }
    case 'cube': {
      const out = required(parsed, '-o');
      if (!/\.(?:arrow|csv)$/iu.test(out)) throw new UsageError(`-o must end in .arrow or .csv: ${out}`);
      const { cube, refused } = await cubeOf(parsed);
      if (cube.sources.length > 0) writeFileSync(out, /\.csv$/iu.test(out) ? cellsCsv(cube) : saveCube(cube));
      return refused;
    }
    default: {
      const out = required(parsed, '-o');
      const { cube, refused } = await cubeOf(parsed);
      if (cube.sources.length === 0) return refused;
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
