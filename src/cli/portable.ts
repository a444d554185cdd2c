import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildAlone, hashOf } from './alone.ts';
import { DATABASE_WORKER, packedEngine } from './engine-pack.ts';
import { opening } from './opening.ts';
import { readerTemplate } from './reader-template.ts';

const ICON = join(import.meta.dirname, '../../public/icon.svg');

/** Unpacks what the page carries and runs the program. The engine stays packed: it is unpacked when it is started. */
const UNPACK = `(async () => {
  const parts = new Map();
  const unpacked = async (element) => {
    const text = atob(element.textContent);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    const blob = new Blob([bytes]);
    return element.hasAttribute('data-packed')
      ? blob
      : new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
  };
  for (const element of document.querySelectorAll('script[data-part]')) {
    parts.set(element.dataset.part, await unpacked(element));
    element.remove();
  }
  window.zonelensParts = parts;
  const script = document.createElement('script');
  script.textContent = await parts.get('main.js').text();
  document.body.append(script);
})();`;

const element = (name: string, packed: Buffer, mark = ''): string =>
  `<script type="application/octet-stream" data-part="${name}"${mark}>${packed.toString('base64')}</script>`;
const gzipped = (text: string): Buffer => gzipSync(text, { level: 9 });

/** The workbench as one page with its engine inside: it opens from disk and fetches nothing. Only its own scripts may run, by hash. */
export async function portablePage(): Promise<string> {
  const { script, style } = await buildAlone('src/app/main.ts');
  const reading = await buildAlone('src/ingest/worker.ts');
  const check = opening('portable');
  const scripts = [check.source, hashOf(UNPACK), hashOf(script), "'wasm-unsafe-eval'"].join(' ');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${scripts}; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="renderer" content="webkit">
<meta name="color-scheme" content="light dark">
<title>区镜 Zonelens</title>
<link rel="icon" href="data:image/svg+xml;base64,${readFileSync(ICON).toString('base64')}">
<style>${style}</style>
</head>
<body>
<div id="app"></div>
${check.html}
${element('main.js', gzipped(script))}
${element('reading-worker.js', gzipped(reading.script))}
${element('database-worker.js', gzipped(readFileSync(DATABASE_WORKER, 'utf8')))}
${element('report-template.txt', gzipped(await readerTemplate()))}
${element('engine.bin', readFileSync(packedEngine()), ' data-packed')}
<script>${UNPACK}</script>
</body>
</html>
`;
}
