import { MUTATIONS, mutatedWorld } from './mutations';
import type { World } from './rows';

/** Mutations that leave each other alone, a few to a world, so that every one is tried without a world of its own. */
const TOGETHER: readonly (readonly string[])[] = [
  ['missing-once', 'late-kind', 'late-ledger'],
  ['missing-last', 'fewer-kinds', 'rated-every-second-year'],
  ['missing-first', 'many-groups', 'mid-year-register'],
  ['yearly-only', 'missing-log-quarter', 'half-point'],
  ['widened', 'tiny'],
  ['widened-while-missing', 'one-kind-only'],
  ['falling', 'twins', 'nothing-in-scope'],
  ['committee-missing', 'all-built'],
  ['committee-split', 'corrected'],
  ['counts-all-covered', 'never-reported'],
  ['nobody-counts', 'mid-year-register'],
  ['all-alike'],
  ['few-zones', 'corrected'],
];

/** Worlds by name: one for each group of mutations, and some with mutations chosen by chance. */
export function worldsFrom(seed: number, chosen: readonly number[]): (readonly [string, () => World])[] {
  const missing = MUTATIONS.map(({ name }) => name).filter((name) => !TOGETHER.flat().includes(name));
  if (missing.length > 0) throw new RangeError(`in no world: ${missing.join(', ')}`);
  return [
    ...TOGETHER.map((names, at) => [names.join(', '), () => mutatedWorld(seed + at, names)] as const),
    ...chosen.map((at) => [`seed ${at}`, () => mutatedWorld(at)] as const),
  ];
}
