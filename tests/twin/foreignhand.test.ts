import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { stageFile, bytesSource } from '../../src/ingest';
import { FOREIGN } from './foreign';
import { written } from './formats';
it('by hand', async () => {
  let out = '';
  for (const { path, grid } of FOREIGN) {
    const rows = grid.split('\n').map((line) => line.split('|'));
    const format = path.endsWith('.csv') ? 'csv' : 'xlsx';
    const data = written(format, [{ name: 'Sheet1', rows }]);
    const staged = await stageFile(bytesSource(path, data), []);
    for (const t of staged.tables) if (t.match.table !== null) out += `${path}: ${t.match.table} ${t.match.confidence} ${t.start.header.map((h, i) => `${h}=${t.match.fields[i]}`).join(', ')} missing ${t.match.missing}\n`;
  }
  writeFileSync('/tmp/foreign.txt', out);
}, 600_000);
