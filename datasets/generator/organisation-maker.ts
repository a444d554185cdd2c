import { dayBetween, LAST } from './calendar';
import type { Random } from './random';
import type { Org } from './truth';

type Given = Pick<Org, 'key' | 'name' | 'type' | 'domain'> &
  Partial<Pick<Org, 'setting' | 'unitCode' | 'founded' | 'dissolved'>> & { parent: string | null; members?: number[] };

/** Makes organisations with their term of office; the code is given once all are known. */
export function organisationMaker(random: Random) {
  return (given: Given): Org => {
    const founded = given.founded === undefined ? dayBetween(1992, 2015, random) : given.founded;
    const upper = given.type === '党委' || given.type === '党工委' || given.domain === '村' || given.domain === '社区';
    const roll = random.next();
    const start = dayBetween(2013, 2015, random);
    return {
      key: given.key,
      code: '',
      name: given.name,
      type: given.type,
      domain: given.domain,
      setting: given.setting ?? '单位',
      unitCode: given.unitCode ?? null,
      founded,
      dissolved: given.dissolved ?? null,
      parents: given.parent === null ? [] : [{ from: 0, key: given.parent }],
      members: given.members ?? Array.from({ length: LAST + 1 }, () => 0),
      probationShare: 0.02 + 0.04 * random.next(),
      termStart: founded !== null && founded > start ? founded : start,
      termYears: upper ? 5 : 3,
      renewalDelay:
        roll < 0.78 ? -random.int(0, 2) : roll < 0.9 ? random.int(1, 5) : roll < 0.95 ? random.int(7, 11) : null,
    };
  };
}

/** The organisation right above at a quarter's end, or null for the root. */
export function parentAt(org: Org, quarter: number): string | null {
  const known = org.parents.filter((p) => p.from <= quarter);
  return known[known.length - 1]?.key ?? org.parents[0]?.key ?? null;
}

/** Whether the organisation exists on a day: founded (or founding day unknown) and not dissolved by then. */
export function activeOn(org: Org, iso: string): boolean {
  return (org.founded === null || org.founded <= iso) && (org.dissolved === null || org.dissolved > iso);
}
