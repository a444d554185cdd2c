import type { TableSpec } from '../../domain';
import { type Engine, isEmpty, tablesThere } from '../../engine';
import { TABLES } from '../../model';
import { identifier, literal, literals } from '../../sql';
import { folded, thingOf } from './same-thing';
import type { SmallChoice } from './choices';
import type { Standing } from './standing';
import { ZONE_OF_ALIAS } from './zone-alias';

/** What became of a snapshot that is far smaller than the one before it: merged into that, one of its own, or kept out until somebody says. */
export type SmallVerdict = SmallChoice | 'out';

/** A snapshot of a zone that is far smaller than the one before it. */
export interface SmallSnapshot {
  readonly table: string;
  readonly zone: string;
  readonly day: string;
  readonly rows: number;
  /** How many of them are in the snapshot before, too. */
  readonly known: number;
  readonly dayBefore: string;
  readonly rowsBefore: number;
  readonly verdict: SmallVerdict;
  /** Whether the user said so. */
  readonly chosen: boolean;
}

/** What is known of a file whose rows may be a small snapshot: what it says of itself, and what the user said of its tables. */
export interface Reporter {
  readonly id: number;
  readonly standing: Standing;
  readonly small: (table: string) => SmallChoice | undefined;
}

/** A snapshot of fewer than half the rows of the one before is asked about; those of a handful of rows vary anyway. */
const FEWER_THAN = 0.5;
const LEAST_BEFORE = 8;
/** A correction comes soon after what it corrects; one that says it is one may take longer. */
const CLOSE_DAYS = 21;
const CLOSE_DAYS_MARKED = 45;
/** So many of its rows must be in the snapshot before. */
const MOSTLY = 0.8;

/** The tables whose rows are things of a snapshot, each known by its name: counts of it are few anyway. */
const SNAPSHOTS: readonly TableSpec[] = TABLES.filter(
  ({ key, identity }) => key.includes('snapshot_date') && identity !== undefined,
);

/** A list that says it names some organisations only is no snapshot. */
const wholeOf = ({ columns }: TableSpec): string =>
  columns.some(({ id }) => id === 'partial') ? ' AND NOT coalesce(partial, FALSE)' : '';

/** Rows of small snapshots as they were loaded, and the rows of the snapshots before that gave way to them. */
const asideOf = (table: TableSpec, what: 'small' | 'replaced'): string => identifier(`${what}_${table.id}`);

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

interface Counted {
  readonly zone: string;
  readonly day: string;
  readonly rows: number;
  /** The first of its files. */
  readonly firstFile: number;
  /** The last of its files. */
  readonly file: number;
  readonly ids: readonly string[];
}

/** The snapshots of a table: a zone by its id, and the ways its rows write it. */
async function snapshotsOf(engine: Engine, table: TableSpec): Promise<Counted[]> {
  const rows = await engine.rows(`WITH written AS (
      SELECT zone_id, snapshot_date, count(*) AS n, min(file_id) AS first_file, max(file_id) AS file FROM ${identifier(table.id)}
      WHERE zone_id IS NOT NULL AND snapshot_date IS NOT NULL${wholeOf(table)} GROUP BY zone_id, snapshot_date)
    SELECT coalesce(a.zone, ${folded('written.zone_id')}) AS zone, CAST(snapshot_date AS VARCHAR) AS day, CAST(sum(n) AS DOUBLE) AS n,
      min(first_file) AS first_file, max(file) AS file, string_agg(DISTINCT written.zone_id, chr(31)) AS ids
    FROM written LEFT JOIN ${ZONE_OF_ALIAS} a ON a.alias = written.zone_id GROUP BY 1, 2 ORDER BY 1, 2`);
  return rows.map(({ zone, day, n, first_file, file, ids }) => ({
    zone: String(zone),
    day: String(day),
    rows: Number(n),
    firstFile: Number(first_file),
    file: Number(file),
    ids: String(ids).split('\u001f'),
  }));
}

const isOf = ({ ids, day }: Counted): string =>
  `zone_id IN ${literals([...ids])} AND snapshot_date = CAST(${literal(day)} AS DATE)`;
const rowsAt = (table: TableSpec, snapshot: Counted): string =>
  `FROM ${identifier(table.id)} WHERE ${isOf(snapshot)}${wholeOf(table)}`;

/** The rows of two snapshots that are about the same things: by code, or by name where one of them has no code. */
async function pair(engine: Engine, table: TableSpec, small: Counted, before: Counted): Promise<number> {
  const { code, name } = thingOf(table);
  const of = (snapshot: Counted): string =>
    `(SELECT rowid AS place, ${code} AS code, ${name} AS name ${rowsAt(table, snapshot)})`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE same_thing AS
    SELECT s.place AS small, b.place AS before FROM ${of(small)} s JOIN ${of(before)} b ON s.code = b.code
    UNION SELECT s.place, b.place FROM ${of(small)} s JOIN ${of(before)} b ON s.name = b.name AND (s.code IS NULL OR b.code IS NULL)`);
  const [row] = await engine.rows('SELECT CAST(count(DISTINCT small) AS DOUBLE) AS n FROM same_thing');
  return Number(row?.n ?? 0);
}

/** Columns that none of the rows of a snapshot fills stay as the snapshot before has them. */
async function keepUnsaid(engine: Engine, table: TableSpec, small: Counted): Promise<void> {
  const target = identifier(table.id);
  const ids = table.columns.map(({ id }) => id);
  const [empty] = await engine.rows(
    `SELECT ${ids.map((id, at) => `count(${identifier(id)}) = 0 AS c${at}`).join(', ')} ${rowsAt(table, small)}`,
  );
  const unsaid = ids.filter((_, at) => empty?.[`c${at}`] === true);
  if (unsaid.length === 0) return;
  const set = unsaid.map((id) => `${identifier(id)} = earlier.${identifier(id)}`);
  await engine.run(`UPDATE ${target} SET ${set.join(', ')} FROM (
      SELECT p.small AS place, t.* FROM same_thing p JOIN ${target} t ON t.rowid = p.before
    ) earlier WHERE ${target}.rowid = earlier.place`);
}

/** Moves the rows of a small snapshot into the one before it, where they take the place of what is said there; or takes them out. */
async function moveRows(
  engine: Engine,
  table: TableSpec,
  small: Counted,
  before: Counted,
  into: boolean,
): Promise<void> {
  const target = identifier(table.id);
  const [aside, replaced] = [asideOf(table, 'small'), asideOf(table, 'replaced')];
  const day = into ? `CAST(${literal(before.day)} AS DATE)` : 'CAST(NULL AS DATE)';
  await engine.run(
    `CREATE TABLE IF NOT EXISTS ${aside} AS SELECT *, CAST(NULL AS DATE) AS moved_to FROM ${target} LIMIT 0`,
  );
  await engine.run(`CREATE TABLE IF NOT EXISTS ${replaced} AS SELECT * FROM ${target} LIMIT 0`);
  await engine.run(`INSERT INTO ${aside} SELECT *, ${day} ${rowsAt(table, small)}`);
  if (!into) {
    await engine.run(`DELETE ${rowsAt(table, small)}`);
    return;
  }
  await keepUnsaid(engine, table, small);
  const given = 'rowid IN (SELECT before FROM same_thing)';
  await engine.run(`INSERT INTO ${replaced} SELECT * FROM ${target} WHERE ${given}`);
  await engine.run(`DELETE FROM ${target} WHERE ${given}`);
  await engine.run(`UPDATE ${target} SET snapshot_date = ${day} WHERE ${isOf(small)}`);
}

/** Forgets what was put aside; for tables that start empty. */
export async function forgetSmall(engine: Engine): Promise<void> {
  const tables = SNAPSHOTS.flatMap((table) => [asideOf(table, 'small'), asideOf(table, 'replaced')]);
  await engine.run(tables.map((name) => `DROP TABLE IF EXISTS ${name}`).join(';'));
}

/** Puts every row back as it was loaded. */
export async function restoreSmall(engine: Engine): Promise<void> {
  const names = new Set([...(await tablesThere(engine)).keys()].map(identifier));
  for (const table of SNAPSHOTS) {
    const target = identifier(table.id);
    const [aside, replaced] = [asideOf(table, 'small'), asideOf(table, 'replaced')];
    if (!names.has(aside)) continue;
    await engine.run(`DELETE FROM ${target} WHERE (file_id, source_row, snapshot_date) IN
      (SELECT (file_id, source_row, moved_to) FROM ${aside} WHERE moved_to IS NOT NULL)`);
    await engine.run(`INSERT INTO ${target} SELECT * EXCLUDE (moved_to) FROM ${aside}`);
    await engine.run(`INSERT INTO ${target} SELECT * FROM ${replaced}`);
    await engine.run(`DROP TABLE ${aside}`);
    await engine.run(`DROP TABLE ${replaced}`);
  }
}

function byDefault(small: Counted, before: Counted, known: number, { standing }: Reporter): SmallVerdict {
  const marked = standing.mark !== null;
  const close = daysBetween(before.day, small.day) <= (marked ? CLOSE_DAYS_MARKED : CLOSE_DAYS);
  return close && (marked || known >= MOSTLY * small.rows) ? 'merge' : 'out';
}

/** A file that tells the history of a zone by itself may well tell that it shrank. */
const isHistory = (small: Counted, before: Counted): boolean =>
  small.firstFile === small.file &&
  before.firstFile === small.file &&
  before.file === small.file &&
  daysBetween(before.day, small.day) > CLOSE_DAYS;

async function settleTable(
  engine: Engine,
  table: TableSpec,
  reporters: ReadonlyMap<number, Reporter>,
  found: Map<number, SmallSnapshot[]>,
): Promise<void> {
  let before: Counted | null = null;
  let paired = false;
  for (const small of await snapshotsOf(engine, table)) {
    const reporter = reporters.get(small.file);
    const isSmall: boolean =
      before?.zone === small.zone && before.rows >= LEAST_BEFORE && small.rows < FEWER_THAN * before.rows;
    if (!isSmall || before === null || !reporter || isHistory(small, before)) {
      before = small;
      continue;
    }
    const known = await pair(engine, table, small, before);
    paired = true;
    const chosen = reporter.small(table.id);
    const verdict = chosen ?? byDefault(small, before, known, reporter);
    const about = { table: table.id, zone: small.zone, day: small.day, rows: small.rows, known };
    const told = { ...about, dayBefore: before.day, rowsBefore: before.rows, verdict, chosen: chosen !== undefined };
    found.set(reporter.id, [...(found.get(reporter.id) ?? []), told]);
    if (verdict === 'own') before = small;
    else await moveRows(engine, table, small, before, verdict === 'merge');
  }
  if (paired) await engine.run('DROP TABLE same_thing');
}

/**
 * Looks for snapshots that are far smaller than the one before of the same zone, and does with them what the user said, else
 * what is likely: a few rows soon after a snapshot correct it; others are kept out until somebody says what they are.
 * Resolves to them by file. {@link restoreSmall} undoes it.
 */
export async function settleSmall(
  engine: Engine,
  reporters: ReadonlyMap<number, Reporter>,
): Promise<ReadonlyMap<number, readonly SmallSnapshot[]>> {
  const found = new Map<number, SmallSnapshot[]>();
  const there = await tablesThere(engine);
  for (const table of SNAPSHOTS) if (!isEmpty(there, table.id)) await settleTable(engine, table, reporters, found);
  return found;
}
