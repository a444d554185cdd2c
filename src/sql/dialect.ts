/** Databases that can work out the cells. */
export const DIALECTS = ['duckdb', 'postgres', 'spark', 'trino'] as const;
export type Dialect = (typeof DIALECTS)[number];

interface Spelling {
  /** Types that are named otherwise. */
  readonly types: Readonly<Record<string, string>>;
  /** The type of a text in a table, where it must say that texts are ordered by their bytes. */
  readonly text?: string;
  /** What stands for `date_diff('day', ` before the earlier and the later day, so that the whole days between them come out. */
  readonly days: string;
  readonly quote: string;
  /** Whether a backslash in a literal has a meaning. */
  readonly backslash: boolean;
  /** What a new table says of how it is stored. */
  readonly stored: string;
  /** Whether the planner must be told to count the rows of a new table. */
  readonly analyse: boolean;
}

const COMMON: Spelling = {
  types: {},
  days: `date_diff('day', `,
  quote: '"',
  backslash: false,
  stored: '',
  analyse: false,
};

/**
 * All that databases spell differently of what the model says. The rest is written in what they share: `||`, NULLS LAST and no ties in
 * windows, no division of whole numbers, no rounding but by `floor`, no name that is a keyword or has a space, no regular expression but
 * `regexp_replace`.
 */
const SPELLINGS: Readonly<Record<Dialect, Spelling>> = {
  duckdb: COMMON,
  trino: COMMON,
  postgres: {
    ...COMMON,
    types: { DOUBLE: 'DOUBLE PRECISION' },
    text: 'VARCHAR COLLATE "C"',
    // The function behind `day - day`: the days from the second to the first.
    days: '-date_mi(',
    analyse: true,
  },
  spark: {
    ...COMMON,
    types: { VARCHAR: 'STRING' },
    // Of the days from the second to the first.
    days: '-datediff(',
    quote: '`',
    backslash: true,
    stored: ' USING parquet',
  },
};

const WORDS = /date_diff\('day', |'(?:[^']|'')*'|"(?:[^"]|"")*"|\b[A-Z]+\b/gu;

function literalIn(text: string, { backslash }: Spelling): string {
  if (!backslash) return text;
  return `'${text.slice(1, -1).replaceAll('\\', '\\\\').replaceAll("''", "\\'")}'`;
}

/** A statement of the model as a database spells it; literals keep what they say. */
export function spelled(sql: string, dialect: Dialect): string {
  const spelling = SPELLINGS[dialect];
  return sql.replace(WORDS, (word) => {
    if (word.startsWith('date_diff')) return spelling.days;
    if (word.startsWith("'")) return literalIn(word, spelling);
    if (word.startsWith('"')) return `${spelling.quote}${word.slice(1, -1)}${spelling.quote}`;
    return spelling.types[word] ?? word;
  });
}

/** The statements that write an empty table anew, from `name (column TYPE, …)`. */
export function tableNamed(table: string, dialect: Dialect): string[] {
  const { text, stored } = SPELLINGS[dialect];
  const [name = ''] = table.split(' (', 1);
  const columns = text === undefined ? table : table.replaceAll('VARCHAR', text);
  return [`DROP TABLE IF EXISTS ${spelled(name, dialect)}`, `CREATE TABLE ${spelled(columns, dialect)}${stored}`];
}

/** The statements that write a table anew from a query. */
export function tableFrom(name: string, query: string, dialect: Dialect): string[] {
  const { stored, analyse } = SPELLINGS[dialect];
  return [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE TABLE ${name}${stored} AS ${spelled(query, dialect)}`,
    ...(analyse ? [`ANALYZE ${name}`] : []),
  ];
}
