import { describe, expect, it } from 'vitest';
import {
  blankReason,
  booleanCoding,
  circleIsYes,
  parseBoolean,
  parseCell,
  parsePercent,
  parseStars,
  percentMode,
} from '../../../src/ingest/cells';
import { tableById } from '../../../src/model';

describe('percentMode', () => {
  it.each([
    [['81%', '0.5'], 'percent'],
    [['８１％'], 'percent'],
    [['0.81', '0.5', '1'], 'fraction'],
    [['81', '50.5', '100'], 'percent'],
    [['0', '1', '1'], 'ask'],
    [['', '无'], null],
  ])('%j → %s', (cells, mode) => {
    expect(percentMode(cells)).toBe(mode);
  });
});

describe('parsePercent', () => {
  it.each([
    ['16.67%', 0.1667],
    ['81％', 0.81],
    ['100%', 1],
    ['0%', 0],
    ['38.07%', 0.3807],
    ['5‰', 0.005],
    ['百分之八十', 0.8],
    ['99.6 %', 0.996],
  ])('%s is %d without float noise', (raw, expected) => {
    expect(parsePercent(raw)).toMatchObject({ state: 'value', value: expected, reason: null });
  });

  it('reads unsigned cells as the column says', () => {
    expect(parsePercent('81', { percent: 'percent' })).toMatchObject({ value: 0.81, reason: null });
    expect(parsePercent('0.81', { percent: 'fraction' })).toMatchObject({ value: 0.81, reason: null });
    expect(parsePercent('0.81', { percent: 'percent' })).toMatchObject({ value: 0.0081, reason: 'percent-mixed' });
    expect(parsePercent('1', { percent: 'ask' })).toMatchObject({ state: 'refused', reason: 'percent-unclear' });
    expect(parsePercent('81')).toMatchObject({ state: 'refused', reason: 'percent-unclear' });
  });

  it('refuses what no share can be, unless growth is meant', () => {
    expect(parsePercent('120%')).toMatchObject({ state: 'refused', reason: 'percent-out-of-range' });
    expect(parsePercent('-5%')).toMatchObject({ state: 'refused', reason: 'percent-out-of-range' });
    expect(parsePercent('-5%', { unboundedPercent: true })).toMatchObject({ value: -0.05 });
  });

  it('keeps bounds and says what it left out', () => {
    expect(parsePercent('90%以上')).toMatchObject({ value: 0.9, reason: 'bounded-value', bound: 'ge' });
    expect(parsePercent('13234名 / 5.11%')).toMatchObject({ value: 0.0511, reason: 'share-dropped' });
  });
});

describe('parseBoolean', () => {
  const yes = [
    '是',
    '有',
    '√',
    '✓',
    '已建',
    '已签',
    '已签订',
    'Y',
    'yes',
    'TRUE',
    '1',
    '★',
    '达标',
    '规上',
    '已完成',
    '是 ',
  ];
  const no = ['否', '无', '×', 'x', '未建', '未签', '尚未签订', 'N', 'no', 'False', '0', '☆', '规模以下', '未完成'];

  it.each(yes)('%s is yes', (raw) => expect(parseBoolean(raw)).toEqual({ state: 'value', value: true, reason: null }));
  it.each(no)('%s is no', (raw) => expect(parseBoolean(raw)).toEqual({ state: 'value', value: false, reason: null }));
  it.each(['也许', '张三', '大型', '3', '部分'])('%s is neither', (raw) =>
    expect(parseBoolean(raw)).toMatchObject({ state: 'refused', reason: 'not-a-boolean' }),
  );

  it('reads ○ as the marks around it say', () => {
    expect(circleIsYes([['○', '', '○']])).toBe(true);
    expect(circleIsYes([['○', '×', '○']])).toBe(true);
    expect(circleIsYes([['○', '●']])).toBe(false);
    expect(
      circleIsYes([
        ['○', ''],
        ['√', ''],
      ]),
    ).toBe(false);
    expect(circleIsYes([['○', '○']])).toBe(false);
    expect(parseBoolean('○', { circleIsYes: true }).value).toBe(true);
    expect(parseBoolean('×', { circleIsYes: true }).value).toBe(false);
  });

  it.each([
    ['☑是 □否', true],
    ['□是  ☑否', false],
    ['是☑ 否□', true],
    ['□有√无', false],
  ])('reads the box that is ticked in %s', (text, said) => expect(parseBoolean(text).value).toBe(said));
  it.each(['□是 □否', '☑是 ☑否'])('takes no answer from %s', (text) =>
    expect(parseBoolean(text).state).toBe('refused'),
  );

  it('takes any number of them as yes where the column says how many', () => {
    const values = ['0', '1', '2', '11'].map((text) => parseBoolean(text, { tally: true }).value);
    expect(values).toEqual([false, true, true, true]);
  });

  it('asks before it reads 1 / 2', () => {
    expect(booleanCoding(['1', '2', '1'])).toBe('ask');
    expect(booleanCoding(['1', '0'])).toBe('zero-one');
    expect(booleanCoding(['是', '否'])).toBeNull();
    expect(parseBoolean('2')).toMatchObject({ state: 'refused', reason: 'boolean-coding-unknown' });
    expect(parseBoolean('1', { booleanCoding: 'ask' })).toMatchObject({ state: 'refused' });
    expect(parseBoolean('2', { booleanCoding: 'one-two' })).toMatchObject({ value: false });
    expect(parseBoolean('1', { booleanCoding: 'one-two' })).toMatchObject({ value: true });
    expect(parseBoolean('0', { booleanCoding: 'one-two' })).toMatchObject({ state: 'refused' });
  });
});

describe('parseStars', () => {
  it.each([
    ['五星', 5],
    ['五星级', 5],
    ['★★★★★', 5],
    ['★★★☆☆', 3],
    ['⭐⭐', 2],
    ['5星', 5],
    ['5 星级', 5],
    ['4★', 4],
    ['三星级党组织', 3],
    ['十星', 10],
    ['5', 5],
    ['无星', 0],
  ])('%s is %d', (raw, level) => {
    expect(parseStars(raw)).toMatchObject({ state: 'value', value: level });
  });

  it.each(['四星以上', '☆☆☆', '优秀', '5A', '五星红旗'])('refuses %s', (raw) => {
    expect(parseStars(raw)).toMatchObject({ state: 'refused', reason: 'not-a-star-level' });
  });
});

describe('blankReason', () => {
  it.each([
    ['', 'missing'],
    [' \u3000', 'missing'],
    ['NULL', 'missing'],
    ['—', 'not_applicable'],
    ['--', 'not_applicable'],
    ['－', 'not_applicable'],
    ['/', 'not_applicable'],
    ['N/A', 'not_applicable'],
    ['不适用', 'not_applicable'],
    ['无', 'none'],
    ['未评', 'unrated'],
    ['不定星', 'unrated'],
    ['待定', 'pending'],
    ['至今', 'ongoing'],
    ['长期', 'long_term'],
    ['0', null],
    ['-5', null],
    ['企业', null],
  ])('%j → %s', (raw, reason) => {
    expect(blankReason(raw)).toBe(reason);
  });
});

describe('how far an item is, in words no list holds', () => {
  const status = tableById('rectification')?.columns.find(({ id }) => id === 'status');
  if (!status) throw new RangeError('no status');
  it.each([
    ['未销号', '整改中'],
    ['尚未完成整改', '整改中'],
    ['正在推进', '整改中'],
    ['正在有序推进', '整改中'],
    ['持续推进中', '整改中'],
    ['已全部整改到位', '已完成'],
    ['已按期完成', '已完成'],
    ['问题已解决', '已完成'],
    ['已完成销号', '已销号'],
    ['需长期坚持', '长期坚持'],
    ['持续整改', '长期坚持'],
    ['未启动整改', '未启动'],
  ])('%s is %s', (text, id) => expect(parseCell(status, text).value).toBe(id));
  it.each(['基本完成八成', '不再整改', '移交'])('%s is none of them', (text) =>
    expect(parseCell(status, text).state).toBe('refused'),
  );
});

describe('a choice said in clauses', () => {
  const read = (table: string, column: string, text: string): unknown => {
    const spec = tableById(table)?.columns.find(({ id }) => id === column);
    return spec ? parseCell(spec, text).value : undefined;
  };
  it.each([
    ['unit_coverage', 'coverage_mode', '正在培育，未建', '未建-未注明'],
    ['unit_coverage', 'coverage_mode', '无党员，拟明年组建', '未建-无党员'],
    ['unit_coverage', 'coverage_mode', '联合组建；牵头单位为恒信公司', '联合支部'],
    ['unit_coverage', 'coverage_mode', '单独、联合', null],
    ['unit_coverage', 'coverage_mode', '已建党委，未建支部', null],
    ['rectification', 'status', '已完成，已销号', '已销号'],
    ['rectification', 'status', '正在推进，未完成', '整改中'],
  ])('%s %s %s is %s', (table, column, text, value) => {
    expect(read(table, column, text)).toBe(value);
  });
});
