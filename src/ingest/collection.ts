import type { Engine } from '../engine';
import { TABLES, UNSTATED_TABLE, type ZoneBook, type ZoneDecisions } from '../model';
import { createTable, literals } from '../sql';
import { withCounts } from './canonical/counts';
import { withLevelCounts } from './canonical/level-counts';
import { withMayBe } from './canonical/may-be';
import type { KnownZone } from './canonical/file-level';
import { hasOrganisations, withHierarchy } from './canonical/hierarchy';
import { withZoneScores } from './canonical/zone-scores';
import { forgetAside, restoreAside, withSetAside } from './set-aside';
import { type Rivals, clearPairs, pairsOf } from './canonical/repeats';
import { clearKeys } from './canonical/thing-keys';
import {
  type AddHooks,
  type Adding,
  type Entering,
  type Entry,
  type Numbered,
  type Parked,
  type Told,
  accepted,
  rethrow,
  runsOf,
} from './entry';
import { Loader } from './loader';
import type { ByteSource, RawRecord, RecordRange } from './raw';
import { byName, isOutOfOrder, readBy, readsOtherwise } from './order';
import { shownAs, withoutPersonal } from './personal-cells';
import { type Arrived, ReadAhead } from './read-ahead';
import type { FirstLook } from './regular';
import type { FileReport } from './report';
import { withoutLost } from './recount';
import type { KnownMatches } from './canonical/choices';
import type { FileChoices, StageHooks, StagedFile } from './stage';
import type { FileInput, Stager } from './stager';
import { surveyed } from './survey';
import { ZoneNames, registeredZones } from './zone-names';
import { ZonesByList } from './zones-by-list';

/** The files of a session and the canonical tables they fill. One operation at a time. */
export class Collection {
  /** Decisions kept from other files; they are followed unless a file's own choices say otherwise. */
  matches: KnownMatches = {};
  private entries: Entry[] = [];
  private nextId = 1;
  /** The zones as they were asked for last, and whether the register may have changed since. */
  private known: readonly KnownZone[] = [];
  private stale = true;
  /** Zones without a register, as the files wrote them when they were settled last. */
  private written: readonly KnownZone[] = [];
  /** Files whose rows were not yet checked against those of the others; all once a file has gone. */
  private unsettled: Set<number> | 'all' = new Set();
  /** Whether small snapshots were dealt with: their rows are then not as they were loaded. */
  private settled = false;
  private readonly ahead: ReadAhead;
  private readonly names: ZoneNames;
  private readonly lists: ZonesByList;
  private readonly loader: Loader;

  private constructor(
    private readonly engine: Engine,
    private readonly stager: Stager,
  ) {
    this.ahead = new ReadAhead(stager);
    this.names = new ZoneNames(engine);
    this.lists = new ZonesByList(engine);
    this.loader = new Loader(engine, stager, this.names, this.lists, () => this.rivals);
  }

  /** A collection with every canonical table, empty. */
  static async open(engine: Engine, stager: Stager): Promise<Collection> {
    const collection = new Collection(engine, stager);
    await collection.clear();
    return collection;
  }

  /** The files loaded, in order. */
  get files(): readonly FileReport[] {
    return this.entries.map((entry) => entry.report);
  }

  private get rivals(): Rivals {
    return new Map(this.entries.map(({ report }) => [report.id, report]));
  }

  /** The files loaded, with their bytes and all that they were read by. */
  get decided(): readonly { readonly report: FileReport; readonly input: FileInput; readonly choices: FileChoices }[] {
    return this.entries.map(({ report, input, matches }) => ({ report, input, choices: readBy(report, matches) }));
  }

  /** The zones of the register, to recognise them in titles and file names. */
  async zones(): Promise<readonly KnownZone[]> {
    if (!this.stale) return this.known;
    const zones = [...(await registeredZones(this.engine)), ...this.written];
    if (JSON.stringify(zones) !== JSON.stringify(this.known)) this.known = zones;
    this.stale = false;
    return this.known;
  }

  /**
   * Makes the tables what the files say in whatever order they came, sets aside what is no snapshot of all, and
   * checks who is above whom in the files that came, and in those that share a register with them; in all after one went. To be
   * called when the files of a batch are in or out, before their reports are shown.
   */
  async settle(): Promise<void> {
    await this.loosen();
    await this.arrange();
    const small = await withSetAside(this.engine, this.files);
    this.settled = true;
    this.reported(await withZoneScores(this.engine, await withHierarchy(this.engine, small, this.unsettled)));
    this.unsettled = new Set();
  }

  /** Tells what the tables written for the figures show: counts against rows, names of two organisations. To be called once they are counted. */
  async tellCounted(): Promise<void> {
    const counted = await withLevelCounts(this.engine, await withCounts(this.engine, this.files));
    this.reported(await withMayBe(this.engine, counted));
  }

  private reported(reports: readonly FileReport[]): void {
    this.entries = this.entries.map((entry, at) => ({ ...entry, report: reports[at] ?? entry.report }));
  }

  /** Every name of a zone that the files write, with its zone. */
  get zoneBook(): ZoneBook {
    return this.names.book;
  }

  /** What the user says of names of zones; {@link Collection.settle} makes the tables so. */
  async decideZones(decisions: ZoneDecisions): Promise<void> {
    await this.names.decide(decisions);
    this.unsettled = 'all';
  }

  /** Takes stock of the names of zones in the files that are there. */
  private async nameZones(): Promise<void> {
    const { book } = this.names;
    this.written = await this.names.survey(this.files);
    if (book !== this.names.book) this.unsettled = 'all';
    this.stale = true;
  }

  /** Reads all files again in the order of their names, under new numbers, where order or a later register tells. */
  private async arrange(): Promise<void> {
    await this.nameZones();
    const zones = await this.zones();
    const shared = (await pairsOf(this.engine, 'true')).map(({ winner, loser }) => [winner, loser] as const);
    const late = this.entries.some((entry) => readsOtherwise(entry.report, entry.zones, zones));
    const listed = await this.lists.isLate();
    if (!late && !listed && !this.names.stale && !isOutOfOrder(this.files, shared)) return;
    await this.checkReadable();
    const ordered = [...this.entries].sort((a, b) => byName(a.report.path, b.report.path));
    const renumbered = ordered.map((entry) => ({ ...entry, report: { ...entry.report, id: this.nextId++ } }));
    await this.refill(renumbered, new Map(), zones);
    if (await this.lists.isLate()) await this.refill(this.entries, new Map(), zones);
    await this.nameZones();
  }

  /**
   * Adds a file. Throws `Refusal` when it cannot be read, holds no table the model knows or is there already, and the
   * abort reason when it was stopped; the tables are then as they were.
   */
  async add(input: FileInput, choices: FileChoices = {}, hooks: AddHooks = {}): Promise<FileReport> {
    const { signal, ...one } = hooks;
    let report: FileReport | null = null;
    await this.addAll([{ input, choices, ...one }], { taken: (own) => (report = own), refused: rethrow }, signal);
    if (report === null) throw new RangeError('the file was lost');
    return report;
  }

  /**
   * Adds files in their order, each as {@link Collection.add} would, and tells what became of them; what is told of two that are loaded together
   * may come out of order. Rejects with the reason of the signal when it was stopped; files not told of are then not there.
   */
  async addAll(files: readonly Adding[], told: Told, signal?: AbortSignal): Promise<void> {
    const coming = files.map(({ matches = this.matches, ...one }, at): Entering => {
      return { ...one, input: shownAs(one.input), matches, at, id: null };
    });
    await this.enter(coming, told, undefined, signal);
  }

  /** Looks at a file without taking it in: what it would be read as; its number is below 0. Throws `Refusal`. */
  async survey(input: FileInput, choices: FileChoices, matches = this.matches): Promise<FileReport> {
    const shown = shownAs(input);
    const staged = await this.stager.stage(shown, await this.zones(), choices, {}, matches);
    return surveyed({ id: -this.nextId++, path: shown.path, size: input.source.size, choices }, staged);
  }

  /** Adds a file that was read already, and settles it; as {@link Collection.add} otherwise. */
  async addStaged(
    input: FileInput,
    file: StagedFile,
    choices: FileChoices = {},
    hooks: StageHooks = {},
  ): Promise<FileReport> {
    const zones = await this.zones();
    const coming = { input: shownAs(input), choices, matches: {}, at: 0, id: null };
    let id = 0;
    const told: Told = { taken: (report) => (id = report.id), refused: rethrow };
    await this.takeIn([{ coming, zones, file }], told, hooks.signal);
    await this.settle();
    const report = this.files.find((one) => one.id === id);
    if (!report) throw new RangeError('the file was lost');
    return report;
  }

  /**
   * Reads one file again with other choices, in its place. False when other files depend on it, so that all must be read
   * again with {@link Collection.rebuild}. Throws as {@link Collection.add}; the file is then as it was.
   */
  async replace(id: number, choices: FileChoices): Promise<boolean> {
    const at = this.entries.findIndex((entry) => entry.report.id === id);
    const before = this.entries[at];
    if (!before || (await this.isTied(id))) return false;
    const { input } = before;
    await this.loosen();
    const { matches } = this;
    const zones = await this.zones();
    const file = await this.stager.stage(input, zones, choices, {}, matches);
    await this.forget([id]);
    this.unsettled = 'all';
    const now = { input, matches, zones };
    const { report, compared } = await this.loader.again(id, now, choices, file).catch(async (error: unknown) => {
      await this.forget([id]);
      await this.loader.again(id, before, before.report.choices);
      throw error;
    });
    this.entries = this.entries.map((other, place) => (place === at ? { ...now, report } : other));
    if (compared) await this.recount([id]);
    return !this.defines(report) && !(await this.displaced(id));
  }

  /**
   * Takes a file out. False, with the tables to be rebuilt, when other files depended on it. Throws `Refusal`, and nothing
   * changes, when one of those can no longer be read.
   */
  async remove(id: number): Promise<boolean> {
    await this.loosen();
    const tied = await this.isTied(id);
    if (tied) await this.checkReadable(id);
    await this.forget([id]);
    this.unsettled = 'all';
    this.entries = this.entries.filter((entry) => entry.report.id !== id);
    return !tied;
  }

  /**
   * Reads every file again, in order, keeping its number, and what it was read by but for the choices given. Throws as
   * {@link Collection.add} when one cannot be read with its new choices; all are then as they were.
   */
  async rebuild(choices: ReadonlyMap<number, FileChoices> = new Map()): Promise<void> {
    const before = this.entries;
    await this.checkReadable();
    try {
      await this.refill(before, choices);
    } catch (error) {
      await this.refill(before, new Map());
      throw error;
    }
  }

  /** Throws `Refusal` when the bytes of a file are no longer there: better now than when the tables are empty. */
  private async checkReadable(except?: number): Promise<void> {
    for (const { input, report } of this.entries) if (report.id !== except) await input.source.read(0, 1);
  }

  private async refill(
    entries: readonly Entry[],
    choices: ReadonlyMap<number, FileChoices>,
    zones?: readonly KnownZone[],
  ): Promise<void> {
    await this.clear(true);
    const coming = entries.map(({ input, report, matches }, at): Entering => {
      const own = choices.get(report.id);
      return { input, choices: own ?? report.choices, matches: own ? this.matches : matches, at, id: report.id };
    });
    await this.enter(coming, { taken: () => undefined, refused: rethrow }, zones);
  }

  /** Remembers the files as they are now, so that others can take their place for good or for a while. */
  park(): Parked {
    const { entries } = this;
    return { clear: () => this.clear(), restore: () => this.refill(entries, new Map()) };
  }

  /** Takes every file out; `again` where the same files are to be read again. */
  async clear(again = false): Promise<void> {
    await forgetAside(this.engine);
    this.settled = false;
    const made = [...TABLES.map(createTable), `CREATE OR REPLACE TABLE ${UNSTATED_TABLE}`];
    await this.engine.run(made.join(';'));
    await clearPairs(this.engine);
    await clearKeys(this.engine);
    await this.names.clear(again);
    await this.lists.clear(again);
    this.written = [];
    this.entries = [];
    this.stale = true;
    this.unsettled = new Set();
  }

  /** Records `from` to `to` of a file as they stand in it, personal columns blanked. Throws `Refusal`, or RangeError for no such file. */
  async records(id: number, range: RecordRange): Promise<RawRecord[]> {
    const entry = this.entries.find(({ report }) => report.id === id);
    if (!entry) throw new RangeError(`no such file: ${id}`);
    const { input, report } = entry;
    const records = await this.stager.records(input, report.choices, range);
    return withoutPersonal(records, report, range.sheet);
  }

  /** The bytes of a file; undefined when there is none of that number. */
  sourceOf(id: number): ByteSource | undefined {
    return this.entries.find(({ report }) => report.id === id)?.input.source;
  }

  /** Puts the rows back as they were loaded, before others are compared with them or they go. */
  private async loosen(): Promise<void> {
    if (this.settled) await restoreAside(this.engine);
    this.settled = false;
  }

  /** Reads files and takes them in, batch by batch. */
  private async enter(
    coming: readonly Entering[],
    told: Told,
    zones?: readonly KnownZone[],
    signal?: AbortSignal,
  ): Promise<void> {
    const known = (): Promise<readonly KnownZone[]> => (zones ? Promise.resolve(zones) : this.zones());
    for await (const batch of this.ahead.batches(coming, known, signal)) await this.takeIn(batch, told, signal);
  }

  /** Takes in files that were read. */
  private async takeIn(batch: readonly Arrived<Entering>[], told: Told, signal?: AbortSignal): Promise<void> {
    await this.loosen();
    const ready = await accepted(batch, this.entries, () => this.nextId++, told);
    for (const run of runsOf(ready)) await this.loadRun(run, told, signal);
  }

  /** Loads files together; where the database cannot, one by one, so that it is known which it cannot take. */
  private async loadRun(run: readonly Numbered[], told: Told, signal?: AbortSignal): Promise<void> {
    const ids = run.map(({ id }) => id);
    const [only] = run;
    try {
      const loads =
        only && run.length === 1 ? [await this.loader.one(only, signal)] : await this.loader.all(run, signal);
      for (const [at, { report }] of loads.entries()) {
        const { coming, zones } = run[at] ?? {};
        if (!coming || !zones) throw new RangeError('a file was lost');
        this.entries.push({ input: coming.input, report, matches: coming.matches, zones });
        if (this.unsettled !== 'all' && hasOrganisations(report)) this.unsettled.add(report.id);
        if (this.defines(report)) this.stale = true;
      }
      if (loads.some(({ compared }) => compared)) await this.recount(ids);
    } catch (error) {
      this.entries = this.entries.filter(({ report }) => !ids.includes(report.id));
      await this.forget(ids);
      signal?.throwIfAborted();
      if (only && run.length === 1) await told.refused(error, only.coming.at);
      else for (const one of run) await this.loadRun([one], told, signal);
      return;
    }
    const taken = this.entries.slice(-run.length);
    for (const [at, { report }] of taken.entries()) told.taken(report, run[at]?.coming.at ?? 0);
  }

  /**
   * Counts a large regular file by some columns before it is loaded, so that figures can be shown while its rows are still
   * being checked. False when the file must be loaded first; also when others are loaded, since it may repeat their rows.
   */
  async firstLook(input: FileInput, look: FirstLook): Promise<boolean> {
    return this.entries.length === 0 && this.loader.look(input, look, this.matches, () => this.zones());
  }

  /** Takes the rows that gave way to those of some files off the counts of the files they came from. */
  private async recount(winners: readonly number[]): Promise<void> {
    const lost = await pairsOf(this.engine, `winner IN ${literals(winners)} AND loser < winner`);
    this.entries = this.entries.map((entry) => ({ ...entry, report: withoutLost(entry.report, lost) }));
  }

  private defines(report: FileReport): boolean {
    return report.tables.some((table) => table.table === 'zone');
  }

  /** Whether other files would be read differently without this one: it names zones, or shares keys with them. */
  private async isTied(id: number): Promise<boolean> {
    if (this.entries.some(({ report }) => report.id === id && this.defines(report))) return true;
    return (await pairsOf(this.engine, `winner = ${id} OR loser = ${id}`)).length > 0;
  }

  /** Whether rows of later files gave way to this one when it was read again. */
  private async displaced(id: number): Promise<boolean> {
    return (await pairsOf(this.engine, `winner = ${id} AND loser > ${id}`)).length > 0;
  }

  private async forget(ids: readonly number[]): Promise<void> {
    this.stale = true;
    await this.loader.forget(ids);
  }
}
