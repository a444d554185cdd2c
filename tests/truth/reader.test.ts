import { describe, expect, it, test } from 'vitest';
import { read, wholeOf } from './reader';

const KNOWN = ['东湖高新区', '西山经开区', '南屏高新区', '东湖', '西山', '南屏'];

describe('a headline', () => {
  it('gives rate, change, on how many of how many, and who is left out', () => {
    const claim = read(
      '四季度组织覆盖率 77.2%，较上季度上升 2.0 个百分点（按两期均报送的 2 个园区，共 3 个；南屏未报送）；西山经开区显著低于其余；两个园区与其余分不出高低。',
      KNOWN,
    );
    expect(claim).toMatchObject({
      rate: '77.2',
      moved: '2.0',
      panel: { both: 2, all: 3 },
      unreported: ['南屏'],
      undecided: 2,
    });
    expect(claim.standing).toEqual([{ names: ['西山经开区'], count: 1, significant: true, side: 'below' }]);
  });

  it('gives the same in English', () => {
    const claim = read(
      '77.2% of operating units had a party organisation in Q4 2018, up 2.0 percentage points from the quarter before (on the 2 of 3 zones that reported both; 南屏高新区 did not report); 西山经开区 is significantly below the others; 2 zones cannot be told apart from the others.',
      ['东湖高新区', '西山经开区', '南屏高新区'],
    );
    expect(claim).toMatchObject({
      rate: '77.2',
      moved: '2.0',
      panel: { both: 2, all: 3 },
      unreported: ['南屏高新区'],
      undecided: 2,
      standing: [{ names: ['西山经开区'], count: 1, significant: true, side: 'below' }],
    });
  });

  it('says nothing that is not said', () => {
    expect(read('四季度组织覆盖率 80.0%。', KNOWN)).toEqual({
      rate: '80.0',
      moved: null,
      panel: null,
      unreported: [],
      standing: [],
      undecided: null,
      run: null,
      split: null,
      scoped: [],
      partRate: null,
    });
  });
});

test('a fall has its sign, and no change is a change of nothing', () => {
  expect(read('较上年同期下降 12.3 个百分点', KNOWN).moved).toBe('-12.3');
  expect(read('down 0.4 percentage points from a year earlier', KNOWN).moved).toBe('-0.4');
  expect(read('与上季度持平', KNOWN).moved).toBe('0.0');
  expect(read('unchanged from the quarter before', KNOWN).moved).toBe('0.0');
});

test('how long a fall lasted, in either language and any way numbers are written', () => {
  expect(read('58.9%，连续十一个季度下降', KNOWN).run).toBe(11);
  expect(read('连续 11 个季度下降', KNOWN).run).toBe(11);
  expect(read('连续两个季度下降', KNOWN).run).toBe(2);
  expect(read('falling for 11 quarters in a row', KNOWN).run).toBe(11);
});

test('numbers in words', () => {
  expect(['两', '十', '十二', '二十', '三十一', '1,204', '7'].map(wholeOf)).toEqual([2, 10, 12, 20, 31, 1204, 7]);
});

test('who stands out where only a number is given, and on which side', () => {
  const claim = read('三个园区显著高于其余；东湖高新区高于其余，需关注', ['东湖高新区']);
  expect(claim.standing).toEqual([
    { names: [], count: 3, significant: true, side: 'above' },
    { names: ['东湖高新区'], count: 1, significant: false, side: 'above' },
  ]);
});

test('what a wider base did, in either language', () => {
  const zh = read('西山经开区底数由 208 变为 318，底数变化影响 −2.3 个百分点，其余影响 +1.0 个百分点', ['西山经开区']);
  expect([zh.scoped, zh.split]).toEqual([['西山经开区'], { rate: '1.0', scope: '-2.3' }]);
  const en = read(
    'the base of 西山经开区 went from 208 to 318: of the change, −2.3 points are due to that, +1.0 to the others',
    ['西山经开区'],
  );
  expect([en.scoped, en.split]).toEqual([['西山经开区'], { rate: '1.0', scope: '-2.3' }]);
});

test('the part that is compared has its own rate', () => {
  const zh = read(
    '二季度工作覆盖率 83.4%；按两期可比的 9 个园区（共 10 个）为 82.9%，较上年同期下降 1.66 个百分点（玉泉经开区未报送）',
    ['玉泉经开区'],
  );
  expect(zh).toMatchObject({
    rate: '83.4',
    partRate: '82.9',
    moved: '-1.66',
    panel: { both: 9, all: 10 },
    unreported: ['玉泉经开区'],
  });
  const en = read(
    '83.4% of operating units were reached by party work in Q2 2017 (10 of 12 zones reported); among the 9 of 10 zones with figures for both periods it was 82.9%, down 1.66 percentage points from a year earlier (玉泉经开区 did not report)',
    ['玉泉经开区'],
  );
  expect(en).toMatchObject({ rate: '83.4', partRate: '82.9', moved: '-1.66', panel: { both: 9, all: 10 } });
});
