import { firstDay, lastDay, periodsBetween, toGrain } from '../domain';
import { literal } from '../sql';

const FIRST_MONTH = '1990-01';
const LAST_MONTH = '2049-12';

/** A day in SQL. */
export const daySql = (iso: string | null): string =>
  iso === null ? 'CAST(NULL AS DATE)' : `CAST(${literal(iso)} AS DATE)`;

/** Rows in SQL. */
export const valuesSql = (rows: readonly (readonly string[])[]): string =>
  `VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}`;

/** A row a month with the periods it is in, as the statements that write it. */
export const CALENDAR = {
  table: 'calendar (month VARCHAR, quarter VARCHAR, half VARCHAR, year VARCHAR, first_day DATE, last_day DATE)',
  rows: `INSERT INTO calendar ${valuesSql(
    periodsBetween(FIRST_MONTH, LAST_MONTH).map((month) => [
      ...[month, toGrain(month, 'quarter'), toGrain(month, 'half'), toGrain(month, 'year')].map(literal),
      daySql(firstDay(month)),
      daySql(lastDay(month)),
    ]),
  )}`,
} as const;
