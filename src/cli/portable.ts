import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BYTES_OF, alonePage, buildAlone } from './alone.ts';
import { DATABASE_WORKER, packedEngine } from './engine-pack.ts';
import { hashOf, opening } from './opening.ts';
import { readerTemplate } from './reader-template.ts';

const ICON = join(import.meta.dirname, '../../public/icon.svg');

/** Unpacks what the page carries and runs the program. The engine stays packed: it is unpacked when it is started. */
const UNPACK = `(async () => {
  ${BYTES_OF}
  const parts = new Map();
  const unpacked = async (element) => {
    const blob = new Blob([bytesOf(element)]);
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
  return alonePage({
    scripts: [check.source, hashOf(UNPACK), hashOf(script), "'wasm-unsafe-eval'"],
    more: 'worker-src blob:; font-src data:; ',
    head: `<link rel="icon" href="data:image/svg+xml;base64,${readFileSync(ICON).toString('base64')}">\n`,
    check: check.html,
    style,
    body: [
      element('main.js', gzipped(script)),
      element('reading-worker.js', gzipped(reading.script)),
      element('database-worker.js', gzipped(readFileSync(DATABASE_WORKER, 'utf8'))),
      element('report-template.txt', gzipped(await readerTemplate())),
      element('engine.bin', readFileSync(packedEngine()), ' data-packed'),
      `<script>${UNPACK}</script>`,
    ].join('\n'),
  });
}
