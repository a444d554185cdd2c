import { byText } from '../../domain';
import { zoneBook } from '../../model';
import type { ZoneInfo } from '../cube';
import type { MergeNote } from '../merged';
import type { NamedCube } from './named';

/** The zones of several cubes. */
export interface MergedZones {
  /** For each cube: the zone that each of its ids is. */
  readonly idsOf: readonly ReadonlyMap<string, string>[];
  readonly zones: readonly ZoneInfo[];
  readonly notes: readonly MergeNote[];
}

/** The zones a cube tells of, those its register does not have under the name their rows gave. */
function zonesIn({ cube }: NamedCube): ZoneInfo[] {
  const ids = new Set(cube.zones.map(({ id }) => id));
  const others = new Set(cube.cells.map(({ zone }) => zone).filter((zone) => zone !== '' && !ids.has(zone)));
  return [...cube.zones, ...[...others].map((zone) => ({ id: zone, name: zone, type: '', note: '' }))];
}

interface Found {
  readonly at: number;
  readonly info: ZoneInfo;
  /** Its name; where a file has its code only, the name another file has for the code. */
  readonly name: string;
}

function found(files: readonly NamedCube[]): Found[] {
  const all = files.flatMap((file, at) => zonesIn(file).map((info) => ({ at, info })));
  const named = new Map<string, Set<string>>();
  for (const { info } of all)
    if (info.name !== info.id) named.set(info.id, (named.get(info.id) ?? new Set()).add(info.name));
  return all.map(({ at, info }) => {
    const [only, ...others] = named.get(info.id) ?? [];
    return { at, info, name: info.name === info.id && only !== undefined && others.length === 0 ? only : info.name };
  });
}

/** Which of the zones found are one: by their names, as names of files are told apart; what one file keeps apart stays apart. */
function keysOf(all: readonly Found[]): {
  keyOf: (one: Found) => string;
  mayBe: ReadonlyMap<string, readonly string[]>;
} {
  const book = zoneBook(all.map(({ name }) => name));
  const open = book.entries.filter(({ candidates }) => candidates.length > 0);
  const candidates = new Map(open.map(({ zone, candidates }) => [zone, candidates]));
  const inFile = new Map<string, Set<string>>();
  for (const { at, info, name } of all) {
    const place = `${at}\n${book.zoneOf(name)}`;
    inFile.set(place, (inFile.get(place) ?? new Set()).add(info.id));
  }
  const apart = new Set([...inFile].filter(([, ids]) => ids.size > 1).map(([place]) => place.split('\n')[1] ?? ''));
  const first = ({ name }: Found): string => (apart.has(book.zoneOf(name)) ? name : book.zoneOf(name));
  // Names that may be one zone are one where their code is the same.
  const joined = new Map<string, string>();
  const byCode = new Map<string, Set<string>>();
  for (const one of all) byCode.set(one.info.id, (byCode.get(one.info.id) ?? new Set()).add(first(one)));
  for (const keys of byCode.values())
    for (const key of keys)
      for (const other of keys)
        if (!apart.has(key) && candidates.get(key)?.includes(other) === true) joined.set(key, other);
  const keyOf = (one: Found): string => joined.get(first(one)) ?? first(one);
  const mayBe = new Map([...candidates].filter(([zone]) => !joined.has(zone)));
  return { keyOf, mayBe };
}

/** Says which zones of the files are one, and under which id and name each stands; the files are the newest first. */
export function mergedZones(files: readonly NamedCube[]): MergedZones {
  const all = found(files);
  const { keyOf, mayBe } = keysOf(all);
  const members = new Map<string, Found[]>();
  for (const one of all) members.set(keyOf(one), [...(members.get(keyOf(one)) ?? []), one]);
  const users = new Map<string, Set<string>>();
  for (const [key, own] of members)
    for (const { info } of own) users.set(info.id, (users.get(info.id) ?? new Set()).add(key));
  const notes: MergeNote[] = [];
  const ids = new Map<string, string>();
  const zones: ZoneInfo[] = [];
  for (const [key, own] of members) {
    const isCode = ({ id, name }: ZoneInfo): boolean => id !== name;
    const sorted = [...own].sort(
      (a, b) => Number(isCode(b.info)) - Number(isCode(a.info)) || byText(a.info.id, b.info.id),
    );
    const free = sorted.find(({ info }) => users.get(info.id)?.size === 1)?.info.id;
    const names = new Set(own.map((one) => one.name));
    const name = own.find(({ info }) => isCode(info))?.name ?? (names.size > 1 ? key : (own[0]?.name ?? key));
    const id = free ?? `${name} ${sorted[0]?.info.id ?? ''}`;
    ids.set(key, id);
    const said = (field: 'type' | 'note'): string => own.find(({ info }) => info[field] !== '')?.info[field] ?? '';
    // Without a register a zone is known by its name alone.
    if (files.some(({ cube }) => cube.zones.length > 0) || id !== name)
      zones.push({ id, name, type: said('type'), note: said('note') });
    const written = new Set(own.flatMap(({ info }) => (isCode(info) ? [`${info.name}（${info.id}）`] : [info.name])));
    const codes = new Set(own.filter(({ info }) => isCode(info)).map(({ info }) => info.id));
    if (names.size > 1 || codes.size > 1) notes.push({ kind: 'one-zone', zone: id, names: [...written].sort() });
  }
  for (const [code, keys] of users)
    if (keys.size > 1)
      notes.push({ kind: 'shared-code', code, zones: [...keys].map((key) => ids.get(key) ?? key).sort() });
  for (const [key, others] of mayBe) {
    const known = others.filter((other) => ids.has(other));
    if (ids.has(key) && known.length > 0)
      notes.push({
        kind: 'may-be',
        zone: ids.get(key) ?? key,
        zones: known.map((other) => ids.get(other) ?? other).sort(),
      });
  }
  const idsOf = files.map(
    (_, at) =>
      new Map(all.filter((one) => one.at === at).map((one) => [one.info.id, ids.get(keyOf(one)) ?? one.info.id])),
  );
  return { idsOf, zones: zones.sort((a, b) => byText(a.id, b.id)), notes };
}
