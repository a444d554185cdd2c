import type { Collection, FileChoices, FileInput, Parked } from '../ingest';
import { type Outcome, type ReadHooks, type Ready, sumOf } from './given-files';
import { readFiles } from './read-files';

/** A file that is to be loaded, with everything it is to be read by. */
export interface Wanted {
  readonly input: FileInput;
  readonly choices: FileChoices;
}

/** The same text for the same decisions, whatever order they were made in. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const filled = Object.entries(part).filter(
      ([, inner]) =>
        inner !== undefined && !(typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0),
    );
    return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Takes files out, and reads the others again where they depended on them. */
export async function takeOut(collection: Collection, ids: readonly number[]): Promise<void> {
  let tied = false;
  for (const id of [...ids].reverse()) if (!(await collection.remove(id))) tied = true;
  if (tied) await collection.rebuild();
}

/** Reads files again with other decisions; all of them where others depend on one. */
export async function readAgain(collection: Collection, decisions: ReadonlyMap<number, FileChoices>): Promise<void> {
  const all = new Map<number, FileChoices>();
  for (const [id, choices] of decisions) if (!(await collection.replace(id, choices))) all.set(id, choices);
  if (all.size > 0) await collection.rebuild(all);
}

/** Undoes a reading: back to what was set aside for it, or without what it added and with what that replaced. */
export async function goBack(
  collection: Collection,
  before: Parked | null,
  added: readonly number[],
  restore: () => Promise<void>,
): Promise<void> {
  if (before) return before.restore();
  await takeOut(collection, added);
  await restore();
}

/**
 * Makes the files of a collection those that are wanted, each read by its own decisions and no others; only what is not so yet is
 * read. `outcome` is filled as they are read.
 */
export async function become(
  collection: Collection,
  wanted: readonly Wanted[],
  outcome: Outcome,
  hooksOf: (files: readonly Ready[]) => ReadHooks = () => ({}),
): Promise<void> {
  const missing: (Wanted & { sum: string })[] = [];
  // Bytes that are gone are told when the file is read.
  for (const one of wanted) missing.push({ ...one, sum: await sumOf(one.input).catch(() => '') });
  const leaving: number[] = [];
  const { decided } = collection;
  for (const { report, input, choices } of decided) {
    const sum = await sumOf(input).catch(() => null);
    const own = textOf(choices);
    const at = missing.findIndex(
      (one) => one.sum === sum && one.input.path === report.path && textOf(one.choices) === own,
    );
    if (at < 0) leaving.push(report.id);
    else missing.splice(at, 1);
  }
  if (leaving.length > 0 && leaving.length === decided.length) await collection.clear();
  else await takeOut(collection, leaving);
  const ready = missing.map(({ input, choices }): Ready => ({ input, choices, matches: {}, given: input.path }));
  await readFiles(collection, ready, outcome, hooksOf(ready));
}
