import { Refusal } from '../domain';
import type { KnownZone } from './canonical/file-level';
import { checkKnown, isLight } from './load-tables';
import type { Arrived, Coming } from './read-ahead';
import type { FileReport } from './report';
import { sameAmong } from './same-bytes';
import type { KnownMatches } from './canonical/choices';
import type { StageHooks } from './stage';
import type { FileInput } from './stager';

/** How to follow and stop the adding of a file. */
export interface AddHooks extends StageHooks {
  /** Decisions kept from other files that this one follows; those of the collection when absent. */
  readonly matches?: KnownMatches | undefined;
}

/** A file to be added. */
export type Adding = Omit<Coming, 'matches'> & Pick<AddHooks, 'matches'>;

/** Is told what became of files, each by its place among those given: of one that is there, and of one that is refused. */
export interface Told {
  readonly taken: (report: FileReport, at: number) => void;
  readonly refused: (error: unknown, at: number) => void | Promise<void>;
}

/** For files none of which may be refused. */
export const rethrow = (error: unknown): never => {
  throw error;
};

/** A file on its way in: its place among those given, and its number where it had one before. */
export interface Entering extends Coming {
  readonly at: number;
  readonly id: number | null;
}

/** A file that was read, under its number. */
export type Numbered = Arrived<Entering> & { readonly id: number };

/**
 * The files of a batch that can be loaded, under their numbers: those are refused that could not be read, hold no table the model knows or are
 * there already. A file that had a number before is not asked whether it is there.
 */
export async function accepted(
  batch: readonly Arrived<Entering>[],
  there: readonly Entry[],
  nextId: () => number,
  told: Told,
): Promise<Numbered[]> {
  const ready: Numbered[] = [];
  for (const one of batch) {
    const { input, id, at } = one.coming;
    const others = [...there, ...ready.map(({ coming }) => coming)];
    const same = id === null ? await sameAmong(others, input) : null;
    try {
      if (same !== null) throw new Refusal('same-file', input.path, {}, same);
      const numbered = { ...one, id: id ?? nextId() };
      if (one.error !== undefined) throw one.error;
      if (one.file) checkKnown(input.path, one.file);
      ready.push(numbered);
    } catch (error) {
      await told.refused(error, at);
    }
  }
  return ready;
}

/** Files that can be loaded together, in their order. */
export function runsOf(files: readonly Numbered[]): Numbered[][] {
  const runs: Numbered[][] = [];
  let isOpen = false;
  for (const one of files) {
    const light = one.file !== null && isLight(one.file);
    if (light && isOpen) runs.at(-1)?.push(one);
    else runs.push([one]);
    isOpen = light;
  }
  return runs;
}

/** A file of the session: where it came from, what became of it, and what was known when it was read. */
export interface Entry {
  readonly input: FileInput;
  readonly report: FileReport;
  readonly matches: KnownMatches;
  readonly zones: readonly KnownZone[];
}

/** Files that were set aside: `clear` empties the tables, `restore` reads those files back in, under their numbers. */
export interface Parked {
  clear(): Promise<void>;
  restore(): Promise<void>;
}
