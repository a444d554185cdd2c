import { gzipSync } from 'node:zlib';
import { READER_PLACE, STILL_PLACE } from '../share/reader-place.ts';
import { BYTES_OF, alonePage, buildInTwo } from './alone.ts';
import { hashOf, opening } from './opening.ts';

/** What a report opens with: the reader and its overview. ECharts and the other pages are unpacked once that stands. */
const FIRST = [/\/app\/reader\.ts$/u, /\/app\/figure-parts\.ts$/u, /\/OverviewPage\.svelte$/u];

/** Unpacks the first part of the reader and runs it, and the rest when it is asked for; the check is told where that cannot be had. */
const UNPACK = `(() => {
  ${BYTES_OF}
  const run = async (id) => {
    const packed = new Blob([bytesOf(document.getElementById(id))]).stream();
    const script = document.createElement('script');
    script.textContent = await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
    document.body.append(script);
  };
  let coming;
  const parts = { first: {}, rest: {}, later: () => (coming ??= bring()) };
  const bring = async () => {
    try {
      await run('later');
      if (Object.keys(parts.rest).length === 0) throw new Error('later');
      return parts.rest;
    } catch (error) {
      dispatchEvent(new CustomEvent('zonelens:damaged', { detail: error.message }));
      throw error;
    }
  };
  window.zonelensParts = parts;
  run('first');
})();`;

/** What only rows or a project can fill: a report has neither. */
const NEVER = [/\/WhatIf(?:Controls|Figures|List)\.svelte$/u, /\/(?:ArrangeTiles|DrillPanel)\.svelte$/u];

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

const packed = (id: string, script: string): string =>
  `<script type="application/octet-stream" id="${id}">${gzipSync(script, { level: 9 }).toString('base64')}</script>`;

async function makeTemplate(): Promise<string> {
  const { first, later, style } = await buildInTwo('src/app/reader.ts', FIRST, NEVER);
  const check = opening('report');
  return alonePage({
    scripts: [check.source, hashOf(UNPACK), hashOf(first), hashOf(later)],
    check: check.html,
    style,
    body: [
      `<noscript>${STILL_PLACE}</noscript>`,
      `<script type="application/octet-stream" id="cube">${READER_PLACE}</script>`,
      packed('first', first),
      packed('later', later),
      `<script>${UNPACK}</script>`,
    ].join('\n'),
  });
}
