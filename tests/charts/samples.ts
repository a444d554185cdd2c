import {
  DARK,
  type Drawing,
  LIGHT,
  type RateRow,
  type Setting,
  type ShareRow,
  type Theme,
  type SlopeRow,
  type TrendLine,
  dotInterval,
  funnelPlot,
  heatMap,
  quartileDots,
  slope,
  stackedShare,
  trend,
  trendPanels,
} from '../../src/charts';
import { type Locale, periodsBetween } from '../../src/domain';
import { funnelCurve, judge, wilson } from '../../src/stats';

/** What a chart owes its reader in one case: everything that must be legible, and how to draw it. */
export interface Case {
  readonly name: string;
  readonly draw: (setting: Setting) => Drawing;
  /** Texts that must be in the picture, whole or broken into lines. */
  readonly texts: readonly string[];
  /** Rates (`81.0%`) that must have their x/n beside or under them. */
  readonly rates?: readonly { readonly rate: string; readonly fraction: string }[];
}

export const THEMES: readonly Theme[] = [LIGHT, DARK];
export const WIDTHS = [320, 350, 460, 640, 900, 1400] as const;
export const LOCALES: readonly Locale[] = ['zh', 'en'];

export type Zone = readonly [label: string, numerator: number, denominator: number, before?: number];

export const ZONES: readonly Zone[] = [
  ['高新核心区', 402, 438, 395],
  ['软件园', 512, 571, 506],
  ['创业园', 233, 262, 226],
  ['生物医药园', 318, 366, 314],
  ['新材料园', 287, 341, 283],
  ['综保区', 366, 448, 369],
  ['装备制造园', 301, 371, 293],
  ['临空南区', 214, 265, 212],
  ['中央创新区', 296, 362, 292],
  ['电子信息园', 417, 511, 403],
  ['空港片区', 178, 241, 183],
  ['北部产业园', 240, 337, 250],
];
export const XIAN: Zone = ['西安高新区', 3364, 4153, 3290];
export const LONG = '国家级经济技术开发区北部先进制造业与现代服务业融合发展示范园区';
export const ENGLISH = 'Jiyuan National High-Tech Industrial Development Zone (North)';

export function rateRows(zones: readonly Zone[]): RateRow[] {
  const counted = zones.map(([, numerator, denominator]) => ({ numerator, denominator }));
  const verdicts = judge(counted)?.verdicts ?? [];
  return zones.map(([label, numerator, denominator, before], i) => ({
    key: label,
    label,
    numerator,
    denominator,
    interval: wilson({ numerator, denominator }),
    signal: verdicts[i]?.signal ?? 'none',
    previous: before === undefined ? null : { numerator: before, denominator },
  }));
}

export const pool = (zones: readonly Zone[]) => ({
  numerator: zones.reduce((sum, zone) => sum + zone[1], 0),
  denominator: zones.reduce((sum, zone) => sum + zone[2], 0),
});

export const dots = (
  name: string,
  zones: readonly Zone[],
  more: Partial<Parameters<typeof dotInterval>[0]> = {},
): Case => ({
  name: `dot-interval: ${name}`,
  draw: (setting) =>
    dotInterval({
      rows: rateRows(zones),
      whole: pool(zones),
      currentLabel: '2018 年四季度',
      previousLabel: '三季度',
      ...more,
      ...setting,
    }),
  texts: zones.map(([label]) => label),
  rates: zones
    .filter(([, , n]) => n > 0)
    .map(([, x, n]) => ({
      rate: `${((100 * x) / n).toFixed(1)}%`,
      fraction: `${x.toLocaleString('en')}/${n.toLocaleString('en')}`,
    })),
});

export const thirty: Zone[] = Array.from({ length: 30 }, (_, i) => [
  `第${i + 1}开发区`,
  40 + ((i * 37) % 60),
  105 + ((i * 13) % 90),
  45 + ((i * 29) % 50),
]);

export const PERIODS = periodsBetween('2016Q1', '2018Q4');
export const series = (
  key: string,
  label: string,
  start: number,
  n: number,
  highlighted: boolean,
  holes: readonly number[] = [],
): TrendLine => ({
  key,
  label,
  highlighted,
  points: PERIODS.map((_, i) => {
    if (holes.includes(i)) return null;
    const denominator = i < 6 ? n : Math.round(n * 1.4 + i * 12);
    return { numerator: Math.round(denominator * (start + i * 0.008 + 0.02 * Math.sin(i * 1.7 + n))), denominator };
  }),
});

export const trends = (
  name: string,
  lines: readonly TrendLine[],
  more: Partial<Parameters<typeof trend>[0]> = {},
): Case => ({
  name: `trend: ${name}`,
  draw: (setting) =>
    trend({
      periods: PERIODS,
      whole: series('', '总体', 0.72, 2300, false),
      lines,
      breaks: [{ period: '2017Q3', label: '单位范围扩大' }],
      denominatorLabel: '实体运营单位',
      ...more,
      ...setting,
    }),
  texts: ['2018', 'Q4', '实体运营单位', ...lines.filter(({ highlighted }) => highlighted).map(({ label }) => label)],
});

export const panels = (
  name: string,
  lines: readonly TrendLine[],
  more: Partial<Parameters<typeof trendPanels>[0]> = {},
): Case => ({
  name: `trend-panels: ${name}`,
  draw: (setting) =>
    trendPanels({
      periods: PERIODS,
      whole: series('', '总体', 0.72, 2300, false),
      lines,
      breaks: [{ period: '2017Q3', label: '单位范围扩大', lines: [''] }],
      denominatorLabel: '实体运营单位',
      ...more,
      ...setting,
    }),
  texts: ['总体', '2018', ...lines.map(({ label }) => label)],
});

export const LEVELS = [
  { key: '5', label: '五星' },
  { key: '4', label: '四星' },
  { key: '3', label: '三星' },
  { key: '2', label: '二星' },
  { key: '1', label: '一星' },
  { key: '0', label: '无星', none: true },
];
export const STARS: readonly ShareRow[] = [
  ['高新核心区', [9, 24, 38, 20, 6, 3]],
  ['软件园', [8, 25, 42, 29, 9, 5]],
  ['创业园', [4, 11, 22, 12, 4, 1]],
  ['生物医药园', [4, 13, 26, 19, 6, 3]],
  ['新材料园', [3, 11, 22, 19, 6, 2]],
  ['综保区', [4, 13, 32, 26, 9, 4]],
  ['装备制造园', [3, 10, 23, 23, 8, 3]],
  ['临空南区', [1, 6, 16, 17, 6, 3]],
].map(([label, counts]) => ({ key: label as string, label: label as string, counts: counts as number[] }));

export const shares = (
  name: string,
  rows: readonly ShareRow[],
  more: Partial<Parameters<typeof stackedShare>[0]> = {},
): Case => ({
  name: `stacked-share: ${name}`,
  draw: (setting) => stackedShare({ rows, levels: LEVELS, totalLabel: '参评', ...more, ...setting }),
  texts: [
    ...rows.map(({ label }) => label),
    '五星',
    '无星',
    '参评',
    ...rows.map(({ counts }) => counts.reduce((a, b) => a + b, 0).toLocaleString('en')),
  ],
});

export const DOMAINS = ['非公企业', '社会组织', '国有企业', '机关', '学校', '村', '社区'];
export const STAR_NAMES = ['政治星', '学习星', '发展星', '服务星', '廉洁星'];
export const map = (
  name: string,
  rows: readonly string[],
  columns: readonly string[],
  hole: (row: number, column: number) => 'null' | 'zero' | 'full' | 'none' | null,
): Case => {
  const cells = rows.map((_, i) =>
    columns.map((__, k) => {
      const kind = hole(i, k);
      if (kind === 'null') return null;
      if (kind === 'zero') return { numerator: 0, denominator: 0 };
      const n = 12 + ((i * 31 + k * 17) % 140);
      if (kind === 'full') return { numerator: n, denominator: n };
      if (kind === 'none') return { numerator: 0, denominator: n };
      return { numerator: Math.round(n * (0.55 + (((i * 7 + k * 5) % 10) / 10) * 0.42)), denominator: n };
    }),
  );
  return {
    name: `heat-map: ${name}`,
    draw: (setting) =>
      heatMap({
        rows: rows.map((label) => ({ key: label, label })),
        columns: columns.map((label) => ({ key: label, label })),
        cells,
        ...setting,
      }),
    texts: [...rows, ...columns],
    rates: cells.flat().flatMap((cell) =>
      cell && cell.denominator > 0
        ? [
            {
              rate: `${((100 * cell.numerator) / cell.denominator).toFixed(1)}%`,
              fraction: `${cell.numerator}/${cell.denominator}`,
            },
          ]
        : [],
    ),
  };
};
export const STAR_LEVELS = LEVELS.map(({ key, label }) => ({ key, label }));
export const MOVES = [
  [6, 2, 0, 0, 0, 0],
  [3, 18, 4, 1, 0, 0],
  [0, 9, 31, 5, 0, 0],
  [0, 1, 12, 22, 3, 1],
  [0, 0, 1, 6, 8, 1],
  [0, 0, 0, 2, 3, 4],
];

export const slopes = (name: string, rows: readonly SlopeRow[]): Case => ({
  name: `slope: ${name}`,
  draw: (setting) => slope({ rows, previousLabel: '2018 上半年', currentLabel: '2018 全年', ...setting }),
  texts: [...rows.map(({ label }) => label), '2018 上半年', '2018 全年'],
});
export const slopeRow = ([label, x, n, before]: Zone, i: number): SlopeRow => ({
  key: label,
  label,
  previous: before === undefined ? null : { numerator: before, denominator: n },
  current: { numerator: x, denominator: n },
  highlighted: i > 9,
});

export const funnels = (name: string, zones: readonly Zone[]): Case => {
  const rows = rateRows(zones);
  const whole = pool(zones);
  const largest = Math.max(...zones.map(([, , n]) => n));
  return {
    name: `funnel: ${name}`,
    draw: (setting) =>
      funnelPlot({
        rows,
        whole,
        limits: funnelCurve(
          { theta: whole.numerator / whole.denominator, phi: 1, size: whole.denominator },
          largest * 1.06,
        ),
        denominatorLabel: '实体运营单位',
        ...setting,
      }),
    texts: ['实体运营单位', ...rows.filter(({ signal }) => signal !== 'none').map(({ label }) => label)],
  };
};

export const names = ZONES.map(([label]) => label);

export type Scores = readonly [
  label: string,
  lower: number,
  median: number,
  upper: number,
  size: number,
  before?: number,
];
export const quartiles = (
  name: string,
  zones: readonly (Scores | readonly [label: string])[],
  more: Partial<Parameters<typeof quartileDots>[0]> = {},
): Case => ({
  name: `quartile-dots: ${name}`,
  draw: (setting) =>
    quartileDots({
      rows: zones.map(([label, lower, median, upper, size, before]) => ({
        key: label,
        label,
        now:
          lower === undefined || median === undefined || upper === undefined || size === undefined
            ? null
            : { lower, median, upper, size },
        before: before ?? null,
      })),
      whole: { lower: 78, median: 83.5, upper: 88, size: 1204 },
      currentLabel: '2018 年',
      previousLabel: '2018 年上半年',
      unitLabel: '分',
      sizeLabel: '个党组织',
      ...more,
      ...setting,
    }),
  texts: [...zones.map(([label]) => label), ...zones.flatMap(([, , , , size]) => (size ? [`n ${size}`] : []))],
});
