import { type Issue, Refusal, type TableSpec } from '../domain';
import type { Engine } from '../engine';
import { TABLES, tableById } from '../model';
import { createTable, identifier } from '../sql';
import { type Checked, checkRows, dropDuplicates } from './canonical/checks';
import type { KnownZone } from './canonical/file-level';
import { type Loaded, loadStaged } from './canonical/load';
import type { StagedTable } from './canonical/staging';
import type { ByteSource, Probe } from './raw';
import { DIRECT_FROM_BYTES, loadRegular } from './regular';
import type { FileReport, TableReport } from './report';
import type { FileChoices, StageHooks, StagedFile } from './stage';

/** A file to add: its path as dropped (folders included) and its bytes. */
export interface FileInput {
  readonly path: string;
  readonly source: ByteSource;
  readonly data: File | Uint8Array;
}

/** The two things that are done with the bytes of a file; in the page a worker does them. */
export interface Stager {
  /** Looks at the head and the tail of a file. */
  probe(input: FileInput): Promise<Probe>;
  /** Reads and matches a file. Rejects with `Refusal`, or with the abort reason. */
  stage(input: FileInput, zones: readonly KnownZone[], choices: FileChoices, hooks: StageHooks): Promise<StagedFile>;
}

interface Findings {
  readonly issues: Issue[];
  readonly counts: Record<string, number>;
}

function note(findings: Findings, found: Checked | Omit<Loaded, 'rows'>): void {
  findings.issues.push(...found.issues);
  for (const [code, count] of Object.entries(found.issueCounts))
    findings.counts[code] = (findings.counts[code] ?? 0) + count;
}

function noteOne(findings: Findings, issue: Issue): void {
  note(findings, { issues: [issue], issueCounts: { [issue.code]: 1 } });
}

/** Columns a table needs on every row that neither the file nor its title gives. */
function lacking(table: TableSpec, staged: NonNullable<StagedTable['staged']>): string[] {
  return table.columns
    .filter((column) => column.required === true)
    .filter((column) => !staged.columns.includes(column.id) && staged.fileLevel[column.id] === undefined)
    .map((column) => column.id);
}

/** The files of a session and the canonical tables they fill. One operation at a time. */
export class Collection {
  private readonly reports: FileReport[] = [];
  private nextId = 1;

  private constructor(
    private readonly engine: Engine,
    private readonly stager: Stager,
  ) {}

  /** A collection with every canonical table, empty. */
  static async open(engine: Engine, stager: Stager): Promise<Collection> {
    for (const table of TABLES) await engine.run(createTable(table));
    return new Collection(engine, stager);
  }

  /** The files loaded, in order. */
  get files(): readonly FileReport[] {
    return this.reports;
  }

  /** The zones of the register, to recognise them in titles and file names. */
  async zones(): Promise<KnownZone[]> {
    const rows = await this.engine.rows(
      'SELECT DISTINCT coalesce(zone_id, zone_name) AS id, coalesce(zone_name, zone_id) AS name FROM zone',
    );
    return rows.map((row) => ({ id: String(row.id), name: String(row.name) }));
  }

  /**
   * Adds a file. Throws `Refusal` when it cannot be read or holds no table the model knows, and the abort reason when it
   * was stopped; the tables are then as they were.
   */
  async add(input: FileInput, choices: FileChoices = {}, hooks: StageHooks = {}): Promise<FileReport> {
    const zones = await this.zones();
    const direct = Object.keys(choices).length === 0 ? await this.addDirectly(input, zones) : null;
    if (direct) return direct;
    hooks.signal?.throwIfAborted();
    const staged = await this.stager.stage(input, zones, choices, hooks);
    return this.addStaged(input, staged, choices, hooks);
  }

  /** Loads a large regular file without passing it through JavaScript; null when it is not one. */
  private async addDirectly(input: FileInput, zones: readonly KnownZone[]): Promise<FileReport | null> {
    const { size } = input.source;
    if (size < DIRECT_FROM_BYTES) return null;
    const id = this.nextId++;
    const seen = await this.stager.probe(input);
    const report = await loadRegular(this.engine, { ...input, size }, seen, zones, id);
    if (report) this.reports.push(report);
    else await this.forget(id);
    return report;
  }

  /** Adds a file that was read already; as {@link Collection.add} otherwise. */
  async addStaged(
    input: FileInput,
    file: StagedFile,
    choices: FileChoices = {},
    hooks: StageHooks = {},
  ): Promise<FileReport> {
    const id = this.nextId++;
    try {
      const report = await this.load(id, input, file, choices, hooks);
      this.reports.push(report);
      return report;
    } catch (error) {
      await this.forget(id);
      throw error;
    }
  }

  /** Takes every file out again. */
  async clear(): Promise<void> {
    for (const table of TABLES) await this.engine.run(createTable(table));
    this.reports.length = 0;
  }

  private async forget(id: number): Promise<void> {
    for (const table of TABLES) await this.engine.run(`DELETE FROM ${identifier(table.id)} WHERE file_id = ${id}`);
  }

  private async load(
    id: number,
    input: FileInput,
    file: StagedFile,
    choices: FileChoices,
    hooks: StageHooks,
  ): Promise<FileReport> {
    if (file.tables.every((table) => table.staged === null))
      throw new Refusal('no-known-table', input.path, {}, headerOf(file));
    const findings: Findings = { issues: [...file.reading.issues], counts: { ...file.reading.issueCounts } };
    const tables: TableReport[] = [];
    for (const { staged, ...view } of file.tables) {
      hooks.signal?.throwIfAborted();
      const table = view.match.table === null ? undefined : tableById(view.match.table);
      let loaded = 0;
      if (staged && table) loaded = await this.loadTable(id, input.path, table, { ...view, staged }, findings);
      tables.push({ table: table?.id ?? null, view, fileLevel: staged?.fileLevel ?? {}, loaded });
    }
    return {
      id,
      path: input.path,
      size: input.source.size,
      reading: file.reading,
      tables,
      issues: findings.issues,
      issueCounts: findings.counts,
      choices,
    };
  }

  private async loadTable(
    id: number,
    path: string,
    table: TableSpec,
    view: StagedTable,
    findings: Findings,
  ): Promise<number> {
    const { staged } = view;
    if (!staged) return 0;
    const about = { file: path, row: null, value: null, severity: 'error' } as const;
    for (const column of lacking(table, staged)) noteOne(findings, { ...about, code: 'missing-column', column });
    for (const { header } of view.match.personal)
      noteOne(findings, { ...about, severity: 'note', code: 'personal-column-dropped', column: header });
    for (const { record, column, stated, sum } of view.mismatches)
      noteOne(findings, {
        code: 'total-mismatch',
        severity: 'warning',
        file: path,
        row: record,
        column,
        value: stated,
        detail: String(sum),
      });
    const loaded = await loadStaged(this.engine, staged, id, path);
    note(findings, loaded);
    note(findings, await checkRows(this.engine, table, id, path, staged.headers));
    const repeated = await dropDuplicates(this.engine, table, id, path);
    note(findings, repeated);
    const dropped = Object.values(repeated.issueCounts).reduce((sum, count) => sum + count, 0);
    return loaded.rows - dropped;
  }
}

const headerOf = (file: StagedFile): string | null =>
  file.tables[0]?.start.header.filter((text) => text !== '').join('，') ?? null;
