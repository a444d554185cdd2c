import { type Cube, EMPTY_CUBE, buildCube, drillSql, type DrillQuestion } from '../cube';
import { Refusal } from '../domain';
import type { Engine } from '../engine';
import { openBrowserEngine } from '../engine/browser';
import { Collection, type FileChoices, type FileReport, fileSource } from '../ingest';
import { workerStager } from '../ingest/worker-client';
import type { CubeSource, DrillResult } from './source';

/** A file to read: the bytes and the path it was dropped with. */
export interface Incoming {
  readonly file: File;
  readonly path: string;
}

/** How far the reading has come. */
export interface Progress {
  readonly path: string;
  /** 1-based place among the files being read, and how many there are. */
  readonly at: number;
  readonly of: number;
  /** Bytes read and in all, over every file. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
  /** Seconds left by the speed so far; null while it cannot be told. */
  readonly secondsLeft: number | null;
}

/** A file that was refused: the reason as a code, and where. */
export interface Refused {
  readonly path: string;
  readonly code: string;
  readonly place: Refusal['place'];
  readonly value: string | null;
}

const PROVENANCE = new Set(['file_id', 'source_row', 'numerator', 'denominator', 'category']);

/** The session of the page: the engine, the files, and the cube they make. Nothing leaves the machine. */
export class Session implements CubeSource {
  status: 'booting' | 'ready' | 'failed' = $state('booting');
  /** Why the engine did not start. */
  failure: string | null = $state(null);
  files: readonly FileReport[] = $state.raw([]);
  refused: readonly Refused[] = $state.raw([]);
  progress: Progress | null = $state.raw(null);
  cube: Cube = $state.raw(EMPTY_CUBE);

  private engine: Engine | null = null;
  private collection: Collection | null = null;
  private incoming: Incoming[] = [];
  private stopper: AbortController | null = null;
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
      this.status = 'ready';
      performance.measure('zonelens:boot', { start, end: performance.now() });
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.status = 'failed';
    }
  }

  /** Reads files into the session. What cannot be read is refused with the reason; what was loaded stays as it was. */
  async add(files: readonly Incoming[], choices: FileChoices = {}): Promise<void> {
    await this.booted;
    const { collection } = this;
    if (!collection || this.progress !== null) return;
    if (this.cube.example) await this.clear();
    await this.read(collection, files, choices);
  }

  /** Loads the example files that come with the page. They take the place of whatever was loaded. */
  async addExample(): Promise<void> {
    await this.booted;
    const { collection } = this;
    if (!collection || this.progress !== null) return;
    const base = new URL('datasets/', document.baseURI);
    const get = async (path: string): Promise<Response> => fetch(new URL(path, base));
    const manifest = (await (await get('manifest.json')).json()) as { files: { path: string; name: string }[] };
    const published = { path: 'published/figures.csv', name: '公布数.csv' };
    const files = await Promise.all(
      [...manifest.files, published].map(async ({ path, name }): Promise<Incoming> => {
        const file = new File([await (await get(path)).blob()], name);
        return { file, path: name };
      }),
    );
    await this.clear();
    await this.read(collection, files, {});
  }

  private async read(collection: Collection, files: readonly Incoming[], choices: FileChoices): Promise<void> {
    const start = performance.now();
    const stopper = new AbortController();
    this.stopper = stopper;
    this.refused = [];
    const before = this.incoming.length;
    const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
    let done = 0;
    for (const [at, { file, path }] of files.entries()) {
      if (stopper.signal.aborted) break;
      const follow = (bytesRead: number, rows: number): void => {
        const bytes = done + bytesRead;
        const elapsed = (performance.now() - start) / 1000;
        const secondsLeft = elapsed < 1 || bytes === 0 ? null : (elapsed / bytes) * (totalBytes - bytes);
        this.progress = { path, at: at + 1, of: files.length, bytes, totalBytes, rows, secondsLeft };
      };
      follow(0, 0);
      try {
        const source = fileSource(file, path);
        await collection.add({ path, source, data: file }, choices, { signal: stopper.signal, onProgress: follow });
        this.incoming.push({ file, path });
      } catch (error) {
        if (!stopper.signal.aborted) this.refuse(path, error);
      }
      done += file.size;
    }
    this.stopper = null;
    try {
      if (stopper.signal.aborted) await this.goBack(before);
      performance.measure('zonelens:ingest', { start, end: performance.now() });
      await this.refresh();
    } finally {
      this.progress = null;
    }
  }

  private refuse(path: string, error: unknown): void {
    const refusal: Refused =
      error instanceof Refusal
        ? { path, code: error.code, place: error.place, value: error.value }
        : { path, code: 'unexpected', place: {}, value: error instanceof Error ? error.message : String(error) };
    this.refused = [...this.refused, refusal];
  }

  /** Stops the reading; the session goes back to what it held before. */
  cancel(): void {
    this.stopper?.abort(new DOMException('stopped by the user', 'AbortError'));
    this.progress = null;
  }

  private async goBack(count: number): Promise<void> {
    const keep = this.incoming.slice(0, count);
    await this.rebuild(keep, new Map());
  }

  private async rebuild(files: readonly Incoming[], choices: ReadonlyMap<string, FileChoices>): Promise<void> {
    const { collection } = this;
    if (!collection) return;
    const known = new Map(collection.files.map((report) => [report.path, report.choices]));
    await collection.clear();
    this.incoming = [];
    for (const { file, path } of files) {
      const chosen = choices.get(path) ?? known.get(path) ?? {};
      await collection.add({ path, source: fileSource(file, path), data: file }, chosen);
      this.incoming.push({ file, path });
    }
  }

  /** Reads one file again with other decisions; when that fails, it stays as it was and the reason is shown. */
  async decide(path: string, choices: FileChoices): Promise<void> {
    const files = [...this.incoming];
    const before = new Map(this.files.map((report) => [report.path, report.choices]));
    this.refused = [];
    try {
      await this.rebuild(files, new Map([[path, choices]]));
    } catch (error) {
      this.refuse(path, error);
      await this.rebuild(files, before);
    }
    await this.refresh();
  }

  /** Takes a file out of the session. */
  async remove(path: string): Promise<void> {
    await this.rebuild(
      this.incoming.filter((known) => known.path !== path),
      new Map(),
    );
    await this.refresh();
  }

  /** Takes every file out. */
  async clear(): Promise<void> {
    await this.collection?.clear();
    this.incoming = [];
    this.refused = [];
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    const { engine, collection } = this;
    if (!engine || !collection) return;
    const start = performance.now();
    const sources = collection.files.map((report) => report.path);
    const cube = sources.length === 0 ? EMPTY_CUBE : await buildCube(engine, sources);
    performance.measure('zonelens:cube', { start, end: performance.now() });
    this.files = [...collection.files];
    this.onCube();
    this.cube = cube;
  }

  /** The rows behind a figure. Throws EngineError when the question cannot be answered. */
  readonly drill = async (question: DrillQuestion, limit: number): Promise<DrillResult> => {
    const { engine } = this;
    if (!engine) return { columns: [], rows: [], total: 0 };
    const sql = drillSql(question);
    const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM (${sql}) counted`);
    const rows = await engine.rows(`SELECT * FROM (${sql}) found ORDER BY zone, file_id, source_row LIMIT ${limit}`);
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !PROVENANCE.has(name));
    const nameOf = new Map(this.files.map((report) => [report.id, report.path]));
    return {
      columns,
      rows: rows.map((row) => ({
        values: Object.fromEntries(columns.map((name) => [name, row[name] ?? null])),
        file: nameOf.get(Number(row.file_id)) ?? '',
        row: Number(row.source_row),
      })),
      total: Number(counted?.n ?? 0),
    };
  };
}
