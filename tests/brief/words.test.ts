import { describe, expect, it } from 'vitest';
import {
  againstText,
  countText,
  fractionText,
  joinNames,
  levelText,
  membersText,
  changeText,
  movedTextOf,
  percentText,
  periodText,
  shortPeriodText,
  signedCount,
  valueText,
} from '../../src/brief';

describe('figures in words', () => {
  it('writes unknown as a dash, never as zero', () => {
    expect(percentText(null)).toBe('—');
    expect(countText(null)).toBe('—');
    expect(changeText(null, null, 'zh')).toBe('—');
    expect(changeText({ numerator: 1, denominator: 2 }, { numerator: 0, denominator: 0 }, 'zh')).toBe('—');
  });

  it('writes rates with one decimal and counts with thousands', () => {
    expect(percentText(0.81)).toBe('81.0%');
    expect(percentText(0.1, 0)).toBe('10%');
    expect(countText(3364)).toBe('3,364');
    expect(fractionText({ numerator: 3364, denominator: 4153 })).toBe('3,364/4,153');
    expect(fractionText({ numerator: 530, denominator: null })).toBe('530');
    expect(signedCount(21)).toBe('+21');
    expect(signedCount(-3)).toBe('−3');
  });

  it('writes changes of rates in percentage points, a change that rounds to nothing as none', () => {
    const of = (numerator: number) => ({ numerator, denominator: 10_000 });
    expect(changeText(of(7710), of(7500), 'zh')).toBe('+2.1 个百分点');
    expect(changeText(of(7480), of(7500), 'en')).toBe('−0.2 pp');
    expect(changeText(of(7504), of(7500), 'zh')).toBe('0.0 个百分点');
    expect(movedTextOf(of(7710), of(7500), 'zh')).toBe('上升 2.1 个百分点');
    expect(movedTextOf(of(7360), of(7500), 'en')).toBe('down 1.4 percentage points');
    expect(movedTextOf(of(7500), of(7503), 'zh')).toBe('持平');
    expect(movedTextOf(of(1), null, 'zh')).toBeNull();
  });
});

describe('periods in words', () => {
  it.each([
    ['2018Q4', '2018 年第四季度', 'Q4 2018', '四季度'],
    ['2018H1', '2018 年上半年', 'H1 2018', '上半年'],
    ['2018', '2018 年', '2018', '2018 年'],
    ['2018-07', '2018 年 7 月', '2018-07', '7 月'],
  ])('%s', (period, zh, en, short) => {
    expect(periodText(period, 'zh')).toBe(zh);
    expect(periodText(period, 'en')).toBe(en);
    expect(shortPeriodText(period, 'zh')).toBe(short);
  });

  it('names what is compared with, and the cycle itself where one was left out', () => {
    expect(againstText('2018Q4', '2018Q3', 'zh')).toBe('上季度');
    expect(againstText('2018Q4', '2017Q4', 'zh')).toBe('上年同期');
    expect(againstText('2018', '2017', 'en')).toBe('the year before');
    expect(againstText('2018', '2016', 'zh')).toBe('2016 年');
    expect(againstText('2018H1', '2017H2', 'zh')).toBe('上一个半年');
    // There was no second half of 2017: what stands before is half a year farther back.
    expect(againstText('2018H1', '2017H1', 'zh')).toBe('上年同期');
    expect(againstText('2018H1', '2016H2', 'en')).toBe('H2 2016');
    expect(againstText('2018Q1', '2017Q4', 'en')).toBe('the quarter before');
    expect(againstText('2018', '2018H1', 'zh')).toBe('2018 年上半年');
  });
});

describe('names', () => {
  it('joins as the language does', () => {
    expect(joinNames(['甲', '乙'], 'zh')).toBe('甲、乙');
    expect(joinNames(['A', 'B', 'C'], 'en')).toBe('A, B and C');
    expect(joinNames(['A'], 'en')).toBe('A');
  });

  it('counts members in prose with words up to ten', () => {
    expect(membersText(2, 'zone', 'zh', true)).toBe('两个园区');
    expect(membersText(12, 'zone', 'zh', true)).toBe('12 个园区');
    expect(membersText(1, 'committee', 'en')).toBe('1 committee');
  });

  it('shows what is not stated, and values in the language', () => {
    expect(valueText('', 'zh')).toBe('未注明');
    expect(valueText('社会组织', 'en')).not.toBe('社会组织');
    expect(valueText('political', 'zh')).toBe('政治星');
    expect(levelText('5', 'zh')).toBe('五星');
    expect(levelText('0', 'en')).toBe('No star');
  });
});
