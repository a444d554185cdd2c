import { type Cube, originOf } from '../cube';
import { writeRecord } from '../ingest';
import { neutral } from './neutral';

const COLUMNS = ['metric', 'zone', 'committee', 'domain', 'period', 'category', 'numerator', 'denominator'] as const;
const HEADER = [...COLUMNS, 'origin'];

/** The cells of a cube as RFC 4180 text; an unknown denominator is empty. */
export function cellsCsv(cube: Cube): string {
  const lines = cube.cells.map((cell) =>
    writeRecord([
      ...COLUMNS.map((name) => {
        const value = cell[name];
        return typeof value === 'string' ? neutral(value) : value === null ? '' : String(value);
      }),
      originOf(cell),
    ]),
  );
  return writeRecord(HEADER) + lines.join('');
}
