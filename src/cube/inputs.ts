import { TABLES, UNSTATED_TABLE, ZONE_ALIAS_TABLE, placed } from '../model';
import { identifier, literals, plainTable } from '../sql';

/** The tables that cells are worked out of, as `name (column TYPE, …)`: the canonical ones, what lists do not state, and the names of zones. */
export const DECLARED: readonly string[] = [...TABLES.map(plainTable), UNSTATED_TABLE, ZONE_ALIAS_TABLE];

/** A table that is given to another database. */
export interface PlanInput {
  readonly table: string;
  readonly columns: readonly string[];
  /** The type of each column. */
  readonly types: readonly string[];
}

const unquoted = (name: string): string => name.replaceAll('"', '');

/** The tables of {@link DECLARED} with their columns. */
export const PLAN_INPUTS: readonly PlanInput[] = DECLARED.map((declared) => {
  const [name = '', columns = ''] = declared.slice(0, -1).split(' (');
  const pairs = columns.split(', ').map((column) => column.split(' '));
  return {
    table: unquoted(name),
    columns: pairs.map(([column = '']) => unquoted(column)),
    types: pairs.map(([, type = '']) => type),
  };
});

function rowsOf({ columns }: PlanInput, from: string): string {
  const texts = columns.map((name) => `CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`);
  return `SELECT ${texts.join(', ')} FROM ${from} ORDER BY ${columns.includes('source_row') ? 'file_id, source_row' : 'ALL'}`;
}

/** The rows of an input as texts, as they stand in their files. */
export const inputSql = (input: PlanInput): string => rowsOf(input, identifier(input.table));

/** The zones that the rows of an input count for, as `zone`, '' where none is stated; null where its rows are not of zones. */
export const zonesInSql = ({ table, columns }: PlanInput): string | null =>
  table === 'zone' || !columns.includes('zone_id') || !columns.includes('source_row')
    ? null
    : `SELECT DISTINCT zone FROM ${placed(identifier(table))} row_of ORDER BY zone`;

/** The rows of an input that count for some zones, as {@link inputSql} gives them all. */
export const rowsInZonesSql = (input: PlanInput, zones: readonly string[]): string =>
  rowsOf(
    input,
    `(SELECT * FROM ${placed(identifier(input.table))} placed_row
    WHERE ${zones.length === 0 ? 'FALSE' : `zone IN ${literals(zones)}`}) row_of`,
  );
