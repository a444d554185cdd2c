import {
  type Cube,
  EMPTY_CUBE,
  type Filing,
  type LoadedSetting,
  NOTHING_LOADED,
  type Setting,
  buildFirstCube,
  type DrillQuestion,
  firstLookAt,
} from '../cube';
import { Refusal } from '../domain';
import type { Engine } from '../engine';
import { openBrowserEngine } from '../engine/browser';
import type { ZoneDecisions } from '../model';
import {
  Collection,
  type EncodingSample,
  type FileChoices,
  type FileInput,
  type FileReport,
  type KnownMatches,
  type Parked,
  type RawRecord,
  encodingSamples,
  fileSource,
  maskedPath,
} from '../ingest';
import { workerStager } from '../ingest/worker-client';
import type { FileDecision } from './decisions-file';
import { drillRows } from './drill-rows';
import { exampleFiles } from './example-files';
import type { Incoming, Progress } from './incoming';
import { Queue } from './queue';
import {
  type Figures,
  NO_FIGURES,
  type Outcome,
  type Ready,
  decisionsOf,
  figuresOf,
  inReadingOrder,
  readFiles,
} from './read-files';
import { withRefusedRules } from './rules-ledger';
import { type Refused, refusedFor } from './refused';
import type { CubeSource, DrillResult } from './source';
import type { Unplaced } from './unplaced';
import { Waiting, type WaitingFile } from './waiting.svelte';
import type { ZoneRow } from './zone-table';

const inputOf = ({ file, path }: Incoming): FileInput => ({ path, source: fileSource(file, path), data: file });

const givenOf = (incoming: Incoming) => ({
  input: inputOf(incoming),
  ...(incoming.choices && { choices: incoming.choices }),
});

/** The session of the page: the engine, the files, and the cube they make. Nothing leaves the machine. */
export class Session implements CubeSource {
  status: 'booting' | 'ready' | 'failed' = $state('booting');
  /** Why the engine did not start. */
  failure: string | null = $state(null);
  files: readonly FileReport[] = $state.raw([]);
  refused: readonly Refused[] = $state.raw([]);
  progress: Progress | null = $state.raw(null);
  cube: Cube = $state.raw(EMPTY_CUBE);
  /** The figures shown are those of a first look: the rows are still being stored and checked for repetition. */
  checking = $state(false);
  /** What the files say about rules and targets, in force or not. */
  loaded: LoadedSetting = $state.raw(NOTHING_LOADED);
  /** The figures are being computed again under other rules. */
  recounting = $state(false);
  /** Numbers of the files that are being read again with other decisions. */
  deciding: ReadonlySet<number> = $state.raw(new Set());
  /** Rows that state no zone and count for none. */
  unplaced: readonly Unplaced[] = $state.raw([]);
  /** Who filed what, for every zone, table and period. */
  filings: readonly Filing[] = $state.raw([]);
  /** The zones of the files, with the names written for them. */
  zones: readonly ZoneRow[] = $state.raw([]);
  /** Decisions of an opened file, about files by their bytes. */
  decisions: readonly FileDecision[] = $state.raw([]);
  /** Sums of the files whose decision was followed. */
  applied: ReadonlySet<string> = $state.raw(new Set());
  /** Files that hold no table known so far. */
  readonly waiting = new Waiting(this);

  private engine: Engine | null = null;
  private collection: Collection | null = null;
  private stopper: AbortController | null = null;
  /** What is loaded are the example files that come with the page; the same files chosen by hand are not. */
  private bundled = false;
  private matches: KnownMatches = {};
  private zoneDecisions: ZoneDecisions = {};
  private setting: Setting = {};
  /** Work on the database, one after another. */
  private readonly work = new Queue();
  private readonly booted: Promise<void>;
  private readonly onCube: () => void;

  /** Starts the engine at once. `onCube` is called just before a new cube is shown. */
  constructor(onCube: () => void = () => undefined) {
    this.onCube = onCube;
    this.booted = this.boot();
  }

  private async boot(): Promise<void> {
    const start = performance.now();
    try {
      this.engine = await openBrowserEngine();
      this.collection = await Collection.open(this.engine, workerStager());
      this.collection.matches = this.matches;
      await this.collection.decideZones(this.zoneDecisions);
      this.status = 'ready';
      performance.measure('zonelens:boot', { start, end: performance.now() });
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.status = 'failed';
    }
  }

  /** Decisions kept from other files, by header signature; files read from now on follow them. */
  follow(matches: KnownMatches): void {
    this.matches = matches;
    if (this.collection) this.collection.matches = matches;
  }

  /** What is said of names of zones: what is loaded counts for those zones from now on. */
  async followZones(decisions: ZoneDecisions): Promise<void> {
    this.zoneDecisions = decisions;
    await this.booted;
    await this.collection?.decideZones(decisions);
    if ((this.collection?.files.length ?? 0) > 0) await this.change([], () => Promise.resolve());
  }

  /** Rules and targets edited on the page: the figures are computed again under them; the files stay as they are. */
  async followSetting(setting: Setting): Promise<void> {
    this.setting = setting;
    await this.booted;
    if ((this.collection?.files.length ?? 0) === 0) return;
    this.recounting = true;
    await this.change([], () => Promise.resolve());
    this.recounting = false;
  }

  /**
   * Reads files into the session; example data gives way to them. What cannot be read is refused with the reason; what
   * was loaded stays as it was.
   */
  async add(files: readonly Incoming[]): Promise<void> {
    await this.read(files, this.decisions, this.bundled);
  }

  /** Loads the example files that come with the page. They take the place of whatever was loaded. */
  async addExample(): Promise<void> {
    const { files, decisions } = await exampleFiles();
    await this.read(files, decisions, true);
    this.bundled = this.cube.example;
  }

  /** Follows decisions about files: what is loaded is read again, and files that come later are known by their bytes. */
  async followFiles(decisions: readonly FileDecision[]): Promise<void> {
    await this.booted;
    this.decisions = decisions;
    this.applied = new Set();
    const { bundled } = this;
    const files = (this.collection?.decided ?? []).flatMap(({ report: { path, choices }, input }) =>
      input.data instanceof File ? [{ file: input.data, path, choices }] : [],
    );
    await this.read(files, decisions, true);
    this.bundled = bundled;
  }

  /** What the loaded files were read by, and the opened decisions about others. */
  async fileDecisions(): Promise<FileDecision[]> {
    await this.work.idle;
    const own = this.collection ? await decisionsOf(this.collection) : [];
    const known = new Set(own.map(({ sha256 }) => sha256));
    return [...own, ...this.decisions.filter(({ sha256 }) => !known.has(sha256))];
  }

  /** Reads files, in the place of all others when `alone`; the UI is free as soon as the user stops it. */
  private async read(files: readonly Incoming[], decisions: readonly FileDecision[], alone: boolean): Promise<void> {
    await this.booted;
    const { collection } = this;
    if (!collection || this.progress !== null || files.length === 0) return;
    const stopper = new AbortController();
    this.stopper = stopper;
    this.refused = [];
    const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
    const path = maskedPath(files[0]?.path ?? '');
    this.progress = { path, at: 1, of: files.length, bytes: 0, totalBytes, rows: 0, secondsLeft: null };
    const stopped = new Promise<void>((resolve) => stopper.signal.addEventListener('abort', () => resolve()));
    const done = this.work.run(() => this.readInTurn(collection, files, decisions, alone, stopper.signal));
    await Promise.race([done, stopped]);
  }

  private async readInTurn(
    collection: Collection,
    files: readonly Incoming[],
    decisions: readonly FileDecision[],
    alone: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const start = performance.now();
    const before = alone ? collection.park() : null;
    const outcome: Outcome = { added: [], refused: [], applied: new Set() };
    const unknown: WaitingFile[] = [];
    const { added } = outcome;
    const shown = this.cube;
    try {
      const taken = alone ? [] : collection.files.map((report) => report.path);
      const ready = await inReadingOrder(files.map(givenOf), decisions, taken);
      await before?.clear();
      await this.lookFirst(collection, ready, signal);
      await this.readEach(collection, ready, signal, outcome, unknown);
      performance.measure('zonelens:ingest', { start, end: performance.now() });
      const figures = signal.aborted || added.length === 0 ? null : await this.figures();
      if (figures && !signal.aborted) {
        this.bundled = false;
        this.applied = new Set([...this.applied, ...outcome.applied]);
        this.publish(figures);
      } else await this.goBack(collection, before, added);
    } catch (error) {
      // A database that cannot take the files, or make figures of them, goes back to those it had.
      outcome.refused.push({ path: maskedPath(files[0]?.path ?? ''), error });
      await this.goBack(collection, before, added).catch(() => undefined);
      await this.refresh().catch(() => undefined);
    } finally {
      if (this.checking && added.length === 0) this.cube = shown;
      this.checking = false;
      if (!signal.aborted) {
        this.refused = outcome.refused.map(({ path, error }) => refusedFor(path, error));
        this.waiting.after(files, unknown);
        this.progress = null;
        this.stopper = null;
      }
    }
  }

  /** Shows the figures of a single large regular file before its rows are stored; nothing happens for other files. */
  private async lookFirst(collection: Collection, files: readonly Ready[], signal: AbortSignal): Promise<void> {
    const [only, ...more] = files;
    const { engine } = this;
    if (!engine || !only || more.length > 0 || Object.keys(only.choices).length > 0 || collection.files.length > 0)
      return;
    const start = performance.now();
    if (!(await collection.firstLook(only.input, firstLookAt('unit_coverage')))) return;
    const counted = performance.now();
    const cube = await buildFirstCube(engine, 'unit_coverage', only.input.path, this.setting);
    if (signal.aborted) return;
    performance.measure('zonelens:ingest', { start, end: counted });
    performance.measure('zonelens:cube', { start: counted, end: performance.now() });
    this.onCube();
    this.checking = true;
    this.cube = cube;
  }

  private async readEach(
    collection: Collection,
    files: readonly Ready[],
    signal: AbortSignal,
    outcome: Outcome,
    unknown: WaitingFile[],
  ): Promise<void> {
    const start = performance.now();
    const sizes = files.map(({ input }) => input.source.size);
    const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
    await readFiles(collection, files, outcome, {
      signal,
      onUnknown: async ({ input, choices, matches }) => {
        const { data } = input;
        if (data instanceof File)
          unknown.push({ file: data, report: await collection.survey(input, choices, matches) });
      },
      onProgress: (path, at, bytesRead, rows) => {
        if (signal.aborted) return;
        const bytes = sizes.slice(0, at).reduce((sum, size) => sum + size, bytesRead);
        const elapsed = (performance.now() - start) / 1000;
        const secondsLeft = elapsed < 1 || bytes === 0 ? null : (elapsed / bytes) * (totalBytes - bytes);
        this.progress = { path, at: at + 1, of: files.length, bytes, totalBytes, rows, secondsLeft };
      },
    });
  }

  private async goBack(collection: Collection, before: Parked | null, added: readonly number[]): Promise<void> {
    if (before) await before.restore();
    else await this.takeOut(collection, added);
  }

  private async takeOut(collection: Collection, ids: readonly number[]): Promise<void> {
    let tied = false;
    for (const id of [...ids].reverse()) if (!(await collection.remove(id))) tied = true;
    if (tied) await collection.rebuild();
  }

  /** Stops the reading at once; the session is what it was before, and the database follows in the background. */
  cancel(): void {
    this.stopper?.abort(new DOMException('stopped by the user', 'AbortError'));
    if (this.checking) this.cube = EMPTY_CUBE;
    this.checking = false;
    this.stopper = null;
    this.progress = null;
  }

  /**
   * Reads files again with other decisions, by number. One that cannot be read that way stays as it was; the reason is
   * then in {@link Session.refused}.
   */
  async decide(decisions: ReadonlyMap<number, FileChoices>): Promise<void> {
    await this.change([...decisions.keys()], async (collection) => {
      const all = new Map<number, FileChoices>();
      for (const [id, choices] of decisions) if (!(await collection.replace(id, choices))) all.set(id, choices);
      if (all.size > 0) await collection.rebuild(all);
    });
  }

  /** Takes a file out of the session. */
  async remove(id: number): Promise<void> {
    await this.change([id], (collection) => this.takeOut(collection, [id]));
  }

  /** Takes every file out. */
  async clear(): Promise<void> {
    this.waiting.clear();
    await this.change([], (collection) => collection.clear());
  }

  private async change(ids: readonly number[], work: (collection: Collection) => Promise<void>): Promise<void> {
    await this.booted;
    const { collection } = this;
    if (!collection) return;
    this.deciding = new Set([...this.deciding, ...ids]);
    const path = this.files.find((report) => report.id === ids[0])?.path ?? '';
    await this.work.run(async () => {
      this.refused = [];
      try {
        await work(collection);
      } catch (error) {
        // It may be another file that cannot be read again.
        this.refused = [refusedFor(error instanceof Refusal ? error.file : path, error)];
      }
      await this.refresh().catch((error: unknown) => {
        this.refused = [...this.refused, refusedFor(path, error)];
      });
      this.deciding = new Set([...this.deciding].filter((id) => !ids.includes(id)));
    });
  }

  private async refresh(): Promise<void> {
    this.publish(await this.figures());
  }

  private async figures(): Promise<Figures> {
    const { engine, collection } = this;
    if (!engine || !collection) return NO_FIGURES;
    const start = performance.now();
    const figures = await figuresOf(engine, collection, this.setting);
    performance.measure('zonelens:cube', { start, end: performance.now() });
    return figures;
  }

  private publish({ cube, loaded, unplaced, zones, filings }: Figures): void {
    this.files = withRefusedRules(this.collection?.files ?? [], loaded);
    this.loaded = loaded;
    this.unplaced = unplaced;
    this.zones = zones;
    this.filings = filings;
    this.onCube();
    this.cube = cube;
  }

  /** A record of a file and its neighbours, as they stand in it; personal columns blanked. Throws `Refusal`. */
  async around(file: number, sheet: string | null, record: number, neighbours: number): Promise<RawRecord[]> {
    const range = { sheet, from: Math.max(1, record - neighbours), to: record + neighbours };
    return (await this.collection?.records(file, range)) ?? [];
  }

  /** The head of a file in each encoding that can be chosen. */
  async samples(file: number): Promise<EncodingSample[]> {
    const source = this.collection?.sourceOf(file) ?? this.waiting.sourceOf(file);
    return source ? encodingSamples(source) : [];
  }

  /** Reads and matches a file without taking it in. */
  async survey(file: Incoming, choices: FileChoices): Promise<FileReport> {
    await this.booted;
    if (!this.collection) throw new TypeError('the engine did not start');
    const { collection } = this;
    return this.work.run(() => collection.survey(inputOf(file), choices));
  }

  /** The rows behind a figure. Throws EngineError when the question cannot be answered. */
  readonly drill = async (question: DrillQuestion, limit: number): Promise<DrillResult> => {
    await this.work.idle;
    const { engine } = this;
    return engine ? drillRows(engine, this.files, question, limit) : { columns: [], rows: [], total: 0 };
  };
}
