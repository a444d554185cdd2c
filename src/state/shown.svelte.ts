import { type Cube, EMPTY_CUBE, type Filing, type LoadedSetting, NOTHING_LOADED } from '../cube';
import type { Collection, FileReport } from '../ingest';
import type { FileDecision } from './decisions-file';
import type { Progress } from './incoming';
import { type Figures, NO_FIGURES } from './figures';
import type { Refused } from './refused';
import type { Replacement } from './replace';
import { withRefusedRules } from './rules-ledger';
import type { Behind } from './source';
import type { Unplaced } from './unplaced';
import type { ZoneRow } from './zone-table';

/** What the pages see of a session. */
export class Shown {
  /** The files the figures shown were counted from. */
  protected counted: Collection['decided'] = [];
  /** What was shown before a first look. */
  #before: Cube = EMPTY_CUBE;
  readonly #onCube: () => void;
  status: 'booting' | 'ready' | 'failed' = $state('booting');
  /** Why the engine did not start. */
  failure: string | null = $state(null);
  files: readonly FileReport[] = $state.raw([]);
  refused: readonly Refused[] = $state.raw([]);
  /** Files of the last reading that had the name of a loaded one. */
  replaced: readonly Replacement[] = $state.raw([]);
  progress: Progress | null = $state.raw(null);
  cube: Cube = $state.raw(EMPTY_CUBE);
  /** Whether the rows are there that the figures were counted from. */
  behind: Behind = $state('rows');
  /** The database died and was started again: why, and whether the files are back. */
  died: { readonly reason: string; readonly back: boolean } | null = $state.raw(null);
  /** The figures shown are those of a first look: the rows are still being read, stored and checked for repetition. */
  checking = $state(false);
  /** Why the example could not be loaded; null while nothing is wrong. */
  exampleFailed: string | null = $state(null);
  /** What the files say about rules and targets, in force or not. */
  loaded: LoadedSetting = $state.raw(NOTHING_LOADED);
  /** The figures are being computed again under other rules. */
  recounting = $state(false);
  /** Numbers of the files that are being read again with other decisions. */
  deciding: ReadonlySet<number> = $state.raw(new Set());
  /** Rows that state no zone and count for none. */
  unplaced: readonly Unplaced[] = $state.raw([]);
  /** Who filed what, for every zone, table and period. */
  filings: readonly Filing[] = $state.raw([]);
  /** The zones of the files, with the names written for them. */
  zones: readonly ZoneRow[] = $state.raw([]);
  /** Decisions of an opened file, about files by their bytes. */
  decisions: readonly FileDecision[] = $state.raw([]);
  /** Sums of the files whose decision was followed. */
  applied: ReadonlySet<string> = $state.raw(new Set());

  /** `onCube` is called just before a new cube is shown. */
  constructor(onCube: () => void) {
    this.#onCube = onCube;
  }

  /** The figures stand and the rows behind them are yet to be read. */
  get rowsComing(): boolean {
    return this.checking || this.behind === 'coming';
  }

  /** Shows kept figures; the rows behind them are yet to come, and the files shown before may be those of another project. */
  show(kept: Cube): void {
    this.publish({ ...NO_FIGURES, cube: kept }, []);
    this.behind = 'coming';
  }

  /** Shows the figures of a first look, which may be gone back from. */
  protected look(cube: Cube): void {
    this.#onCube();
    if (!this.checking) this.#before = this.cube;
    this.checking = true;
    this.cube = cube;
  }

  /** Goes back to the figures before a first look, if there is one. */
  protected unlook(): void {
    if (this.checking) this.cube = this.#before;
    this.checking = false;
  }

  /** Shows figures, and the files they were counted from. */
  protected publish({ cube, loaded, unplaced, zones, filings }: Figures, counted: Collection['decided']): void {
    this.replaced = [];
    this.counted = counted;
    this.behind = 'rows';
    this.files = withRefusedRules(
      counted.map(({ report }) => report),
      loaded,
    );
    this.loaded = loaded;
    this.unplaced = unplaced;
    this.zones = zones;
    this.filings = filings;
    this.#onCube();
    this.cube = cube;
  }
}
