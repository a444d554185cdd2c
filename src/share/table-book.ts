import { zipSync } from 'fflate';
import { type Label, type Locale, freeName, stemOf } from '../domain';
import type { TableData } from './table';
import { type Sheet, workbook } from './workbook';

/** What is to be known about a table, line by line: the name of the line and what it says. Lines that say nothing are left out. */
export type About = readonly (readonly [name: string, text: string])[];

/** A table for a file, with what is to be known about it. */
export interface TableBook {
  readonly title: string;
  readonly table: TableData;
  readonly about: About;
  /** The day it is made, ISO. */
  readonly on: string;
}

const WORDS = {
  data: { zh: '数据', en: 'Data' },
  about: { zh: '说明', en: 'About' },
  item: { zh: '项目', en: 'Item' },
  content: { zh: '内容', en: 'Content' },
  zone: { zh: '园区', en: 'Zone' },
} as const satisfies Record<string, Label>;

const aboutSheet = (about: About, locale: Locale): Sheet => ({
  name: WORDS.about[locale],
  table: {
    columns: [
      { label: WORDS.item[locale], kind: 'text' },
      { label: WORDS.content[locale], kind: 'value', wrap: true },
    ],
    rows: about.filter(([, text]) => text !== ''),
  },
});

/** A table as a workbook of two sheets: the table, and what is to be known about it. */
export const tableXlsx = ({ title, table, about, on }: TableBook, locale: Locale): Promise<Uint8Array> =>
  workbook(title, on, [{ name: WORDS.data[locale], table }, aboutSheet(about, locale)]);

/** The part of a table that belongs to a zone: what that zone is called, and what is to be known about its rows alone. */
export interface ZonePart extends Pick<TableBook, 'title' | 'about'> {
  readonly name: string;
}

/**
 * A table apart by zone: a ZIP of workbooks, one a zone, that hold the rows of that zone and no other, and say nothing of the others.
 * `zones` has the zone of every row.
 */
export async function zonesZip(
  { table, on }: Pick<TableBook, 'table' | 'on'>,
  zones: readonly string[],
  partOf: (zone: string) => ZonePart,
  locale: Locale,
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const zone of new Set(zones)) {
    const { name, title, about } = partOf(zone);
    const rows = table.rows.filter((_, at) => zones[at] === zone);
    const told: About = [[WORDS.zone[locale], name], ...about];
    const path = freeName(stemOf(`${name}-${title}`), '.xlsx', (taken) => taken in files);
    files[path] = await tableXlsx({ title, table: { ...table, rows }, about: told, on }, locale);
  }
  // Workbooks are packed already.
  return zipSync(files, { level: 0, mtime: new Date(`${on}T00:00`) });
}

/** What writes tables as workbooks: handed to pages that may have it, so that a report is read without. */
export interface Books {
  readonly tableXlsx: typeof tableXlsx;
  readonly zonesZip: typeof zonesZip;
}

export const BOOKS: Books = { tableXlsx, zonesZip };
