import * as v from 'valibot';
import type { TableSpec } from '../domain';
import { type FileReport, type KnownMatches, type TableChoice, headerSignature } from '../ingest';
import { TABLES, tableById } from '../model';

/** What is kept about one layout of files: the decisions to follow, and what was filled in once, to be offered again. */
export interface KeptMatch {
  readonly header: readonly string[];
  readonly choice: Pick<TableChoice, 'table' | 'fields' | 'booleanCoding' | 'percent' | 'noneIsZero'>;
  /** Values given for a whole file: they change from file to file and are only offered. */
  readonly given: Readonly<Record<string, string>>;
}

/** Decisions by header signature. */
export type MatchBook = Readonly<Record<string, KeptMatch>>;

/** A file of decisions that cannot be used; `reason` is a sentence fragment in the language of the file. */
export class MatchFileError extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'MatchFileError';
  }
}

const decides = ({ choice, given }: KeptMatch): boolean =>
  Object.keys(choice).length > 0 || Object.keys(given).length > 0;

/** The book with what the user decided about one table of a file; without it where the decisions were taken back. */
export function kept(book: MatchBook, report: FileReport, at: number): MatchBook {
  const header = report.tables[at]?.view.start.header ?? [];
  const { table, fields, booleanCoding, percent, noneIsZero, fileLevel = {} } = report.choices.tables?.[at] ?? {};
  const signature = headerSignature(header);
  const choice = {
    ...(table !== undefined && { table }),
    ...(fields !== undefined && Object.keys(fields).length > 0 && { fields }),
    ...(booleanCoding !== undefined && { booleanCoding }),
    ...(percent !== undefined && { percent }),
    ...(noneIsZero !== undefined && { noneIsZero }),
  };
  const entry: KeptMatch = { header, choice, given: { ...book[signature]?.given, ...fileLevel } };
  return decides(entry) ? { ...book, [signature]: entry } : without(book, signature);
}

/** The book without one layout. */
export function without(book: MatchBook, signature: string): MatchBook {
  return Object.fromEntries(Object.entries(book).filter(([key]) => key !== signature));
}

/** What reading follows: only decisions, never values of a single file. */
export function followed(book: MatchBook): KnownMatches {
  return Object.fromEntries(
    Object.entries(book)
      .filter(([, { choice }]) => Object.keys(choice).length > 0)
      .map(([signature, { choice }]) => [signature, choice]),
  );
}

const CODINGS = { 'one-two': '1 是、2 否', 'zero-one': '1 是、0 否' } as const;
const SHARES = { fraction: '1 是 100%', percent: '1 是 1%' } as const;
const VERSION = 1;

const Entry = v.object({
  列名: v.pipe(v.array(v.string()), v.minLength(1)),
  对应的表: v.optional(v.string()),
  改动的列: v.optional(
    v.array(
      v.object({
        第几列: v.pipe(v.number(), v.integer(), v.minValue(1)),
        列名: v.optional(v.string()),
        字段: v.nullable(v.string()),
      }),
    ),
  ),
  是否列中的数字: v.optional(v.picklist(Object.values(CODINGS))),
  比率列中的数字: v.optional(v.picklist(Object.values(SHARES))),
  计数列中的无: v.optional(v.picklist(['按 0 计', '不作数'])),
  上次补填: v.optional(v.record(v.string(), v.string())),
});

const Book = v.object({
  用途: v.literal('区镜列对应'),
  版本: v.literal(VERSION),
  表头: v.array(Entry),
});

type Written = v.InferOutput<typeof Entry>;

function writtenEntry({ header, choice, given }: KeptMatch, table: TableSpec | undefined): Written {
  const name = (id: string): string => table?.columns.find((column) => column.id === id)?.label.zh ?? id;
  const changed = Object.entries(choice.fields ?? {});
  return {
    列名: [...header],
    ...(choice.table !== undefined && { 对应的表: tableById(choice.table)?.label.zh ?? choice.table }),
    ...(changed.length > 0 && {
      改动的列: changed.map(([index, id]) => ({
        第几列: Number(index) + 1,
        列名: header[Number(index)] ?? '',
        字段: id === null ? null : name(id),
      })),
    }),
    ...(choice.booleanCoding !== undefined && { 是否列中的数字: CODINGS[choice.booleanCoding] }),
    ...(choice.percent !== undefined && { 比率列中的数字: SHARES[choice.percent] }),
    ...(choice.noneIsZero !== undefined && { 计数列中的无: choice.noneIsZero ? '按 0 计' : '不作数' }),
    ...(Object.keys(given).length > 0 && {
      上次补填: Object.fromEntries(Object.entries(given).map(([id, text]) => [name(id), text])),
    }),
  };
}

/** The table whose columns a kept decision names: the chosen one, else the first that has all of them. */
function tableOf({ choice, given }: KeptMatch): TableSpec | undefined {
  if (choice.table !== undefined) return tableById(choice.table);
  const ids = [...Object.values(choice.fields ?? {}).filter((id) => id !== null), ...Object.keys(given)];
  return TABLES.find((table) => ids.every((id) => table.columns.some((column) => column.id === id)));
}

/** Writes the book as a small file that a person can read. */
export function writeMatchFile(book: MatchBook): string {
  // The table is always written, since names of columns mean nothing without it.
  const entries = Object.values(book).map((entry) => {
    const table = tableOf(entry);
    const named = table && { ...entry, choice: { ...entry.choice, table: table.id } };
    return writtenEntry(named ?? entry, table);
  });
  return `${JSON.stringify({ 用途: '区镜列对应', 版本: VERSION, 表头: entries }, null, 2)}\n`;
}

function idOf(table: TableSpec | undefined, name: string, place: string): string {
  const found = table?.columns.find((column) => column.label.zh === name || column.id === name);
  if (!found) throw new MatchFileError(`${place}：没有“${name}”这个字段`);
  return found.id;
}

function readEntry(entry: Written, at: number): KeptMatch {
  const place = `第 ${at + 1} 个表头`;
  const name = entry.对应的表;
  const table = TABLES.find((known) => known.label.zh === name || known.id === name);
  if (name !== undefined && !table) throw new MatchFileError(`${place}：没有“${name}”这种表`);
  const fields = Object.fromEntries(
    (entry.改动的列 ?? []).map(({ 第几列, 字段 }) => {
      if (第几列 > entry.列名.length) throw new MatchFileError(`${place}：没有第 ${第几列} 列`);
      return [第几列 - 1, 字段 === null ? null : idOf(table, 字段, place)];
    }),
  );
  const coding = Object.entries(CODINGS).find(([, text]) => text === entry.是否列中的数字)?.[0];
  const percent = Object.entries(SHARES).find(([, text]) => text === entry.比率列中的数字)?.[0];
  const given = Object.entries(entry.上次补填 ?? {}).map(([column, text]) => [idOf(table, column, place), text]);
  return {
    header: entry.列名,
    choice: {
      ...(table && { table: table.id }),
      ...(Object.keys(fields).length > 0 && { fields }),
      ...(coding !== undefined && { booleanCoding: coding as keyof typeof CODINGS }),
      ...(percent !== undefined && { percent: percent as keyof typeof SHARES }),
      ...(entry.计数列中的无 !== undefined && { noneIsZero: entry.计数列中的无 === '按 0 计' }),
    },
    given: Object.fromEntries(given) as Record<string, string>,
  };
}

/** Reads a file of decisions. Throws {@link MatchFileError} that says what is wrong and where. */
export function readMatchFile(text: string): MatchBook {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new MatchFileError('不是 JSON 文件');
  }
  const parsed = v.safeParse(Book, content);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = issue.path
      ?.map((item) => (typeof item.key === 'number' ? item.key + 1 : String(item.key)))
      .join(' → ');
    throw new MatchFileError(path === undefined ? '不是列对应文件' : `“${path}”一处不对`);
  }
  return Object.fromEntries(
    parsed.output.表头.map((entry, at) => {
      const match = readEntry(entry, at);
      return [headerSignature(match.header), match];
    }),
  );
}
