import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { READER_PLACE } from '../share/reader-place.ts';
import { BUILD_TARGET } from './browsers.ts';
import { opening } from './opening.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Built {
  readonly script: string;
  readonly style: string;
}

async function buildReader(): Promise<Built> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [svelte({ configFile: join(ROOT, 'svelte.config.js') })],
    build: {
      write: false,
      target: BUILD_TARGET,
      cssCodeSplit: false,
      lib: { entry: join(ROOT, 'src/app/reader.ts'), formats: ['iife'], name: 'zonelensReader' },
    },
  });
  const [only] = Array.isArray(result) ? result : [result];
  if (!only || !('output' in only)) throw new Error('the reader could not be built');
  const chunk = only.output.find((part) => part.type === 'chunk');
  const style = only.output.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  if (chunk?.type !== 'chunk') throw new Error('the reader has no script');
  return { script: chunk.code, style: style?.type === 'asset' ? String(style.source) : '' };
}

/** Unpacks the reader and runs it. */
const UNPACK = `(async () => {
  const packed = Uint8Array.from(atob(document.getElementById('reader').textContent), (char) => char.charCodeAt(0));
  const script = document.createElement('script');
  script.textContent = await new Response(
    new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).text();
  document.body.append(script);
})();`;

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * The report page without its figures: everything inline, the script packed, nothing to fetch. Only its own scripts may run, by hash. A
 * report is made by putting a cube where {@link READER_PLACE} stands.
 */
export async function readerTemplate(): Promise<string> {
  const { script, style } = await buildReader();
  const check = opening('report');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${check.source} ${hashOf(UNPACK)} ${hashOf(script)}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'">
<meta name="renderer" content="webkit">
<meta name="color-scheme" content="light dark">
<title>区镜 Zonelens</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
${check.html}
<script type="application/octet-stream" id="cube">${READER_PLACE}</script>
<script type="application/octet-stream" id="reader">${gzipSync(script, { level: 9 }).toString('base64')}</script>
<script>${UNPACK}</script>
</body>
</html>
`;
}
