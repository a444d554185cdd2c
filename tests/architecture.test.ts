import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** The rooms from the ground up: a room may import only from rooms before it. */
const ROOMS = [
  'egress',
  'program',
  'domain',
  'model',
  'sql',
  'engine',
  'ingest',
  'cube',
  'stats',
  'charts',
  'brief',
  'share',
  'keep',
  'state',
  'ui',
  'pages',
  'app',
  'cli',
];

/** Libraries that may appear only in the rooms named. */
const LIBRARIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@duckdb\/duckdb-wasm/, ['engine']],
  [/^apache-arrow/, ['engine', 'cube']],
  [/^echarts/, ['charts']],
  [/^@e965\/xlsx/, ['ingest']],
  [/^hucre/, ['share']],
  [/^hyparquet-writer/, ['share']],
  [/^papaparse/, ['share']],
  [/^docx/, ['share']],
  [/^svelte/, ['state', 'ui', 'pages', 'app']],
];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => ['.ts', '.svelte'].includes(extname(path)) && !path.endsWith('.d.ts'))
  .map((path) => join(SRC, path));

const read = (path: string): string => readFileSync(path, 'utf8');
const roomOf = (path: string): string => relative(SRC, path).split(/[\\/]/)[0] ?? '';

function importsOf(path: string): string[] {
  const found = read(path).matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? '');
}

function target(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = resolve(dirname(from), specifier.replace(/\?.*$/, ''));
  const candidates = [base, `${base}.ts`, `${base}.svelte.ts`, join(base, 'index.ts')];
  return candidates.find((candidate) => files.includes(candidate)) ?? null;
}

const graph = new Map(
  files.map((path) => [
    path,
    importsOf(path)
      .map((name) => target(path, name))
      .filter((to) => to !== null),
  ]),
);

describe('the house', () => {
  it('has only the rooms of the design', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !ROOMS.includes(room))).toEqual([]);
  });

  it('imports only from rooms above', () => {
    const upward = [...graph].flatMap(([from, targets]) =>
      targets
        .filter((to) => ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(roomOf(from)))
        .map((to) => `${relative(SRC, from)} → ${relative(SRC, to)}`),
    );
    expect(upward).toEqual([]);
  });

  it('has no import cycles', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path))
        cycles.push([...trail.slice(trail.indexOf(path)), path].map((at) => relative(SRC, at)).join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const to of graph.get(path) ?? []) visit(to, [...trail, path]);
      done.add(path);
    };
    for (const path of files) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('knows nothing of the generator of the example data', () => {
    const strays = files.filter((path) => importsOf(path).some((name) => name.includes('datasets/')));
    expect(strays.map((path) => relative(SRC, path))).toEqual([]);
  });

  it('keeps each library in its room', () => {
    const strays = files.flatMap((path) =>
      importsOf(path).flatMap((name) =>
        LIBRARIES.filter(([pattern, rooms]) => pattern.test(name) && !rooms.includes(roomOf(path))).map(
          () => `${relative(SRC, path)}: ${name}`,
        ),
      ),
    );
    expect(strays).toEqual([]);
  });

  it('has no source file over 400 lines and no folder more than two levels down', () => {
    expect(files.filter((path) => read(path).split('\n').length > 401).map((path) => relative(SRC, path))).toEqual([]);
    expect(
      files.filter((path) => relative(SRC, path).split(/[\\/]/).length > 3).map((path) => relative(SRC, path)),
    ).toEqual([]);
  });

  it('tells what stands beneath a figure in one place', () => {
    const importers = (file: string): string[] =>
      [...graph]
        .filter(([, targets]) => targets.includes(join(SRC, file)))
        .map(([from]) => relative(SRC, from).replaceAll('\\', '/'))
        .sort();
    // The definition, the rule versions, the tables and the rows behind it: no figure and no list writes them for itself.
    expect(importers('ui/figures/beneath.ts')).toEqual([
      'ui/Figure.svelte',
      'ui/figures/MetricFigure.svelte',
      'ui/figures/lists.ts',
      'ui/still/still.ts',
    ]);
    // A frame without a question is for figures that are worked out of rows, not of the cube.
    expect(importers('ui/Figure.svelte')).toEqual([
      'pages/appraisal/WhatIfFigures.svelte',
      'ui/figures/MetricFigure.svelte',
    ]);
  });
});
