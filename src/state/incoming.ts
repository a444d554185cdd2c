import type { FileChoices } from '../ingest';

/** A file to read: the bytes, the path it was dropped with, and what was decided about it before. */
export interface Incoming {
  readonly file: File;
  readonly path: string;
  readonly choices?: FileChoices;
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
}
