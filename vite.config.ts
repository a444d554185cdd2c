import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BUILD_TARGET } from './src/cli/browsers.ts';
import { opening } from './src/cli/opening.ts';
import { readerTemplate } from './src/cli/reader-template.ts';
import { findChromium, LAUNCH_ARGS } from './tests/browser/chromium.ts';

const ROOT = import.meta.dirname;

/** Hosts refuse files over 25 MB: the 34 MB engine is shipped gzipped, under an ending no host treats specially. */
function packedDuckdb(): Plugin {
  const id = 'virtual:packed-duckdb';
  return {
    name: 'zonelens:packed-duckdb',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined;
      const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
      const { version } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8')) as { version: string };
      const packed = join(ROOT, 'node_modules/.cache/zonelens', `duckdb-eh-${version}.pack`);
      if (!existsSync(packed)) {
        mkdirSync(dirname(packed), { recursive: true });
        writeFileSync(packed, gzipSync(readFileSync(join(dist, 'duckdb-eh.wasm')), { level: 9 }));
      }
      return `export { default } from ${JSON.stringify(`${packed}?url`)};`;
    },
  };
}

/** The example files travel with the page, under the paths their manifest gives; the dev server serves them from the root. */
function exampleData(): Plugin {
  return {
    name: 'zonelens:example-data',
    apply: 'build',
    generateBundle() {
      const folder = join(ROOT, 'datasets');
      const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'datasets/manifest.json', source: manifest });
      const { files } = JSON.parse(manifest) as { files: { path: string }[] };
      for (const { path } of [...files, { path: 'published/figures.csv' }, { path: 'decisions.json' }])
        this.emitFile({ type: 'asset', fileName: `datasets/${path}`, source: readFileSync(join(folder, path)) });
    },
  };
}

/** The report page without its figures travels with the workbench, which puts a cube into it. The dev server makes it when asked. */
function reportTemplate(): Plugin {
  const fileName = 'report-template.html';
  return {
    name: 'zonelens:report-template',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await readerTemplate() });
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_, answer) => void readerTemplate().then((html) => answer.end(html)));
    },
  };
}

/** The check of the browser stands in the page itself, after everything else is in its place: its hash must hold. */
function check(): Plugin {
  return {
    name: 'zonelens:check',
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        const { html, source } = opening('workbench');
        return page.replace('%CHECK%', () => source).replace('<!--check-->', () => html);
      },
    },
  };
}

const plugins = () => [packedDuckdb(), exampleData(), reportTemplate(), check(), svelte()];
const executablePath = findChromium();
/** On a busy build machine a browser may be late once; a test that is wrong fails twice. */
const retry = process.env.CI === undefined ? 0 : 1;

export default defineConfig({
  base: './',
  plugins: plugins(),
  worker: { format: 'es' },
  build: { target: BUILD_TARGET, chunkSizeWarningLimit: 1200 },
  server: { fs: { allow: [ROOT] } },
  test: {
    reporters: ['default', './tests/plain-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        // Pages are fetched when they are gone to: a library found only then would make Vite load the test anew in the middle.
        optimizeDeps: {
          include: [
            'apache-arrow',
            'echarts/charts',
            'echarts/components',
            'echarts/core',
            'echarts/renderers',
            'papaparse',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          retry,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: LAUNCH_ARGS, ...(executablePath === null ? {} : { executablePath }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/serve.ts'],
          retry,
          testTimeout: 400_000,
          hookTimeout: 400_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
