import { literal } from './text';

/** Full-width signs as they stand for ASCII ones, and white space, which is no part of a name. */
const WIDE = Array.from({ length: 94 }, (_, at) => String.fromCodePoint(0xff01 + at)).join('');
const NARROW = Array.from({ length: 94 }, (_, at) => String.fromCodePoint(0x21 + at)).join('');
const SPACES = ' \t\r\n\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff';

/** SQL for a text as names are compared: brackets, letters and figures of one width, no white space. Nothing else is taken for alike. */
export const translated = (sql: string): string =>
  `translate(CAST(${sql} AS VARCHAR), ${literal(WIDE + SPACES)}, ${literal(NARROW)})`;

/** As {@link translated}, quicker where few texts change: DuckDB builds its table of signs anew for every text. */
export function folded(sql: string): string {
  const text = `CAST(${sql} AS VARCHAR)`;
  return `CASE WHEN regexp_matches(${text}, ${literal(`[\uff01-\uff5e${SPACES}]`)}) THEN ${translated(sql)} ELSE ${text} END`;
}
