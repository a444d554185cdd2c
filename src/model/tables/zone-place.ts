import type { ColumnSpec, TableSpec } from '../../domain';
import { ZONE_ID } from './shared-columns';
import { words } from './words';

const ordinal = (id: string, zh: string, en: string, headers: string): ColumnSpec => ({
  id,
  type: 'integer',
  label: { zh, en },
  headers: words(headers),
  required: true,
});

/** As far as the map of tiles reaches, in rows and columns. */
export const PLACE_REACH = 20;

/** Where a zone stands in the small map of tiles, as an office draws it. */
export const ZONE_PLACE: TableSpec = {
  id: 'zone_place',
  label: { zh: '园区位置', en: 'Places of zones' },
  row: { zh: '一个园区在方格图上的位置', en: 'The place of one zone in the map of tiles' },
  key: ['zone_id'],
  columns: [
    { ...ZONE_ID, fileLevel: false },
    ordinal('place_row', '行', 'Row', '行 | 行号 | 行数 | 所在行 | 第几行 | 位置行 | place row'),
    ordinal('place_column', '列', 'Column', '列 | 列号 | 列数 | 所在列 | 第几列 | 位置列 | place column'),
  ],
  constraints: [
    {
      code: 'place-in-map',
      holds: `place_row BETWEEN 1 AND ${PLACE_REACH} AND place_column BETWEEN 1 AND ${PLACE_REACH}`,
      columns: ['place_row', 'place_column'],
      label: { zh: '行、列应为 1 至 20 的整数', en: 'Row and column are whole numbers from 1 to 20' },
    },
  ],
};
