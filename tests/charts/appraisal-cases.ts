import { type ScoreSlopeRow, scoreSlope, tornado } from '../../src/charts';
import { type Case, ENGLISH, LONG } from './samples';

type Row = readonly [label: string, before: number | null, now: number | null, size: number];

const scores = (name: string, rows: readonly Row[]): Case => ({
  name: `score-slope: ${name}`,
  draw: (setting) =>
    scoreSlope({
      rows: rows.map(([label, before, now, size], nth): ScoreSlopeRow => ({
        key: label,
        label,
        previous: before === null ? null : { median: before, size },
        current: now === null ? null : { median: now, size },
        highlighted: nth === 0,
      })),
      previousLabel: '2018 年上半年',
      currentLabel: '2018 年全年',
      unitLabel: '分',
      ...setting,
    }),
  texts: [...rows.map(([label]) => label), '2018 年上半年', '2018 年全年', ...rows.map(([, , , size]) => `n ${size}`)],
});

/** Scores in two periods, and what follows from a moved rule. */
export const APPRAISAL_CASES: readonly Case[] = [
  scores('ten committees of one', [
    ['甲街道党工委', 74.1, 79.3, 1],
    ['乙街道党工委', 83.5, 86, 1],
    ['丙街道党工委', 83, 89.5, 1],
    ['丁街道党工委', 87.5, 91.5, 1],
    ['机关党委', 81.5, 85.5, 1],
    ['教育党委', 86.5, 86.5, 1],
    ['国有企业党委', 84.5, 88, 1],
    ['两新组织党委', 81, 84, 1],
  ]),
  scores('one side missing, long names, all alike', [
    [LONG, 80, 80.5, 140],
    [ENGLISH, null, 80, 55],
    ['撤并园区', 80.5, null, 12],
  ]),
  {
    name: 'tornado: cut-offs and weights',
    draw: (setting) =>
      tornado({
        rows: [
          { key: 'a', label: '“优秀”分数线 90 分', less: 41, more: 38 },
          { key: 'b', label: '上级评定权重 0.4', less: 27, more: 12, tip: ['上升 3，下降 24'] },
          { key: 'c', label: '互评权重 0.05', less: null, more: 9 },
          { key: 'd', label: LONG, less: 0, more: 1 },
        ],
        lessLabel: '下调 1 分或 0.1',
        moreLabel: '上调 1 分或 0.1',
        noneLabel: '不可行',
        ...setting,
      }),
    texts: ['“优秀”分数线 90 分', '41', '38', '不可行', '0', LONG, '下调 1 分或 0.1'],
  },
  {
    name: 'tornado: nothing follows from anything',
    draw: (setting) =>
      tornado({
        rows: [{ key: 'a', label: 'Cut-off 90', less: 0, more: 0 }],
        lessLabel: 'down',
        moreLabel: 'up',
        noneLabel: 'not possible',
        ...setting,
      }),
    texts: ['Cut-off 90', '0', 'down', 'up'],
  },
];
