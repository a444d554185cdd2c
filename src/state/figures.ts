import { type Cube, EMPTY_CUBE, type Filing, type LoadedSetting, NOTHING_LOADED } from '../cube';
import type { Unplaced } from './unplaced';
import type { ZoneRow } from './zone-table';

/** The cube of the files, and what they say about rules. */
export interface Figures {
  readonly cube: Cube;
  readonly loaded: LoadedSetting;
  readonly unplaced: readonly Unplaced[];
  readonly filings: readonly Filing[];
  readonly zones: readonly ZoneRow[];
}

/** What no file at all makes. */
export const NO_FIGURES: Figures = {
  cube: EMPTY_CUBE,
  loaded: NOTHING_LOADED,
  unplaced: [],
  zones: [],
  filings: [],
};
