import { expect, test } from 'vitest';
import { changeOf } from './change';
import { type Part, partsByZone, percentOf, sumOf } from './count';
import { headlineFaults } from './judge';
import { mutatedWorld } from './mutations';

/* A judge that finds nothing proves nothing: true sentences pass, and every way of bending one is caught. */

const METRIC = 'org_coverage_rate';
const WORLD = mutatedWorld(101, ['missing-last']);
const [FROM = '', TO = ''] = WORLD.quarters.slice(-2);
const PARTS = partsByZone(WORLD, METRIC, TO);
const WHOLE = sumOf(PARTS.values());
const CHANGE = changeOf(WORLD, METRIC, FROM, TO);
const POINTS = CHANGE.points ?? 0;
const MOVED = Math.abs(POINTS).toFixed(1);
const LEFT = CHANGE.left.map((zone) => WORLD.zones.find(({ id }) => id === zone)?.name ?? '');
const BOTH = CHANGE.both.length;
const ALL = WORLD.zones.length;

const way = (points: number): string => (points > 0 ? '上升' : '下降');
const faults = (text: string): string[] => headlineFaults(WORLD, text, WHOLE, PARTS, CHANGE);

const TRUE_ZH = `四季度组织覆盖率 ${percentOf(WHOLE)}%，较上季度${way(POINTS)} ${MOVED} 个百分点（按两期均报送的 ${BOTH} 个园区，共 ${ALL} 个；${LEFT.join('、')}未报送）。`;
const TRUE_EN = `${percentOf(WHOLE)}% of operating units had a party organisation in Q4 2018, ${POINTS > 0 ? 'up' : 'down'} ${MOVED} percentage points from the quarter before (${BOTH} of ${ALL} zones; ${LEFT.join(', ')} did not report).`;

test('the world is one in which something can be said wrongly', () => {
  expect(LEFT).toHaveLength(1);
  expect(Number(MOVED)).toBeGreaterThan(0);
});

test('true sentences pass', () => {
  expect([TRUE_ZH, faults(TRUE_ZH)]).toEqual([TRUE_ZH, []]);
  expect([TRUE_EN, faults(TRUE_EN)]).toEqual([TRUE_EN, []]);
});

const shifted = (part: Part): string => percentOf({ x: part.x + 1, n: part.n });
const other = WORLD.zones.find(({ id }) => CHANGE.both.includes(id))?.name ?? '';

const BENT: readonly (readonly [string, string])[] = [
  ['another rate', TRUE_ZH.replace(percentOf(WHOLE), shifted(WHOLE))],
  ['a tenth more', TRUE_ZH.replace(` ${MOVED} `, ` ${(Number(MOVED) + 0.1).toFixed(1)} `)],
  ['the other way', TRUE_ZH.replace(way(POINTS), way(-POINTS))],
  ['nothing moved', TRUE_ZH.replace(`较上季度${way(POINTS)} ${MOVED} 个百分点`, '与上季度持平')],
  ['no change at all', `四季度组织覆盖率 ${percentOf(WHOLE)}%。`],
  ['of whom is not said', TRUE_ZH.replace(/（.*）/u, '')],
  ['one zone too many', TRUE_ZH.replace(`的 ${BOTH} 个`, `的 ${ALL} 个`)],
  ['another zone is blamed', TRUE_ZH.replace(`${LEFT[0] ?? ''}未报送`, `${other}未报送`)],
  ['both are blamed', TRUE_ZH.replace('未报送', `、${other}未报送`)],
  ['of whom is not said, in English', TRUE_EN.replace(/\(.*\)/u, '')],
  ['the other way, in English', TRUE_EN.replace(/\b(?:up|down)\b/u, POINTS > 0 ? 'down' : 'up')],
  ['a zone that did not report stands out', TRUE_ZH.replace('。', `；${LEFT[0] ?? ''}显著低于其余。`)],
  ['more stand out than there are', TRUE_ZH.replace('。', `；${ALL} 个园区显著低于其余。`)],
  ['fewer cannot be told apart than cannot', TRUE_ZH.replace('。', '；0 个园区与其余分不出高低。')],
  ['more zones than there are', TRUE_ZH.replace('。', `；${ALL + 1} 个园区与其余分不出高低。`)],
];

test.each(BENT)('%s is caught', (_, text) => {
  expect(text).not.toBe(TRUE_ZH);
  expect([text, faults(text).length > 0]).toEqual([text, true]);
});

test('a change of nothing known is caught', () => {
  const nothing = { points: null, both: [], now: { x: 0, n: 0 }, left: WORLD.zones.map(({ id }) => id), absent: [] };
  expect(headlineFaults(WORLD, TRUE_ZH, WHOLE, PARTS, nothing)).not.toEqual([]);
});
