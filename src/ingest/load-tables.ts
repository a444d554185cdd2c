import { type ColumnSpec, type Issue, Refusal, type TableSpec, grainOf, isPeriod, isWanting } from '../domain';
import type { Engine } from '../engine';
import { tableById } from '../model';
import { checkRows } from './canonical/checks';
import { type Correction, together } from './canonical/corrections';
import { loadStaged } from './canonical/load';
import { type Newcomer, type Rivals, dropDuplicates } from './canonical/repeats';
import type { TwoZones } from './canonical/two-zones';
import { type Standing, standingOf } from './canonical/standing';
import type { Staged } from './canonical/staged';
import type { StagedTable } from './canonical/staging';
import { unstatedSql } from './canonical/unstated';
import { Findings, type Found } from './findings';
import { maskedIssue } from './personal/mask-reading';
import type { FileReport, TableReport, WrittenZone } from './report';
import type { FileChoices, StagedFile } from './stage';
import type { ZoneNames } from './zone-names';
import { type ListedZones, type PlacedByList, ZonesByList } from './zones-by-list';

/** The file being loaded: its number in the session and what the user decided about it. */
export interface Loading {
  readonly id: number;
  readonly path: string;
  readonly size: number;
  readonly choices: FileChoices;
}

/** The columns that a file or the texts around its table give. */
const statedBy = ({ columns, fileLevel }: Staged): ReadonlySet<string> =>
  new Set([...columns, ...Object.keys(fileLevel)]);

const statesZone = (staged: Staged): boolean => statedBy(staged).has('zone_id');

/** Columns a table cannot do without that neither the file nor its title gives. */
function lacking(table: TableSpec, staged: Staged): ColumnSpec[] {
  return table.columns.filter((column) => isWanting(table, column, statedBy(staged)));
}

/** Whether a period is longer than a month: a tick for it decides nothing that is owed more often. */
const isLonger = (period: string | null | undefined): boolean =>
  typeof period === 'string' && isPeriod(period) && !['month', 'day'].includes(grainOf(period));

function noteMatch(findings: Findings, path: string, table: TableSpec, view: StagedTable, isPlaced: boolean): void {
  const { staged, match, mismatches, start, otherDays = [] } = view;
  const about = { file: path, row: null, value: null } as const;
  const note = (issue: Issue): void => findings.addOne(issue, start.sheet);
  if (staged)
    for (const { id, unstated } of lacking(table, staged)) {
      // The ledger says of each row that lists do not know.
      if (id === 'zone_id' && isPlaced) continue;
      note(
        unstated
          ? { ...about, severity: 'note', code: 'column-not-stated', column: id }
          : { ...about, severity: 'error', code: 'missing-column', column: id },
      );
    }
  for (const [column, value] of Object.entries(staged?.taken ?? {}))
    note({ ...about, severity: 'note', code: 'value-taken', column, value });
  const some = table.columns.find((column) => column.some !== undefined)?.some;
  if (some && staged?.fileLevel.partial === '是') note({ ...about, severity: 'note', code: some, column: null });
  const taken = staged?.fileLevel.snapshot_date ?? '';
  for (const { day } of otherDays) {
    const code = day === taken ? 'day-of-filling-in' : 'other-day';
    note({ ...about, severity: 'warning', code, column: null, value: day, ...(day !== taken && { detail: taken }) });
  }
  const ticked = match.unpivot?.ticked === true ? match.unpivot.periodColumns : [];
  const longer = ticked.find(({ written }) => isLonger(written ?? staged?.fileLevel.period));
  if (longer)
    note({ ...about, severity: 'warning', code: 'tick-of-longer-period', column: start.header[longer.index] ?? null });
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

/** What became of a table of a file. */
interface TableLoad {
  readonly found: readonly Found[];
  readonly rows: number;
  readonly corrections: readonly Correction[];
  readonly twoZones: TwoZones | null;
  readonly zones: readonly WrittenZone[];
  /** What lists say of its rows that state no zone. */
  readonly listed: ListedZones | null;
  /** Rows may have given way. */
  readonly compared: boolean;
}

/** What became of a file, and whether rows may have given way to others. */
export interface FileLoad {
  readonly report: FileReport;
  readonly compared: boolean;
}

/** A file that is being loaded. */
interface Draft {
  readonly loading: Loading;
  readonly file: StagedFile;
  readonly standing: Standing;
  /** What became of its tables so far. */
  readonly loads: Map<StagedTable, TableLoad>;
}

/** A table of a file with rows, perhaps not the first of the file that goes to its canonical table. */
interface Piece {
  readonly draft: Draft;
  readonly table: TableSpec;
  readonly view: StagedTable;
  readonly staged: Staged;
  readonly again: boolean;
}

const tableOf = ({ match, off }: StagedTable): TableSpec | undefined =>
  match.table === null || off === true ? undefined : tableById(match.table);

function piecesOf(draft: Draft): Piece[] {
  const seen = new Set<TableSpec>();
  return draft.file.tables.flatMap((view): Piece[] => {
    const table = tableOf(view);
    const again = table !== undefined && seen.has(table);
    if (table) seen.add(table);
    // Columns alone make rows; a table that was only named has none yet.
    if (!table || !view.staged || view.staged.columns.length === 0) return [];
    return [{ draft, table, view, staged: view.staged, again }];
  });
}

/** Whether the tables of a file can be loaded with those of others: they are small, and no two go to one canonical table. */
export function isLight({ tables }: StagedFile): boolean {
  const known = tables.map(tableOf).filter((table) => table !== undefined);
  return new Set(known).size === known.length && tables.every(({ staged }) => staged?.coded === undefined);
}

/** Who knows the names of zones, and the zones that lists know. */
interface Knowing {
  readonly names: ZoneNames;
  readonly lists: ZonesByList;
}

/** What lists say of the zones of a table that states none; null where they say nothing, or are not to be asked. */
async function placedByList(
  { draft: { loading, file }, table, view: { start }, staged }: Piece,
  { rows, since }: { readonly rows: number; readonly since: number },
  lists: ZonesByList,
): Promise<PlacedByList | null> {
  const { id, path, choices } = loading;
  const { byList, unlisted } = choices.tables?.[start.index] ?? {};
  if (rows === 0 || byList === false || statesZone(staged)) return null;
  const stating = file.tables.flatMap(({ staged: other }) => (other && statesZone(other) ? [other.table] : []));
  if (!ZonesByList.speaksOf(table, stating)) return null;
  const about = { table, fileId: id, file: path, nth: start.index, since, headers: staged.headers, unlisted };
  const placed = await lists.place(about);
  return placed.listed && placed;
}

/** Loads tables that go to one canonical table, each of another file, in the order of the files. */
async function loadPieces(
  engine: Engine,
  pieces: readonly Piece[],
  rivals: Rivals,
  { names, lists }: Knowing,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [first] = pieces;
  if (!first) return;
  const { table, again } = first;
  const parts = pieces.map(({ draft: { loading }, staged }) => ({ file: loading.id, path: loading.path, staged }));
  const stating = parts.map(({ staged, ...file }) => ({ ...file, stated: statedBy(staged), taken: staged.taken }));
  const loaded = await loadStaged(engine, table, parts, again, unstatedSql(table, stating), signal);
  signal?.throwIfAborted();
  const placed: (PlacedByList | null)[] = [];
  for (const [at, piece] of pieces.entries())
    placed.push(await placedByList(piece, loaded[at] ?? { rows: 0, since: -1 }, lists));
  const asked = parts.map(({ staged: { headers }, ...file }) => ({ ...file, headers }));
  const checked = await checkRows(engine, table, asked, loaded[0]?.since);
  await names.take(
    table.id,
    checked.flatMap(({ zones }) => zones),
  );
  signal?.throwIfAborted();
  const newcomers = pieces.map(({ draft: { loading, standing } }): Newcomer => {
    const { id, path, choices } = loading;
    return { id, path, standing, repeats: choices.repeats, zones: choices.zones };
  });
  const isLarge = pieces.some(({ staged }) => staged.coded !== undefined);
  const repeated = await dropDuplicates(engine, table, newcomers, rivals, isLarge);
  for (const [at, { draft, view }] of pieces.entries()) {
    const [own, check, repeats] = [loaded[at], checked[at], repeated[at]];
    if (!own || !check || !repeats) throw new RangeError('a file was lost');
    const { dropped, corrections, twoZones, compared } = repeats;
    const found = [...(placed[at] ? [placed[at]] : []), own, check, repeats];
    const [rows, listed] = [own.rows - dropped, placed[at]?.listed ?? null];
    draft.loads.set(view, { found, rows, corrections, twoZones, zones: check.zones, listed, compared });
  }
}

const headerOf = (file: StagedFile): string | null =>
  file.tables[0]?.start.header.filter((text) => text !== '').join('，') ?? null;

/** Throws `Refusal` when the model knows none of the tables of a file. */
export function checkKnown(path: string, file: StagedFile): void {
  if (file.tables.every((table) => table.staged === null && table.off !== true))
    throw new Refusal('no-known-table', path, {}, headerOf(file));
}

function reportOf({ loading, file, standing, loads }: Draft): FileReport {
  const { id, path, size, choices } = loading;
  const findings = new Findings(file.reading);
  const tables: TableReport[] = [];
  for (const whole of file.tables) {
    const { staged, ...view } = whole;
    const [table, load, { sheet }] = [tableOf(whole), loads.get(whole), view.start];
    const about = { file: path, row: null, column: null, value: null } as const;
    if (view.unbuilt === true) findings.addOne({ ...about, severity: 'warning', code: 'list-of-unbuilt' }, sheet);
    if (table && load) noteMatch(findings, path, table, whole, load.listed !== null);
    else if (table && staged) findings.addOne({ ...about, severity: 'error', code: 'no-column' }, sheet);
    for (const found of load?.found ?? []) findings.add(found, sheet);
    const taken = Object.keys(staged?.taken ?? {});
    tables.push({
      table: table?.id ?? null,
      view,
      fileLevel: staged?.fileLevel ?? {},
      ...(taken.length > 0 && { taken }),
      loaded: load?.rows ?? 0,
      ...(load && load.zones.length > 0 && { zones: load.zones }),
      ...(load?.listed && { listed: load.listed }),
    });
  }
  const all = file.tables.flatMap((table) => loads.get(table) ?? []);
  const corrections = all.flatMap((load) => load.corrections);
  const twoZones = all.flatMap((load) => load.twoZones ?? []);
  return {
    id,
    path,
    size,
    reading: file.reading,
    tables,
    issues: findings.issues.map(maskedIssue),
    issueCounts: findings.counts,
    choices,
    standing,
    ...(corrections.length > 0 && { corrections: together(corrections) }),
    ...(twoZones.length > 0 && { twoZones }),
  };
}

/**
 * Puts the tables of staged files into the canonical tables, in their order; of several each must be {@link isLight}. `rivals` are the
 * other files of the session.
 */
export async function loadFiles(
  engine: Engine,
  files: readonly { readonly loading: Loading; readonly file: StagedFile }[],
  rivals: Rivals,
  knowing: Knowing,
  signal?: AbortSignal,
): Promise<FileLoad[]> {
  const drafts = files.map(({ loading, file }): Draft => {
    const titles = file.tables.flatMap(({ start }) => start.title);
    const notes = file.tables.flatMap(({ summary }) => summary.notes);
    return { loading, file, standing: standingOf(loading.path, titles, notes), loads: new Map() };
  });
  const turns: Piece[][] = [];
  for (const piece of drafts.flatMap(piecesOf)) {
    const turn = piece.again ? undefined : turns.find(([one]) => one?.table === piece.table);
    if (turn) turn.push(piece);
    else turns.push([piece]);
  }
  for (const turn of turns) {
    signal?.throwIfAborted();
    await loadPieces(engine, turn, rivals, knowing, signal);
  }
  return drafts.map((draft) => ({
    report: reportOf(draft),
    compared: [...draft.loads.values()].some(({ compared }) => compared),
  }));
}
