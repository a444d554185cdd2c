import type { FileChoices, FileInput, FileReport, KnownMatches } from '../ingest';
import { sha256 } from '../ingest';
import type { FileDecision } from './decisions-file';

/** A file to read, with what was decided about it where no decision of a file applies. */
export interface Given {
  readonly input: FileInput;
  readonly choices?: FileChoices;
  /** It does not take the place of a loaded file of its name. */
  readonly beside?: boolean;
}

/** A file under the name it is read by, with the decisions it is read by; its own headers are followed when `matches` is absent. */
export interface Ready {
  readonly input: FileInput;
  readonly choices: FileChoices;
  readonly matches?: KnownMatches;
  /** The path it was given with. */
  readonly given: string;
  /** The decision that applies. */
  readonly decision?: FileDecision;
  readonly beside?: boolean;
}

/** How to follow and stop the reading of files. */
export interface ReadHooks {
  readonly signal?: AbortSignal;
  /** Called when a file begins, and as it goes on: its place and number of bytes and rows. */
  readonly onProgress?: (path: string, at: number, bytesRead: number, rows: number) => void;
  /** Called with a file that was read but holds no known table. */
  readonly onUnknown?: (file: Ready) => Promise<void>;
}

/** What became of the files so far. */
export interface Outcome {
  readonly added: number[];
  readonly refused: { readonly path: string; readonly error: unknown }[];
  /** Decisions that applied, by the sum of their file. */
  readonly applied: Set<string>;
}

/** The outcome before anything was read. */
export const nothingRead = (): Outcome => ({ added: [], refused: [], applied: new Set() });

const SUMS = new WeakMap<object, Promise<string>>();

/** Says the sum of bytes that were kept under it. */
export function knowSum(data: File, sum: string): void {
  SUMS.set(data, Promise.resolve(sum));
}

/** The sum of a file's bytes, worked out once. */
export function sumOf({ data, source }: FileInput): Promise<string> {
  const known = SUMS.get(data) ?? sha256(source);
  SUMS.set(data, known);
  // Bytes that are gone may be there again.
  known.catch(() => SUMS.delete(data));
  return known;
}

/** The decisions about a file in the form reading takes. */
export function choicesOf({ choices, tables }: FileDecision): FileChoices {
  if (tables.length === 0) return choices;
  return { ...choices, tables: Object.fromEntries(tables.map(({ index, choice }) => [index, choice])) };
}

/** What a file was read by, as it is kept in a file of decisions. */
export function decisionOf({ path, size, tables: read }: FileReport, sum: string, choices: FileChoices): FileDecision {
  const { tables = {}, ...rest } = choices;
  return {
    path,
    size,
    sha256: sum,
    choices: rest,
    tables: read.flatMap(({ table, view }, index) => {
      const choice = tables[index];
      return choice ? [{ index, table: view.match.table ?? table, header: view.start.header, choice }] : [];
    }),
  };
}
