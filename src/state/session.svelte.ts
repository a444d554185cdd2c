import { type Cube, type Setting, isEmpty } from '../cube';
import { Refusal } from '../domain';
import { EngineGone } from '../engine';
import type { Collection, FileChoices, KnownMatches } from '../ingest';
import type { ZoneDecisions } from '../model';
import { counting } from './database';
import type { FileDecision } from './decisions-file';
import { exampleCube, exampleFiles } from './example-files';
import { Held, aMoment } from './held';
import { type Incoming, type Target, againOf, givenOf, inputOf } from './incoming';
import { hooksFor } from './progress';
import { type Outcome, type ReadHooks, type Ready, nothingRead } from './given-files';
import { type Refused, refusedFor } from './refused';
import type { CubeSource } from './source';
import { type WaitingFile, surveyInto } from './waiting.svelte';

/** A database that dies over its files again and again is not started once more. */
const MOST_DEATHS = 2;

/** The session of the page: the engine, the files, and the cube they make. Nothing leaves the machine. */
export class Session extends Held implements CubeSource {
  private stopper: AbortController | null = null;
  /** What is loaded are the example files that come with the page; the same files chosen by hand are not. */
  bundled = false;
  private setting: Setting = {};
  /** What has to be there before anything is read. */
  opening: Promise<void> = Promise.resolve();
  /** What is being read again and is to be loaded in the end; null when everything is as it should be. */
  private aim: Target | null = $state.raw(null);
  /** How many changes of what is loaded are under way. */
  private changing = $state(0);
  /** How often in a row the database died. */
  private deaths = 0;

  /** Starts the engine at once. `onCube` is called just before a new cube is shown. */
  constructor(onCube: () => void = () => undefined) {
    super(onCube);
    this.booted = this.boot();
  }

  private async boot(): Promise<void> {
    const start = performance.now();
    try {
      await this.database.open(
        () => this.opening,
        (reason) => this.revive(reason),
      );
      this.status = 'ready';
      performance.measure('zonelens:boot', { start, end: performance.now() });
      void this.settled().then(() => this.work.meanwhile((signal) => this.database.rehearse(signal)));
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.status = 'failed';
      if (this.behind === 'coming') this.behind = 'none';
    }
  }

  /** Decisions kept from other files, by header signature; files read from now on follow them. */
  follow(matches: KnownMatches): void {
    this.database.follow(matches);
  }

  /** What is said of names of zones: what is loaded counts for those zones from now on. */
  async followZones(decisions: ZoneDecisions): Promise<void> {
    await this.booted;
    // Not while figures are counted by what was said before.
    await this.work.run(() => this.database.decideZones(decisions));
    if (this.database.decided.length > 0) await this.change([], () => Promise.resolve());
  }

  /** Rules and targets edited on the page: the figures are computed again under them; the files stay as they are. */
  async followSetting(setting: Setting): Promise<void> {
    this.setting = setting;
    await this.booted;
    if (this.database.decided.length === 0) return;
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

  /**
   * Loads the example files that come with the page, in the place of whatever was loaded. Their figures come with the page too, and are
   * looked at until the engine is there and has counted the files.
   */
  async addExample(): Promise<void> {
    if (this.progress !== null || this.status === 'failed') return;
    const stopper = this.begin(new AbortController(), '', 0, 0);
    this.exampleFailed = null;
    try {
      const cube = this.isUndecided ? await exampleCube() : null;
      if (cube && !stopper.signal.aborted) this.look(cube);
      const { files, decisions } = await exampleFiles();
      await this.read(files, decisions, true, stopper);
      this.bundled = this.cube.example;
    } catch (error) {
      if (stopper.signal.aborted) return;
      this.stop();
      this.exampleFailed = error instanceof Error ? error.message : String(error);
    }
  }

  /** Nothing was decided that would make other figures of the same files. */
  private get isUndecided(): boolean {
    const { rules = [], targets = [] } = this.setting;
    return rules.length + targets.length + Object.keys(this.database.zones).length === 0;
  }

  /** Follows decisions about files: what is loaded or waits is read again, and files that come later are known by their bytes. */
  async followFiles(decisions: readonly FileDecision[]): Promise<void> {
    await this.booted;
    this.decisions = decisions;
    this.applied = new Set();
    const { bundled } = this;
    const own = this.database.decided.map((one) => ({ ...one, choices: one.report.choices }));
    await this.read([...againOf(own), ...this.waiting.again], decisions, true);
    this.bundled = bundled;
  }

  /** Something is being done that is not what was there before. */
  get stepping(): boolean {
    const reading = this.progress !== null && !this.progress.again;
    return reading || this.changing > 0 || this.waiting.busy.size > 0;
  }

  /** Nothing is being read or counted. */
  get calm(): boolean {
    return this.status === 'ready' && this.aim === null && this.progress === null && !this.stepping;
  }

  /** Resolves when it is calm, or failed. */
  async settled(): Promise<void> {
    while (!this.calm && this.status !== 'failed') {
      await this.work.idle;
      await aMoment();
    }
  }

  /** Reads files, in the place of all others when `alone`; the UI is free as soon as the user stops it. */
  private async read(
    files: readonly Incoming[],
    decisions: readonly FileDecision[],
    alone: boolean,
    begun: AbortController | null = null,
  ): Promise<void> {
    await this.booted;
    const { collection, maskedPath } = this.database;
    if (!collection && begun) this.stop();
    const isFree = begun ? this.stopper === begun : this.progress === null;
    if (!collection || !isFree || files.length === 0) return;
    const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
    const path = maskedPath(files[0]?.path ?? '');
    const stopper = this.begin(begun ?? new AbortController(), path, files.length, totalBytes);
    const stopped = new Promise<void>((resolve) => stopper.signal.addEventListener('abort', () => resolve()));
    const done = this.work.run(() => this.readInTurn(collection, files, decisions, alone, stopper.signal), this.note);
    await Promise.race([done, stopped]);
  }

  /** Notes what figures were made from, once they are shown: nobody waits for that. */
  private readonly note = async (shown: boolean): Promise<void> => {
    if (shown) await this.database.noteFigures();
  };

  /** Begins a reading, which can be stopped from now on. */
  private begin(stopper: AbortController, path: string, of: number, totalBytes: number): AbortController {
    this.stopper = stopper;
    this.refused = [];
    this.progress = { path, at: 1, of, bytes: 0, totalBytes, rows: 0, secondsLeft: null, again: false };
    return stopper;
  }

  private async readInTurn(
    collection: Collection,
    files: readonly Incoming[],
    decisions: readonly FileDecision[],
    alone: boolean,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { goBack, inReadingOrder, maskedPath, readReplacing } = await counting();
    const start = performance.now();
    const before = alone ? collection.park() : null;
    const outcome = nothingRead();
    const unknown: WaitingFile[] = [];
    const { added } = outcome;
    let shown = false;
    let restore = (): Promise<void> => Promise.resolve();
    try {
      const taken = alone ? [] : collection.files.map((report) => report.path);
      const ready = await inReadingOrder(files.map(givenOf), decisions, taken);
      await before?.clear();
      await this.lookFirst(collection, ready, signal);
      const read = await readReplacing(this.database.running, collection, ready, outcome, (some) => ({
        ...this.hooksOf(some, signal, false),
        onUnknown: surveyInto(unknown, collection),
      }));
      restore = read.restore;
      performance.measure('zonelens:ingest', { start, end: performance.now() });
      const figures = signal.aborted || added.length === 0 ? null : await this.database.figures(this.setting);
      if (figures && !signal.aborted) {
        this.bundled = false;
        this.applied = new Set([...this.applied, ...outcome.applied]);
        this.publish(figures, this.database.decided);
        shown = true;
        this.replaced = read.replaced;
        this.onChange();
      } else await goBack(collection, before, added, restore);
    } catch (error) {
      // A database that cannot take the files, or make figures of them, goes back to those it had.
      outcome.refused.push({ path: maskedPath(files[0]?.path ?? ''), error });
      await goBack(collection, before, added, restore).catch(() => undefined);
      await this.refresh().catch(() => undefined);
    } finally {
      if (added.length === 0) this.unlook();
      this.checking = false;
      if (this.stopper?.signal === signal) this.sort(files, unknown);
      this.finish(outcome, signal);
    }
    return shown;
  }

  /** Files that were read wait no more, unknown ones do; what was decided about these is said on their cards from now on. */
  private sort(read: readonly Incoming[], unknown: readonly WaitingFile[]): void {
    this.waiting.after(read, unknown);
    const sums = new Set(unknown.map(({ sum }) => sum));
    this.decisions = this.decisions.filter(({ sha256 }) => !sums.has(sha256));
  }

  /** Shows the figures of a single large regular file before its rows are stored; nothing happens for other files. */
  private async lookFirst(collection: Collection, files: readonly Ready[], signal: AbortSignal): Promise<void> {
    const cube = await (await counting()).firstFigures(this.database.running, collection, files, this.setting);
    if (cube && !signal.aborted) this.look(cube);
  }

  private hooksOf(files: readonly Ready[], signal: AbortSignal, again: boolean): ReadHooks {
    return hooksFor(files, signal, again, (progress) => (this.progress = progress));
  }

  /** Ends a reading, unless it was stopped or another has begun since. */
  private finish(outcome: Outcome, signal: AbortSignal, told: readonly Refused[] = []): void {
    if (this.stopper?.signal !== signal) return;
    this.refused = [...told, ...outcome.refused.map(({ path, error }) => refusedFor(path, error))];
    this.progress = null;
    this.stopper = null;
  }

  /**
   * Makes the session what it is to be: files that are as they should be stay, the others go or are read. `kept` are figures to show until then;
   * they stay where there are no files behind them.
   */
  async become(target: Target, kept: Cube | null = null, told: readonly Refused[] = []): Promise<void> {
    this.stop();
    this.aim = target;
    ({ setting: this.setting, decisions: this.decisions, bundled: this.bundled } = target);
    this.applied = new Set();
    this.refused = told;
    const without = kept !== null && target.files.length === 0;
    if (kept) this.show(kept);
    if (without) this.behind = 'none';
    const stopper = new AbortController();
    this.stopper = stopper;
    await this.booted;
    if (!this.database.collection || stopper.signal.aborted) return;
    await this.work.run(() => this.turnInto(target, without ? kept : null, stopper.signal, told), this.note);
  }

  private async turnInto(
    target: Target,
    kept: Cube | null,
    signal: AbortSignal,
    told: readonly Refused[],
  ): Promise<boolean> {
    const { collection } = this.database;
    if (!collection || signal.aborted) return false;
    const outcome = nothingRead();
    let shown = false;
    try {
      const wanted = target.files.map((one) => ({ input: inputOf(one), choices: one.choices }));
      await this.database.decideZones(target.zones);
      await (await counting()).become(collection, wanted, outcome, (ready) => this.hooksOf(ready, signal, true));
      if (signal.aborted) return shown;
      const figures = await this.database.figures(this.setting);
      // What is looked at meanwhile stays.
      this.publish({ ...figures, cube: kept ?? (this.checking ? this.cube : figures.cube) }, this.database.decided);
      shown = true;
      this.behind = kept ? 'none' : 'rows';
      await this.waiting.become(target.waiting ?? this.waiting.again, collection, outcome, signal);
      if (signal.aborted) return shown;
      this.aim = null;
      this.deaths = 0;
      if (this.died) this.died = { ...this.died, back: true };
    } catch (error) {
      outcome.refused.push({ path: target.files[0]?.path ?? '', error });
      // What a database left undone that died, the next one does.
      if (!(error instanceof EngineGone)) {
        this.aim = null;
        this.behind = 'none';
      }
    } finally {
      this.finish(outcome, signal, told);
    }
    return shown;
  }

  /** The database has died: another takes its place, and the files are read again. */
  private revive(reason: string): void {
    const files = againOf(this.counted);
    const { setting, decisions, bundled, database } = this;
    const target = this.aim ?? { files, setting, decisions, zones: database.zones, bundled };
    this.died = { reason, back: false };
    this.deaths += 1;
    this.status = 'booting';
    // What is being done with it fails by itself, and says so, before the next one starts.
    this.booted = this.work.run(() => this.boot());
    if (!isEmpty(this.cube)) this.behind = 'coming';
    void this.booted.then(() => {
      const again = this.deaths <= MOST_DEATHS;
      if (again && this.status === 'ready') return this.become(target, null, this.refused);
      // It died before it was there.
      if (again) return this.revive(reason);
      this.status = 'failed';
      this.failure = reason;
      this.behind = 'none';
    });
  }

  /** Stops the reading at once; the session is what it was before, and the database follows in the background. */
  cancel(): void {
    // What is read again is all there is.
    if (this.progress?.again !== true) this.stop();
  }

  private stop(): void {
    this.stopper?.abort(new DOMException('stopped by the user', 'AbortError'));
    this.unlook();
    this.stopper = null;
    this.progress = null;
  }

  /**
   * Reads files again with other decisions, by number. One that cannot be read that way stays as it was; the reason is
   * then in {@link Session.refused}.
   */
  async decide(decisions: ReadonlyMap<number, FileChoices>): Promise<void> {
    await this.change([...decisions.keys()], async (collection) => (await counting()).readAgain(collection, decisions));
  }

  /** Takes a file out of the session. */
  async remove(id: number): Promise<void> {
    await this.change([id], async (collection) => (await counting()).takeOut(collection, [id]));
  }

  /** Takes every file out. */
  async clear(): Promise<void> {
    this.waiting.clear();
    await this.change([], (collection) => collection.clear());
  }

  private async change(ids: readonly number[], work: (collection: Collection) => Promise<void>): Promise<void> {
    await this.booted;
    this.deciding = new Set([...this.deciding, ...ids]);
    this.changing += 1;
    const path = this.files.find((report) => report.id === ids[0])?.path ?? '';
    await this.work.run(async () => {
      const { collection } = this.database;
      if (!collection) return false;
      this.refused = [];
      try {
        await work(collection);
      } catch (error) {
        // It may be another file that cannot be read again.
        this.refused = [refusedFor(error instanceof Refusal ? error.file : path, error)];
      }
      const shown = await this.refresh().then(
        () => true,
        (error: unknown) => {
          this.refused = [...this.refused, refusedFor(path, error)];
          return false;
        },
      );
      if (shown) this.onChange();
      return shown;
    }, this.note);
    this.deciding = new Set([...this.deciding].filter((id) => !ids.includes(id)));
    this.changing -= 1;
  }

  private async refresh(): Promise<void> {
    this.publish(await this.database.figures(this.setting), this.database.decided);
  }
}
