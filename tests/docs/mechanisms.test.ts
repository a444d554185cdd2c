import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRICS, TABLES } from '../../src/model';
import { PAGE_NAMES } from '../../src/state/pages';

const TEXT = readFileSync(join(import.meta.dirname, '../../docs/mechanisms.md'), 'utf8');

/** How many mechanisms each document has. */
const ROWS: Readonly<Record<string, number>> = { '000': 15, '001': 20, '002': 16, '003': 13, '004': 9 };

const sections = TEXT.split(/^## /mu)
  .slice(1)
  .map((section) => ({
    document: section.slice(0, 3),
    rows: section
      .split('\n')
      .filter((line) => /^\|\s*\d+\s*\|/u.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  }));

const coded = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code);

describe('docs/mechanisms.md', () => {
  it('has the five documents', () => expect(sections.map(({ document }) => document)).toEqual(Object.keys(ROWS)));

  it.each(sections.map((section) => [section.document, section] as const))(
    '%s lists every mechanism once',
    (document, { rows }) => {
      const numbers = rows.map(([number]) => Number(number));
      expect(numbers).toEqual(Array.from({ length: ROWS[document] ?? 0 }, (_, at) => at + 1));
    },
  );

  it.each(sections.flatMap(({ document, rows }) => rows.map((row) => [`${document} ${row[0] ?? ''}`, row] as const)))(
    '%s is carried by tables, metrics and pages that exist, or says why it is left out',
    (_, [, what = '', tables = '', metrics = '', pages = '']) => {
      expect(what).not.toBe('');
      if (tables === '—') {
        expect(metrics).toMatch(/^不做：.{2,}/u);
        return;
      }
      const known = new Set(METRICS.map(({ id }) => id));
      expect(coded(metrics).length).toBeGreaterThan(0);
      expect(coded(metrics).filter((id) => !known.has(id))).toEqual([]);
      const canonical = new Set(TABLES.map(({ id }) => id));
      expect(coded(tables).length).toBeGreaterThan(0);
      expect(coded(tables).filter((id) => !canonical.has(id))).toEqual([]);
      const routes = new Set<string>(PAGE_NAMES.map((page) => `#/${page}`));
      expect(coded(pages).length).toBeGreaterThan(0);
      expect(coded(pages).filter((page) => !routes.has(page))).toEqual([]);
    },
  );
});
