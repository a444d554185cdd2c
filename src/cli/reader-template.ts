import { gzipSync } from 'node:zlib';
import { READER_PLACE, STILL_PLACE } from '../share/reader-place.ts';
import { buildAlone, hashOf } from './alone.ts';
import { opening } from './opening.ts';

/** Unpacks the reader and runs it. */
const UNPACK = `(async () => {
  const text = atob(document.getElementById('reader').textContent);
  const packed = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) packed[at] = text.charCodeAt(at);
  const script = document.createElement('script');
  script.textContent = await new Response(
    new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).text();
  document.body.append(script);
})();`;

let made: Promise<string> | null = null;

/**
 * The report page without its figures: everything inline, the script packed, nothing to fetch. Only its own scripts may run, by hash. A
 * report is made by putting a cube and what is still in their places.
 */
export const readerTemplate = (): Promise<string> => (made ??= makeTemplate());

async function makeTemplate(): Promise<string> {
  const { script, style } = await buildAlone('src/app/reader.ts');
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
<noscript>${STILL_PLACE}</noscript>
${check.html}
<script type="application/octet-stream" id="cube">${READER_PLACE}</script>
<script type="application/octet-stream" id="reader">${gzipSync(script, { level: 9 }).toString('base64')}</script>
<script>${UNPACK}</script>
</body>
</html>
`;
}
