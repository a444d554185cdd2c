import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { expect, it } from 'vitest';

/* Whoever has the repository has everything it speaks of: no file cites a paper that is not in it. */

const ROOT = join(import.meta.dirname, '../..');
const TEXTS = new Set(['.ts', '.js', '.svelte', '.css', '.md', '.html']);

const files = ['.', 'src', 'tests', 'docs', 'datasets']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => TEXTS.has(extname(path)));

/** Papers a text names by their file, and numbered sections of them. */
function cited(text: string): string[] {
  return [...text.matchAll(/[\w./-]*\w\.md\b|§\s?\d[\d.]*/gu)].map(([name]) => name);
}

const isHere = (name: string, from: string): boolean =>
  [ROOT, join(ROOT, 'docs'), join(ROOT, dirname(from))].some((folder) => existsSync(join(folder, name)));

it('finds citations', () => {
  expect(cited('as in plan.md §5.1, ../notes/paper.md')).toEqual(['plan.md', '§5.1', '../notes/paper.md']);
});

it('cites only papers that are in the repository', () => {
  const astray = files
    .filter((path) => basename(path) !== basename(import.meta.filename))
    .flatMap((path) =>
      cited(readFileSync(join(ROOT, path), 'utf8'))
        .filter((name) => !isHere(name, path))
        .map((name) => `${path}: ${name}`),
    );
  expect(astray).toEqual([]);
});
