import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, gridOf } from './case-files';
import { type ReadCase, readCase } from './read-case';
import { TWINS } from './twins';
import { utf8 } from './raw/read-bytes';

const FOLDER = join(import.meta.dirname, 'cases');

interface Expected {
  readonly header?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly rows_count?: number;
  readonly headerRows?: number;
  readonly titles?: number;
  readonly repeatedHeader?: number;
  readonly tables?: number;
  readonly table?: string | null;
  readonly typed_column?: string;
  readonly typed?: readonly string[];
  readonly typed_not?: Readonly<Record<string, string>>;
  readonly must_tell?: string;
  readonly or_refused?: boolean;
}

/** What the ledger, or the refusal, says of the cases that must tell. */
const TOLD: Readonly<Record<string, RegExp>> = {
  'form-card': /form-card/,
  'formula-without-value': /formula-uncalculated/,
  'hidden-rows': /hidden-rows/,
  'notes-at-the-side': /side-note/,
  'of-which-rows': /part-row/,
  'prose-file-in-archive-becomes-a-table': /entry-refused/,
  'tables-side-by-side': /tables-beside/,
  'total-called-by-its-area': /total-row/,
};

function checkTable({ tables, skipped, table }: ReadCase, expected: Expected): void {
  const [first] = tables;
  const { header, rows, headerRows, titles } = expected;
  if (header) expect(first?.header).toEqual(header);
  if (rows)
    expect(first?.rows.map((row, r) => row.map((cell, c) => (rows[r]?.[c] === '*' ? '*' : cell)))).toEqual(rows);
  if (expected.rows_count !== undefined) expect(first?.rows).toHaveLength(expected.rows_count);
  if (headerRows !== undefined) expect(first?.headerRows).toBe(headerRows);
  if (titles !== undefined) expect(skipped.title).toBe(titles);
  if (expected.repeatedHeader !== undefined) expect(skipped.repeatedHeader).toBe(expected.repeatedHeader);
  if (expected.tables !== undefined) expect(tables).toHaveLength(expected.tables);
  if (expected.table !== undefined) expect(table).toBe(expected.table);
}

function checkTyped({ tables }: ReadCase, { typed_column = '', typed, typed_not = {} }: Expected): void {
  const [first] = tables;
  const at = first?.header.indexOf(typed_column) ?? -1;
  const cells = first?.typed.map((row) => row[at]);
  if (typed) expect(cells).toEqual(typed);
  for (const [row, text] of Object.entries(typed_not)) expect(cells?.[Number(row)]).not.toBe(text);
}

describe('inputs that were read wrong', () => {
  it.each(readdirSync(FOLDER))('%s', async (kind) => {
    const folder = join(FOLDER, kind);
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
    const name = readdirSync(folder).find((file) => file.startsWith('input')) ?? '';
    const read = await readCase(name, new Uint8Array(readFileSync(join(folder, name))));
    const told = [read.refused?.code ?? '', ...Object.keys(read.codes)].join(' ');
    if (expected.must_tell !== undefined) expect(told).toMatch(TOLD[kind] ?? /^nothing/);
    if (read.refused) {
      expect(expected.or_refused, read.refused.code).toBe(true);
      return;
    }
    checkTable(read, expected);
    checkTyped(read, expected);
  });
});

describe('twins of them, in every format that can say the same', () => {
  it.each(TWINS.map((twin, n) => [n, twin.kind, twin] as const))('%d %s', async (_, __, twin) => {
    for (const [name, bytes] of filesOf(twin)) {
      const read = await readCase(name, bytes);
      const [first] = read.tables;
      const said = {
        refused: read.refused?.code,
        ...(twin.header !== undefined && { header: first?.header.join('|') }),
        ...(typeof twin.rows === 'number' && { rows: first?.rows.length }),
        ...(typeof twin.rows === 'string' && { rows: first?.rows }),
        ...(twin.headerRows !== undefined && { headerRows: first?.headerRows }),
        ...(twin.titles !== undefined && { titles: read.skipped.title }),
        ...(twin.tables !== undefined && { tables: read.tables.length }),
        ...(twin.table !== undefined && { table: read.table }),
        ...(twin.typed && { typed: first?.typed.map((row) => row[first.header.indexOf(twin.typed?.[0] ?? '')]) }),
        tells: (twin.tells ?? []).filter((code) => read.codes[code] === undefined),
        quiet: (twin.quiet ?? []).filter((code) => read.codes[code] !== undefined),
      };
      const right = {
        refused: twin.refused,
        ...(twin.header !== undefined && { header: twin.header }),
        ...(typeof twin.rows === 'number' && { rows: twin.rows }),
        ...(typeof twin.rows === 'string' && { rows: gridOf(twin.rows) }),
        ...(twin.headerRows !== undefined && { headerRows: twin.headerRows }),
        ...(twin.titles !== undefined && { titles: twin.titles }),
        ...(twin.tables !== undefined && { tables: twin.tables }),
        ...(twin.table !== undefined && { table: twin.table }),
        ...(twin.typed && { typed: twin.typed.slice(1) }),
        tells: [],
        quiet: [],
      };
      expect({ name, ...said }).toEqual({ name, ...right });
    }
  });
});

describe('what only some formats can say', () => {
  it('a byte order mark at the beginning of a cell says nothing', async () => {
    const { tables } = await readCase('a.txt', utf8('\ufeff园区\t\ufeff党员数\n河西\t3\n江北\t\ufeff4\n'));
    expect([tables[0]?.header, tables[0]?.rows]).toEqual([
      ['园区', '党员数'],
      [
        ['河西', '3'],
        ['江北', '4'],
      ],
    ]);
  });

  it('a letter saved from a spreadsheet, with separators at the ends of its lines, is no table', async () => {
    const letter = '填报要求,,\n一、各单位应于月底前报送，逾期视为迟报。,,\n二、如有疑问，请与组织科联系。,,\n';
    expect((await readCase('a.csv', utf8(letter))).refused?.code).toBe('no-table');
    const remarks = '单位,意见,\n甲支部,不规范。,\n乙支部,已整改。,\n';
    expect((await readCase('a.csv', utf8(remarks))).tables[0]?.rows).toHaveLength(2);
  });
});
