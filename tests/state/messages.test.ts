import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/model';
import type { MessageKey } from '../../src/state/messages';
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
