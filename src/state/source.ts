import type { Cube, DrillQuestion } from '../cube';
import type { Page } from './pages';

/** A row behind a figure, ready to show: the keys of the source row, and where it came from. */
export interface DrillRow {
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  /** Name of the source file. */
  readonly file: string;
  /** 1-based record in the source file. */
  readonly row: number;
}

/** Rows behind a figure: the first `limit` and how many there are in all. */
export interface DrillResult {
  readonly columns: readonly string[];
  readonly rows: readonly DrillRow[];
  readonly total: number;
}

/** Rows behind the figures: there, being read again from what is kept, or not kept. */
export type Behind = 'rows' | 'coming' | 'none';

/** What every page reads. The workbench has rows to drill into, the report reader does not: `drill` is then null. */
export interface CubeSource {
  readonly cube: Cube;
  /** The rows behind the figures are still being checked; the figures may change. */
  readonly checking?: boolean;
  /** Pages about files that can be gone to although there are no rows; absent: none. */
  readonly beside?: readonly Page[];
  /** The rows behind the figures are yet to be read. Absent: they are there whenever `drill` is. */
  readonly rowsComing?: boolean;
  /** Reads files beside those there. Absent: nothing can be taken in. */
  readonly add?: (files: readonly { readonly file: File; readonly path: string }[]) => Promise<void>;
  readonly drill: ((question: DrillQuestion, limit: number) => Promise<DrillResult>) | null;
}
