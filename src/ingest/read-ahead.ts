import type { KnownZone } from './canonical/file-level';
import type { KnownMatches } from './canonical/choices';
import type { FileChoices, StageHooks, StagedFile } from './stage';
import type { FileInput, Stager } from './stager';

/** Larger files are read when it is their turn, each by itself: two at once would be held in memory. */
const LIGHT_BYTES = 2_000_000;
/** What is read and loaded together: so many files, of so many bytes. */
const MOST_FILES = 64;
const MOST_BYTES = 3_000_000;

/** A file that is to be added, and all that its reading depends on but for the zones. */
export interface Coming extends Pick<StageHooks, 'onProgress'> {
  readonly input: FileInput;
  readonly choices: FileChoices;
  readonly matches: KnownMatches;
}

/** A file that was read, with the zones that were known then; what could not be read with the reason, and a large one not yet. */
export interface Arrived<File extends Coming = Coming> {
  readonly coming: File;
  readonly zones: readonly KnownZone[];
  readonly file: StagedFile | null;
  readonly error?: unknown;
}

const isLarge = ({ input }: Coming): boolean => input.source.size >= LIGHT_BYTES;

/** Files that are read and loaded together, in their order: it depends on nothing but their sizes which. */
function batchesOf<File extends Coming>(files: readonly File[]): File[][] {
  const batches: File[][] = [];
  let bytes = 0;
  for (const file of files) {
    const { size } = file.input.source;
    const last = batches.at(-1);
    const [before] = last ?? [];
    const isFull = !last || last.length >= MOST_FILES || bytes + size > MOST_BYTES || (before && isLarge(before));
    if (isFull || isLarge(file)) {
      batches.push([file]);
      bytes = size;
    } else {
      last.push(file);
      bytes += size;
    }
  }
  return batches;
}

/** Whether a file says which zones there are: those after it are read by that. */
const definesZones = ({ file }: Arrived): boolean =>
  file?.tables.some(({ match, staged }) => staged !== null && match.table === 'zone') === true;

/** Reads files that are small, while the database works on those before them. */
export class ReadAhead {
  constructor(private readonly stager: Stager) {}

  /**
   * Reads files, in batches. While one is dealt with, the next is being read; again, should other zones be known by then. Files that could not
   * be read come with the reason. Rejects with the reason of the signal.
   */
  async *batches<File extends Coming>(
    files: readonly File[],
    zones: () => Promise<readonly KnownZone[]>,
    signal?: AbortSignal,
  ): AsyncGenerator<readonly Arrived<File>[]> {
    const waiting = batchesOf(files);
    let ahead: Promise<Arrived<File>[]> | null = null;
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const known = await zones();
      let read: Arrived<File>[] = ahead ? await ahead : await this.read(batch, known, signal);
      if (read.some((one) => one.zones !== known)) read = await this.read(batch, known, signal);
      signal?.throwIfAborted();
      if (read.length < batch.length) waiting.unshift(batch.slice(read.length));
      const [next] = waiting;
      const last = read.at(-1);
      ahead = next && !(last && definesZones(last)) ? this.read(next, known, signal) : null;
      // It may never be taken.
      ahead?.catch(() => undefined);
      yield read;
    }
  }

  /** Reads the files of a batch, up to one that says which zones there are. */
  private async read<File extends Coming>(
    batch: readonly File[],
    zones: readonly KnownZone[],
    signal?: AbortSignal,
  ): Promise<Arrived<File>[]> {
    const arrived: Arrived<File>[] = [];
    for (const coming of batch) {
      const { input, choices, matches, onProgress } = coming;
      if (isLarge(coming)) {
        arrived.push({ coming, zones, file: null });
        break;
      }
      const hooks = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
      onProgress?.(0, 0);
      const one = await this.stager.stage(input, zones, choices, hooks, matches).then(
        (file): Arrived<File> => ({ coming, zones, file }),
        (error: unknown): Arrived<File> => ({ coming, zones, file: null, error }),
      );
      signal?.throwIfAborted();
      arrived.push(one);
      if (definesZones(one)) break;
    }
    return arrived;
  }
}
