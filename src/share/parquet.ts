import { CELL_TEXTS, type Cell, type Cube, aboutCube, originOf } from '../cube';

/** The cells of a cube as a Parquet file with the columns of its Arrow file; what is known about them is its key-value metadata. */
export async function cubeParquet(cube: Cube): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const { cells } = cube;
  const text = (name: string, of: (cell: Cell) => string) =>
    ({ name, data: cells.map(of), type: 'STRING', nullable: false }) as const;
  const { name: key, text: value } = aboutCube(cube);
  const buffer = parquetWriteBuffer({
    columnData: [
      ...CELL_TEXTS.map((name) => text(name, (cell) => cell[name])),
      { name: 'numerator', data: cells.map(({ numerator }) => numerator), type: 'DOUBLE', nullable: false },
      { name: 'denominator', data: cells.map(({ denominator }) => denominator), type: 'DOUBLE' },
      text('origin', originOf),
    ],
    kvMetadata: [{ key, value }],
  });
  return new Uint8Array(buffer);
}
