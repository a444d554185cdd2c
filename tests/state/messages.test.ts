import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/model';
import type { MessageKey } from '../../src/state/messages';
import { type Page, PAGE_NAMES, pageRecord, speaksOfFigures } from '../../src/state';
import { FIGURE_WORDS } from '../../src/state/messages/figure-words';
import { FILE_WORDS } from '../../src/state/messages/file-words';
import { PROJECT } from '../../src/state/messages/project';
import { SHELL_WORDS } from '../../src/state/messages/shell-words';
import { VIEWS } from '../../src/state/messages/views';
import { MESSAGES } from '../words';

const ROOT = join(import.meta.dirname, '../../src');

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'messages' ? [] : sources(path);
    return /\.(ts|svelte)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
const keys = Object.keys(MESSAGES) as MessageKey[];

describe('messages', () => {
  it.each(keys)('%s is written in both languages with the same slots', (key) => {
    const { zh, en } = MESSAGES[key];
    expect(zh).not.toBe('');
    expect(en).not.toBe('');
    expect(slots(en)).toEqual(slots(zh));
  });

  it('writes Chinese in Chinese', () => {
    const said = (key: (typeof keys)[number]): string => MESSAGES[key].zh.replace(/\{\w+\}/gu, '');
    const latin = keys.filter((key) => /[A-Za-z]/u.test(said(key)) && !/\p{Script=Han}/u.test(said(key)));
    expect(latin).toEqual(['figure.csv']);
  });

  it('keeps the names of methods and their letters to the dictionary', () => {
    const method = /Kaplan|McNemar|Newcombe|Wilson|Storey|p 值|p-value|\bp \{p\}|φ/u;
    const labels = METRICS.flatMap(({ label, numerator, denominator }) => [label, numerator, denominator]);
    const texts = [...keys.map((key) => MESSAGES[key]), ...labels].flatMap(({ zh, en }) => [zh, en]);
    expect(texts.filter((text) => method.test(text))).toEqual([]);
  });

  it('says nothing under a key that another list has', () => {
    const folder = join(ROOT, 'state/messages');
    const all = readdirSync(folder)
      .filter((name) => !['index.ts', 'issues.ts', 'refusals.ts'].includes(name))
      .flatMap((name) =>
        [...readFileSync(join(folder, name), 'utf8').matchAll(/^  '([\w.-]+)':/gmu)].map(([, key]) => key),
      );
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
  });

  it('has no message that nothing says', () => {
    const code = sources(ROOT).join('\n');
    // A key may be put together: page.${page}. Its fixed beginning must then stand in the code.
    const built = [...code.matchAll(/`([a-z]+(?:\.[\w]+)*\.)\$\{/g)].map(([, start = '']) => start);
    const unused = keys.filter((key) => !code.includes(`'${key}'`) && !built.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });
});

/** What each part of the page says, by the files it is made of; what is fetched by pages is followed, what pages fetch is not. */
describe('what a part of the page says is fetched with it', () => {
  const read = (path: string): string => readFileSync(path, 'utf8');
  const importsOf = (path: string): string[] =>
    [...read(path).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].flatMap(([, name = '']) => {
      const base = join(path, '..', name);
      return [base, `${base}.ts`, `${base}.svelte.ts`].filter((at) => existsSync(at) && statSync(at).isFile());
    });
  const ofPages = (path: string): boolean => /[\\/](?:ui|pages)[\\/]/u.test(path);

  function madeOf(root: string): Set<string> {
    const found = new Set<string>();
    const take = (path: string): void => {
      if (found.has(path)) return;
      found.add(path);
      for (const next of importsOf(path)) if (ofPages(next)) take(next);
    };
    take(join(ROOT, root));
    return found;
  }

  /** The messages a file says: by their names, and by the beginnings of names that are put together. */
  function saidIn(path: string): MessageKey[] {
    const code = read(path);
    const begun = [...code.matchAll(/`([a-z]+(?:\.\w+)*\.)\$\{/g)].map(([, start = '']) => start);
    return keys.filter((key) => code.includes(`'${key}'`) || begun.some((start) => key.startsWith(start)));
  }

  const lacking = (root: string, ...words: readonly object[]): string[] =>
    [...madeOf(root)].flatMap((path) =>
      saidIn(path)
        .filter((key) => !words.some((some) => key in some))
        .map((key) => `${relative(ROOT, path)}: ${key}`),
    );

  it('before any page, and beside it', () => {
    // Saved views come with their words.
    for (const root of ['app/Pages.svelte', 'app/Unreached.svelte', 'app/loaded.svelte.ts'])
      expect(lacking(root, SHELL_WORDS, VIEWS)).toEqual([]);
    expect(lacking('app/workplace.ts', SHELL_WORDS, PROJECT)).toEqual([]);
    expect(lacking('app/figure-parts.ts', SHELL_WORDS, FIGURE_WORDS)).toEqual([]);
  });

  const pages = [...read(join(ROOT, 'app/loaders.ts')).matchAll(/(\w+): \(\) => import\('\.\.\/(pages[^']+)'\)/g)];

  it.each(pages.map(([, name = '', root = '']) => [name as Page, root] as const))('on the page %s', (name, root) => {
    // A report has no project, and no files.
    const words = pageRecord(name).needs === 'files' ? [PROJECT, FILE_WORDS] : [];
    expect(lacking(root, SHELL_WORDS, ...words, speaksOfFigures(name) ? FIGURE_WORDS : {})).toEqual([]);
  });

  it('is looked for on every page', () => {
    expect(pages.map(([, name]) => name).sort()).toEqual([...PAGE_NAMES].sort());
    expect(lacking('pages/import/ImportPage.svelte').length).toBeGreaterThan(100);
  });
});
