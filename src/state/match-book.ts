import {
  type FileReport,
  type KnownMatches,
  type TableChoice,
  type TaughtHeader,
  type TaughtWords,
  NO_WORDS,
  fileStem,
  headerSignature,
  isTellingStem,
  isWordOf,
} from '../ingest';
import { tableById } from '../model';

/** What is kept about one layout of files: the decisions to follow, and what was filled in once, to be offered again. */
export interface KeptMatch {
  readonly header: readonly string[];
  /** What the table was taken for when it was decided about; names of columns are of that table. */
  readonly table: string | null;
  readonly choice: Pick<TableChoice, 'table' | 'fields' | 'booleanCoding' | 'percent' | 'noneIsZero'>;
  /** Values given for a whole file: they change from file to file and are only offered. */
  readonly given: Readonly<Record<string, string>>;
  /** The zone that was given for files of a name that tells whose they are, whatever the period in it. */
  readonly zones?: Readonly<Record<string, string>>;
}

/** Decisions by header signature. */
export type MatchBook = Readonly<Record<string, KeptMatch>>;

const decides = ({ choice, given }: KeptMatch): boolean =>
  Object.keys(choice).length > 0 || Object.keys(given).length > 0;

/** The book with what the user decided about one table of a file; without it where the decisions were taken back. */
export function kept(book: MatchBook, report: FileReport, at: number): MatchBook {
  const view = report.tables[at]?.view;
  const header = view?.start.header ?? [];
  const { table, fields, booleanCoding, percent, noneIsZero, fileLevel = {} } = report.choices.tables?.[at] ?? {};
  const signature = headerSignature(header);
  const choice = {
    ...(table !== undefined && { table }),
    ...(fields !== undefined && Object.keys(fields).length > 0 && { fields }),
    ...(booleanCoding !== undefined && { booleanCoding }),
    ...(percent !== undefined && { percent }),
    ...(noneIsZero !== undefined && { noneIsZero }),
  };
  const stem = fileStem(report.path);
  const zone = fileLevel.zone_id;
  const zones = {
    ...book[signature]?.zones,
    ...(zone !== undefined && isTellingStem(stem) && { [stem]: zone }),
  };
  const entry: KeptMatch = {
    header,
    table: view?.match.table ?? null,
    choice,
    given: { ...book[signature]?.given, ...fileLevel },
    ...(Object.keys(zones).length > 0 && { zones }),
  };
  return decides(entry) ? { ...book, [signature]: entry } : without(book, signature);
}

/** The book without one layout. */
export function without(book: MatchBook, signature: string): MatchBook {
  return Object.fromEntries(Object.entries(book).filter(([key]) => key !== signature));
}

/** What changes from file to file: the period, and the zone unless the name of the file tells it again. */
const changes = (id: string, type: string | undefined): boolean =>
  ['zone_id', 'cycle', 'batch'].includes(id) || type === undefined || type === 'date' || type === 'period';

function lasting({ table, given }: KeptMatch): Record<string, string> {
  const columns = tableById(table ?? '')?.columns ?? [];
  const typeOf = (id: string): string | undefined => columns.find((column) => column.id === id)?.type;
  return Object.fromEntries(Object.entries(given).filter(([id]) => !changes(id, typeOf(id))));
}

/** What reading follows: decisions, values that hold for every file of the layout, zones by the names of files, and taught words. */
export function followed(book: MatchBook, words: TaughtWords = NO_WORDS): KnownMatches {
  const headers = Object.fromEntries(
    Object.entries(book).flatMap(([signature, match]) => {
      const given = lasting(match);
      const { choice, zones = {} } = match;
      const followable = {
        ...choice,
        ...(Object.keys(given).length > 0 && { given }),
        ...(Object.keys(zones).length > 0 && { zones }),
      };
      return Object.keys(followable).length > 0 ? [[signature, followable] as const] : [];
    }),
  );
  return { headers, words };
}

/** The book without what its layouts say about a word that is taken back. */
export function withoutHeader(book: MatchBook, word: TaughtHeader): MatchBook {
  return Object.fromEntries(
    Object.entries(book).flatMap(([signature, entry]) => {
      const { fields, ...rest } = entry.choice;
      if (entry.table !== word.table || fields === undefined) return [[signature, entry] as const];
      const others = Object.entries(fields).filter(([at]) => !isWordOf(entry.header[Number(at)] ?? '', word.header));
      const choice = { ...rest, ...(others.length > 0 && { fields: Object.fromEntries(others) }) };
      const left = { ...entry, choice };
      return decides(left) ? [[signature, left] as const] : [];
    }),
  );
}
