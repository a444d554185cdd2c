import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the served production build, ending in a slash. */
    readonly site: string;
    /** The folder of that build. */
    readonly dist: string;
  }
}

const ROOT = join(import.meta.dirname, '../..');

/** Builds the page as it ships, in a folder of its own, and serves it on a free port of this machine while the tests run. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const outDir = mkdtempSync(join(tmpdir(), 'zonelens-e2e-'));
  const config = { root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' as const };
  // As `npm run build` does it: under the environment of the tests Vite and Svelte would build for development.
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await build({ ...config, mode: 'production', build: { outDir, emptyOutDir: true } });
  process.env['NODE_ENV'] = environment;
  const server = await preview({ ...config, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const [site] = server.resolvedUrls?.local ?? [];
  if (site === undefined) throw new Error('the production build could not be served');
  project.provide('site', site);
  project.provide('dist', outDir);
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
}
