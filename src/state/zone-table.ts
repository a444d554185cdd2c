import type { FileReport } from '../ingest';
import type { ZoneBook, ZoneEntry } from '../model';

/** Where a name of a zone is written: rows of one table of a file. */
export interface ZoneUse {
  readonly path: string;
  readonly table: string;
  readonly rows: number;
}

/** A written name of a zone, how it came to its zone, and where it is written. */
export interface ZoneNameRow extends ZoneEntry {
  readonly uses: readonly ZoneUse[];
  readonly rows: number;
}

/** A zone and all that is written for it. */
export interface ZoneRow {
  readonly zone: string;
  readonly names: readonly ZoneNameRow[];
  readonly rows: number;
}

const rowsOf = (all: readonly { readonly rows: number }[]): number => all.reduce((sum, { rows }) => sum + rows, 0);

function usesOf(files: readonly FileReport[]): Map<string, ZoneUse[]> {
  const uses = new Map<string, ZoneUse[]>();
  for (const { path, tables } of files)
    for (const { table, zones = [] } of tables)
      for (const { name, rows } of zones) {
        const own = uses.get(name) ?? [];
        const same = own.findIndex((use) => use.path === path && use.table === table);
        const before = own[same];
        if (before) own[same] = { ...before, rows: before.rows + rows };
        else own.push({ path, table: table ?? '', rows });
        uses.set(name, own);
      }
  return uses;
}

/** The zones of the loaded files, each with the names that rows write for it; what no row writes is left out. */
export function zoneTable(files: readonly FileReport[], book: ZoneBook): ZoneRow[] {
  const uses = usesOf(files);
  const zones = new Map<string, ZoneNameRow[]>();
  for (const entry of book.entries) {
    const own = uses.get(entry.written);
    if (!own) continue;
    const row = { ...entry, uses: own, rows: rowsOf(own) };
    zones.set(entry.zone, [...(zones.get(entry.zone) ?? []), row]);
  }
  const size = (names: readonly ZoneNameRow[]): number => names.length;
  return [...zones]
    .map(([zone, names]) => ({ zone, names: [...names].sort((a, b) => b.rows - a.rows), rows: rowsOf(names) }))
    .sort((a, b) => Number(size(b.names) > 1) - Number(size(a.names) > 1) || (a.zone < b.zone ? -1 : 1));
}

/** The names whose zone is open: one question about all of them. */
export const openNames = (zones: readonly ZoneRow[]): ZoneNameRow[] =>
  zones.flatMap(({ names }) => names.filter(({ how }) => how === 'open'));

/** The zone an open name most likely is; null where two or none are as likely. */
export const suggested = ({ candidates, reason }: ZoneEntry): string | null =>
  reason === 'several' ? null : (candidates[0] ?? null);
