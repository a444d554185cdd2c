/** What follows a dot is a column. */
const WORD = /(?<![\w.])[a-z_]\w*/giu;

/** Every word of SQL that may be the name of a table, be it as a text: the tables it reads are among them. */
export const wordsIn = (sql: string): ReadonlySet<string> => new Set(sql.match(WORD) ?? []);
