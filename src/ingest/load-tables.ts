import { type ColumnSpec, type Issue, Refusal, type TableSpec } from '../domain';
import type { Engine } from '../engine';
import { tableById } from '../model';
import { checkRows } from './canonical/checks';
import { type Correction, together } from './canonical/corrections';
import { loadStaged } from './canonical/load';
import { type Newcomer, type Rivals, dropDuplicates } from './canonical/repeats';
import type { TwoZones } from './canonical/two-zones';
import { standingOf } from './canonical/standing';
import type { Staged } from './canonical/staged';
import type { StagedTable } from './canonical/staging';
import { unstatedSql } from './canonical/unstated';
import { Findings } from './findings';
import { maskedIssue } from './personal/mask-reading';
import type { FileReport, TableReport, WrittenZone } from './report';
import type { FileChoices, StageHooks, StagedFile } from './stage';
import type { ZoneNames } from './zone-names';

/** The file being loaded: its number in the session and what the user decided about it. */
export interface Loading {
  readonly id: number;
  readonly path: string;
  readonly size: number;
  readonly choices: FileChoices;
  /** The other files of the session. */
  readonly rivals: Rivals;
  readonly names: ZoneNames;
}

/** The columns that a file or the texts around its table give. */
const statedBy = ({ columns, fileLevel }: Staged): ReadonlySet<string> =>
  new Set([...columns, ...Object.keys(fileLevel)]);

/** Columns a table needs on every row that neither the file nor its title gives. */
function lacking(table: TableSpec, staged: Staged): ColumnSpec[] {
  const stated = statedBy(staged);
  return table.columns.filter((column) => column.required === true && !stated.has(column.id));
}

function noteMatch(findings: Findings, path: string, table: TableSpec, view: StagedTable): void {
  const { staged, match, mismatches, start, otherDays = [] } = view;
  const about = { file: path, row: null, value: null } as const;
  const note = (issue: Issue): void => findings.addOne(issue, start.sheet);
  if (staged)
    for (const { id, unstated } of lacking(table, staged))
      note(
        unstated
          ? { ...about, severity: 'note', code: 'column-not-stated', column: id }
          : { ...about, severity: 'error', code: 'missing-column', column: id },
      );
  for (const [column, value] of Object.entries(staged?.taken ?? {}))
    note({ ...about, severity: 'note', code: 'value-taken', column, value });
  for (const { day } of otherDays)
    note({
      ...about,
      severity: 'warning',
      code: 'other-day',
      column: null,
      value: day,
      detail: staged?.fileLevel.snapshot_date ?? '',
    });
  if (view.turned === true) note({ ...about, severity: 'note', code: 'table-turned', column: null });
  for (const headers of view.gathered ?? [])
    note({ ...about, severity: 'note', code: 'columns-gathered', column: null, value: headers.join('、') });
  for (const { header, index } of match.personal)
    note({
      ...about,
      severity: 'note',
      code: match.fields[index] == null ? 'personal-column-dropped' : 'personal-column-told',
      column: header,
    });
  for (const { index, rows, record } of view.filled ?? []) {
    const column = start.header[index] ?? null;
    const issue: Issue = { ...about, severity: 'note', code: 'filled-down', row: record, column, detail: String(rows) };
    findings.add({ issues: [issue], issueCounts: { 'filled-down': rows } }, start.sheet);
  }
  if (view.together)
    findings.add(
      { ...view.together, issues: view.together.issues.map((issue) => ({ ...issue, file: path })) },
      start.sheet,
    );
  for (const row of view.examples ?? []) note({ ...about, severity: 'note', code: 'example-row', row, column: null });
  for (const { record, column, stated, sum } of mismatches)
    note({
      code: 'total-mismatch',
      severity: 'warning',
      file: path,
      row: record,
      column,
      value: stated,
      detail: String(sum),
    });
}

interface TableLoad {
  readonly rows: number;
  readonly corrections: readonly Correction[];
  readonly twoZones: TwoZones | null;
  readonly zones: readonly WrittenZone[];
  /** Rows may have given way. */
  readonly compared: boolean;
}

const NO_ROWS: TableLoad = { rows: 0, corrections: [], twoZones: null, zones: [], compared: false };

/** What became of a file, and whether rows may have given way to others. */
export interface FileLoad {
  readonly report: FileReport;
  readonly compared: boolean;
}

async function loadTable(
  engine: Engine,
  loading: Loading,
  newcomer: Newcomer,
  table: TableSpec,
  view: StagedTable,
  again: boolean,
  findings: Findings,
  hooks: StageHooks,
): Promise<TableLoad> {
  const { staged, start } = view;
  if (!staged) return NO_ROWS;
  const { id, path, rivals, names } = loading;
  // Columns alone make rows; a table that was only named has none yet.
  if (staged.columns.length === 0) {
    const issue = { code: 'no-column', severity: 'error', file: path, row: null, column: null, value: null } as const;
    findings.addOne(issue, start.sheet);
    return NO_ROWS;
  }
  noteMatch(findings, path, table, view);
  const unstated = unstatedSql(table, { id, path }, statedBy(staged), staged.taken);
  const loaded = await loadStaged(engine, staged, id, path, again, unstated, hooks.signal);
  hooks.signal?.throwIfAborted();
  findings.add(loaded, start.sheet);
  const checked = await checkRows(engine, table, id, path, staged.headers, loaded.since);
  await names.take(table.id, checked.zones);
  findings.add(checked, start.sheet);
  hooks.signal?.throwIfAborted();
  const repeated = await dropDuplicates(engine, table, newcomer, rivals, staged.coded !== undefined);
  findings.add(repeated, start.sheet);
  const { dropped, corrections, twoZones, compared } = repeated;
  return { rows: loaded.rows - dropped, corrections, twoZones, zones: checked.zones, compared };
}

/** Puts the tables of a staged file into the canonical tables. Throws `Refusal` when the model knows none of them. */
export async function loadTables(
  engine: Engine,
  loading: Loading,
  file: StagedFile,
  hooks: StageHooks,
): Promise<FileLoad> {
  const { id, path, size, choices } = loading;
  if (file.tables.every((table) => table.staged === null && table.off !== true))
    throw new Refusal('no-known-table', path, {}, headerOf(file));
  const standing = standingOf(
    path,
    file.tables.flatMap(({ start }) => start.title),
    file.tables.flatMap(({ summary }) => summary.notes),
  );
  const newcomer = { id, path, standing, repeats: choices.repeats, zones: choices.zones };
  const findings = new Findings(file.reading);
  const tables: TableReport[] = [];
  const corrections: Correction[] = [];
  const twoZones: TwoZones[] = [];
  let compared = false;
  for (const whole of file.tables) {
    hooks.signal?.throwIfAborted();
    const { staged, ...view } = whole;
    const table = view.match.table === null || view.off === true ? undefined : tableById(view.match.table);
    if (view.unbuilt === true)
      findings.addOne(
        { file: path, severity: 'warning', code: 'list-of-unbuilt', row: null, column: null, value: null },
        view.start.sheet,
      );
    const again = tables.some((before) => before.table === table?.id);
    const load = table && (await loadTable(engine, loading, newcomer, table, whole, again, findings, hooks));
    corrections.push(...(load?.corrections ?? []));
    compared ||= load?.compared === true;
    if (load?.twoZones) twoZones.push(load.twoZones);
    const taken = Object.keys(staged?.taken ?? {});
    tables.push({
      table: table?.id ?? null,
      view,
      fileLevel: staged?.fileLevel ?? {},
      ...(taken.length > 0 && { taken }),
      loaded: load?.rows ?? 0,
      ...(load && load.zones.length > 0 && { zones: load.zones }),
    });
  }
  const issues = findings.issues.map(maskedIssue);
  const issueCounts = findings.counts;
  const report: FileReport = {
    id,
    path,
    size,
    reading: file.reading,
    tables,
    issues,
    issueCounts,
    choices,
    standing,
    ...(corrections.length > 0 && { corrections: together(corrections) }),
    ...(twoZones.length > 0 && { twoZones }),
  };
  return { report, compared };
}

const headerOf = (file: StagedFile): string | null =>
  file.tables[0]?.start.header.filter((text) => text !== '').join('，') ?? null;
