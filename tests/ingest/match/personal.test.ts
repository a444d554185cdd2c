import { describe, expect, it } from 'vitest';
import { personalColumns } from '../../../src/ingest/match';
import { TABLES } from '../../../src/model';

const dropped = (header: string[], rows: string[][] = []): string[] =>
  personalColumns(header, rows).map((column) => column.header);

const PERSONAL = [
  '姓名',
  '姓  名',
  '党员姓名',
  '书记姓名',
  '党组织书记',
  '支部书记',
  '第一书记',
  '身份证',
  '身份证号',
  '公民身份号码',
  '手机',
  '手机号码',
  '联系电话',
  '办公电话',
  '联系方式',
  '出生',
  '出生日期',
  '出生年月',
  '性别',
  '籍贯',
  '民族',
  '联系人',
  '负责人',
  '主要负责人',
  '党组织负责人',
  '主持人',
  '记录人',
  '责任领导',
  '责任人',
  '整改责任人',
  '家庭住址',
  '家庭成员',
  '户籍地址',
  '法定代表人',
  '法人',
  '填表人',
  '审核人',
  '参加人员',
  '列席人员',
  '缺席人员',
  '包联领导',
  '邮箱',
  'Phone',
  'ID Number',
  'Gender',
  'date_of_birth',
  '书记 姓名',
  '黨員姓名',
  '支部委员',
  '谈话对象',
  '党员名单',
];

const ORGANISATIONAL = [
  '党员人数',
  '党员数',
  '正式党员数',
  '女党员人数',
  '联系点',
  '企业名称',
  '单位名称',
  '党组织名称',
  '名称',
  'name',
  '上级党组织',
  '少数民族党员数',
  '书记人数',
  '支委会次数',
  '联系单位',
  '责任单位',
  '责任主体',
  '法人单位名称',
  '法人代码',
  '领导班子当选日期',
  '领导班子届满日期',
  '书记讲党课次数',
  '是否配备书记',
  '应到人数',
  '实到人数',
  '请假人数',
  '参加人数',
  '发展对象',
  '入党申请人',
  '入党积极分子',
  '单位地址',
  '注册地址',
  '平均年龄',
  '35岁以下党员数',
  '书记述职评议得分',
  '联系点数量',
  '是否选派党建指导员',
  '检查单位',
  '走访单位',
];

describe('personal columns by header', () => {
  it.each(PERSONAL)('drops %s', (header) => {
    expect(dropped([header])).toEqual([header]);
  });

  it.each(ORGANISATIONAL)('keeps %s', (header) => {
    expect(dropped([header])).toEqual([]);
  });

  it('drops facts about a person only beside the person', () => {
    expect(dropped(['姓名', '学历', '职务', '入党时间', '党支部'])).toEqual(['姓名', '学历', '职务', '入党时间']);
    expect(dropped(['党组织名称', '学历', '职务'])).toEqual([]);
  });
});

describe('the model’s own headers', () => {
  it('are never personal by themselves', () => {
    const all = TABLES.flatMap((table) =>
      table.columns.flatMap((column) => [column.id, column.label.zh, ...column.headers]),
    );
    expect(all.filter((header) => dropped([header]).length > 0)).toEqual([]);
  });
});

describe('personal columns by value', () => {
  it('drops whoever is named by what they do, a telephone beside the name or not, and keeps bodies', () => {
    const header = ['党组织', '领办人', '驻企联络员', '见证人', '投资人', '受益人'];
    const rows = [
      ['甲支部', '田野', '龙飞 15900001234', '沈丹', '云岭集团', '职工'],
      ['乙支部', '贺军', '孟浩', '姚明', '市财政局', '群众'],
    ];
    expect(personalColumns(header, rows).map(({ index }) => index)).toEqual([1, 2, 3]);
  });

  it('finds identity numbers under any header', () => {
    const rows = [
      ['甲', '11010519491231002X'],
      ['乙', '440524188001010014'],
      ['丙', ''],
    ];
    expect(personalColumns(['单位', '编号'], rows)).toEqual([{ index: 1, header: '编号', why: 'identity-number' }]);
  });

  it('finds mobile and masked numbers', () => {
    expect(
      dropped(
        ['单位', '备注'],
        [
          ['甲', '13812345678'],
          ['乙', '139-1234-5678'],
        ],
      ),
    ).toEqual(['备注']);
    expect(dropped(['单位', '编号'], [['甲', '320300********1234']])).toEqual(['编号']);
  });

  it('leaves credit codes and other long codes alone', () => {
    const rows = [
      ['9144030071526726XG', '320300000001'],
      ['91330100799655058B', '320300000002'],
    ];
    expect(dropped(['统一社会信用代码', '党组织代码'], rows)).toEqual([]);
  });

  it('lets the cells say whether 党建指导员 is a fact or a name', () => {
    expect(
      dropped(
        ['企业名称', '党建指导员'],
        [
          ['甲公司', '是'],
          ['乙公司', '否'],
          ['丙公司', '有'],
        ],
      ),
    ).toEqual([]);
    expect(
      dropped(
        ['企业名称', '党建指导员'],
        [
          ['甲公司', '张三'],
          ['乙公司', '无'],
          ['丙公司', '李小明'],
        ],
      ),
    ).toEqual(['党建指导员']);
    expect(dropped(['企业名称', '党建指导员'])).toEqual([]);
  });
});
