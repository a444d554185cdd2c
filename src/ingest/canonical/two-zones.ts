import type { Issue, TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal } from '../../sql';
import { LISTED } from './staged';

/** What is done where one code stands in two zones on one day: both count, or only the row loaded earlier or later. */
export type ZoneChoice = 'both' | 'earlier' | 'later';

/** Codes of a file that other rows have in another zone for the same day. */
export interface TwoZones {
  readonly table: string;
  readonly codes: number;
  /** The first of them: the code, and the zones it stands in, the later row's last. */
  readonly listed: readonly { readonly code: string; readonly zones: readonly string[] }[];
}

/** What was found, and how many rows of the file itself gave way. */
export interface ZonesFound {
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
  readonly dropped: number;
  readonly twoZones: TwoZones | null;
}

const NOTHING: ZonesFound = { issues: [], issueCounts: {}, dropped: 0, twoZones: null };

/** Shorter codes are given by each zone for itself. */
const LEAST_LENGTH = 9;
const SHOWN = 5;

/**
 * Looks for units and organisations whose code stands in two zones on one day among the rows of `thing` that stay, and keeps what was chosen; both
 * where nothing was. Where rows give way, `pairs` is told which file's.
 */
export async function settleZones(
  engine: Engine,
  table: TableSpec,
  file: { readonly id: number; readonly path: string; readonly zones?: ZoneChoice | undefined },
  pairs: string,
): Promise<ZonesFound> {
  const { id, path, zones } = file;
  if (!table.key.includes('snapshot_date')) return NOTHING;
  const written = `CREATE OR REPLACE TEMP TABLE elsewhere AS SELECT * FROM (
      SELECT place, file_id, source_row, code, zone, others, first_value(file_id) OVER one AS first_file, row_number() OVER one AS nth,
        min(zone) OVER every <> max(zone) OVER every AND bool_or(file_id = ${id}) OVER every AS apart,
        string_agg(zone, chr(31)) OVER every AS zones
      FROM thing WHERE code IS NOT NULL AND zone IS NOT NULL AND strlen(code) >= ${LEAST_LENGTH} AND place NOT IN (SELECT place FROM repeated)
      WINDOW one AS (PARTITION BY code, others ORDER BY file_id ${zones === 'later' ? 'DESC' : ''}, source_row ${zones === 'later' ? 'DESC' : ''}),
        every AS (PARTITION BY code, others)
    ) found WHERE apart`;
  try {
    const [counted] = await engine.rows(`${written}; SELECT CAST(count(*) FILTER (nth > 1) AS DOUBLE) AS n,
      CAST(count(DISTINCT code) AS DOUBLE) AS codes, CAST(count(*) FILTER (nth > 1 AND file_id = ${id}) AS DOUBLE) AS own FROM elsewhere`);
    const n = Number(counted?.n ?? 0);
    if (n === 0) return NOTHING;
    const code = zones === 'earlier' || zones === 'later' ? 'code-zone-chosen' : 'code-in-two-zones';
    const rows = await engine.rows(`SELECT code, zones, source_row FROM elsewhere WHERE file_id = ${id}
      QUALIFY row_number() OVER (PARTITION BY code, others ORDER BY source_row DESC) = 1 ORDER BY source_row LIMIT ${LISTED}`);
    const zonesOf = (value: unknown): string[] => [...new Set(String(value).split('\u001f'))];
    const issues = rows.map((row): Issue => ({
      code,
      severity: zones === undefined ? 'warning' : 'note',
      file: path,
      row: Number(row.source_row),
      column: null,
      value: String(row.code),
      detail: zonesOf(row.zones).join('、'),
    }));
    await engine.run(`INSERT INTO ${pairs} SELECT ${literal(table.id)}, first_file, file_id,
        ${code === 'code-zone-chosen' ? 'count(*)' : '0'} FROM elsewhere WHERE nth > 1 AND file_id <> first_file GROUP BY ALL`);
    if (code === 'code-zone-chosen')
      await engine.run(
        `DELETE FROM ${identifier(table.id)} WHERE rowid IN (SELECT place FROM elsewhere WHERE nth > 1)`,
      );
    return {
      issues,
      issueCounts: { [code]: Number(counted?.codes ?? 0) },
      dropped: code === 'code-zone-chosen' ? Number(counted?.own ?? 0) : 0,
      twoZones: {
        table: table.id,
        codes: Number(counted?.codes ?? 0),
        listed: rows.slice(0, SHOWN).map((row) => ({ code: String(row.code), zones: zonesOf(row.zones) })),
      },
    };
  } finally {
    await engine.run('DROP TABLE IF EXISTS elsewhere');
  }
}
