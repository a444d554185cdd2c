import { type StackedCountData, type StepCurveData, type StepLine, stackedCount, stepCurve } from '../../src/charts';
import { atRiskAt, kaplanMeier } from '../../src/stats';
import { type Case, ENGLISH, LONG } from './samples';

const BANDS = [
  { key: '1-30', label: '1–30 天' },
  { key: '31-90', label: '31–90 天' },
  { key: '91-', label: '超过 90 天' },
];

const ageing = (name: string, rows: StackedCountData['rows'], texts: readonly string[]): Case => ({
  name: `stacked-count: ${name}`,
  draw: (setting) => stackedCount({ rows, parts: BANDS, ...setting }),
  texts: [...BANDS.map(({ label }) => label), ...texts],
});

/** Items closed after so many days; every fifth is still open and only watched that long. */
const observed = (count: number, pace: number) =>
  Array.from({ length: count }, (_, at) => ({
    time: Math.round(pace * (0.2 + ((at * 37) % 100) / 40)),
    ended: at % 5 === 4 ? 0 : 1,
    censored: at % 5 === 4 ? 1 : 0,
  }));

function lineOf(label: string, count: number, pace: number, highlighted = false): StepLine {
  const { steps, longest } = kaplanMeier(observed(count, pace));
  return { key: label, label, highlighted, steps, longest };
}

const curves = (name: string, lines: readonly StepLine[], more: Partial<StepCurveData> = {}): Case => ({
  name: `step-curve: ${name}`,
  draw: (setting) =>
    stepCurve({
      whole: lineOf('总体', 465, 46),
      lines,
      median: { time: kaplanMeier(observed(465, 46)).median ?? 0, label: '中位数 64 天' },
      atRisk: (time) => atRiskAt(observed(465, 46), time),
      unit: '天',
      shareLabel: '尚未完成',
      atRiskLabel: '仍在观察的事项',
      ...more,
      ...setting,
    }),
  texts: ['尚未完成', '仍在观察的事项', '天', '50%'],
});

/** Ageing bars and survival curves of rectification items. */
export const RECTIFICATION_CASES: readonly Case[] = [
  ageing(
    'overdue items by age',
    [
      { key: 'a', label: '北部产业园', counts: [3, 10, 22] },
      { key: 'b', label: '空港片区', counts: [4, 6, 9] },
      { key: 'c', label: '软件园', counts: [0, 1, 8] },
      { key: 'd', label: '创业园', counts: [1, 0, 0] },
      { key: 'e', label: '综保区', counts: [0, 0, 0] },
      { key: 'f', label: '未报园区', counts: null },
      { key: 'g', label: LONG, counts: [1, 2, 1259] },
      { key: 'h', label: ENGLISH, counts: [2, 0, 3] },
    ],
    ['北部产业园', '35', '0', '1,262', LONG],
  ),
  ageing('nothing overdue', [{ key: 'a', label: '甲区', counts: [0, 0, 0] }], ['甲区', '0']),
  curves('whole and two slow zones', [
    lineOf('快区', 80, 20),
    lineOf('常区', 60, 44),
    lineOf('望舒高新区 137 天', 54, 110, true),
    lineOf('青岚经开区 94 天', 50, 80, true),
  ]),
  curves('no median, a long name', [lineOf(LONG, 9, 70, true)], { median: null }),
  curves('one item', [], {
    whole: { key: 'w', label: '总体', highlighted: false, steps: [{ time: 0, survival: 0 }], longest: 0 },
    median: { time: 0, label: '中位数 0 天' },
    atRisk: (time) => (time === 0 ? 1 : 0),
  }),
];
