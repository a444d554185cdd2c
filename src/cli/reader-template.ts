import { gzipSync } from 'node:zlib';
import { READER_PLACE, STILL_PLACE } from '../share/reader-place.ts';
import { BYTES_OF, alonePage, buildAlone } from './alone.ts';
import { hashOf, opening } from './opening.ts';

/** Unpacks the reader and runs it. */
const UNPACK = `(async () => {
  ${BYTES_OF}
  const packed = bytesOf(document.getElementById('reader'));
  const script = document.createElement('script');
  script.textContent = await new Response(
    new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).text();
  document.body.append(script);
})();`;

/** What only rows or a project can fill: a report has neither. */
const NEVER = [/\/WhatIf(?:Controls|Figures|List)\.svelte$/u, /\/ArrangeTiles\.svelte$/u];

let made: Promise<string> | null = null;
/** One that failed is not kept: the next who asks tries again. */
const forget = (error: unknown): never => {
  made = null;
  throw error;
};

/**
 * The report page without its figures: everything inline, the script packed, nothing to fetch. Only its own scripts may run, by hash. A
 * report is made by putting a cube and what is still in their places.
 */
export const readerTemplate = (): Promise<string> => (made ??= makeTemplate().catch(forget));

async function makeTemplate(): Promise<string> {
  const { script, style } = await buildAlone('src/app/reader.ts', NEVER);
  const check = opening('report');
  return alonePage({
    scripts: [check.source, hashOf(UNPACK), hashOf(script)],
    check: check.html,
    style,
    body: [
      `<noscript>${STILL_PLACE}</noscript>`,
      `<script type="application/octet-stream" id="cube">${READER_PLACE}</script>`,
      `<script type="application/octet-stream" id="reader">${gzipSync(script, { level: 9 }).toString('base64')}</script>`,
      `<script>${UNPACK}</script>`,
    ].join('\n'),
  });
}
