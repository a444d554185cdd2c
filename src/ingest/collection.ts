import { Refusal } from '../domain';
import type { Engine } from '../engine';
import { TABLES, UNSTATED_TABLE, type ZoneBook, type ZoneDecisions } from '../model';
import { createTable, identifier } from '../sql';
import { withCounts } from './canonical/counts';
import { withMayBe } from './canonical/may-be';
import type { KnownZone } from './canonical/file-level';
import { hasOrganisations, withHierarchy } from './canonical/hierarchy';
import { withZoneScores } from './canonical/zone-scores';
import { forgetSmall, restoreSmall } from './canonical/small-snapshots';
import { withSmallSnapshots } from './small-files';
import { PAIRS, type Rivals, clearPairs, pairsOf } from './canonical/repeats';
import { clearKeys, forgetKeys } from './canonical/thing-keys';
import type { AddHooks, EnterHooks, Entry } from './entry';
import { loadTables } from './load-tables';
import type { ByteSource, RawRecord, RecordRange } from './raw';
import { byName, isOutOfOrder, readBy, readsOtherwise } from './order';
import { shownAs, withoutPersonal } from './personal-cells';
import { ReadAhead } from './read-ahead';
import { DIRECT_FROM_BYTES, type FirstLook, countRegular, isDecided, loadRegular } from './regular';
import type { FileReport } from './report';
import { withoutLost } from './recount';
import { isSameFile } from './same-bytes';
import type { KnownMatches } from './canonical/choices';
import type { FileChoices, StageHooks, StagedFile } from './stage';
import type { FileInput, Stager } from './stager';
import { surveyed } from './survey';
import { ZoneNames, registeredZones } from './zone-names';

/** Files that were set aside: `clear` empties the tables, `restore` reads those files back in, under their numbers. */
export interface Parked {
  clear(): Promise<void>;
  restore(): Promise<void>;
}

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

  private constructor(
    private readonly engine: Engine,
    private readonly stager: Stager,
  ) {
    this.ahead = new ReadAhead(stager);
    this.names = new ZoneNames(engine);
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
   * Makes the tables what the files say in whatever order they came, deals with snapshots far smaller than those before them, and
   * checks who is above whom in the files that came, and in those that share a register with them; in all after one went. To be
   * called when the files of a batch are in or out, before their reports are shown.
   */
  async settle(): Promise<void> {
    await this.arrange();
    await this.loosen();
    const small = await withSmallSnapshots(this.engine, this.files);
    this.settled = true;
    this.reported(await withZoneScores(this.engine, await withHierarchy(this.engine, small, this.unsettled)));
    this.unsettled = new Set();
  }

  /** Tells what the tables written for the figures show: counts against rows, names of two organisations. To be called once they are counted. */
  async tellCounted(): Promise<void> {
    this.reported(await withMayBe(this.engine, await withCounts(this.engine, this.files)));
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
    if (!late && !this.names.stale && !isOutOfOrder(this.files, shared)) return;
    await this.checkReadable();
    const ordered = [...this.entries].sort((a, b) => byName(a.report.path, b.report.path));
    const renumbered = ordered.map((entry) => ({ ...entry, report: { ...entry.report, id: this.nextId++ } }));
    await this.refill(renumbered, new Map(), zones);
    await this.nameZones();
  }

  /**
   * Adds a file. Throws `Refusal` when it cannot be read, holds no table the model knows or is there already, and the
   * abort reason when it was stopped; the tables are then as they were.
   */
  async add(input: FileInput, choices: FileChoices = {}, hooks: AddHooks = {}): Promise<FileReport> {
    const shown = shownAs(input);
    for (const { input: known } of this.entries)
      if (await isSameFile(known, shown)) throw new Refusal('same-file', shown.path, {}, known.path);
    return this.enter(this.nextId++, shown, choices, hooks);
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
    const id = this.nextId++;
    const zones = await this.zones();
    const shown = shownAs(input);
    const report = await this.keep(id, shown, { ...hooks, zones }, () => this.load(id, shown, file, choices, hooks));
    await this.settle();
    return this.files.find((one) => one.id === id) ?? report;
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
    const staged = await this.stager.stage(input, zones, choices, {}, matches);
    await this.forget(id);
    this.unsettled = 'all';
    const report = await this.load(id, input, staged, choices, {}).catch(async (error: unknown) => {
      await this.forget(id);
      await this.read(id, input, before.report.choices, before);
      throw error;
    });
    const entry = { input, report, matches, zones };
    this.entries = this.entries.map((other, place) => (place === at ? entry : other));
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
    await this.forget(id);
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
    const expected = this.names.all;
    await this.clear();
    await this.names.clear(expected);
    for (const { input, report, matches } of entries) {
      const own = choices.get(report.id);
      const hooks = { ...(own === undefined && { matches }), ...(zones && { zones }) };
      await this.enter(report.id, input, own ?? report.choices, hooks);
    }
  }

  /** Remembers the files as they are now, so that others can take their place for good or for a while. */
  park(): Parked {
    const { entries } = this;
    return { clear: () => this.clear(), restore: () => this.refill(entries, new Map()) };
  }

  /** Takes every file out again. */
  async clear(): Promise<void> {
    await forgetSmall(this.engine);
    this.settled = false;
    const made = [...TABLES.map(createTable), `CREATE OR REPLACE TABLE ${UNSTATED_TABLE}`];
    await this.engine.run(made.join(';'));
    await clearPairs(this.engine);
    await clearKeys(this.engine);
    await this.names.clear();
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
    if (this.settled) await restoreSmall(this.engine);
    this.settled = false;
  }

  private async enter(id: number, input: FileInput, choices: FileChoices, hooks: EnterHooks): Promise<FileReport> {
    const known = { matches: this.matches, zones: await this.zones(), ...hooks };
    return this.keep(id, input, known, () => this.read(id, input, choices, known));
  }

  private async keep(
    id: number,
    input: FileInput,
    { matches = {}, zones = [] }: EnterHooks,
    load: () => Promise<FileReport>,
  ): Promise<FileReport> {
    await this.loosen();
    try {
      const report = await load();
      this.entries.push({ input, report, matches, zones });
      if (this.unsettled !== 'all' && hasOrganisations(report)) this.unsettled.add(report.id);
      if (this.defines(report)) this.stale = true;
      return report;
    } catch (error) {
      await this.forget(id);
      throw error;
    }
  }

  private async read(id: number, input: FileInput, choices: FileChoices, hooks: EnterHooks): Promise<FileReport> {
    const { matches = {}, zones = [] } = hooks;
    const direct = Object.keys(choices).length === 0 ? await this.loadDirectly(id, input, hooks) : null;
    if (direct) return this.recounted(direct);
    hooks.signal?.throwIfAborted();
    const early = this.ahead.take({ input, zones, choices, matches });
    const staged = await (early ?? this.stager.stage(input, zones, choices, hooks, matches));
    if (hooks.next) this.ahead.start({ matches: this.matches, ...hooks.next, zones }, hooks.signal);
    return this.load(id, input, staged, choices, hooks);
  }

  /** Loads a large regular file without passing it through JavaScript; null when it is not one. */
  private async loadDirectly(
    id: number,
    input: FileInput,
    { matches = {}, zones = [], signal }: EnterHooks,
  ): Promise<FileReport | null> {
    const { size } = input.source;
    if (size < DIRECT_FROM_BYTES) return null;
    const seen = await this.stager.probe(input);
    if (seen.regular && isDecided(seen.header, matches)) return null;
    const report = await loadRegular(this.engine, { ...input, size }, seen, zones, id, this.names, this.rivals, signal);
    if (!report) await this.forget(id);
    return report;
  }

  /**
   * Counts a large regular file by some columns before it is loaded, so that figures can be shown while its rows are still
   * being checked. False when the file must be loaded first; also when others are loaded, since it may repeat their rows.
   */
  async firstLook(input: FileInput, look: FirstLook): Promise<boolean> {
    if (this.entries.length > 0 || input.source.size < DIRECT_FROM_BYTES) return false;
    const seen = await this.stager.probe(input);
    if (seen.regular && isDecided(seen.header, this.matches)) return false;
    return countRegular(this.engine, shownAs(input), seen, await this.zones(), look);
  }

  private async load(
    id: number,
    input: FileInput,
    file: StagedFile,
    choices: FileChoices,
    hooks: StageHooks,
  ): Promise<FileReport> {
    const loading = { id, path: input.path, size: input.source.size, choices, rivals: this.rivals, names: this.names };
    const { report, compared } = await loadTables(this.engine, loading, file, hooks);
    return compared ? this.recounted(report) : report;
  }

  /** Takes the rows that gave way to those of a file off the counts of the files they came from. */
  private async recounted(report: FileReport): Promise<FileReport> {
    const lost = await pairsOf(this.engine, `winner = ${report.id} AND loser < ${report.id}`);
    this.entries = this.entries.map((entry) => ({ ...entry, report: withoutLost(entry.report, lost) }));
    return report;
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

  private async forget(id: number): Promise<void> {
    this.stale = true;
    const tables = [...TABLES.map((one) => one.id), 'unstated'].map(identifier);
    await this.engine.run(tables.map((table) => `DELETE FROM ${table} WHERE file_id = ${id}`).join(';'));
    await forgetKeys(this.engine, id);
    await this.engine.run(`DELETE FROM ${PAIRS} WHERE winner = ${id} OR loser = ${id}`);
  }
}
