import { describe, expect, it } from 'vitest';
import { lookedAt, mattersOf, overviewFinding, plain, watchList } from '../../src/brief';
import { nothingFound } from '../../src/brief/matters';
import { ASK, cubeOf, nameOf } from './cells';

describe('a sentence with nothing behind it is not written', () => {
  const said = (cube: Parameters<typeof lookedAt>[0], locale: 'zh' | 'en'): string =>
    plain(
      overviewFinding(
        mattersOf(cube, ASK, nameOf, locale),
        watchList(cube, ASK, nameOf, locale),
        ASK,
        locale,
        lookedAt(cube, ASK),
      ),
    );

  it('of one zone without targets and with nothing known to be owed', () => {
    const alone = cubeOf([['甲', '2018Q4', 8, 10]]);
    expect(lookedAt(alone, ASK)).toEqual({ targets: false, owed: 'none' });
    expect(said(alone, 'zh')).toBe('2018 年第四季度：没有可核对的目标、待办和比较。');
    expect(said(alone, 'en')).toBe('Q4 2018: no target, work owed or comparison to look at.');
  });

  it('says of what was looked at that nothing was found, and of nothing else', () => {
    const done = cubeOf([['甲', '2018Q4', 10, 10]], 'letter_sign_rate');
    expect(lookedAt(done, ASK)).toEqual({ targets: false, owed: 'some' });
    expect(said(done, 'zh')).toBe('2018 年第四季度：没有已知待办的事项。');
  });

  it.each([
    [
      { targets: true, owed: 'all' },
      true,
      '没有未达目标、待办或比其余差的事项',
      'nothing short of target, owed or worse than the others',
    ],
    [
      { targets: false, owed: 'some' },
      true,
      '没有已知待办或比其余差的事项',
      'nothing known to be owed or worse than the others',
    ],
    [{ targets: true, owed: 'none' }, false, '没有未达目标的事项', 'nothing short of target'],
    [
      { targets: false, owed: 'none' },
      false,
      '没有可核对的目标、待办和比较',
      'no target, work owed or comparison to look at',
    ],
  ] as const)('%j, compared: %s', (looked, compared, zh, en) => {
    expect([nothingFound(looked, compared, 'zh'), nothingFound(looked, compared, 'en')]).toEqual([zh, en]);
  });
});
