import { encodeText } from './encode';

/** A made-up file, and by hand what a right reading of it gives. */
export interface Messy {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly raw: readonly (readonly (readonly string[])[])[];
  readonly typed: readonly (readonly string[])[];
}

const ROSTER = `某开发区党组织基本情况统计表（2023年）,,,,,,
党组织代码,党组织名称,党员数,,成立时间,是否换届,书记姓名
,,合计,正式,,,
001001,第一党支部,12,10,2019年5月3日,是,张某某
001002,"第二
党支部",8,8,2020.06.01,否,李某某
小计,,20,18,,,
001003,"第三""先锋""党支部","1,005",998,—,是,王某某
合计,,"1,025","1,016",,,
注：数据截至2023年12月31日。,,,,,,
填表人：某某,,,,,,
`;

const ROSTER_HEADER = ['党组织代码', '党组织名称', '党员数 合计', '党员数 正式', '成立时间', '是否换届', '书记姓名'];

/** Title, two-tier header, subtotals, notes, quoted line break, personal column. */
export const roster: Messy = {
  name: '党组织花名册.csv',
  // As spreadsheets write it: CRLF after a record, LF inside a cell.
  bytes: encodeText(ROSTER.replace(/\n(?!党支部")/gu, '\r\n'), 'gbk'),
  raw: [
    [
      ROSTER_HEADER,
      ['001001', '第一党支部', '12', '10', '2019年5月3日', '是', '张某某'],
      ['001002', '第二\n党支部', '8', '8', '2020.06.01', '否', '李某某'],
      ['001003', '第三"先锋"党支部', '1,005', '998', '—', '是', '王某某'],
    ],
  ],
  typed: [
    ROSTER_HEADER,
    ['001001', '第一党支部', '12', '10', '2019-05-03', 'true', '张某某'],
    ['001002', '第二\n党支部', '8', '8', '2020-06-01', 'false', '李某某'],
    ['001003', '第三"先锋"党支部', '1005', '998', '', 'true', '王某某'],
  ],
};

const RATES = `单位名称\t覆盖率\t从业人员\t是否规上\t成立日期
甲公司\t81.5%\t１２３\t√\t2023/5/31
乙公司\t7％\t1.2万\t×\t20220601
丙公司\t100%\t\t√\t2021年1月
`;

/** UTF-16, tabs, full-width digits and percent signs, ticks, mixed date styles. */
export const rates: Messy = {
  name: '覆盖率统计.txt',
  bytes: encodeText(RATES, 'utf-16le'),
  raw: [
    [
      ['单位名称', '覆盖率', '从业人员', '是否规上', '成立日期'],
      ['甲公司', '81.5%', '１２３', '√', '2023/5/31'],
      ['乙公司', '7％', '1.2万', '×', '20220601'],
      ['丙公司', '100%', '', '√', '2021年1月'],
    ],
  ],
  typed: [
    ['单位名称', '覆盖率', '从业人员', '是否规上', '成立日期'],
    ['甲公司', '0.815', '123', 'true', '2023-05-31'],
    ['乙公司', '0.07', '12000', 'false', '2022-06-01'],
    ['丙公司', '1', '', 'true', '2021-01'],
  ],
};

const TWO = `表一 单位情况,,
单位名称,组建方式,从业人员
甲公司,单独支部,12
乙公司,联合支部,30
,,
,,
表二 党组织情况,,
党组织名称,党组织类别,成立时间
第一党支部,党支部,2019-01-01
第二党支部,党支部,2020-02-02
`;

/** Two tables in one file. */
export const twoTables: Messy = {
  name: '综合报表.csv',
  bytes: encodeText(`\uFEFF${TWO}`, 'utf-8'),
  raw: [
    [
      ['单位名称', '组建方式', '从业人员'],
      ['甲公司', '单独支部', '12'],
      ['乙公司', '联合支部', '30'],
    ],
    [
      ['党组织名称', '党组织类别', '成立时间'],
      ['第一党支部', '党支部', '2019-01-01'],
      ['第二党支部', '党支部', '2020-02-02'],
    ],
  ],
  typed: [],
};

const BARE = `3,17,2.5\n4,18,2.75\n5,21,3.25\n`;

/** No header at all. */
export const bare: Messy = {
  name: '数字.csv',
  bytes: encodeText(BARE, 'utf-8'),
  raw: [
    [
      ['第1列', '第2列', '第3列'],
      ['3', '17', '2.5'],
      ['4', '18', '2.75'],
      ['5', '21', '3.25'],
    ],
  ],
  typed: [],
};

const MERGED = `开发区,所属党委,支部,党员数
高新区,软件园党委,甲支部,12
,,乙支部,
,生物园党委,丙支部,3
经开区,,丁支部,4
〃,汽车城党委,戊支部,5
`;

/** Merged cells that were split, and a ditto mark: as text they stay, normalised they are written out; figures never are. */
export const merged: Messy = {
  name: '合并单元格.csv',
  bytes: encodeText(MERGED, 'gbk'),
  raw: [
    MERGED.trimEnd()
      .split('\n')
      .map((line) => line.split(',')),
  ],
  typed: [
    ['开发区', '所属党委', '支部', '党员数'],
    ['高新区', '软件园党委', '甲支部', '12'],
    ['高新区', '软件园党委', '乙支部', ''],
    ['高新区', '生物园党委', '丙支部', '3'],
    ['经开区', '', '丁支部', '4'],
    ['经开区', '汽车城党委', '戊支部', '5'],
  ],
};
