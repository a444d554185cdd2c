import type { parquetWriteBuffer as write } from 'hyparquet-writer';
import { CELL_TEXTS, type Cell, type Cube, type PlanInput, aboutCube, numeratorSaid, originOf } from '../cube';

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
      { name: 'numerator', data: cells.map(numeratorSaid), type: 'DOUBLE' },
      { name: 'denominator', data: cells.map(({ denominator }) => denominator), type: 'DOUBLE' },
      text('origin', originOf),
    ],
    kvMetadata: [{ key, value }],
  });
  return new Uint8Array(buffer);
}

type SchemaElement = NonNullable<Parameters<typeof write>[0]['schema']>[number];

const DAY = 86_400_000;

/** How a type of a canonical table is stored, and what a text of it is as a value. */
const STORED: Readonly<
  Record<string, { readonly as: Omit<SchemaElement, 'name'>; readonly value: (text: string) => unknown }>
> = {
  VARCHAR: { as: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, value: (text) => text },
  INTEGER: { as: { type: 'INT32' }, value: Number },
  BIGINT: { as: { type: 'INT64' }, value: BigInt },
  DOUBLE: { as: { type: 'DOUBLE' }, value: Number },
  BOOLEAN: { as: { type: 'BOOLEAN' }, value: (text) => text === 'true' },
  // Whole days since 1970.
  DATE: { as: { type: 'INT32', converted_type: 'DATE' }, value: (text) => Date.parse(text) / DAY },
};

/** Rows of texts as a Parquet file whose columns have the types of their table; what is not known is null. */
export async function tableParquet(
  { columns, types }: Pick<PlanInput, 'columns' | 'types'>,
  rows: readonly (readonly (string | null)[])[],
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const stored = columns.map((name, at) => {
    const found = STORED[types[at] ?? ''];
    if (!found) throw new RangeError(`no such type: ${types[at]}`);
    return { name, ...found, data: rows.map((row) => (row[at] == null ? null : found.value(row[at]))) };
  });
  const root: SchemaElement = { name: 'root', num_children: columns.length };
  const buffer = parquetWriteBuffer({
    schema: [root, ...stored.map(({ name, as }) => ({ name, ...as, repetition_type: 'OPTIONAL' as const }))],
    columnData: stored.map(({ name, data }) => ({ name, data })),
  });
  return new Uint8Array(buffer);
}
