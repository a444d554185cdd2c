import { type TierRow, tierBars } from '../../src/charts';
import { type Case, ENGLISH, LONG } from './samples';

const TIERS: readonly TierRow[] = [
  { key: '党工委', label: '党工委', depth: 0, value: 44 },
  { key: '党委', label: '党委', depth: 1, value: 61 },
  { key: '总支', label: '总支', depth: 2, value: 38 },
  { key: '支部', label: '支部', depth: 3, value: 1986 },
  { key: '联合支部', label: '联合支部', depth: 3, value: 231 },
  { key: '党小组', label: '党小组', depth: 4, value: 112 },
];

const tiers = (name: string, rows: readonly TierRow[]): Case => ({
  name: `tier-bars: ${name}`,
  draw: (setting) => tierBars({ rows, ...setting }),
  texts: rows.flatMap(({ label, value }) => [label, value.toLocaleString('en')]),
});

/** The tiers of organisations: all of them, three only, one, long names. */
export const TIER_CASES: readonly Case[] = [
  tiers('five tiers', TIERS),
  tiers(
    'work committee, branches, groups',
    TIERS.filter(({ key }) => ['党工委', '支部', '党小组'].includes(key)),
  ),
  tiers('one tier, nothing in it', [{ key: 'a', label: '支部', depth: 0, value: 0 }]),
  tiers('no tier', []),
  tiers('long names', [
    { key: 'a', label: LONG, depth: 0, value: 1 },
    { key: 'b', label: ENGLISH, depth: 4, value: 12345 },
  ]),
];
