import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as its own process, as `npm run -s zonelens` does. */
export function runCli(args: readonly string[], cwd = ROOT): Ran {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const ran = spawnSync(process.execPath, [tsx, join(ROOT, 'src/cli/main.ts'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 540_000,
  });
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/** A folder that is gone afterwards. */
export function temporaryFolder(): {
  readonly root: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly remove: () => void;
} {
  const root = mkdtempSync(join(tmpdir(), 'zonelens-cli-'));
  const path = (name: string): string => join(root, name);
  return {
    root,
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
