import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { LEVELS, aboutCube, originOf } from '../../src/cube';
import { EVERYTHING, cubeParquet, released } from '../../src/share';
import { inventedCube } from './invented-cubes';

it.each(LEVELS)(
  '%s: a Parquet file holds the cells of the cube, unknown denominators as null, and what is known about them',
  async (level) => {
    const release = { level, by: '甲', for: '', on: '2026-01-01', pages: null, sums: [] };
    const invented = inventedCube(17);
    const [first] = invented.cells;
    if (!first) throw new Error('no cells');
    const odd = { ...first, committee: '第“一”党委,\n=1+1', numerator: 0.1 + 0.2, counted: true } as const;
    const cube = released({ ...invented, cells: [...invented.cells, odd] }, { level, ...EVERYTHING, release });
    const { buffer } = await cubeParquet(cube);
    const rows = await parquetReadObjects({ file: buffer as ArrayBuffer });
    expect(rows).toEqual(
      cube.cells.map(({ counted: _, ...cell }, at) => ({ ...cell, origin: originOf(cube.cells[at] ?? first) })),
    );
    const { name, text } = aboutCube(cube);
    expect(parquetMetadata(buffer as ArrayBuffer).key_value_metadata).toContainEqual({ key: name, value: text });
  },
);
