import * as v from 'valibot';
import type { TableSpec } from '../domain';
import type { FileChoices, TableChoice } from '../ingest';
import { TABLES, tableById } from '../model';

/** A file of decisions that cannot be used; `reason` is a sentence fragment in the language of the file. */
export class DecisionsError extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'DecisionsError';
  }
}

/** What a decision is about: names of columns mean something only within a table and a header. */
export interface About {
  readonly table: TableSpec | undefined;
  readonly header: readonly string[];
  /** Where it stands in the file, for the sentence that refuses it. */
  readonly place: string;
}

/** The word a decision stands under in the file, and its value both ways. */
interface Word<Value> {
  readonly word: string;
  write(value: Value, about: About): unknown;
  /** Throws {@link DecisionsError} that says what is wrong and where. */
  read(written: unknown, about: About): Value;
}

/** A word for every decision that a choice can hold: one that has none does not compile. */
export type Words<Choice> = { readonly [Name in keyof Choice]-?: Word<Exclude<Choice[Name], undefined>> };

/** What stands at a place of the file, as the schema has it. Throws {@link DecisionsError} that names the place. */
export function checked<Schema extends v.GenericSchema>(
  schema: Schema,
  written: unknown,
  place: readonly string[],
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, written);
  if (parsed.success) return parsed.output;
  const path = parsed.issues[0].path?.map(({ key }) => (typeof key === 'number' ? `${key + 1}` : String(key))) ?? [];
  throw new DecisionsError(`“${[...place, ...path].join(' → ')}”一处不对`);
}

const plain = <Value extends string | number>(word: string, schema: v.GenericSchema<Value>): Word<Value> => ({
  word,
  write: (value) => value,
  read: (written, { place }) => checked(schema, written, [place, word]),
});

function oneOf<Value extends string>(word: string, texts: Readonly<Record<Value, string>>): Word<Value> {
  return {
    word,
    write: (value) => texts[value],
    read(written, { place }) {
      const found = (Object.keys(texts) as Value[]).find((value) => texts[value] === written);
      if (found === undefined) throw new DecisionsError(`“${place} → ${word}”一处不对`);
      return found;
    },
  };
}

function eitherOf(word: string, yes: string, no: string): Word<boolean> {
  const texts = oneOf(word, { yes, no });
  return {
    word,
    write: (value, about) => texts.write(value ? 'yes' : 'no', about),
    read: (written, about) => texts.read(written, about) === 'yes',
  };
}

/** The table a file of decisions names, by its name or its id. Throws {@link DecisionsError} when there is none. */
export function tableNamed(name: string, place: string): TableSpec {
  const found = TABLES.find((known) => known.label.zh === name || known.id === name);
  if (!found) throw new DecisionsError(`${place}：没有“${name}”这种表`);
  return found;
}

const TABLE: Word<string> = {
  word: '对应的表',
  write: (id) => tableById(id)?.label.zh ?? id,
  read: (written, { place }) => tableNamed(checked(v.string(), written, [place, '对应的表']), place).id,
};

/** The name of a column as a file of decisions writes it. */
export const nameOf = (table: TableSpec | undefined, id: string): string =>
  table?.columns.find((column) => column.id === id)?.label.zh ?? id;

/** The column a file of decisions names. Throws {@link DecisionsError} when there is none. */
export function idOf({ table, place }: Pick<About, 'table' | 'place'>, name: string): string {
  // Where nothing fitted there are no names to go by.
  const found = table
    ? table.columns.find((column) => column.label.zh === name || column.id === name)
    : TABLES.flatMap(({ columns }) => columns).find((column) => column.id === name);
  if (!found) throw new DecisionsError(`${place}：没有“${name}”这个字段`);
  return found.id;
}

const ChangedColumns = v.array(
  v.object({
    第几列: v.pipe(v.number(), v.integer(), v.minValue(1)),
    列名: v.optional(v.string()),
    字段: v.nullable(v.string()),
  }),
);

const FIELDS: Word<Readonly<Record<number, string | null>>> = {
  word: '改动的列',
  write: (fields, { table, header }) =>
    Object.entries(fields).map(([index, id]) => ({
      第几列: Number(index) + 1,
      列名: header[Number(index)] ?? '',
      字段: id === null ? null : nameOf(table, id),
    })),
  read: (written, about) =>
    Object.fromEntries(
      checked(ChangedColumns, written, [about.place, '改动的列']).map(({ 第几列, 字段 }) => {
        if (第几列 > about.header.length) throw new DecisionsError(`${about.place}：没有第 ${第几列} 列`);
        return [第几列 - 1, 字段 === null ? null : idOf(about, 字段)];
      }),
    ),
};

const ExplainedWords = v.array(v.object({ 字段: v.string(), 写法: v.string(), 值: v.string() }));

/** The value of a closed list that a word means, by its column. Throws {@link DecisionsError} when there is no such value. */
export function valueNamed(table: TableSpec | undefined, column: string, value: string, place: string): string {
  const values = table?.columns.find(({ id }) => id === column)?.values ?? [];
  if (!values.some(({ id }) => id === value)) throw new DecisionsError(`${place}：没有“${value}”这个取值`);
  return value;
}

const VALUES: Word<Readonly<Record<string, Readonly<Record<string, string>>>>> = {
  word: '取值的词',
  write: (values, { table }) =>
    Object.entries(values).flatMap(([id, texts]) =>
      Object.entries(texts).map(([text, value]) => ({ 字段: nameOf(table, id), 写法: text, 值: value })),
    ),
  read(written, about) {
    const found: Record<string, Record<string, string>> = {};
    for (const { 字段, 写法, 值 } of checked(ExplainedWords, written, [about.place, '取值的词'])) {
      const id = idOf(about, 字段);
      found[id] = { ...found[id], [写法]: valueNamed(about.table, id, 值, about.place) };
    }
    return found;
  },
};

/** Values given once for a whole table, by the names of their columns. */
export const givenValues = (word: string): Word<Readonly<Record<string, string>>> => ({
  word,
  write: (values, { table }) =>
    Object.fromEntries(Object.entries(values).map(([id, text]) => [nameOf(table, id), text])),
  read: (written, about) =>
    Object.fromEntries(
      Object.entries(checked(v.record(v.string(), v.string()), written, [about.place, word])).map(([name, text]) => [
        idOf(about, name),
        text,
      ]),
    ),
});

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The decisions that are followed for every file with the same header. */
export const HEADER_WORDS: Words<Pick<TableChoice, 'table' | 'fields' | 'booleanCoding' | 'percent' | 'noneIsZero'>> = {
  table: TABLE,
  fields: FIELDS,
  booleanCoding: oneOf('是否列中的数字', { 'one-two': '1 是、2 否', 'zero-one': '1 是、0 否' }),
  percent: oneOf('比率列中的数字', { fraction: '1 是 100%', percent: '1 是 1%' }),
  noneIsZero: eitherOf('计数列中的无', '按 0 计', '不作数'),
};

/** The decisions about one table of one file. */
export const TABLE_WORDS: Words<TableChoice> = {
  ...HEADER_WORDS,
  values: VALUES,
  off: eitherOf('读入', '不读入', '读入'),
  fileLevel: givenValues('整张补填'),
  year: plain('年份', wholeNumber),
  small: oneOf('比上期少得多的几行', { merge: '作更正，并入上期', own: '作新的一期' }),
  byList: eitherOf('园区由名册得出', '是', '否'),
  unlisted: plain('名册中没有的行属于', v.string()),
};

/** The decisions about a file as a whole. */
export const FILE_WORDS: Words<Omit<FileChoices, 'tables'>> = {
  encoding: plain('编码', v.string()),
  delimiter: plain('分隔符', v.string()),
  headerRows: plain('表头行数', wholeNumber),
  repeats: oneOf('与其他文件相同的键', { earlier: '以先前文件为准', later: '以本文件为准' }),
  zones: oneOf('同一代码在两个园区', { both: '两处都计', earlier: '计先出现的', later: '计后出现的' }),
};

type AnyWord = Word<unknown>;

/** The decisions of a choice under their words. */
export function writeChoice<Choice extends object>(
  words: Words<Choice>,
  choice: Choice,
  about: About,
): Record<string, unknown> {
  const decided = Object.entries(choice).filter(([, value]) => value !== undefined);
  const of = words as Readonly<Record<string, AnyWord>>;
  return Object.fromEntries(
    decided.flatMap(([name, value]) => {
      const word = of[name];
      return word ? [[word.word, word.write(value, about)]] : [];
    }),
  );
}

/** Reads decisions from under their words; `beside` are the other words that may stand there. Throws {@link DecisionsError}. */
export function readChoice<Choice extends object>(
  words: Words<Choice>,
  written: Readonly<Record<string, unknown>>,
  beside: readonly string[],
  about: About,
): Choice {
  const known = Object.entries(words) as [string, AnyWord][];
  const stranger = Object.keys(written).find(
    (key) => !beside.includes(key) && !known.some(([, { word }]) => word === key),
  );
  if (stranger !== undefined) throw new DecisionsError(`${about.place}：没有“${stranger}”这种决定`);
  const choice = known
    .filter(([, { word }]) => word in written)
    .map(([name, word]) => [name, word.read(written[word.word], about)]);
  return Object.fromEntries(choice) as Choice;
}
