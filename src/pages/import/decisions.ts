import type { ColumnSpec } from '../../domain';
import type { FileChoices, FileReport, TableChoice } from '../../ingest';
import { tableById } from '../../model';
import type { Matches } from '../../state';
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

/** Carries out a decision about one table and remembers it by its header. */
export async function decideTable(
  session: Session,
  matches: Matches,
  file: FileReport,
  at: number,
  patch: TableChoice,
): Promise<void> {
  const header = file.tables[at]?.view.start.header ?? [];
  await session.decide(new Map([[file.id, withTable(file, at, patch, matches.of(header)?.choice)]]));
  const report = session.files.find((known) => known.id === file.id);
  const isFileOnly = patch.off !== undefined || patch.year !== undefined || 'small' in patch;
  if (report && session.refused.length === 0 && !isFileOnly) matches.keep(report, at);
}

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

/** A value that holds for every row of a table: what was found, or blank, and whether it is needed. */
export interface OnceValue {
  readonly column: ColumnSpec;
  readonly value: string;
  readonly needed: boolean;
}

/** Columns the model allows to be given once for a file and that the table does not have. */
export function onceValues(file: FileReport, at: number): OnceValue[] {
  const table = file.tables[at];
  const spec = table?.table == null ? undefined : tableById(table.table);
  if (!table || !spec) return [];
  const { match } = table.view;
  const wide = match.unpivot?.periodColumns ?? [];
  /** The header above the periods says it: 支委会次数 over the months. */
  const saidAbove = (id: string): boolean => wide.length > 0 && wide.every(({ constants }) => id in constants);
  return spec.columns
    .filter((column) => column.fileLevel === true && !match.fields.includes(column.id))
    .filter((column) => match.unpivot?.periodColumn !== column.id && !saidAbove(column.id))
    .map((column) => {
      const value = table.fileLevel[column.id] ?? '';
      return { column, value, needed: column.required === true && value === '' };
    });
}

/** Something about a table that only a person can say. */
export type Question =
  | { readonly kind: 'given'; readonly column: ColumnSpec }
  | { readonly kind: 'year' }
  | { readonly kind: 'coding' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'none'; readonly count: number };

/** What has to be asked about one table of a file, once; nothing when everything was said. */
export function questionsOf(file: FileReport, at: number): Question[] {
  const table = file.tables[at];
  if (!table || table.view.off === true || table.view.match.table === null) return [];
  const spec = tableById(table.view.match.table);
  const { match, nones = 0, remembered } = table.view;
  const choice = file.choices.tables?.[at] ?? {};
  const has = (code: string): boolean => (file.issueCounts[code] ?? 0) > 0;
  const yesNo = match.fields.some((id) => spec?.columns.find((column) => column.id === id)?.type === 'boolean');
  const unsettled = has('boolean-coding-unknown') && yesNo && choice.booleanCoding === undefined;
  const shares = has('percent-unclear') && choice.percent === undefined;
  return [
    ...onceValues(file, at)
      .filter((once) => once.needed)
      .map(({ column }) => ({ kind: 'given' as const, column })),
    ...(choice.year === undefined && (match.yearUnknown || has('year-unknown')) ? [{ kind: 'year' as const }] : []),
    ...(unsettled && !remembered ? [{ kind: 'coding' as const }] : []),
    ...(shares && !remembered ? [{ kind: 'percent' as const }] : []),
    ...(nones > 0 && choice.noneIsZero === undefined && !remembered ? [{ kind: 'none' as const, count: nones }] : []),
  ];
}

/** Every question about a file. */
export function asksAnything(file: FileReport): boolean {
  const open = file.small?.some(({ verdict }) => verdict === 'out') ?? false;
  const apart = file.twoZones !== undefined && file.choices.zones === undefined;
  return open || apart || file.tables.some((_, at) => questionsOf(file, at).length > 0);
}
