import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatchOptions, headerSignature, isKnownHeader, matchHeader } from '../../../src/ingest/match';
import { TABLES } from '../../../src/model';

const split = (header: string): string[] => header.split('|');
const fieldsOf = (header: string, options?: MatchOptions): (string | null)[] => [
  ...matchHeader(split(header), options).fields,
];

const CASES: [string, string, (string | null)[]][] = [
  [
    'unit_coverage',
    '企业名称|统一社会信用代码|单位性质|经营状态|从业人员|党员人数|组建方式|所属党组织|党建指导员',
    ['unit_name', 'unit_id', 'unit_kind', 'operating', 'employees', 'members', 'coverage_mode', 'org_id', 'instructor'],
  ],
  [
    'unit_coverage',
    '序号|企业名称|所属镇街|企业类型|是否规上|员工人数|党员数 合计|党员数 正式|是否建立党组织|未建立党组织原因|联系人|联系电话',
    [
      null,
      'unit_name',
      'committee',
      'unit_kind',
      'above_scale',
      'employees',
      'members',
      'members_full',
      'coverage_mode',
      'not_built_reason',
      null,
      null,
    ],
  ],
  [
    'unit_coverage',
    '基本情况 企业名称|基本情况 单位性质|党建情况 组建形式|党建情况 党员人数|党建情况 所属党组织',
    ['unit_name', 'unit_kind', 'coverage_mode', 'members', 'org_id'],
  ],
  [
    'unit_coverage',
    '企业名称*|统一社会信用代码(必填)|单 位 性 质|经营状态：|组建情况',
    ['unit_name', 'unit_id', 'unit_kind', 'operating', 'coverage_mode'],
  ],
  [
    'unit_coverage',
    'Company Name|Credit Code|Unit Kind|Status|Coverage Mode|Employees',
    ['unit_name', 'unit_id', 'unit_kind', 'operating', 'coverage_mode', 'employees'],
  ],
  [
    'party_org',
    '序号|党组织代码|党组织名称|上级党组织|党组织类别|建立党组织日期|党员总数|正式党员|预备党员|书记姓名|联系电话',
    [
      null,
      'org_id',
      'org_name',
      'parent_org_name',
      'org_type',
      'founded_date',
      'member_total',
      'member_full',
      'member_prob',
      null,
      null,
    ],
  ],
  ['party_org', '黨組織名稱|黨組織類別|黨員總數|成立時間', ['org_name', 'org_type', 'member_total', 'founded_date']],
  ['party_org', '黨(dǎng)組(zǔ)織(zhī)名稱|黨組織類別|黨員數', ['org_name', 'org_type', 'member_total']],
  ['star_rating', '党组织名称|星级|评定年度', ['org_name', 'star_level', 'cycle']],
  [
    'star_rating',
    '党组织名称|政治星|学习星|发展星|服务星|廉洁星',
    ['org_name', 'dim_political', 'dim_learning', 'dim_development', 'dim_service', 'dim_integrity'],
  ],
  ['zone', '开发区名称|开发区类型|级别|行政区划代码', ['zone_name', 'zone_type', 'level', 'region_code']],
  [
    'grading',
    '党组织名称|定级|自评得分|测评得分|上级评定|总分',
    ['org_name', 'grade_label', 'score_self', 'score_mass', 'score_superior', 'score_total'],
  ],
  [
    'org_life',
    '支部名称|会议类型|召开时间|应到人数|实到人数|主持人|记录人',
    ['org_name', 'activity_type', 'held_date', 'expected', 'attended', null, null],
  ],
  [
    'rectification',
    '序号|问题|整改时限|整改状态|责任单位|责任人',
    ['item_id', 'problem', 'due_date', 'status', 'org_name', null],
  ],
  [
    'work_record',
    '责任主体|责任书种类|签订时间|是否签订|年度',
    ['target_name', 'letter_type', 'done_date', 'done', 'period'],
  ],
  ['work_record', '镇街党工委|调度月份|是否完成|完成时间', ['committee', 'period', 'done', 'done_date']],
  ['site_honour', '示范点名称|级别|命名时间|类别|所在党组织', ['name', 'level', 'valid_from', 'kind', 'org_id']],
  [
    'member_period',
    '党组织名称|季度|应缴党费人数|按期缴纳人数',
    ['org_name', 'period', 'dues_due_members', 'dues_on_time_members'],
  ],
];

describe('matchHeader', () => {
  it.each(CASES)('finds %s in %s', (table, header, fields) => {
    const match = matchHeader(split(header));
    expect(match.table).toBe(table);
    expect(match.fields).toEqual(fields);
    expect(match.confidence).toBeGreaterThan(0.4);
  });

  it.each(TABLES.map((table) => [table.id, table] as const))(
    'finds %s by its column ids and by its labels',
    (id, table) => {
      const ids = table.columns.map((column) => column.id);
      expect(matchHeader(ids)).toMatchObject({ table: id, fields: ids, missing: [], personal: [] });
      const labels = table.columns.map((column) => column.label.zh);
      expect(matchHeader(labels)).toMatchObject({ table: id, fields: ids });
    },
  );

  it.each([
    'Date|Product|Price|Quantity',
    'id|name|type',
    '第1列|第2列|第3列',
    '姓名|性别|出生日期|民族',
    '商品|价格|数量',
    'a',
    '',
  ])('does not force %j into a table', (header) => {
    expect(matchHeader(split(header)).table).toBeNull();
  });

  it('names no column twice and prefers the exact header', () => {
    expect(fieldsOf('所属企业名称|企业名称|组建方式|单位性质')).toEqual([
      null,
      'unit_name',
      'coverage_mode',
      'unit_kind',
    ]);
    expect(fieldsOf('上级党组织名称|党组织名称|党组织类别')).toEqual(['parent_org_name', 'org_name', 'org_type']);
  });

  it('does not take a part of a count for the whole', () => {
    expect(fieldsOf('党组织名称|党组织类别|女党员人数|流动党员数')).toEqual(['org_name', 'org_type', null, null]);
    expect(fieldsOf('党组织名称|党组织类别|党员数 女')).toEqual(['org_name', 'org_type', null]);
  });

  it('reads a count that is said to be a part of the one before it', () => {
    expect(fieldsOf('企业名称|职工数|其中：党员数|其中:女党员|是否建立党组织')).toEqual([
      'unit_name',
      'employees',
      'members',
      null,
      'coverage_mode',
    ]);
  });

  it.each([
    ['unit_coverage', 'coverage_mode', '企业名称|统一社会信用代码|建党', ['单独组建', '联合组建', '未建']],
    ['org_life', 'activity_type', '党支部|开展时间|项目', ['支委会', '党员大会', '党课']],
  ])('finds in %s the choice %s that no header names by what its cells say', (table, id, header, values) => {
    const rows = values.map((value, n) => [`甲${n}`, n === 0 ? '2024-03-01' : '2024-04-01', value]);
    const found = matchHeader(split(header), { rows, title: ['党建情况'] });
    expect([found.table, found.fields[2]]).toEqual([table, id]);
  });

  it.each([
    [
      'star_rating',
      '序号|党组织|所属开发区|评定结果',
      ['1', '甲党支部', '云岭高新区', '★★★'],
      ['2', '乙党支部', '云岭高新区', '★'],
    ],
    ['zone_score', '园区|得分|等级', ['云岭高新区', '92.5', 'A'], ['沙湾经开区', '80', 'B']],
    [
      'zone_score',
      '被考核单位|基础分|加分|减分|最终得分|档次',
      ['云岭高新区', '90', '3', '-1', '92', '一类'],
      ['沙湾经开区', '80', '0', '0', '80', '二类'],
    ],
  ])('finds %s in %s by what its cells and its title say', (table, header, ...rows) => {
    expect(
      matchHeader(split(header), { rows, title: [table === 'star_rating' ? '星级党组织公示' : '2024年度党建考核结果'] })
        .table,
    ).toBe(table);
    const sold = rows.map((row) => row.map((text) => (/^★+$/u.test(text) ? '一般' : text)));
    expect(matchHeader(split(header), { rows: sold, title: ['销售公示'] }).table).toBeNull();
  });

  it.each([
    ['yes and no alone', ['是', '否', '是']],
    ['one value only', ['单独组建', '单独组建', '单独组建']],
    ['words of something else', ['单独组建', '委托代建', '自筹']],
  ])('does not take a column for a choice by %s', (_, values) => {
    const rows = values.map((value, n) => [`甲${n}公司`, `9142016036MF54C${n}00`, value]);
    expect(matchHeader(split('企业名称|统一社会信用代码|资金'), { rows }).fields[2]).toBeNull();
  });

  it('takes ticks for no counts', () => {
    const header = split('企业名称|统一社会信用代码|街道|党员人数|单独建立|联合建立|未建立');
    const rows = [1, 2, 3].map((n) => [`甲${n}公司`, `9142016036MF54C${n}00`, '一街道', '3', '√', '', '']);
    expect(matchHeader(header, { rows }).table).not.toBe('coverage_count');
  });

  it('says what is missing and what else it could be', () => {
    const match = matchHeader(split('单位名称|统一社会信用代码|注册地址|是否建立党组织'));
    expect(match.table).toBe('unit_coverage');
    expect(match.missing).toEqual(['operating']);
    expect(matchHeader(split('党组织名称|星级|评定年度')).alternatives[0]?.table).toBe('grading');
  });

  it('takes what a header or the title says for every row', () => {
    const implied = (header: string, title: string[] = []): unknown => matchHeader(split(header), { title }).implied;
    expect(implied('社会组织名称|登记证号|党员人数|建立党组织情况')).toEqual({ unit_kind: '社会组织' });
    expect(implied('单位名称|党员人数|组建方式', ['济源高新区非公有制企业党组织覆盖情况统计表'])).toEqual({
      unit_kind: '非公企业',
    });
    expect(implied('单位名称|党员人数|组建方式', ['非公企业和社会组织党组织覆盖情况'])).toEqual({});
    expect(implied('企业名称|单位性质|组建方式', ['非公企业党组织覆盖情况'])).toEqual({});
    expect(implied('支部名称|召开时间|应到人数', ['2018年主题党日开展情况'])).toEqual({ activity_type: '主题党日' });
  });

  it('obeys the choices of the user', () => {
    const header = split('党组织名称|星级|等次|年度');
    expect(matchHeader(header, { table: 'grading' }).table).toBe('grading');
    const chosen = matchHeader(header, { table: 'star_rating', fields: { 1: null, 2: 'star_level' } });
    expect(chosen.fields).toEqual(['org_name', null, 'star_level', 'cycle']);
    expect(chosen.trust[2]).toBe(1);
  });

  it('gives layouts that differ only in spacing, width or script one signature', () => {
    const plain = headerSignature(['党组织名称', '党员总数', '成立时间']);
    expect(headerSignature(['黨 組織\n名稱', '党员总数 ', '成立时间：'])).toBe(plain);
    expect(headerSignature(['党组织名称', '党员总数'])).not.toBe(plain);
  });

  it('knows headers for the reader that looks for the header row', () => {
    expect(isKnownHeader('党员总数')).toBe(true);
    expect(isKnownHeader('恒久集团党支部')).toBe(false);
  });
});

describe('any header at all', () => {
  it('never throws, keeps the width and names no column twice', () => {
    const word = fc.constantFrom(
      '企业',
      '名称',
      '党',
      '组织',
      '2018年',
      '一季度',
      '3月',
      '星级',
      ' ',
      '(',
      ')',
      '*',
      '姓名',
      '率',
      'org_id',
      '\n',
      '1',
    );
    const header = fc.array(
      fc.array(word, { maxLength: 5 }).map((parts) => parts.join('')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(header, (texts) => {
        const match = matchHeader(texts, { rows: [texts], title: texts });
        expect(match.fields).toHaveLength(texts.length);
        const used = match.fields.filter((id) => id !== null);
        expect(new Set(used).size).toBe(used.length);
        for (const { index } of match.personal) expect(match.fields[index]).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('ends with 16,384 columns', () => {
    const wide = Array.from({ length: 16384 }, (_, at) => (at % 3 === 0 ? '列' : `企业名称${String(at)}`));
    expect(matchHeader(wide).fields).toHaveLength(wide.length);
  });
});

describe('a table of gatherings', () => {
  it.each([
    ['支部名称|应到人数|培训人次|培训次数|人均学时', null],
    ['支部名称|培训日期|应到人数|实到人数', null],
    ['支部名称|考试日期|应参加人数|实际参加人数', null],
    ['支部名称|活动类型|培训日期|应到人数|实到人数', 'org_life'],
    ['支部名称|党课主题|召开时间|应到人数|实到人数|培训学时', 'org_life'],
    ['支部名称|召开时间|应到人数|实到人数', 'org_life'],
  ])('%s is one of organisation life only where it names no other', (header, table) => {
    expect(matchHeader(split(header), { rows: [] }).table).toBe(table);
  });
});

it.each([
  ['单位|任务数|完成数|完成率', null],
  ['单位|目标|完成', null],
  ['序号|单位|计划值', null],
  ['指标|单位|目标值', 'metric_target'],
  ['单位|指标|目标值（%）', 'metric_target'],
  ['单位|组织覆盖率目标|参评率目标', 'metric_target'],
  ['园区|目标值', 'metric_target'],
])('a number beside 单位 is a target only where a metric is named: %s', (header, table) => {
  expect(matchHeader(header.split('|')).table).toBe(table);
});
