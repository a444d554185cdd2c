import { expect, it } from 'vitest';
import { bytesSource, stageFile } from '../../src/ingest';
import { FOREIGN } from './foreign';
import { type Format, written } from './formats';

it.each(FOREIGN)('no table of ours: $path', async ({ path, grid }) => {
  const rows = grid.split('\n').map((line) => line.split('|'));
  const formats: readonly Format[] = path.endsWith('.csv') ? ['csv', 'csv-gbk'] : ['xlsx', 'html'];
  for (const format of formats) {
    const data = written(format, [{ name: 'Sheet1', rows }]);
    const staged = await stageFile(bytesSource(path.replace('.xlsx', format === 'html' ? '.xls' : '.xlsx'), data), []);
    expect(staged.tables.map(({ match }) => match.table)).toEqual(staged.tables.map(() => null));
  }
});
