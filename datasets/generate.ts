import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generator/output';

const here = dirname(fileURLToPath(import.meta.url));
const files = generate();
// Only once there is something to put in their place.
for (const folder of ['example', 'expected', 'published']) rmSync(join(here, folder), { recursive: true, force: true });

let total = 0;
for (const [path, bytes] of files) {
  const target = join(here, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  total += bytes.length;
}
console.log(`${files.size} files, ${(total / 1e6).toFixed(2)} MB`);
