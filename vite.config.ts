import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BUILD_TARGET } from './src/cli/browsers.ts';
import { cached, packedEngine } from './src/cli/engine-pack.ts';
import { offlineWorker } from './src/cli/offline.ts';
import { opening } from './src/cli/opening.ts';
import { portablePage } from './src/cli/portable.ts';
import { readerTemplate } from './src/cli/reader-template.ts';
import { findChromium, LAUNCH_ARGS } from './tests/browser/chromium.ts';

const ROOT = import.meta.dirname;

/** Files that the build makes and the page asks for, by the name under which their address is imported. */
function madeFiles(): Plugin {
  const make: Readonly<Record<string, () => string | Promise<string>>> = {
    'virtual:packed-duckdb': packedEngine,
    'virtual:report-template': () => readerTemplate().then((html) => cached('report-template.txt', html)),
  };
  return {
    name: 'zonelens:made-files',
    resolveId: (source) => (Object.hasOwn(make, source) ? `\0${source}` : undefined),
    async load(source) {
      const path = await make[source.slice(1)]?.();
      return path === undefined ? undefined : `export { default } from ${JSON.stringify(`${path}?url`)};`;
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
      const others = ['published/figures.csv', 'decisions.json', 'example-cube.pack'];
      for (const path of [...files.map((file) => file.path), ...others])
        this.emitFile({ type: 'asset', fileName: `datasets/${path}`, source: readFileSync(join(folder, path)) });
    },
  };
}

/** The whole workbench as one file travels beside it, to be taken along. */
function portable(): Plugin {
  return {
    name: 'zonelens:portable',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'zonelens.html', source: await portablePage() });
    },
  };
}

/** What keeps the page for opening it without a network knows all files of the build, so it is made last. */
function offline(): Plugin {
  const PUBLIC = join(ROOT, 'public');
  return {
    name: 'zonelens:offline',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const made = Object.values(bundle).map(
          (part) => [part.fileName, part.type === 'chunk' ? part.code : part.source] as const,
        );
        const copied = readdirSync(PUBLIC).filter((name) => !name.startsWith('.'));
        const files = new Map([...made, ...copied.map((name) => [name, readFileSync(join(PUBLIC, name))] as const)]);
        this.emitFile({ type: 'asset', fileName: 'offline.js', source: offlineWorker(files) });
      },
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

const plugins = () => [madeFiles(), exampleData(), portable(), offline(), check(), svelte()];
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
          // After the others: two browsers at a time are what two cores bear.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
