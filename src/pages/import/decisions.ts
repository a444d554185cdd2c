import type { FileChoices, FileReport, TableChoice } from '../../ingest';
import type { Asked, Matches } from '../../state';
import type { Session } from '../../state/session.svelte';

/** The choices of a file with a change to one of its tables, on top of what is kept for its header. */
export function withTable(file: FileReport, at: number, patch: TableChoice, kept: TableChoice = {}): FileChoices {
  const from: TableChoice = { ...kept, ...file.choices.tables?.[at] };
  const fields = patch.table !== undefined ? {} : { ...from.fields, ...patch.fields };
  const fileLevel = { ...from.fileLevel, ...patch.fileLevel };
  return {
    ...file.choices,
    tables: {
      ...file.choices.tables,
      [at]: {
        ...from,
        ...patch,
        ...(Object.keys(fields).length > 0 || from.fields ? { fields } : {}),
        ...(Object.keys(fileLevel).length > 0 && { fileLevel }),
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
  const isFileOnly = patch.off !== undefined || patch.year !== undefined || 'small' in patch;
  if (session.refused.length > 0 || isFileOnly) return;
  for (const { file, at } of tables) {
    const report = session.files.find((known) => known.id === file.id);
    if (report) matches.keep(report, at);
  }
}

/** Carries out a decision about one table and remembers it by its header. */
export const decideTable = (
  session: Session,
  matches: Matches,
  file: FileReport,
  at: number,
  patch: TableChoice,
): Promise<void> => decideTables(session, matches, [{ file, at }], patch);

/** Gives the decisions about one table to every other file with that header. */
export async function decideAlike(session: Session, file: FileReport, at: number): Promise<void> {
  const { fileLevel: _, off: __, small: ___, ...choice } = file.choices.tables?.[at] ?? {};
  const signature = file.tables[at]?.view.match.signature;
  const decisions = alikeFiles(session.files, file, at).map((other) => {
    const place = other.tables.findIndex((table) => table.view.match.signature === signature);
    return [other.id, withTable(other, place, choice)] as const;
  });
  await session.decide(new Map(decisions));
}
