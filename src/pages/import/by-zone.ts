import type { Filing } from '../../cube';
import type { FileReport } from '../../ingest';

/** Files of one zone; `''` for those of none, null for those of several. */
export interface ZoneFiles {
  readonly zone: string | null;
  readonly files: readonly FileReport[];
}

/** Files by the one zone their rows are of, in the order of `zones`; those of several zones and of none come last. */
export function filesByZone(
  files: readonly FileReport[],
  filings: readonly Filing[],
  zones: readonly string[],
): ZoneFiles[] {
  const said = new Map<number, Set<string>>();
  for (const { file, zone } of filings) said.set(file, (said.get(file) ?? new Set()).add(zone));
  const groups = new Map<string | null, FileReport[]>();
  for (const file of files) {
    const own = [...(said.get(file.id) ?? [])];
    const zone = own.length > 1 ? null : (own[0] ?? '');
    groups.set(zone, [...(groups.get(zone) ?? []), file]);
  }
  const rank = (zone: string | null): number => {
    if (zone === null) return zones.length + 1;
    return zone === '' ? zones.length + 2 : zones.includes(zone) ? zones.indexOf(zone) : zones.length;
  };
  return [...groups]
    .map(([zone, own]) => ({ zone, files: own }))
    .sort((a, b) => rank(a.zone) - rank(b.zone) || (a.zone ?? '').localeCompare(b.zone ?? '', 'zh'));
}
