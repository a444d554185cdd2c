import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../domain';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { Collection, maskedPath } from '../ingest';
import type { Decisions } from '../state/decisions-file';
import type { Given, Outcome } from '../state/given-files';
import { followed } from '../state/match-book';
import { inReadingOrder, readFiles } from '../state/read-files';
import { decisionsOf, saidOf } from './decided';
import { type Named, diskInput, filesUnder } from './files';
import { refusalText } from './refusal-text';
import type { Arguments } from './usage';
import { watchedStager } from './watchdog';

let opened: Promise<Engine> | null = null;
export const engine = (): Promise<Engine> => (opened ??= openNodeEngine());

/** Ends the database, if it was ever asked for. */
export async function closeEngine(): Promise<void> {
  await (await opened)?.close();
}

export function tellRefusal(path: string, error: unknown): void {
  console.error(`${maskedPath(basename(path))}: ${refusalText(error)}`);
}

/** Does something with every file; a refused one is told on stderr and the others go on. Resolves to how many were refused. */
export async function each(files: readonly Named[], work: (file: Named) => Promise<void>): Promise<number> {
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

/** All files of a command line, read as the page reads them. */
export interface AllRead {
  readonly db: Engine;
  readonly collection: Collection;
  readonly decisions: Decisions;
  /** The sums of the files whose decisions were followed. */
  readonly applied: ReadonlySet<string>;
  readonly refused: number;
}

/** Reads all files of a command line; what cannot be read is told on stderr. */
export async function readAll(parsed: Arguments): Promise<AllRead> {
  const decisions = decisionsOf(parsed);
  const given: Given[] = [];
  const missing = await each(filesUnder(parsed.files), async ({ path, name }) => {
    given.push({ input: diskInput(path, name), choices: saidOf(parsed) });
  });
  const db = await engine();
  const collection = await Collection.open(db, watchedStager);
  collection.matches = followed(decisions.book, decisions.words);
  await collection.decideZones(decisions.zones ?? {});
  const outcome: Outcome = { added: [], refused: [], applied: new Set() };
  await readFiles(collection, await inReadingOrder(given, decisions.files), outcome);
  for (const { path, error } of outcome.refused) tellRefusal(path, error);
  return { db, collection, decisions, applied: outcome.applied, refused: missing + outcome.refused.length };
}
