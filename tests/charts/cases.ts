import { countBar, divergingBar, transition } from '../../src/charts';
import { RECTIFICATION_CASES } from './rectification-cases';
import { APPRAISAL_CASES } from './appraisal-cases';
import { STATUS_CASES } from './status-cases';
import { TIER_CASES } from './tier-cases';
import {
  type Case,
  DOMAINS,
  ENGLISH,
  LONG,
  MOVES,
  STARS,
  STAR_LEVELS,
  STAR_NAMES,
  XIAN,
  ZONES,
  dots,
  funnels,
  map,
  names,
  panels,
  quartiles,
  rateRows,
  series,
  shares,
  slopeRow,
  slopes,
  thirty,
  trends,
} from './samples';

export { LOCALES, THEMES, WIDTHS } from './samples';

/** Every case of every chart: the gallery's and the tests'. */
export const CASES: readonly Case[] = [
  dots('twelve zones', ZONES),
  dots('with published figures', [...ZONES.slice(0, 4), XIAN], {
    rows: rateRows([...ZONES.slice(0, 4), XIAN]).map((row, i) => ({
      ...row,
      published: i === 4 ? { rate: 0.81 } : i === 1 ? { rate: 0.996, bound: '≥' as const } : null,
    })),
  }),
  dots('a target for all and one for one zone', [...ZONES.slice(0, 4), XIAN], {
    target: { rate: 0.9, label: '目标 90%：4 个未达' },
    rows: rateRows([...ZONES.slice(0, 4), XIAN]).map((row, i) => ({
      ...row,
      published: i === 4 ? { rate: 0.81 } : null,
      target:
        i === 1
          ? { rate: 1, label: '目标 100%，未达目标' }
          : i === 4
            ? { rate: 0.85, label: '目标 85%，低于红线' }
            : null,
    })),
  }),
  dots('nothing known', [
    ['甲区', 0, 0],
    ['乙区', 0, 0],
  ]),
  dots('some unknown, 0 % and 100 %, tiny n', [
    ['全部覆盖', 12, 12],
    ['没有覆盖', 0, 5],
    ['只有一家', 1, 1],
    ['未报', 0, 0],
    ['大区', 1948, 5117],
  ]),
  dots('one zone', ZONES.slice(0, 1)),
  dots('no zone', []),
  dots('thirty zones', thirty),
  dots('long names', [
    [LONG, 85, 105, 80],
    [ENGLISH, 70, 95],
    ['短', 33, 47],
  ]),
  trends('whole and two highlighted', [
    series('a', '空港片区', 0.68, 170, true),
    series('b', '北部产业园', 0.67, 240, true),
  ]),
  trends('many grey, holes, single points', [
    ...Array.from({ length: 8 }, (_, i) => series(`g${i}`, `第${i + 1}区`, 0.6 + i * 0.03, 100 + i * 20, false)),
    series('h', LONG.slice(0, 12), 0.66, 240, true, [2, 3, 5, 7, 8, 11]),
  ]),
  trends(
    'labels that would collide',
    ['甲', '乙', '丙', '丁'].map((label, i) => series(label, `${label}区`, 0.72 + i * 0.001, 240, true)),
  ),
  trends(
    'a break of some lines only',
    [series('a', '换了标准', 0.68, 170, true), series('b', '没换标准', 0.66, 240, true)],
    {
      breaks: [{ period: '2017Q3', label: '换用新标准', lines: ['', 'a'] }],
    },
  ),
  trends('a target at the top and a break', [series('a', '空港片区', 0.68, 170, true)], {
    target: { rate: 1, label: '目标 100%' },
    breaks: [{ period: '2016Q2', label: '规则变更' }],
  }),
  trends('a target among the lines', [series('a', '空港片区', 0.68, 170, true)], {
    target: { rate: 0.7, label: '目标 70%' },
  }),
  panels('twelve zones, one of them apart', [
    ...Array.from({ length: 11 }, (_, i) => series(`g${i}`, `第${i + 1}区`, 0.6 + i * 0.03, 100 + i * 2000, false)),
    series('h', '北部产业园', 0.5, 240, true),
  ]),
  panels(
    'holes, single points, long names, a target and a reference',
    [
      series('h', LONG.slice(0, 14), 0.66, 240, true, [2, 3, 5, 7, 8, 11]),
      series('e', ENGLISH, 0.7, 115140, false),
      series('s', '短', 0.9, 7, false, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      { ...series('r', '全部园区', 0.8, 9000, false), reference: true },
    ],
    { target: { rate: 1, label: '目标 100%' }, breaks: [{ period: '2017Q3', label: '规则变更' }] },
  ),
  panels('one period', [series('a', '空港片区', 0.68, 170, false)], {
    periods: ['2018Q4'],
    whole: { key: '', label: '总体', highlighted: false, points: [{ numerator: 3364, denominator: 4153 }] },
    breaks: [],
  }),
  trends('one period', [], {
    periods: ['2018Q4'],
    whole: { key: '', label: '总体', highlighted: false, points: [{ numerator: 3364, denominator: 4153 }] },
    breaks: [],
  }),
  shares('eight zones', STARS),
  shares('capped scheme', STARS, { cap: 0.1 }),
  shares('nobody rated, one level only, one organisation', [
    { key: 'a', label: '未参评区', counts: [0, 0, 0, 0, 0, 0] },
    { key: 'b', label: '全五星区', counts: [12, 0, 0, 0, 0, 0] },
    { key: 'c', label: '只有一个', counts: [0, 0, 1, 0, 0, 0] },
    { key: 'd', label: '悬殊', counts: [1, 1, 2000, 1, 1, 1] },
  ]),
  {
    ...shares('long level names', STARS.slice(0, 4), {
      levels: ['Five stars', 'Four stars', 'Three stars', 'Two stars', 'One star', 'No star'].map((label, i) => ({
        key: `${i}`,
        label,
        none: i === 5,
      })),
      totalLabel: 'Organisations rated',
    }),
    texts: ['Five stars', 'No star', 'Organisations rated', '高新核心区', '100'],
  },
  shares('long names', [
    { key: 'l', label: LONG, counts: [3, 4, 5, 6, 1, 0] },
    { key: 'e', label: ENGLISH, counts: [3, 4, 5, 6, 1, 2] },
  ]),
  map('zone × domain', names, DOMAINS, (i, k) =>
    (i * 5 + k) % 17 === 3 ? 'null' : (i + k) % 23 === 11 ? 'zero' : null,
  ),
  map('zone × named stars', names.slice(0, 6), STAR_NAMES, () => null),
  map(
    'extremes',
    ['甲区', LONG],
    ['全部', '没有', '未报', '无此类单位', ENGLISH],
    (_, k) => (['full', 'none', 'null', 'zero', null] as const)[k] ?? null,
  ),
  {
    name: 'count-bar: uncovered units',
    draw: (setting) =>
      countBar({
        rows: [
          { key: 'a', label: '北部产业园', value: 97, highlighted: true },
          { key: 'b', label: '空港片区', value: 63, highlighted: true },
          { key: 'c', label: '装备制造园', value: 70, bound: '≥' },
          { key: 'd', label: '软件园', value: 1259 },
          { key: 'e', label: '创业园', value: 0 },
          { key: 'f', label: '未报园区', value: null },
          { key: 'g', label: LONG, value: 12 },
        ],
        ...setting,
      }),
    texts: ['北部产业园', '97', '≥70', '1,259', '0', LONG],
  },
  {
    name: 'count-bar: all zero',
    draw: (setting) => countBar({ rows: [{ key: 'a', label: '甲区', value: 0 }], ...setting }),
    texts: ['甲区', '0'],
  },
  {
    name: 'diverging-bar: net new organisations',
    draw: (setting) =>
      divergingBar({
        rows: [
          { key: 'a', label: '高新核心区', founded: 21, dissolved: 3 },
          { key: 'b', label: '软件园', founded: 14, dissolved: 6 },
          { key: 'c', label: '北部产业园', founded: 2, dissolved: 9 },
          { key: 'd', label: '创业园', founded: 4, dissolved: 4 },
          { key: 'e', label: '空港片区', founded: 0, dissolved: 0 },
          { key: 'f', label: '未报园区', founded: null, dissolved: null },
          { key: 'g', label: LONG, founded: 3, dissolved: 0 },
        ],
        ...setting,
      }),
    texts: ['高新核心区', '21', '+18', '−7', '0', LONG],
  },
  {
    name: 'transition: six levels',
    draw: (setting) =>
      transition({
        levels: STAR_LEVELS,
        counts: MOVES,
        previousLabel: '2017 年度',
        currentLabel: '2018 年度',
        upLabel: '晋星',
        downLabel: '降星',
        ...setting,
      }),
    texts: ['2017 年度', '2018 年度', '五星', '无星', '31', '晋星', '降星'],
    rates: [{ rate: '25.9%', fraction: '37/143' }],
  },
  {
    name: 'transition: nothing moved',
    draw: (setting) =>
      transition({
        levels: STAR_LEVELS.slice(0, 3),
        counts: [
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
        previousLabel: '2017',
        currentLabel: '2018',
        ...setting,
      }),
    texts: ['2017', '2018'],
  },
  slopes('twelve zones', ZONES.map(slopeRow)),
  slopes('one side missing, long name', [
    {
      key: 'a',
      label: LONG,
      previous: { numerator: 80, denominator: 105 },
      current: { numerator: 85, denominator: 105 },
      highlighted: true,
    },
    { key: 'b', label: '新设园区', previous: null, current: { numerator: 3, denominator: 3 }, highlighted: false },
    { key: 'c', label: '撤并园区', previous: { numerator: 0, denominator: 5 }, current: null, highlighted: false },
  ]),
  quartiles('scores of eight zones', [
    ['高新核心区', 84, 88.5, 92, 96, 87],
    ['软件园', 81, 86, 90, 118, 86.5],
    ['创业园', 82, 85.5, 88, 54, 84],
    ['生物医药园', 79, 84, 89.5, 71, 80],
    ['新材料园', 78, 83, 87, 63, 83],
    ['空港片区', 74, 80.5, 85, 40, 82],
    ['北部产业园', 70, 76, 83.5, 52, 79],
    ['未报园区'],
  ]),
  quartiles(
    'differences around zero, long names, one organisation',
    [
      [LONG, 1, 5, 8.5, 39, 4],
      [ENGLISH, -2, 0, 1.5, 65],
      ['只有一个', 3, 3, 3, 1],
    ],
    { signed: true, whole: { lower: 0, median: 2.25, upper: 4, size: 105 } },
  ),
  quartiles('nothing known', [['甲区'], ['乙区']], { whole: null }),
  funnels('twelve zones', ZONES),
  funnels('thirty zones', thirty),
  ...RECTIFICATION_CASES,
  ...APPRAISAL_CASES,
  ...TIER_CASES,
  ...STATUS_CASES,
];
