import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCells, maskText } from '../../../src/ingest/personal/mask-text';
import { maskedPath } from '../../../src/ingest/personal/shown-names';

const masked = (text: string): string => maskText(text).text;

describe('what is masked', () => {
  it.each([
    ['第0党委（书记张三丰 13812345678）', '第0党委'],
    ['第0党委(书记：李四，电话0512-66889900转8)', '第0党委'],
    ['第0党委 书记：张三 138-1234-5678', '第0党委'],
    ['第0党委书记李四', '第0党委'],
    ['第0党委（某某某 138…）', '第0党委（某某某 138…）'],
    ['第0党委（书记某某某 138…）', '第0党委'],
    ['第一支部【联系人 王小明 １３９ ００００ １２３４】', '第一支部'],
    ['联系人：陈某某，电话：+86 138 1234 5678', '联系人：***，电话：***'],
    ['填表人：陈某 电话：87654321 2023年1月5日', '填表人：*** 电话：*** 2023年1月5日'],
    ['党委书记张三主持召开会议', '党委书记***主持召开会议'],
    ['参会人员：张三、李四、王五等12人', '参会人员：***、***、***等12人'],
    ['书记：张　三', '书记：***'],
    ['负责人：买买提·吐尔逊', '负责人：***'],
    ['支书赵六 (010) 6500 1234', '支书*** ***'],
    ['身份证号 110105 19491231 002X', '身份证号 ******'],
    ['由1101051949123100 2X代办', '由1101051949123100 2X代办'],
    ['身份证11010519491231002X', '身份证******'],
    ['老证号320102800101123，请更新', '老证号******，请更新'],
    ['投诉信 zhang.san@corp.com.cn 已收', '投诉信 *** 已收'],
    ['微信号：zhang_san88', '微信号：***'],
    ['QQ：12345678', 'QQ：***'],
    ['Contact: John Smith, Tel: 8765 4321', 'Contact: ***, Tel: ***'],
    ['李建国书记带队走访企业', '***书记带队走访企业'],
    ['走访（13900001111张小明）', '走访'],
    ['008613812345678', '***'],
    ['138****5678', '***'],
  ])('%s', (text, result) => {
    expect(masked(text)).toBe(result);
  });
});

describe('what stays', () => {
  it.each([
    ['张三丰食品有限公司'],
    ['王府井街道'],
    ['王府井街道党工委书记办公室'],
    ['书记高度重视党建工作'],
    ['2018年第三季度书记讲党课3次'],
    ['负责人：党委书记'],
    ['书记：暂缺'],
    ['审核：通过'],
    ['联系人：综合办'],
    ['联系企业 12家'],
    ['微信公众号：gaoxinqu'],
    ['91440300715200123X'],
    ['N13301062345A6789X'],
    ['0.15384615385'],
    ['13812345678.50'],
    ['2023-01-05 13:30:00'],
    ['20230105'],
    ['注册号110105001234567'],
    ['账号 6222020200112233445'],
    ['高新区、经开区'],
    ['第一党支部（联合）'],
    ['主任委员会议'],
    ['纪委书记'],
    ['党支部书记 姓名'],
    ['2018-2019学年'],
  ])('%s', (text) => {
    expect(maskText(text)).toEqual({ text, kinds: [] });
  });

  it('leaves figures and codes that are as long as a telephone, in columns of their kind', () => {
    for (const use of ['figure', 'code'] as const) {
      expect(maskText('13812345678', use).kinds).toEqual([]);
      expect(maskText('320102800101123', use).kinds).toEqual([]);
      expect(maskText('11010519491231002X', use).kinds).toEqual(['identity']);
      expect(maskText('120（张某 138 1234 5678）', use).kinds).toEqual(['name', 'phone']);
    }
    expect(maskText('13812345678').kinds).toEqual(['phone']);
  });
});

it('changes nothing the second time', () => {
  const word = fc.constantFrom(
    ...['书记', '联系人', '：', ' ', '（', '）', '张三', '李某某', '13812345678', '0755-26001234', '第一党委', '，'],
    ...['11010519491231002X', 'a@b.cn', '填表人', '电话', '***', '、', '同志', '高新区', '138', '微信号：'],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const once = masked(words.join(''));
      expect(masked(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

it('stays quick with long texts', () => {
  const start = performance.now();
  for (const part of ['1', '书记', '书记：', '138 ', '（', '电话', '张三、', '*', 'a@', '0755-2', ' '])
    masked(part.repeat(100_000 / part.length));
  expect(performance.now() - start).toBeLessThan(20_000);
});

it('reads a name in the cell beside its word, and keeps the cells apart', () => {
  expect(maskCells(['填表人：', '张三', '', '电话', '0512-66889900', '138', '1234', '5678'])).toEqual([
    ...['填表人：', '***', '', '电话', '***', '138', '1234', '5678'],
  ]);
});

it('masks the names of folders and files', () => {
  expect(maskedPath('报送/联系人张三_13812345678/党员名册（书记李四）.xlsx')).toBe(
    '报送/联系人***_***/党员名册（书记***）.xlsx',
  );
  expect(maskedPath('2018/云岭高新区 20180630.csv')).toBe('2018/云岭高新区 20180630.csv');
});
