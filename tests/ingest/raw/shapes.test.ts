import { describe, expect, it } from 'vitest';
import type { SkippedRows } from '../../../src/ingest/raw';
import { readBytes } from './read-bytes';

interface Case {
  name: string;
  text: string;
  headers: string[][];
  rows: string[][][];
  headerRows?: number;
  skipped?: Partial<SkippedRows>;
}

const CASES: Case[] = [
  {
    name: 'title, unit line, header, total, notes, sign-off',
    text: [
      '2023年第二季度非公企业党组织覆盖情况统计表,,,,',
      '填报单位：高新区,,,,单位：个',
      '序号,园区,企业数,已建数,覆盖率',
      '1,软件园,120,96,80%',
      '2,生物园,80,70,87.5%',
      '3,创业园,40,31,77.5%',
      '合计,,240,197,82.1%',
      '注：本表统计范围为实体运营的非公企业。,,,,',
      '填表人：,,审核人：,,填报日期：2023年7月3日',
    ].join('\n'),
    headers: [['序号', '园区', '企业数', '已建数', '覆盖率']],
    rows: [
      [
        ['1', '软件园', '120', '96', '80%'],
        ['2', '生物园', '80', '70', '87.5%'],
        ['3', '创业园', '40', '31', '77.5%'],
      ],
    ],
    skipped: { title: 2, total: 1, note: 2 },
  },
  {
    name: 'two tiers with merged cells',
    text: '序号,党组织名称,党员情况,,,备注\n,,党员数,正式党员,预备党员,\n1,甲支部,12,10,2,\n2,乙支部,9,9,0,联合\n',
    headers: [['序号', '党组织名称', '党员情况 党员数', '党员情况 正式党员', '党员情况 预备党员', '备注']],
    rows: [
      [
        ['1', '甲支部', '12', '10', '2', ''],
        ['2', '乙支部', '9', '9', '0', '联合'],
      ],
    ],
    headerRows: 2,
  },
  {
    name: 'three tiers',
    text: '单位名称,企业,,,,\n,非公,,国有,,\n,已建,未建,已建,未建,合计\n甲园,1,2,3,4,10\n乙园,5,6,7,8,26\n',
    headers: [['单位名称', '企业 非公 已建', '企业 非公 未建', '企业 国有 已建', '企业 国有 未建', '企业 国有 合计']],
    rows: [
      [
        ['甲园', '1', '2', '3', '4', '10'],
        ['乙园', '5', '6', '7', '8', '26'],
      ],
    ],
    headerRows: 3,
  },
  {
    name: 'two tiers with the merged labels written out',
    text: '序号,名称,党员数,党员数\n序号,名称,男,女\n1,甲,3,4\n2,乙,5,6\n',
    headers: [['序号', '名称', '党员数 男', '党员数 女']],
    rows: [
      [
        ['1', '甲', '3', '4'],
        ['2', '乙', '5', '6'],
      ],
    ],
    headerRows: 2,
  },
  {
    name: 'two tiers under a title, all text below',
    text: '党组织基本信息表,,,,\n名称,隶属关系,,班子,\n,上级党委,领域,书记职务,委员\n甲支部,高新区党委,非公,董事长,副总\n乙支部,高新区党委,机关,主任,科长\n丙支部,软件园党委,非公,总经理,经理\n',
    headers: [['名称', '隶属关系 上级党委', '隶属关系 领域', '班子 书记职务', '班子 委员']],
    rows: [
      [
        ['甲支部', '高新区党委', '非公', '董事长', '副总'],
        ['乙支部', '高新区党委', '机关', '主任', '科长'],
        ['丙支部', '软件园党委', '非公', '总经理', '经理'],
      ],
    ],
    headerRows: 2,
    skipped: { title: 1 },
  },
  {
    name: 'group rows between data',
    text: '序号,企业名称,员工数,组建方式\n一、高新区,,,\n1,甲公司,30,单独支部\n2,乙公司,12,联合支部\n二、经开区,,,\n1,丙公司,55,单独党委\n',
    headers: [['序号', '企业名称', '员工数', '组建方式']],
    rows: [
      [
        ['1', '甲公司', '30', '单独支部'],
        ['2', '乙公司', '12', '联合支部'],
        ['1', '丙公司', '55', '单独党委'],
      ],
    ],
    skipped: { group: 2 },
  },
  {
    name: 'group rows that are plain names of places',
    text: '序号,企业名称,员工数,组建方式\n软件园,,,\n1,甲公司,30,单独支部\n2,乙公司,12,联合支部\n生物园,,,\n1,丙公司,55,单独党委\n',
    headers: [['序号', '企业名称', '员工数', '组建方式']],
    rows: [
      [
        ['1', '甲公司', '30', '单独支部'],
        ['2', '乙公司', '12', '联合支部'],
        ['1', '丙公司', '55', '单独党委'],
      ],
    ],
    skipped: { group: 2 },
  },
  {
    name: 'groups numbered in the first column, with subtotals',
    text: '序号,单位,党员数,组织数\n一,直属党委,,\n1,甲党委,120,4\n2,乙党委,80,3\n,小计,200,7\n二,镇街党工委,,\n3,丙街道,300,12\n,小计,300,12\n,合计,500,19\n',
    headers: [['序号', '单位', '党员数', '组织数']],
    rows: [
      [
        ['1', '甲党委', '120', '4'],
        ['2', '乙党委', '80', '3'],
        ['3', '丙街道', '300', '12'],
      ],
    ],
    skipped: { group: 2, total: 3 },
  },
  {
    name: 'repeated page headers with their titles',
    text: '情况表,,\n名称,人数,星级\n甲,1,五星\n乙,2,四星\n第1页,,\n情况表,,\n名称,人数,星级\n丙,3,三星\n丁,4,二星\n第2页,,\n',
    headers: [['名称', '人数', '星级']],
    rows: [
      [
        ['甲', '1', '五星'],
        ['乙', '2', '四星'],
        ['丙', '3', '三星'],
        ['丁', '4', '二星'],
      ],
    ],
    skipped: { title: 2, note: 2, repeatedHeader: 1 },
  },
  {
    name: 'hint row under the header',
    text: '企业名称,统一社会信用代码,员工数,是否规上\n必填,必填,选填,是/否\n甲公司,9144030071526726XG,12,是\n乙公司,91330100799655058B,30,否\n',
    headers: [['企业名称', '统一社会信用代码', '员工数', '是否规上']],
    rows: [
      [
        ['甲公司', '9144030071526726XG', '12', '是'],
        ['乙公司', '91330100799655058B', '30', '否'],
      ],
    ],
    skipped: { hint: 1 },
  },
  {
    name: 'the row that numbers the columns',
    text: '指标名称,计量单位,本期,上期\n甲,乙,1,2\n党组织数,个,530,520\n党员数,名,13000,12800\n',
    headers: [['指标名称', '计量单位', '本期', '上期']],
    rows: [
      [
        ['党组织数', '个', '530', '520'],
        ['党员数', '名', '13000', '12800'],
      ],
    ],
  },
  {
    name: 'numbers that only look like the numbers of columns',
    text: '名称,一季度,二季度,小计\n甲,1,2,3\n乙,3,4,7\n',
    headers: [['名称', '一季度', '二季度', '小计']],
    rows: [
      [
        ['甲', '1', '2', '3'],
        ['乙', '3', '4', '7'],
      ],
    ],
    skipped: { hint: 0 },
  },
  {
    name: 'a header in two languages',
    text: '名称,人数,日期\nname,count,date\n甲,3,2020-01-01\n乙,4,2020-01-02\n',
    headers: [['名称 name', '人数 count', '日期 date']],
    rows: [
      [
        ['甲', '3', '2020-01-01'],
        ['乙', '4', '2020-01-02'],
      ],
    ],
  },
  {
    name: 'names nobody has filled in yet',
    text: '支部名称,人数,书记,类别\n甲支部,3,张,机关\n乙支部,,,\n丙支部,5,李,机关\n丁支部,,,\n',
    headers: [['支部名称', '人数', '书记', '类别']],
    rows: [
      [
        ['甲支部', '3', '张', '机关'],
        ['乙支部', '', '', ''],
        ['丙支部', '5', '李', '机关'],
        ['丁支部', '', '', ''],
      ],
    ],
  },
  {
    name: 'the numbered row 甲 1 2 3',
    text: '指标名称,本期,上期,增减\n甲,1,2,3\n党组织数,530,520,10\n党员数,13000,12800,200\n',
    headers: [['指标名称', '本期', '上期', '增减']],
    rows: [
      [
        ['党组织数', '530', '520', '10'],
        ['党员数', '13000', '12800', '200'],
      ],
    ],
    skipped: { hint: 1 },
  },
  {
    name: 'total as the first data row',
    text: '地区,组织数,党员数\n合计,30,450\n高新区,10,150\n经开区,20,300\n',
    headers: [['地区', '组织数', '党员数']],
    rows: [
      [
        ['高新区', '10', '150'],
        ['经开区', '20', '300'],
      ],
    ],
    skipped: { total: 1 },
  },
  {
    name: 'total in the second column, spaced, with its shares',
    text: '序号,地区,组织数,党员数\n1,高新区,10,150\n2,经开区,20,300\n,合  计,30,450\n,占比,33.3%,66.7%\n',
    headers: [['序号', '地区', '组织数', '党员数']],
    rows: [
      [
        ['1', '高新区', '10', '150'],
        ['2', '经开区', '20', '300'],
      ],
    ],
    skipped: { total: 2 },
  },
  {
    name: 'subtotals and a grand total',
    text: '园区,领域,组织数\n高新区,非公,10\n高新区,机关,5\n高新区小计,,15\n经开区,非公,20\n经开区小计,,20\n总计,,35\n',
    headers: [['园区', '领域', '组织数']],
    rows: [
      [
        ['高新区', '非公', '10'],
        ['高新区', '机关', '5'],
        ['经开区', '非公', '20'],
      ],
    ],
    skipped: { total: 3 },
  },
  {
    name: 'names that contain 合计, 总计, 注 and 备注 stay',
    text: '企业名称,员工数,备注\n合计科技有限公司,12,注册于高新区\n总计算机服务公司,5,备注：无\n注册会计师事务所,9,合计两处\n小计时器厂,3,\n',
    headers: [['企业名称', '员工数', '备注']],
    rows: [
      [
        ['合计科技有限公司', '12', '注册于高新区'],
        ['总计算机服务公司', '5', '备注：无'],
        ['注册会计师事务所', '9', '合计两处'],
        ['小计时器厂', '3', ''],
      ],
    ],
    skipped: { total: 0, note: 0 },
  },
  {
    name: 'numbered notes with commas in them',
    text: '名称,人数,比例\n甲,1,10%\n乙,9,90%\n注：1.数据截至6月底,不含村,社区\n2.比例为占全部的比例\n3.如有疑问,请联系组织部\n',
    headers: [['名称', '人数', '比例']],
    rows: [
      [
        ['甲', '1', '10%'],
        ['乙', '9', '90%'],
      ],
    ],
    skipped: { note: 3 },
  },
  {
    name: 'note and seal after empty rows',
    text: '名称,人数,比例\n甲,1,10%\n乙,9,90%\n,,\n,,\n数据来源：党内统计系统,,\n单位（盖章）：,,\n',
    headers: [['名称', '人数', '比例']],
    rows: [
      [
        ['甲', '1', '10%'],
        ['乙', '9', '90%'],
      ],
    ],
    skipped: { note: 2, blank: 2 },
  },
  {
    name: 'two tables with titles',
    text: '一、党组织情况,,,\n名称,类别,党员数,成立时间\n甲支部,支部,12,2019-01-01\n乙党委,党委,99,2001-07-01\n,,,\n二、星级评定情况,,,\n党组织名称,星级,得分,\n甲支部,五星,95,\n乙党委,四星,88,\n',
    headers: [
      ['名称', '类别', '党员数', '成立时间'],
      ['党组织名称', '星级', '得分'],
    ],
    rows: [
      [
        ['甲支部', '支部', '12', '2019-01-01'],
        ['乙党委', '党委', '99', '2001-07-01'],
      ],
      [
        ['甲支部', '五星', '95'],
        ['乙党委', '四星', '88'],
      ],
    ],
  },
  {
    name: 'two tables with an empty line between, of different width',
    text: '名称,党员数\n甲,12\n乙,9\n\n年度,星级,数量\n2022,五星,3\n2023,五星,4\n',
    headers: [
      ['名称', '党员数'],
      ['年度', '星级', '数量'],
    ],
    rows: [
      [
        ['甲', '12'],
        ['乙', '9'],
      ],
      [
        ['2022', '五星', '3'],
        ['2023', '五星', '4'],
      ],
    ],
  },
  {
    name: 'empty rows inside a table do not end it',
    text: '名称,党员数,备注\n甲,12,\n\n乙,9,\n,,\n丙,8,好\n',
    headers: [['名称', '党员数', '备注']],
    rows: [
      [
        ['甲', '12', ''],
        ['乙', '9', ''],
        ['丙', '8', '好'],
      ],
    ],
    skipped: { blank: 2 },
  },
  {
    name: 'months as columns',
    text: '支部,会议类型,1月,2月,3月,4月,5月,6月\n甲,支委会,1,1,0,1,1,1\n乙,支委会,1,1,1,1,1,1\n',
    headers: [['支部', '会议类型', '1月', '2月', '3月', '4月', '5月', '6月']],
    rows: [
      [
        ['甲', '支委会', '1', '1', '0', '1', '1', '1'],
        ['乙', '支委会', '1', '1', '1', '1', '1', '1'],
      ],
    ],
  },
  {
    name: 'years as columns of a crosstab with an empty corner',
    text: ',2019,2020,2021\n高新区,1,2,3\n经开区,4,5,6\n',
    headers: [['', '2019', '2020', '2021']],
    rows: [
      [
        ['高新区', '1', '2', '3'],
        ['经开区', '4', '5', '6'],
      ],
    ],
  },
  {
    name: 'vertically merged identifiers and ditto marks stay as found',
    text: '园区,支部,人数\n软件园,甲,3\n,乙,4\n,丙,5\n生物园,丁,6\n〃,戊,7\n',
    headers: [['园区', '支部', '人数']],
    rows: [
      [
        ['软件园', '甲', '3'],
        ['', '乙', '4'],
        ['', '丙', '5'],
        ['生物园', '丁', '6'],
        ['〃', '戊', '7'],
      ],
    ],
  },
  {
    name: 'line breaks and spaces inside headers',
    text: '"序\n号",职  务,"党组织\r\n名称",3 月\n1,主任,甲,4\n2,科长,乙,5\n',
    headers: [['序\n号', '职  务', '党组织\r\n名称', '3 月']],
    rows: [
      [
        ['1', '主任', '甲', '4'],
        ['2', '科长', '乙', '5'],
      ],
    ],
  },
  {
    name: 'duplicate headers stay',
    text: '名称,时间,时间\n甲,2020-01-01,2021-01-01\n乙,2020-02-01,2021-02-01\n',
    headers: [['名称', '时间', '时间']],
    rows: [
      [
        ['甲', '2020-01-01', '2021-01-01'],
        ['乙', '2020-02-01', '2021-02-01'],
      ],
    ],
  },
  {
    name: 'twenty lines of preamble',
    text: `${Array.from({ length: 20 }, (_, i) => `说明第${i + 1}行`).join('\n')}\n名称,人数,星级\n甲,1,五星\n乙,2,四星\n丙,3,三星\n`,
    headers: [['名称', '人数', '星级']],
    rows: [
      [
        ['甲', '1', '五星'],
        ['乙', '2', '四星'],
        ['丙', '3', '三星'],
      ],
    ],
    skipped: { title: 20 },
  },
  {
    name: 'a preamble of keys and values, then an empty line',
    text: '导出时间,2023-06-30\n导出单位,高新区组织部\n\n序号,名称,人数,星级\n1,甲,3,五星\n2,乙,4,四星\n',
    headers: [['序号', '名称', '人数', '星级']],
    rows: [
      [
        ['1', '甲', '3', '五星'],
        ['2', '乙', '4', '四星'],
      ],
    ],
    skipped: { title: 2 },
  },
  {
    name: 'no header, text only',
    text: '高新区,软件园党支部,非公\n高新区,生物园党支部,非公\n经开区,机关党支部,机关\n经开区,实验学校党支部,学校\n',
    headers: [['第1列', '第2列', '第3列']],
    rows: [
      [
        ['高新区', '软件园党支部', '非公'],
        ['高新区', '生物园党支部', '非公'],
        ['经开区', '机关党支部', '机关'],
        ['经开区', '实验学校党支部', '学校'],
      ],
    ],
    headerRows: 0,
  },
  {
    name: 'a title above a table of two columns',
    text: '各园区党员数\n园区,党员数\n软件园,120\n生物园,90\n合计,210\n',
    headers: [['园区', '党员数']],
    rows: [
      [
        ['软件园', '120'],
        ['生物园', '90'],
      ],
    ],
    skipped: { title: 1, total: 1 },
  },
  {
    name: 'a wide title spread over the row by its exporter',
    text: '星级统计表,星级统计表,星级统计表\n名称,星级,得分\n甲,五星,95\n乙,四星,85\n',
    headers: [['名称', '星级', '得分']],
    rows: [
      [
        ['甲', '五星', '95'],
        ['乙', '四星', '85'],
      ],
    ],
    skipped: { title: 1 },
  },
  {
    name: 'rows with little filled in are data when the table is thin',
    text: '名称,人数,备注,联系\n甲,,,\n乙,3,,\n丙,,,\n丁,4,,\n戊,,,\n',
    headers: [['名称', '人数', '备注', '联系']],
    rows: [
      [
        ['甲', '', '', ''],
        ['乙', '3', '', ''],
        ['丙', '', '', ''],
        ['丁', '4', '', ''],
        ['戊', '', '', ''],
      ],
    ],
  },
  {
    name: 'a unit row under the header is a tier',
    text: '名称,党员数,经费\n,（人）,（万元）\n甲,12,3.5\n乙,30,8\n',
    headers: [['名称', '党员数 （人）', '经费 （万元）']],
    rows: [
      [
        ['甲', '12', '3.5'],
        ['乙', '30', '8'],
      ],
    ],
    headerRows: 2,
  },
];

describe('shapes', () => {
  for (const { name, text, headers, rows, headerRows, skipped } of CASES)
    it(name, async () => {
      const { tables, reading } = await readBytes(text);
      expect(tables.map((table) => table.header)).toEqual(headers);
      expect(tables.map((table) => table.rows)).toEqual(rows);
      if (headerRows !== undefined) expect(reading.tables[0]?.headerRows).toBe(headerRows);
      if (skipped) expect(reading.tables[0]?.skipped).toMatchObject(skipped);
    });

  it('keeps removed totals as control totals', async () => {
    const { reading } = await readBytes('地区,组织数\n高新区,10\n经开区,20\n合计,31\n');
    expect(reading.tables[0]?.totals).toEqual([{ record: 4, label: '合计', cells: ['合计', '31'] }]);
  });

  it('accounts for every record', async () => {
    const text = CASES[0]?.text ?? '';
    const { reading } = await readBytes(text);
    const [table] = reading.tables;
    const skipped = Object.values(table?.skipped ?? {}).reduce((sum, n) => sum + n, 0);
    expect((table?.rows ?? 0) + (table?.headerRows ?? 0) + skipped).toBe(text.split('\n').length);
  });

  it('uses the vocabulary it is given', async () => {
    const text = '甲乙,丙丁,戊己\n子,丑,寅\n卯,丑,辰\n午,未,申\n';
    const { tables } = await readBytes(text, { isHeaderWord: (word) => ['甲乙', '丙丁'].includes(word) });
    expect(tables[0]?.header).toEqual(['甲乙', '丙丁', '戊己']);
  });
});
