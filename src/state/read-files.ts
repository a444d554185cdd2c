import type { Kept, Setting } from '../cube';
import { Refusal, freeName } from '../domain';
import type { Engine } from '../engine';
import {
  type ByteSource,
  type Collection,
  type FileChoices,
  type FileReport,
  byReading,
  inputNamed,
  sha256,
  shownAs,
} from '../ingest';
import type { FileDecision } from './decisions-file';
import { type Figures, NO_FIGURES } from './figures';
import { type Given, type Outcome, type ReadHooks, type Ready, choicesOf, decisionOf, sumOf } from './given-files';
import { rowsInNoZone } from './unplaced';
import { zoneTable } from './zone-table';

const NO_CHOICES: FileChoices = {};

/** The decision about the very bytes of a file; only files of the same size are read for it. */
export async function decisionFor(
  source: ByteSource,
  decisions: readonly FileDecision[],
  sumOfIt: () => Promise<string> = () => sha256(source),
): Promise<FileDecision | undefined> {
  const alike = decisions.filter(({ size }) => size === source.size);
  if (alike.length === 0) return undefined;
  const sum = await sumOfIt();
  return alike.find((decision) => decision.sha256 === sum);
}

async function ready(
  { input: given, choices = NO_CHOICES, beside = false }: Given,
  decisions: readonly FileDecision[],
): Promise<Ready> {
  // Bytes that are gone are told when the file is read.
  const decision = await decisionFor(given.source, decisions, () => sumOf(given)).catch(() => undefined);
  const input = shownAs(given);
  if (!decision) return { input, choices, given: input.path, beside };
  const { path } = decision;
  // What was decided about it is all of it: nothing is followed from other files.
  return {
    input: shownAs(inputNamed(given, path)),
    choices: choicesOf(decision),
    matches: {},
    given: input.path,
    decision,
  };
}

/** Another file of the same name is told apart by a number. */
export function pathBeside(path: string, taken: ReadonlySet<string>): string {
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./\\]{1,5})?$/su.exec(path) ?? [];
  return freeName(stem, ending, (name) => taken.has(name));
}

/** A file under another name. */
export const renamed = (file: Ready, path: string): Ready => ({ ...file, input: inputNamed(file.input, path) });

/** Files of one name in the order of their bytes, which is the same wherever they come from. */
async function toldApart(files: readonly Ready[]): Promise<Ready[]> {
  if (files.length < 2) return [...files];
  const sums = await Promise.all(files.map(({ input }) => sumOf(input).catch(() => '')));
  const order = files.map((file, at) => ({ file, sum: sums[at] ?? '' })).sort((a, b) => (a.sum < b.sum ? -1 : 1));
  return order.map(({ file }) => file);
}

/**
 * Files as they are to be read: in an order that does not depend on how they came, each under its own name and with the
 * decisions about it. `taken` are the names in use.
 */
export async function inReadingOrder(
  files: readonly Given[],
  decisions: readonly FileDecision[],
  taken: readonly string[] = [],
): Promise<Ready[]> {
  const groups = new Map<string, Ready[]>();
  for (const file of files) {
    const one = await ready(file, decisions);
    groups.set(one.input.path, [...(groups.get(one.input.path) ?? []), one]);
  }
  const ordered = [...groups].sort(([a], [b]) => byReading(a, b));
  const names = new Set(taken);
  const result: Ready[] = [];
  for (const [, group] of ordered)
    for (const file of await toldApart(group)) {
      const path = pathBeside(file.input.path, names);
      names.add(path);
      result.push(renamed(file, path));
    }
  return result;
}

/** Reads files into the collection; what cannot be read is refused and the others go on. `outcome` is filled as they are read. */
export async function readFiles(
  collection: Collection,
  files: readonly Ready[],
  outcome: Outcome,
  { signal, onProgress, onUnknown }: ReadHooks = {},
): Promise<void> {
  const adding = files.map(({ input, choices, matches }, at) => ({
    input,
    choices,
    matches,
    onProgress: (bytesRead: number, rows: number) => onProgress?.(input.path, at, bytesRead, rows),
  }));
  const told = {
    taken: (report: FileReport, at: number): void => {
      outcome.added.push(report.id);
      const { decision } = files[at] ?? {};
      if (decision) outcome.applied.add(decision.sha256);
    },
    refused: async (error: unknown, at: number): Promise<void> => {
      const file = files[at];
      if (!file || signal?.aborted) return;
      outcome.refused.push({ path: file.given, error });
      if (error instanceof Refusal && error.code === 'no-known-table') await onUnknown?.(file);
    },
  };
  await collection.addAll(adding, told, signal).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}

/** What has to be known about the files of a collection whose rows are in the database. */
export async function aboutFiles(
  engine: Engine,
  { files, zoneBook }: Collection,
): Promise<Pick<Figures, 'loaded' | 'unplaced' | 'zones'>> {
  const { loadedSetting } = await import('./counters');
  return {
    loaded: await loadedSetting(engine),
    unplaced: await rowsInNoZone(engine, files),
    zones: zoneTable(files, zoneBook),
  };
}

/** The figures of everything in the collection, made again as far as they are not `kept`: the same for the same files and decisions, in the page and on the command line. */
export async function figuresOf(
  engine: Engine,
  collection: Collection,
  setting: Setting = {},
  kept?: Kept,
): Promise<Figures> {
  if (collection.files.length === 0) {
    kept?.clear();
    return NO_FIGURES;
  }
  await collection.settle();
  const { buildCube, filingsOf } = await import('./counters');
  const sources = collection.files.map(({ path }) => path).sort(byReading);
  const cube = await buildCube(engine, sources, setting, kept);
  await collection.tellCounted();
  return { cube, ...(await aboutFiles(engine, collection)), filings: await filingsOf(engine, collection.files, kept) };
}

/** What the files of a collection were read by, as it is kept in a file of decisions. */
export async function decisionsOf(collection: Collection): Promise<FileDecision[]> {
  const all: FileDecision[] = [];
  for (const { report, input, choices } of collection.decided)
    all.push(decisionOf(report, await sumOf(input), choices));
  return all.sort((a, b) => byReading(a.path, b.path));
}
