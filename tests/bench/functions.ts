import { typedColumns } from '../ingest/typed-columns';
import { matchHeader } from '../../src/ingest/match';
import { maskText } from '../../src/ingest/personal/mask-text';
import { rankIntervals } from '../../src/stats';

/* How long single functions take at most, on an idle machine: part of `npm run bench`. Tests assert no times. */

const CELLS = ['1', '一', '-', '(', '年', '1,', '九月', '余', '1万', '%', ' a'].map((part) => part.repeat(20_000));
const TEXTS = ['1', '书记', '书记：', '138 ', '（', '电话', '张三、', '*', 'a@', '0755-2', ' '].map((part) =>
  part.repeat(100_000 / part.length),
);
const WIDE = Array.from({ length: 16_384 }, (_, at) => (at % 3 === 0 ? '列' : `企业名称${String(at)}`));
const ZONES = Array.from({ length: 20 }, (_, at) => ({ numerator: 10 + 7 * at, denominator: 20 + 11 * at }));

const TASKS: readonly (readonly [what: string, mostMs: number, run: () => void])[] = [
  ['ranks of 20 zones from 10,000 draws', 50, () => rankIntervals(ZONES)],
  [
    'typing cells of 20,000 letters',
    1000,
    () =>
      typedColumns(
        ['数量', '日期'],
        CELLS.map((cell) => [cell, cell]),
      ),
  ],
  ['matching 16,384 columns', 1500, () => matchHeader(WIDE)],
  ['masking texts of 100,000 letters', 20_000, () => TEXTS.forEach((text) => maskText(text))],
];

for (const [what, most, run] of TASKS) {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const best = Math.min(...times);
  console.log(`${what}: ${best.toFixed(0)} ms, at most ${most} ms${best > most ? ' — TOO SLOW' : ''}`);
  if (best > most) process.exitCode = 1;
}
