import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type BuildOptions, type Plugin, type Rolldown, build } from 'vite';
import { BUILD_TARGET } from './browsers.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Files a program asks for, by how it imports their address, and the address a page has for them that carries them inside. */
const PARTS: readonly (readonly [imported: RegExp, address: string])[] = [
  [/^virtual:packed-duckdb$/u, 'engine.bin'],
  [/\/duckdb-browser-eh\.worker\.js\?url$/u, 'database-worker.js'],
  [/\/worker\.ts\?worker&url$/u, 'reading-worker.js'],
  [/^virtual:report-template$/u, 'report-template.txt'],
];

/** Nothing is emitted beside the script: the addresses name what the page carries. */
function addressesInside(): Plugin {
  const prefix = '\0part/';
  return {
    name: 'zonelens:addresses-inside',
    enforce: 'pre',
    resolveId(id) {
      const at = PARTS.findIndex(([imported]) => imported.test(id));
      return at < 0 ? undefined : `${prefix}${at}`;
    },
    load(id) {
      const part = id.startsWith(prefix) ? PARTS[Number(id.slice(prefix.length))] : undefined;
      return part && `export default ${JSON.stringify(part[1])};`;
    },
  };
}

/** Components a program never shows are left out of it: in their place stands one that shows nothing. */
function neverShown(components: readonly RegExp[]): Plugin {
  const nothing = '\0nothing';
  return {
    name: 'zonelens:never-shown',
    enforce: 'pre',
    resolveId: (id) => (components.some((one) => one.test(id)) ? nothing : undefined),
    load: (id) => (id === nothing ? 'export default () => {};' : undefined),
  };
}

/** A program in one script, with its styles. */
interface Alone {
  readonly script: string;
  readonly style: string;
}

/** A program in two scripts: what it begins with, and what it asks for later. */
interface AloneInTwo {
  readonly first: string;
  readonly later: string;
  readonly style: string;
}

async function built(
  entry: string,
  never: readonly RegExp[],
  how: BuildOptions,
): Promise<{ readonly chunks: readonly Rolldown.OutputChunk[]; readonly style: string }> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [addressesInside(), neverShown(never), svelte({ configFile: join(ROOT, 'svelte.config.js') })],
    build: { write: false, target: BUILD_TARGET, cssCodeSplit: false, modulePreload: false, ...how },
  });
  const [only] = Array.isArray(result) ? result : [result];
  const output = only && 'output' in only ? only.output : [];
  const style = output.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  return {
    chunks: output.flatMap((part) => (part.type === 'chunk' ? [part] : [])),
    style: style?.type === 'asset' ? String(style.source) : '',
  };
}

/** Builds a program as one script that runs without any other file. */
export async function buildAlone(entry: string): Promise<Alone> {
  const { chunks, style } = await built(entry, [], {
    lib: { entry: join(ROOT, entry), formats: ['iife'], name: 'zonelens' },
  });
  const [chunk, ...others] = chunks;
  if (!chunk || others.length > 0) throw new Error(`${entry} could not be built as one script`);
  return { script: chunk.code, style };
}

/**
 * Builds a program as two scripts that run without any other file, and without components it never shows: the `first` files, the
 * entry among them, with all these need, and the rest. Each finds the other in `zonelensParts`: `first` and `rest` are what they give each other, `later` brings the rest.
 */
export async function buildInTwo(
  entry: string,
  first: readonly RegExp[],
  never: readonly RegExp[],
): Promise<AloneInTwo> {
  const { chunks, style } = await built(entry, never, {
    rolldownOptions: {
      input: join(ROOT, entry),
      preserveEntrySignatures: false,
      output: {
        format: 'cjs',
        codeSplitting: {
          groups: [
            { name: 'first', priority: 2, test: (id: string) => first.some((one) => one.test(id)) },
            { name: 'later', priority: 1, test: () => true },
          ],
        },
      },
    },
  });
  const [entryChunk, later, ...others] = [...chunks].sort((a, b) => Number(b.isEntry) - Number(a.isEntry));
  if (!entryChunk || !later || others.length > 0) throw new Error(`${entry} could not be built as two scripts`);
  // What it asks for later comes as a promise, which is waited for; what it began with is there.
  return {
    first: `(function(require,exports){'use strict';${entryChunk.code}\n})(zonelensParts.later,zonelensParts.first)`,
    later: `(function(require,exports){'use strict';${later.code}\n})(()=>zonelensParts.first,zonelensParts.rest)`,
    style,
  };
}

/** Text of a script that runs in such a page: `bytesOf` an element that holds base64. */
export const BYTES_OF = `const bytesOf = (element) => {
    const text = atob(element.textContent);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  };`;

/**
 * A page with everything inside: only its own scripts may run, by hash, and it fetches nothing. `more` is what else it may do, `head` what
 * else stands in its head. `check` comes before all that is long: wherever the file was cut off, it misses the end and says so.
 */
export function alonePage(page: {
  readonly scripts: readonly string[];
  readonly more?: string;
  readonly head?: string;
  readonly check: string;
  readonly style: string;
  readonly body: string;
}): string {
  const { scripts, more = '', head = '', check, style, body } = page;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${scripts.join(' ')}; ${more}style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'">
<meta name="renderer" content="webkit">
<meta name="color-scheme" content="light dark">
<title>区镜 Zonelens</title>
${head}</head>
<body>
<div id="app"></div>
${check}
<style>${style}</style>
${body}
<span id="end" hidden></span>
</body>
</html>
`;
}
