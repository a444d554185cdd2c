import { CELL_COLUMNS, CELL_TEXTS, type Cube, numeratorSaid, originOf } from '../cube';
import { csvRecords } from './csv';

/** The cells of a cube as RFC 4180 text; what is not known is empty. */
export const cellsCsv = (cube: Cube): string =>
  csvRecords([
    CELL_COLUMNS,
    ...cube.cells.map((cell) => [
      ...CELL_TEXTS.map((name) => cell[name]),
      numeratorSaid(cell),
      cell.denominator,
      originOf(cell),
    ]),
  ]);
