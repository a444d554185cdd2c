import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES: Readonly<Record<string, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
};

/** A browser and the oldest version of it in which the page must run. */
export interface OldestBrowser {
  /** As BCD and esbuild write it. */
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

function listed(): readonly string[] {
  const file = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  return (JSON.parse(file) as { browserslist: string[] }).browserslist;
}

/** The oldest browsers that open the page: `browserslist` in package.json, the one place that says so. */
export const OLDEST_BROWSERS: readonly OldestBrowser[] = listed().map((line) => {
  const [, id = '', version = ''] = /^(\w+) >= ([\d.]+)$/u.exec(line) ?? [];
  const name = NAMES[id];
  if (name === undefined) throw new RangeError(`browserslist in package.json: “${line}” is not a browser and version`);
  return { id, name, version: Number(version) };
});

/** The same for the compiler: syntax and style sheets are lowered to these. */
export const BUILD_TARGET: string[] = OLDEST_BROWSERS.map(({ id, version }) => `${id}${version}`);
