import type { DrillQuestion, Kept, Setting } from '../cube';
import type { Engine } from '../engine';
import { giveUp, startDatabase } from '../engine/database-worker';
import type { ByteSource, Collection, EncodingSample, KnownMatches, RawRecord, Stager } from '../ingest';
import type { ZoneDecisions } from '../model';
import type { FileDecision } from './decisions-file';
import type { Egress } from './egress';
import { type Figures } from './figures';
import { sumOf } from './given-files';
import type { DrillResult } from './source';

/** What opens files, counts and drills, fetched beside the engine: the page stands before it is there. */
export const counting = () => import('./counting');

/** The engine of the page with the files in it; one that died gives way to the next. */
export class Database {
  engine: Engine | null = null;
  collection: Collection | null = null;
  /** How names of files are shown; what it takes is fetched with the engine. */
  maskedPath: (path: string) => string = () => '';
  /** What written names of zones were said to be. */
  zones: ZoneDecisions = {};
  #matches: KnownMatches = {};
  #stager: Stager | null = null;
  /** What the last figures were made of, as far as it will be the same again. */
  #kept: Kept | null = null;

  /** Starts an engine and says when it dies. `ready` is waited for before anything can be read. Rejects when it does not start. */
  async open(ready: () => Promise<void>, onGone: (reason: string) => void): Promise<void> {
    const started = startDatabase();
    const parts = await counting().catch((error: unknown) => {
      giveUp(started);
      throw error;
    });
    const { Collection, maskedPath, openBrowserEngine, workerStager } = parts;
    this.maskedPath = maskedPath;
    const engine = await openBrowserEngine(started);
    this.#stager = workerStager();
    const collection = await Collection.open(engine, this.#stager);
    await ready();
    collection.matches = this.#matches;
    await collection.decideZones(this.zones);
    this.engine = engine;
    this.collection = collection;
    void engine.gone.then(onGone);
  }

  /** Does once, over rows nobody sees, what is done with every file, so that the first one is not the slowest. Nothing happens once there are files. */
  async rehearse(signal: AbortSignal): Promise<void> {
    if (!this.collection || !this.#stager || this.decided.length > 0) return;
    await (await counting()).rehearse(this.running, this.collection, this.#stager, signal);
  }

  /** Files read from now on follow these decisions, by header signature. */
  follow(matches: KnownMatches): void {
    this.#matches = matches;
    if (this.collection) this.collection.matches = matches;
  }

  /** What is loaded counts for the zones its names were said to be, from now on. */
  async decideZones(decisions: ZoneDecisions): Promise<void> {
    this.zones = decisions;
    await this.collection?.decideZones(decisions);
  }

  /** Tries every way out of the machine. Rejects while there is no engine. */
  async waysOut(): Promise<Egress> {
    const { tryEveryWayOut } = await counting();
    return tryEveryWayOut(this.running);
  }

  /** The engine; throws before there is one. */
  get running(): Engine {
    if (!this.engine) throw new TypeError('there is no database yet');
    return this.engine;
  }

  /** The files with their bytes and all that they were read by. */
  get decided(): Collection['decided'] {
    return this.collection?.decided ?? [];
  }

  /** What the files were read by. */
  async decisions(): Promise<FileDecision[]> {
    return this.collection ? (await counting()).decisionsOf(this.collection) : [];
  }

  /** The bytes of the files by their sums. */
  async bytes(): Promise<ReadonlyMap<string, File>> {
    const found = new Map<string, File>();
    for (const { input } of this.decided) if (input.data instanceof File) found.set(await sumOf(input), input.data);
    return found;
  }

  /** The figures of everything in the tables. */
  async figures(setting: Setting): Promise<Figures> {
    const { running, collection } = this;
    if (!collection) throw new TypeError('there is no database yet');
    const start = performance.now();
    const { Kept, figuresOf } = await counting();
    this.#kept ??= new Kept();
    const figures = await figuresOf(running, collection, setting, this.#kept);
    performance.measure('zonelens:cube', { start, end: performance.now() });
    return figures;
  }

  /** Notes what the last figures were made from, so that the next take from them what will be the same. To be called before anything is changed. */
  async noteFigures(): Promise<void> {
    const { noteHeld } = await counting();
    // Where it cannot be noted, the next figures are made anew.
    if (this.engine && this.#kept) await noteHeld(this.engine, this.#kept).catch(() => undefined);
  }

  /**
   * The rows behind a figure; asked once more, after `settled`, where the database died over them and is back with the same files.
   * Throws EngineError when the question cannot be answered.
   */
  async rows(question: DrillQuestion, limit: number, settled: () => Promise<void>): Promise<DrillResult> {
    const { engine, collection } = this;
    if (!engine || !collection) return { columns: [], rows: [], total: 0 };
    try {
      const { drillRows } = await counting();
      return await drillRows(engine, collection.files, question, limit);
    } catch (error) {
      await settled();
      if (engine === this.engine) throw error;
      return this.rows(question, limit, settled);
    }
  }

  /** A record of a file and its neighbours, as they stand in it; personal columns blanked. Throws `Refusal`. */
  async around(file: number, sheet: string | null, record: number, neighbours: number): Promise<RawRecord[]> {
    const range = { sheet, from: Math.max(1, record - neighbours), to: record + neighbours };
    return (await this.collection?.records(file, range)) ?? [];
  }

  /** The head of a file in each encoding that can be chosen. */
  async samples(file: number, elsewhere?: ByteSource): Promise<EncodingSample[]> {
    const source = this.collection?.sourceOf(file) ?? elsewhere;
    return source ? (await counting()).encodingSamples(source) : [];
  }
}
