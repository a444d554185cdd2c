import type { Setting } from '../cube';
import { type Collection, type FileChoices, type FileInput, fileSource } from '../ingest';
import type { ZoneDecisions } from '../model';
import type { FileDecision } from './decisions-file';
import type { Given } from './given-files';

/** A file to read: the bytes, the path it was dropped with, and what was decided about it before. */
export interface Incoming {
  readonly file: File;
  readonly path: string;
  readonly choices?: FileChoices;
  /** It does not take the place of a loaded file of its name. */
  readonly beside?: boolean;
}

/** How far the reading has come. */
export interface Progress {
  readonly path: string;
  /** 1-based place among the files being read, and how many there are. */
  readonly at: number;
  readonly of: number;
  /** Bytes read and in all, over every file. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
  /** Seconds left by the speed so far; null while it cannot be told. */
  readonly secondsLeft: number | null;
  /** The files were there before and are read again: there is nothing to go back to. */
  readonly again: boolean;
}

/** A file with everything it is to be read by. */
export type Again = Required<Omit<Incoming, 'beside'>>;

/** What is to be loaded, and what it is to be counted under. */
export interface Target {
  readonly files: readonly Again[];
  /** Files that are to wait to be told what they are; absent: those that wait now. */
  readonly waiting?: readonly Again[];
  /** Decisions about files that are not among them. */
  readonly decisions: readonly FileDecision[];
  readonly setting: Setting;
  /** What written names of zones were said to be. */
  readonly zones: ZoneDecisions;
  /** They are the example files that come with the page. */
  readonly bundled: boolean;
}

/** A file of the page as reading takes it. */
export const inputOf = ({ file, path }: Incoming): FileInput => ({ path, source: fileSource(file, path), data: file });

/** The same with what was decided about it before. */
export const givenOf = (incoming: Incoming): Given => ({
  input: inputOf(incoming),
  ...(incoming.choices && { choices: incoming.choices }),
  ...(incoming.beside && { beside: true }),
});

/** Loaded files, to be read again by all that they were read by. */
export const againOf = (decided: Collection['decided']): readonly Again[] =>
  decided.flatMap(({ report: { path }, input: { data }, choices }) =>
    data instanceof File ? [{ file: data, path, choices }] : [],
  );
