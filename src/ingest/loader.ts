import type { Engine } from '../engine';
import { TABLES } from '../model';
import { identifier, literals } from '../sql';
import type { KnownMatches } from './canonical/choices';
import type { KnownZone } from './canonical/file-level';
import { PAIRS, type Rivals } from './canonical/repeats';
import { forgetKeys } from './canonical/thing-keys';
import type { Entry, Numbered } from './entry';
import { type FileLoad, checkKnown, loadFiles } from './load-tables';
import { shownAs } from './personal-cells';
import { DIRECT_FROM_BYTES, type FirstLook, countRegular, isDecided, loadRegular } from './regular';
import type { FileReport } from './report';
import type { FileChoices, StagedFile } from './stage';
import type { FileInput, Stager } from './stager';
import type { ZoneNames } from './zone-names';
import type { ZonesByList } from './zones-by-list';

/** Puts files into the canonical tables, and takes them out again. `rivals` are the files that are there. */
export class Loader {
  constructor(
    private readonly engine: Engine,
    private readonly stager: Stager,
    readonly names: ZoneNames,
    readonly lists: ZonesByList,
    private readonly rivals: () => Rivals,
  ) {}

  /** Loads files that were read. */
  all(run: readonly Numbered[], signal?: AbortSignal): Promise<FileLoad[]> {
    const files = run.flatMap(({ id, file, coming: { input, choices } }) =>
      file ? [{ file, loading: { id, path: input.path, size: input.source.size, choices } }] : [],
    );
    return loadFiles(this.engine, files, this.rivals(), this, signal);
  }

  /** Loads a file by itself; a large one is read first, or without passing it through JavaScript where it is regular. */
  async one(one: Numbered, signal?: AbortSignal): Promise<FileLoad> {
    const { coming, zones, id } = one;
    const { input, choices, matches, onProgress } = coming;
    const isOpen = one.file === null && Object.keys(choices).length === 0;
    const direct = isOpen ? await this.loadDirectly(id, input, matches, zones, signal) : null;
    if (direct) return { report: direct, compared: true };
    signal?.throwIfAborted();
    const hooks = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
    const file = one.file ?? (await this.stager.stage(input, zones, choices, hooks, matches));
    checkKnown(input.path, file);
    const [load] = await this.all([{ ...one, file }], signal);
    if (!load) throw new RangeError('a file was lost');
    return load;
  }

  again(
    id: number,
    by: Omit<Entry, 'report'>,
    choices: FileChoices,
    file: StagedFile | null = null,
  ): Promise<FileLoad> {
    const { zones, ...coming } = by;
    return this.one({ id, file, zones, coming: { ...coming, choices, at: 0, id } });
  }

  /** Loads a large regular file without passing it through JavaScript; null when it is not one. */
  private async loadDirectly(
    id: number,
    input: FileInput,
    matches: KnownMatches,
    zones: readonly KnownZone[],
    signal?: AbortSignal,
  ): Promise<FileReport | null> {
    const { size } = input.source;
    if (size < DIRECT_FROM_BYTES) return null;
    const seen = await this.stager.probe(input);
    if (seen.regular && isDecided(seen.header, matches)) return null;
    const report = await loadRegular(
      this.engine,
      { ...input, size },
      seen,
      zones,
      id,
      this.names,
      this.rivals(),
      signal,
    );
    if (!report) await this.forget([id]);
    return report;
  }

  /**
   * Counts a large regular file by some columns before it is loaded, so that figures can be shown while its rows are still
   * being checked. False when the file must be loaded first.
   */
  async look(
    input: FileInput,
    look: FirstLook,
    matches: KnownMatches,
    zones: () => Promise<readonly KnownZone[]>,
  ): Promise<boolean> {
    if (input.source.size < DIRECT_FROM_BYTES) return false;
    const seen = await this.stager.probe(input);
    if (seen.regular && isDecided(seen.header, matches)) return false;
    return countRegular(this.engine, shownAs(input), seen, await zones(), look);
  }

  /** Takes out all that is of some files. */
  async forget(ids: readonly number[]): Promise<void> {
    const tables = [...TABLES.map((one) => one.id), 'unstated', 'zoneless'].map(identifier);
    const all = literals(ids);
    await this.engine.run(tables.map((table) => `DELETE FROM ${table} WHERE file_id IN ${all}`).join(';'));
    await forgetKeys(this.engine, ids);
    await this.engine.run(`DELETE FROM ${PAIRS} WHERE winner IN ${all} OR loser IN ${all}`);
  }
}
