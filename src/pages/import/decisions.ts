import type { FileChoices, FileReport, TableChoice } from '../../ingest';
import { type Asked, type Matches, type TaughtWord, awaitsWords, choicesWithout, readByWord } from '../../state';
import type { Session } from '../../state/session.svelte';

type Values = NonNullable<TableChoice['values']>;

/** What words mean, with more of them. */
function withValues(known: Values = {}, more: Values = {}): Values {
  const added = Object.entries(more).map(([column, texts]) => [column, { ...known[column], ...texts }] as const);
  return { ...known, ...Object.fromEntries(added) };
}

/** Whether a file waits to be told what it is. */
export const isWaiting = ({ id }: FileReport): boolean => id < 0;

/** Carries out the choices about a file, be it loaded or waiting. */
export async function decideFile(session: Session, file: FileReport, choices: FileChoices): Promise<void> {
  if (isWaiting(file)) await session.waiting.tell(file.id, choices);
  else await session.decide(new Map([[file.id, choices]]));
}

/** Reads again whatever a word tells something new about. */
async function spread(session: Session, { words }: Matches): Promise<void> {
  const loaded = session.files.filter((file) => awaitsWords(file, words));
  if (loaded.length > 0) await session.decide(new Map(loaded.map(({ id, choices }) => [id, choices])));
  const waiting = session.waiting.reports.filter((file) => awaitsWords(file, words));
  if (waiting.length > 0) await session.waiting.retry(waiting.map(({ id }) => id));
}

/** Takes a word back: the files that were read by it are read again without it. */
export async function unteach(session: Session, matches: Matches, word: TaughtWord): Promise<void> {
  const readBy = session.files.filter((file) => readByWord(file, word));
  await matches.unteach(word);
  if (readBy.length > 0) await session.decide(new Map(readBy.map((file) => [file.id, choicesWithout(file, word)])));
}

/** The choices of a file with a change to one of its tables, on top of what is kept for its header. */
export function withTable(file: FileReport, at: number, patch: TableChoice, kept: TableChoice = {}): FileChoices {
  const from: TableChoice = { ...kept, ...file.choices.tables?.[at] };
  const fields = patch.table !== undefined ? {} : { ...from.fields, ...patch.fields };
  const fileLevel = { ...from.fileLevel, ...patch.fileLevel };
  const values = patch.table !== undefined ? {} : withValues(from.values, patch.values);
  return {
    ...file.choices,
    tables: {
      ...file.choices.tables,
      [at]: {
        ...from,
        ...patch,
        ...(Object.keys(fields).length > 0 || from.fields ? { fields } : {}),
        ...(Object.keys(fileLevel).length > 0 && { fileLevel }),
        ...((from.values ?? patch.values) !== undefined && { values }),
      },
    },
  };
}

/** The choices of a file with one decision about its reading; undefined goes back to automatic. */
export function withReading<Name extends 'encoding' | 'delimiter' | 'headerRows' | 'repeats' | 'zones'>(
  file: FileReport,
  name: Name,
  value: FileChoices[Name] | undefined,
): FileChoices {
  const { [name]: _, ...rest } = file.choices;
  return (value === undefined ? rest : { ...rest, [name]: value }) as FileChoices;
}

/** Files with a table of the same header as one table of this file. */
export function alikeFiles(files: readonly FileReport[], file: FileReport, at: number): FileReport[] {
  const signature = file.tables[at]?.view.match.signature;
  return files.filter(
    (other) => other.id !== file.id && other.tables.some((table) => table.view.match.signature === signature),
  );
}

/** Carries out one decision about tables, of one file or of many, and remembers it by their headers. */
export async function decideTables(
  session: Session,
  matches: Matches,
  tables: readonly Asked[],
  patch: TableChoice,
): Promise<void> {
  const decided = new Map<number, FileChoices>();
  for (const { file, at } of tables) {
    const choices = decided.get(file.id) ?? file.choices;
    const header = file.tables[at]?.view.start.header ?? [];
    decided.set(file.id, withTable({ ...file, choices }, at, patch, matches.of(header)?.choice));
  }
  await session.decide(decided);
  const ofFile: readonly (keyof TableChoice)[] = ['off', 'year', 'small', 'byList', 'unlisted'];
  const isFileOnly = ofFile.some((name) => name in patch);
  if (session.refused.length > 0 || isFileOnly) return;
  const { words } = matches;
  for (const { file, at } of tables) {
    const report = session.files.find((known) => known.id === file.id);
    if (report) matches.keep(report, at);
  }
  if (words !== matches.words) await spread(session, matches);
}

/** Follows what was said of a file that waits; once it is read, what was said of each of its tables is remembered. */
async function tellWaiting(
  session: Session,
  matches: Matches,
  { id, path }: FileReport,
  choices: FileChoices,
): Promise<void> {
  await session.waiting.tell(id, choices);
  const report = session.files.find((known) => known.path === path);
  if (!report || session.waiting.reports.some((known) => known.id === id)) return;
  const { words } = matches;
  for (const at of Object.keys(report.choices.tables ?? {})) await matches.keep(report, Number(at));
  if (words !== matches.words) await spread(session, matches);
}

/** Carries out a decision about one table and remembers it by its header. */
export const decideTable = (
  session: Session,
  matches: Matches,
  file: FileReport,
  at: number,
  patch: TableChoice,
): Promise<void> =>
  isWaiting(file)
    ? tellWaiting(session, matches, file, withTable(file, at, patch))
    : decideTables(session, matches, [{ file, at }], patch);

/** Gives the decisions about one table to every other file with that header. */
export async function decideAlike(session: Session, file: FileReport, at: number): Promise<void> {
  const {
    fileLevel: _,
    off: __,
    small: ___,
    values: ____,
    unlisted: _____,
    ...choice
  } = file.choices.tables?.[at] ?? {};
  const signature = file.tables[at]?.view.match.signature;
  const decisions = alikeFiles(session.files, file, at).map((other) => {
    const place = other.tables.findIndex((table) => table.view.match.signature === signature);
    return [other.id, withTable(other, place, choice)] as const;
  });
  await session.decide(new Map(decisions));
}
