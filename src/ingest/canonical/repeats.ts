import type { Issue, TableSpec } from '../../domain';
import type { Engine, Row } from '../../engine';
import { identifier, literal, literals } from '../../sql';
import { Findings, type Found } from '../findings';
import { type Correction, correctionsIn } from './corrections';
import { folded, numberFor, thingOf } from './same-thing';
import { areAllApart, noteKeys, sharingAmong, suspectPlaces, suspectsSql } from './thing-keys';
import { LISTED } from './staged';
import { type TwoZones, type ZoneChoice, settleZones } from './two-zones';
import { type Preference, type Standing, type Why, preferred } from './standing';
import { ZONE_OF_ALIAS } from './zone-alias';

/** A file of the session as others see it. */
export interface Rival {
  readonly path: string;
  readonly standing: Standing;
}

/** The files of a session, by number. */
export type Rivals = ReadonlyMap<number, Rival>;

/** The file whose rows are compared with those before. */
export interface Newcomer extends Rival {
  readonly id: number;
  /** Which values the user wants where it differs from earlier files. */
  readonly repeats?: Preference | undefined;
  /** What the user wants where a code stands in two zones on one day. */
  readonly zones?: ZoneChoice | undefined;
}

/** What became of rows that speak of the same thing. */
export interface Repeats extends Found {
  /** Whether there was anything to compare: without, all rows stay. */
  readonly compared: boolean;
  /** Rows of the file itself that were taken out. */
  readonly dropped: number;
  readonly corrections: readonly Correction[];
  /** Codes that stand in two zones on one day; null where there are none. */
  readonly twoZones: TwoZones | null;
}

/** Which file's rows gave way to which other's: table_id, winner, loser (file ids), n. */
export const PAIRS = 'repeated_pairs';

/** Makes the table of {@link pairsOf}, empty. */
export async function clearPairs(engine: Engine): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE ${PAIRS} (table_id VARCHAR, winner INTEGER, loser INTEGER, n DOUBLE)`);
}

/** How many rows of which files gave way to which others', where something holds. */
export async function pairsOf(
  engine: Engine,
  where: string,
): Promise<{ readonly table: string; readonly winner: number; readonly loser: number; readonly n: number }[]> {
  const rows = await engine.rows(`SELECT * FROM ${PAIRS} WHERE ${where}`);
  return rows.map(({ table_id, winner, loser, n }) => ({
    table: String(table_id),
    winner: Number(winner),
    loser: Number(loser),
    n: Number(n),
  }));
}

const NOTHING: Repeats = { issues: [], issueCounts: {}, compared: false, dropped: 0, corrections: [], twoZones: null };

/** The statement that writes the suspected rows with what they speak of, `thing`: `same` is equal for rows of one thing and for no others. */
function thingSql(table: TableSpec): string {
  const { code, line, name, stated, optional, vague, zone, spelled } = thingOf(table);
  const [first = ''] = table.key;
  const ids = table.columns.map(({ id }) => id);
  const rest = ids
    .filter((id) => id !== 'zone_id' && !(id === first && code.startsWith('CASE')))
    .map((id) => (spelled.includes(id) ? folded(identifier(id)) : identifier(id)));
  const shown = table.key.map((id) => `CAST(${identifier(id)} AS VARCHAR)`);
  return `CREATE OR REPLACE TEMP TABLE thing AS
    WITH found AS (
      SELECT t.rowid AS place, t.file_id, t.source_row, ${code} AS code, ${line} AS line, ${name} AS name,
        coalesce(a.zone, ${folded(zone)}) AS zone, ${numberFor([...stated, ...optional])} AS others,
        ${[...stated.map((sql) => `${sql} IS NOT NULL`), 'true'].join(' AND ')} AS stated, coalesce(${vague}, false) AS vague,
        ${numberFor(rest)} AS rest, ${numberFor(ids.map(identifier))} AS letters,
        coalesce(${[name === "'-'" ? 'NULL' : identifier(first), ...shown].map((sql) => `CAST(${sql} AS VARCHAR)`).join(', ')}) AS shown
      FROM (SELECT *, rowid FROM ${identifier(table.id)} WHERE rowid IN (${suspectPlaces(table)})) t
      LEFT JOIN ${ZONE_OF_ALIAS} a ON a.alias = CAST(${zone} AS VARCHAR)
    ),
    coded AS (
      SELECT * REPLACE (coalesce(code, CASE WHEN name IS NOT NULL AND min(code) OVER w = max(code) OVER w THEN min(code) OVER w END) AS code),
        code IS NULL AS uncoded
      FROM found WINDOW w AS (PARTITION BY name, zone, others)
    ),
    content AS (
      SELECT *, ${numberFor(['code', 'zone', 'rest'])} AS said, ${numberFor(['code', 'line', 'zone', 'rest'])} AS whole,
        CASE WHEN stated AND coalesce(code, name) IS NOT NULL AND coalesce(zone, code) IS NOT NULL
          THEN ${numberFor(['coalesce(code, name)', 'zone', 'others'])} END AS key
      FROM coded
    ),
    crowd AS (
      SELECT DISTINCT key FROM (SELECT key, file_id FROM content WHERE key IS NOT NULL AND (vague OR zone IS NULL)
        GROUP BY key, file_id HAVING count(DISTINCT whole) > 1) several
    ),
    lines AS (
      SELECT DISTINCT key, line FROM (SELECT key, line, file_id FROM content JOIN crowd USING (key)
        GROUP BY key, line, file_id HAVING count(DISTINCT whole) > 1) several
    )
    SELECT content.*, CASE WHEN content.key IS NULL THEN whole WHEN crowd.key IS NULL THEN content.key
      WHEN content.line IS NULL OR lines.key IS NOT NULL THEN whole ELSE ${numberFor(['content.key', 'content.line'])} END AS same
    FROM content LEFT JOIN crowd ON crowd.key = content.key LEFT JOIN lines ON lines.key = content.key AND lines.line = content.line`;
}

/** The statement that writes, of every thing that has several rows, those that are not the first: `repeated`; files of `before` come before the newcomer. */
function repeatedSql(newcomer: number, before: readonly number[]): string {
  // What the newcomer only says again is no correction: the earlier row stays.
  const says = `file_id = ${newcomer} AND min(file_id) OVER (PARTITION BY same, said) = ${newcomer}`;
  const turn = `CASE WHEN file_id IN ${literals([...before])} THEN 0 WHEN ${says} THEN 1 ELSE 2 END`;
  const firsts = ['source_row', 'file_id', 'place', 'shown', 'said', 'letters'].map(
    (column) => `first_value(${column}) OVER thing AS first_${column}`,
  );
  return `CREATE OR REPLACE TEMP TABLE repeated AS SELECT *, said = first_said AS alike,
      letters = first_letters AS to_the_letter FROM (
    SELECT *, row_number() OVER thing AS nth, ${firsts.join(', ')} FROM (SELECT *, ${turn} AS turn FROM thing) turns
    WINDOW thing AS (PARTITION BY same ORDER BY turn, file_id, uncoded, source_row, place)
  ) ranked WHERE nth > 1`;
}

/** What the newcomer does not say at all (it has no such column, or nothing in it) stays as the earlier file said it. Whether anything was. */
async function keepUnsaid(engine: Engine, table: TableSpec, newcomer: number): Promise<boolean> {
  const target = identifier(table.id);
  const ids = table.columns.map(({ id }) => id);
  const counts = ids.map((id, at) => `count(${identifier(id)}) = 0 AS c${at}`);
  const [empty] = await engine.rows(`SELECT ${counts.join(', ')} FROM ${target} WHERE file_id = ${newcomer}`);
  const unsaid = ids.filter((_, at) => empty?.[`c${at}`] === true);
  if (unsaid.length === 0) return false;
  const set = unsaid.map((id) => `${identifier(id)} = earlier.${identifier(id)}`);
  await engine.run(`UPDATE ${target} SET ${set.join(', ')} FROM (
      SELECT r.first_place AS winner, t.* FROM repeated r JOIN ${target} t ON t.rowid = r.place
      WHERE r.first_file_id = ${newcomer} AND r.file_id <> ${newcomer}
    ) earlier WHERE ${target}.rowid = earlier.winner`);
  await noteKeys(engine, table, newcomer);
  return true;
}

/** The statements that take the repeated rows out. */
const takeOutSql = (table: TableSpec): string =>
  `INSERT INTO ${PAIRS} SELECT ${literal(table.id)}, first_file_id, file_id, count(*) FROM repeated
    WHERE file_id <> first_file_id GROUP BY ALL;
  DELETE FROM ${identifier(table.id)} WHERE rowid IN (SELECT place FROM repeated)`;

interface Kind {
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly where: string;
  /** The record that is told: the row that gave way, or the one that took its place; the other is what it clashes with. */
  readonly row: 'source_row' | 'first_source_row';
}

/** Beside rows that correct an earlier file those that only say it again are no doubt. */
function kinds(fileId: number, corrects: boolean): Kind[] {
  const mine = `file_id = ${fileId}`;
  const again = `${mine} AND alike AND first_file_id <> ${fileId}`;
  const doubled = corrects ? `${mine} AND alike AND first_file_id = ${fileId}` : `${mine} AND alike`;
  return [
    ...(corrects ? [{ code: 'row-unchanged', severity: 'note', where: again, row: 'source_row' } as const] : []),
    { code: 'duplicate-row', severity: 'warning', where: `${doubled} AND to_the_letter`, row: 'source_row' },
    {
      code: 'duplicate-spelling',
      severity: 'warning',
      where: `${doubled} AND NOT to_the_letter`,
      row: 'source_row',
    },
    { code: 'duplicate-key', severity: 'error', where: `${mine} AND NOT alike`, row: 'source_row' },
    {
      code: 'row-corrected',
      severity: 'note',
      where: `first_file_id = ${fileId} AND NOT ${mine} AND NOT alike`,
      row: 'first_source_row',
    },
  ];
}

function issueOf({ code, severity, row }: Kind, found: Row, file: string, rivals: Rivals): Issue {
  const mine = row === 'source_row';
  const other = rivals.get(Number(mine ? found.first_file_id : found.file_id))?.path;
  const shown = mine ? found.shown : found.first_shown;
  return {
    code,
    severity,
    file,
    row: Number(found[row]),
    column: null,
    value: shown === null || shown === undefined ? null : String(shown),
    detail: String(mine ? found.first_source_row : found.source_row),
    ...(other !== undefined && other !== file && { otherFile: other }),
  };
}

/** How many of the repeated rows are what. */
interface Counts {
  /** Of the newcomer itself, of others that gave way to it, and of one file that give others than another's. */
  readonly own: number;
  readonly gaveWay: number;
  readonly corrects: number;
  /** By {@link kinds}. */
  readonly kinds: readonly number[];
}

/** The question how many of the repeated rows are what. */
function countsSql(id: number): string {
  const corrects = 'NOT alike AND file_id <> first_file_id';
  const every = [`file_id = ${id}`, `first_file_id = ${id} AND file_id <> ${id}`, corrects];
  for (const way of [true, false]) for (const { where } of kinds(id, way)) every.push(where);
  return `SELECT ${every.map((where, at) => `CAST(count(CASE WHEN ${where} THEN 1 END) AS DOUBLE) AS n${at}`).join(', ')} FROM repeated`;
}

function countsOf(id: number, row: Row | undefined): Counts {
  const [own = 0, gaveWay = 0, corrects = 0, ...all] = Object.values(row ?? {}).map(Number);
  const correcting = kinds(id, true).length;
  return { own, gaveWay, corrects, kinds: corrects > 0 ? all.slice(0, correcting) : all.slice(correcting) };
}

async function listed(engine: Engine, { id, path }: Newcomer, rivals: Rivals, counts: Counts): Promise<Found> {
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  for (const [at, kind] of kinds(id, counts.corrects > 0).entries()) {
    const count = counts.kinds[at] ?? 0;
    if (count === 0) continue;
    issueCounts[kind.code] = count;
    for (const row of await engine.rows(
      `SELECT source_row, file_id, first_source_row, first_file_id, shown, first_shown FROM repeated
       WHERE ${kind.where} ORDER BY ${kind.row} LIMIT ${LISTED}`,
    ))
      issues.push(issueOf(kind, row, path, rivals));
  }
  return { issues, issueCounts };
}

/**
 * Takes out rows that speak of the same thing as another row: of two files the one that counts stays, in one file the
 * first. A row alike in every column is `duplicate-row`, one that is only spelled differently `duplicate-spelling`, either beside rows
 * that correct an earlier file `row-unchanged`; one that
 * says something else is `duplicate-key`, an error, or `row-corrected` where this file's row took the place of an earlier
 * one. What is the same thing is a matter of evidence: rows that do not say enough are kept, all of them. Of several files that came
 * together each is compared with those before it, in their order; `rivals` are the others.
 */
export async function dropDuplicates(
  engine: Engine,
  table: TableSpec,
  newcomers: readonly Newcomer[],
  rivals: Rivals = new Map(),
  isLarge = false,
): Promise<Repeats[]> {
  const files = newcomers.map(({ id }) => id);
  const [only] = files;
  // Of a few rows the keys are as soon worked out.
  if (isLarge && only !== undefined && (await areAllApart(engine, table, only))) return newcomers.map(() => NOTHING);
  let sharing = await sharingAmong(engine, table, files);
  const known = new Map(rivals);
  const all: Repeats[] = [];
  for (const [at, newcomer] of newcomers.entries()) {
    const later = files.slice(at + 1);
    let repeats = NOTHING;
    if (sharing.has(newcomer.id)) {
      const { completed, ...found } = await compared(engine, table, newcomer, known, later);
      repeats = found;
      // Rows that were completed have other keys.
      if (completed && later.length > 0) sharing = await sharingAmong(engine, table, later, true);
    }
    all.push(repeats);
    known.set(newcomer.id, newcomer);
  }
  return all;
}

/** Compares the rows of a file that shares some; `later` are those that are there and come after it. Tells, too, whether rows of it were completed by those that gave way. */
async function compared(
  engine: Engine,
  table: TableSpec,
  newcomer: Newcomer,
  rivals: Rivals,
  later: readonly number[],
): Promise<Repeats & { readonly completed: boolean }> {
  const { id, standing, repeats } = newcomer;
  const verdicts = new Map<number, { readonly kept: Preference; readonly why: Why }>(
    [...rivals]
      .filter(([other]) => other < id)
      .map(([other, rival]) => [other, preferred(rival.standing, standing, repeats)]),
  );
  const before = [...verdicts].flatMap(([other, { kept }]) => (kept === 'earlier' ? [other] : []));
  // In one message: it is the number of them that costs.
  const steps = [suspectsSql(table, id, later), thingSql(table), repeatedSql(id, before), countsSql(id)];
  const [row] = await engine.rows(steps.join(';\n'));
  const counts = countsOf(id, row);
  try {
    const checked = await listed(engine, newcomer, rivals, counts);
    const completed = counts.gaveWay > 0 && (await keepUnsaid(engine, table, id));
    const { 'duplicate-key': differing, 'row-corrected': corrected } = checked.issueCounts;
    const differs = differing !== undefined || corrected !== undefined;
    const corrections = differs ? await correctionsIn(engine, table, id, verdicts) : [];
    const { twoZones, dropped, ...told } = await settleZones(engine, table, newcomer, PAIRS);
    await engine.run(takeOutSql(table));
    const findings = new Findings(checked);
    findings.add(told);
    return {
      issues: findings.issues,
      issueCounts: findings.counts,
      compared: true,
      dropped: counts.own + dropped,
      corrections,
      twoZones,
      completed,
    };
  } finally {
    const made = ['repeated', 'thing', 'suspect', 'suspect_key'];
    await engine.run(made.map((one) => `DROP TABLE IF EXISTS ${one}`).join(';'));
  }
}
