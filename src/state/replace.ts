import type { Engine } from '../engine';
import { type Collection, type FileChoices, type FileReport, headerSignature } from '../ingest';
import { tableById } from '../model';
import { identifier, literal } from '../sql';
import { takeOut } from './become';
import { type Outcome, type Ready, type ReadHooks, nothingRead, sumOf } from './given-files';
import { pathBeside, readFiles, renamed } from './read-files';

/** A file that came with the name of one that was loaded and other content. */
export interface Replacement {
  /** The name both have. */
  readonly path: string;
  /** The newcomer. */
  readonly file: File | null;
  /** The name of the newcomer where both were kept; null where it took the other's place. */
  readonly beside: string | null;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** Columns only one of them has. */
  readonly columnsGone: readonly string[];
  readonly columnsNew: readonly string[];
  /** Zones and periods the newcomer says nothing of: the reason to keep both. */
  readonly uncovered: readonly string[];
}

type Decided = Collection['decided'][number];

interface Twin {
  readonly before: Decided;
  readonly now: Ready;
}

const TIMES = ['snapshot_date', 'cycle', 'period'];

/** What the rows of a file are about: table, zone and period. */
async function coverageOf(engine: Engine, { id, tables }: FileReport): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const table of new Set(tables.flatMap((one) => one.table ?? []))) {
    const columns = tableById(table)?.columns.map((column) => column.id) ?? [];
    const about = ['zone_id', TIMES.find((time) => columns.includes(time))]
      .filter((column) => column !== undefined && columns.includes(column))
      .map((column) => `coalesce(CAST(${identifier(column ?? '')} AS VARCHAR), '')`);
    const parts = about.length === 0 ? [literal('')] : about;
    const rows = await engine.rows(
      `SELECT DISTINCT ${parts.map((part, at) => `${part} AS p${at}`).join(', ')} FROM ${identifier(table)} WHERE file_id = ${id}`,
    );
    for (const row of rows) {
      const said = Object.values(row).map(String);
      found.set(JSON.stringify([table, ...said]), said.filter((part) => part !== '').join(' '));
    }
  }
  return found;
}

const rowsOf = ({ tables }: FileReport): number => tables.reduce((sum, table) => sum + table.loaded, 0);
const headersOf = ({ tables }: FileReport): string[] =>
  tables.flatMap(({ view }) => view.start.header.filter((text) => text !== ''));

/** What was decided about the tables of a file, for those of another that have the same header. */
function inherited(before: Decided, after: FileReport): FileChoices | null {
  const tables = Object.fromEntries(
    after.tables.flatMap(({ view }, at) => {
      const was = before.report.tables[at]?.view.start.header;
      const choice = before.choices.tables?.[at];
      return choice && was && headerSignature(was) === headerSignature(view.start.header)
        ? [[at, choice] as const]
        : [];
    }),
  );
  return Object.keys(tables).length === 0 ? null : { ...after.choices, tables: { ...tables, ...after.choices.tables } };
}

async function follow(collection: Collection, before: Decided, after: FileReport): Promise<FileReport> {
  const choices = inherited(before, after);
  if (choices && !(await collection.replace(after.id, choices)))
    await collection.rebuild(new Map([[after.id, choices]]));
  return collection.files.find(({ id }) => id === after.id) ?? after;
}

/** Splits files that come into those with the name of a loaded one and other content, and the rest. */
async function twinsAmong(
  collection: Collection,
  ready: readonly Ready[],
): Promise<{ twins: readonly Twin[]; others: readonly Ready[] }> {
  const twins: Twin[] = [];
  const others: Ready[] = [];
  for (const now of ready) {
    const before = collection.decided.find(({ report }) => report.path === now.given);
    const alone = ready.filter(({ given }) => given === now.given).length === 1;
    const same = before && (await sumOf(before.input).catch(() => null)) === (await sumOf(now.input).catch(() => ''));
    if (before && alone && !same && !now.decision && now.beside !== true) twins.push({ before, now });
    else others.push(now);
  }
  return { twins, others };
}

const putBack = (collection: Collection, { input, report, choices }: Decided): Promise<void> => {
  return readFiles(collection, [{ input, choices, matches: {}, given: report.path }], nothingRead());
};

/**
 * Puts a file in the place of the loaded one of its name, with what was decided about that. It is put beside it instead where it says
 * nothing of a zone or period the other has. A file that is refused leaves the other as it was.
 */
async function replaceFile(
  engine: Engine,
  collection: Collection,
  { before, now }: Twin,
  outcome: Outcome,
  hooks: ReadHooks,
): Promise<Replacement | null> {
  const { path } = before.report;
  const was = await coverageOf(engine, before.report);
  await takeOut(collection, [before.report.id]);
  const count = outcome.added.length;
  await readFiles(collection, [renamed(now, path)], outcome, hooks);
  const read = collection.files.find(({ id }) => id === outcome.added[count]);
  if (!read) {
    await putBack(collection, before);
    return null;
  }
  const after = await follow(collection, before, read);
  const is = await coverageOf(engine, after);
  const uncovered = new Set([...was].filter(([key]) => !is.has(key)).map(([, said]) => said));
  const [had, has] = [headersOf(before.report), headersOf(after)];
  const told = {
    path,
    file: now.input.data instanceof File ? now.input.data : null,
    rowsBefore: rowsOf(before.report),
    rowsAfter: rowsOf(after),
    columnsGone: had.filter((text) => !has.includes(text)),
    columnsNew: has.filter((text) => !had.includes(text)),
    uncovered: [...uncovered],
  };
  if (uncovered.size === 0) return { ...told, beside: null };
  outcome.added.length = count;
  await takeOut(collection, [after.id]);
  await putBack(collection, before);
  const beside = pathBeside(path, new Set(collection.files.map((report) => report.path)));
  await readFiles(collection, [renamed(now, beside)], outcome, hooks);
  return { ...told, beside };
}

/** Reads files, those with the name of a loaded one in its place. `restore` puts back what was replaced, once what was added is out. */
export async function readReplacing(
  engine: Engine,
  collection: Collection,
  ready: readonly Ready[],
  outcome: Outcome,
  hooksOf: (files: readonly Ready[]) => ReadHooks,
): Promise<{ readonly replaced: readonly Replacement[]; readonly restore: () => Promise<void> }> {
  const { twins, others } = await twinsAmong(collection, ready);
  const replaced: Replacement[] = [];
  const gone: Decided[] = [];
  const restore = async (): Promise<void> => {
    for (const before of gone) await putBack(collection, before);
  };
  for (const twin of twins) {
    const hooks = hooksOf([twin.now]);
    if (hooks.signal?.aborted) break;
    const told = await replaceFile(engine, collection, twin, outcome, hooks);
    if (told) replaced.push(told);
    if (told?.beside === null) gone.push(twin.before);
  }
  await readFiles(collection, others, outcome, hooksOf(others));
  return { replaced, restore };
}
