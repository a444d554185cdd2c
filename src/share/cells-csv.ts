import { type Cube, originOf } from '../cube';
import { csvRecords } from './csv';

const COLUMNS = ['metric', 'zone', 'committee', 'domain', 'period', 'category', 'numerator', 'denominator'] as const;
const HEADER = [...COLUMNS, 'origin'];

/** The cells of a cube as RFC 4180 text; an unknown denominator is empty. */
export const cellsCsv = (cube: Cube): string =>
  csvRecords([HEADER, ...cube.cells.map((cell) => [...COLUMNS.map((name) => cell[name]), originOf(cell)])]);
