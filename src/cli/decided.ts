import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type FileChoices, type KnownMatches, NO_WORDS } from '../ingest';
import { DecisionsError } from '../state/decision-words';
import { type Decisions, readDecisions } from '../state/decisions-file';
import { followed } from '../state/match-book';
import { choicesOf } from '../state/given-files';
import { decisionFor } from '../state/read-files';
import { diskSource } from './files';
import { type Arguments, UsageError } from './usage';

const NOTHING: Decisions = { book: {}, words: NO_WORDS, files: [], setting: null };

/** What the command line says about every file. */
export function saidOf({ options }: Arguments): FileChoices {
  const encoding = options.get('--encoding');
  return encoding === undefined ? {} : { encoding };
}

/**
 * The decisions a command line names, with what it says of every file on top; none when it names no file. Throws UsageError
 * when the file cannot be used.
 */
export function decisionsOf(parsed: Arguments): Decisions {
  const path = parsed.options.get('--decisions');
  if (path === undefined) return NOTHING;
  try {
    const decisions = readDecisions(readFileSync(path, 'utf8'));
    const files = decisions.files.map((file) => ({ ...file, choices: { ...file.choices, ...saidOf(parsed) } }));
    return { ...decisions, files };
  } catch (error) {
    if (error instanceof DecisionsError) throw new UsageError(`${path}：${error.reason}`);
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What one file is read by. */
export interface ReadBy {
  /** The name it is read under. */
  readonly name: string;
  readonly choices: FileChoices;
  readonly matches: KnownMatches;
}

/** What a file is read by: the decision about its bytes, else what is kept for its headers. */
export async function readBy(parsed: Arguments, { files, book, words }: Decisions, path: string): Promise<ReadBy> {
  const source = diskSource(path);
  try {
    const decision = await decisionFor(source, files);
    if (decision) return { name: decision.path, choices: choicesOf(decision), matches: {} };
    return { name: basename(path), choices: saidOf(parsed), matches: followed(book, words) };
  } finally {
    source.close();
  }
}
