import { expect, test } from 'vitest';
import { preferred, standingOf } from '../../../src/ingest/canonical/standing';

/** Each corrects those before it, however their names sort. */
const ROUNDS: readonly (readonly string[])[] = [
  [
    '整改台账.xlsx',
    '整改台账-更正.xlsx',
    '整改台账-再次更正.xlsx',
    '整改台账-第三次更正.xlsx',
    '整改台账（终稿）.xlsx',
  ],
  ['三季度覆盖.csv', '三季度覆盖（修订版）.csv', '三季度覆盖（修订版2）.csv', '三季度覆盖（修订版10）.csv'],
  [
    '星级评定.xls',
    '星级评定 补报.xls',
    '星级评定 二次补报.xls',
    '星级评定 第4次更正.xls',
    '星级评定 第十次更正.xls',
    '星级评定 第十一次更正.xls',
  ],
  ['台账.csv', '台账_更正v1.csv', '台账_更正v2.csv', '台账_更正v3.csv'],
];

test.each(ROUNDS)('of several corrections the last one counts, in whatever order they are read: %s', (...paths) => {
  const files = paths.map((path) => standingOf(path, []));
  files.forEach((earlier, at) => {
    for (const later of files.slice(at + 1)) {
      expect(preferred(earlier, later, undefined)).toEqual({ kept: 'later', why: 'marked' });
      expect(preferred(later, earlier, undefined)).toEqual({ kept: 'earlier', why: 'marked' });
    }
  });
});

test.each([
  '覆盖情况更正2024年.xlsx',
  '覆盖情况更正2024.12.31.xlsx',
  '更正 1月.csv',
  '更正12月.csv',
  '更正20241231.csv',
])('a day or a period is no number of a correction: %s', (path) => {
  expect(standingOf(path, [])).toMatchObject({ mark: 'correction' });
  expect(standingOf(path, []).round).toBeUndefined();
});

test('of two first corrections the one of the later day counts', () => {
  const [first, second] = ['2024-10-08', '2024-10-20'].map((filled) => ({ ...standingOf('更正.csv', []), filled }));
  expect(first && second && preferred(second, first, undefined)).toEqual({ kept: 'earlier', why: 'dated' });
});
