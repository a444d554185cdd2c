import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('a reading that hangs ends in a sentence that names the file', () => {
  const root = join(import.meta.dirname, '../..');
  const ran = spawnSync(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), join(import.meta.dirname, 'hanging.ts')],
    { encoding: 'utf8', timeout: 120_000 },
  );
  expect(ran.stdout).toBe('read\n');
  expect(ran.stderr).toMatch(/坏\.xlsb: .*没有进展.*CSV.*no-progress/su);
  expect(ran.signal === 'SIGTERM' || ran.status === 143).toBe(true);
});
