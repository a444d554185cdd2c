import { CELL_COLUMNS, type Cube, originOf } from '../cube';
import { csvRecords } from './csv';

/** The cells of a cube as RFC 4180 text; an unknown denominator is empty. */
export const cellsCsv = (cube: Cube): string =>
  csvRecords([
    CELL_COLUMNS,
    ...cube.cells.map((cell) => CELL_COLUMNS.map((name) => (name === 'origin' ? originOf(cell) : cell[name]))),
  ]);
