/** A file that differs from a given case in words, place, order and number, and what a right reading of it gives. */
export interface Twin {
  readonly kind: string;
  /** Rows by line, cells by |; written in every format that can say the same. */
  readonly grid: string;
  readonly header?: string;
  /** Rows of the first table as in `grid`; or how many there are. */
  readonly rows?: string | number;
  readonly headerRows?: number;
  readonly titles?: number;
  readonly tables?: number;
  readonly table?: string | null;
  /** Ledger codes that must be there. */
  readonly tells?: readonly string[];
  readonly quiet?: readonly string[];
  readonly refused?: string;
  /** A column and its cells as `convert --as typed` writes them. */
  readonly typed?: readonly [column: string, ...cells: string[]];
  /** Formats beside text in UTF-8; absent: GBK, tabs, xlsx, xls. */
  readonly only?: 'text';
  readonly merges?: readonly string[];
}

const T = (kind: string, grid: string, expected: Omit<Twin, 'kind' | 'grid'>): Twin => ({ kind, grid, ...expected });

/** Twins whose content is a grid of cells. */
export const TWINS: readonly Twin[] = [
  T('age bands', '单位|人数|||说明\n|合计|按年龄分||\n||30岁及以下|31-50岁|\n一支部|9|4|5|\n二支部|7|3|4|', {
    headerRows: 3,
    header: '单位|人数 合计|人数 按年龄分 30岁及以下|人数 按年龄分 31-50岁|说明',
    rows: '一支部|9|4|5|\n二支部|7|3|4|',
  }),
  T('age bands', '党组织名称|35岁以下|36-45岁|46-59岁|60岁以上\n甲支部|3|4|5|6\n乙支部|1|2|3|4', {
    headerRows: 1,
    rows: 2,
  }),
  T(
    'age bands',
    '企业规模情况\n企业类型|从业人员||\n|100人以下|100-300人|300人以上\n国企|3|4|5\n私企|30|14|2\n外企|1|1|1',
    {
      headerRows: 2,
      header: '企业类型|从业人员 100人以下|从业人员 100-300人|从业人员 300人以上',
      titles: 1,
      rows: 3,
    },
  ),
  T('age bands', '支部|≥60岁|<35岁|党龄10年以上\n甲|3|4|1\n乙|1|2|2\n丙|2|2|0', { headerRows: 1, rows: 3 }),
  T('average', '支部|考核得分|排名\n甲支部|90|2\n乙支部|95|1\n平均|92.5|', {
    rows: '甲支部|90|2\n乙支部|95|1',
    tells: ['average-row'],
  }),
  T('average', '序号|单位|一季度|二季度\n1|河西|80|84\n2|江北|90|86\n|全区平均|85|85\n|最高分|90|86\n|最低分|80|84', {
    rows: 2,
    tells: ['average-row'],
  }),
  T('average', '党组织|得分\n甲支部|91.5\n乙支部|88\n合计|179.5\n平均值|89.75', {
    rows: 2,
    tells: ['average-row', 'total-row'],
  }),
  T('average', '开发区|党建|经济|总分\n各区平均分|30|40|70\n河西|28|45|73\n江北|32|35|67', {
    rows: '河西|28|45|73\n江北|32|35|67',
    tells: ['average-row'],
  }),
  T('average', '支部|得分\n均分支部|30\n甲支部|28\n乙支部|40', { rows: 3, quiet: ['average-row'] }),
  T('average', '指标|本期|上期\n党员总数|120|118\n平均年龄|45.2|45.9\n人均学时|32|30', { rows: 3 }),
  T('colon', '单位：全称|数量：个|日期：年月日\n甲支部|3|2023-05-01\n乙支部|4|2023-06-01', {
    headerRows: 1,
    header: '单位：全称|数量：个|日期：年月日',
    rows: 2,
  }),
  T('colon', '填报单位：河西园|填表人：张某|填报日期：2023-05-01\n学员|上午|下午\n甲某|3|4\n乙某|5|6', {
    headerRows: 1,
    header: '学员|上午|下午',
    titles: 1,
    rows: 2,
  }),
  T('colon', '支部|学习情况：|\n|次数：计划|次数：实际\n甲支部|3|2\n乙支部|4|4', {
    headerRows: 2,
    header: '支部|学习情况： 次数：计划|学习情况： 次数：实际',
    rows: 2,
  }),
  T('day month', '支部|换届时间\n甲|05-Jan-24\n乙|31-Dec-19\n丙|1-Feb-2021', {
    typed: ['换届时间', '2024-01-05', '2019-12-31', '2021-02-01'],
    only: 'text',
  }),
  T('day month', '日期|次数\nOct 5, 2023|1\n12 November 2021|2\nJul-1-20|3', {
    typed: ['日期', '2023-10-05', '2021-11-12', '2020-07-01'],
    only: 'text',
  }),
  T('day month', '支部|换届时间\n甲|Mar-21\n乙|Dec-2020\n丙|7月-19\n丁|June2018', {
    typed: ['换届时间', '2021-03', '2020-12', '2019-07', '2018-06'],
    only: 'text',
  }),
  T('day month', '支部|成立时间\n甲|5-10月-23\n乙|12-十一月-21', {
    typed: ['成立时间', '2023-10-05', '2021-11-12'],
    only: 'text',
  }),
  T(
    'day month',
    '支部|成立日期\n甲|05/Oct/2023\n乙|12.Nov.2021\n丙|Wed, 1 Jul 2020\n丁|28-February-19\n戊|1st Mar 2018',
    {
      typed: ['成立日期', '2023-10-05', '2021-11-12', '2020-07-01', '2019-02-28', '2018-03-01'],
      only: 'text',
    },
  ),
  T(
    'foreign list',
    '站点编号|站点名称|所属线路|所在街道|启用时间|状态\n1|西门站|2号线|东门街道|2011-09-16|正常\n2|北站|2号线|北苑街道|2011-09-16|停运',
    { table: null },
  ),
  T(
    'foreign list',
    '站点名称|站点类型|级别|命名时间|园区\n西门远教站|远程教育站点|市级|2011-09-16|河西\n北苑远教站|远程教育站点|区级|2012-09-16|江北',
    {
      table: 'site_honour',
    },
  ),
  T('foreign list', '区划代码|名称|级别|上级代码\n610113001|长延堡街道|街道|610113\n610113002|小寨路街道|街道|610113', {
    table: null,
  }),
  T('foreign list', 'id|name|parent_id|level\n11|北京市|0|1\n1101|市辖区|11|2\n110101|东城区|1101|3', { table: null }),
  T('foreign list', '乡镇代码|乡镇名称|区县代码|区县名称\n1|东山镇|9|河西区\n2|西河乡|9|河西区', { table: null }),
  T('foreign list', '园区编码|名称|类型|行政区划代码\n1|河西|园区|610113\n2|江北|高新区|610114', { table: 'zone' }),
  T('fractions', '支部|参会率\n甲|95%\n乙|0.88\n丙|1\n丁|70.5%\n戊|90', {
    typed: ['参会率', '0.95', '0.88', '1', '0.705', '0.9'],
    only: 'text',
  }),
  T('fractions', '园区|完成比例\n甲|0.5\n乙|33.3%\n丙|40％', {
    typed: ['完成比例', '0.5', '0.333', '0.4'],
    only: 'text',
  }),
  T('fractions', '园区|完成比例\n甲|50\n乙|33.3%\n丙|40％', {
    typed: ['完成比例', '0.5', '0.333', '0.4'],
    only: 'text',
  }),
  T('month zero', '月度|数量\n2022.07|1\n2022.08|2\n2022.09|3\n2022.1|4', {
    typed: ['月度', '2022-07', '2022-08', '2022-09', '2022-10'],
    only: 'text',
  }),
  T('month zero', '月份|数量\n2022.9|3\n2022.10|4\n2022.11|5\n2023.1|6', {
    typed: ['月份', '2022-09', '2022-10', '2022-11', '2023-01'],
    only: 'text',
  }),
  T('month zero', '统计月|数量\n2021.01|3\n2021.09|3\n2021.1|4', {
    typed: ['统计月', '2021-01', '2021-09', '2021-10'],
    only: 'text',
  }),
  T('month zero', '填报月份|数量\n2021.01|3\n2021.1|4', { typed: ['填报月份', '2021-01', '2021-10'], only: 'text' }),
  T('of which', '单位|支部数|党员数\n甲街道|10|100\n#其中：农村|6|55\n　　　　社区|4|45\n乙街道|3|30', {
    rows: '甲街道|10|100\n乙街道|3|30',
    tells: ['part-row'],
  }),
  T('of which', '序号|园区|企业数|覆盖数\n1|河西|10|8\n|其中：规上|6|5\n|规下|4|3\n2|江北|5|5', {
    rows: '1|河西|10|8\n2|江北|5|5',
    tells: ['part-row'],
  }),
  T('of which', '园区|企业数|覆盖数\n河西|10|8\n其中规上|6|5\n江北|5|5\n其中规上|1|1\n合计|15|13\n其中规上|7|6', {
    rows: 2,
    tells: ['part-row', 'total-row'],
  }),
  T(
    'of which',
    '单位|组织|党员\n高新区|30|500\n　—其中国有企业|10|200\n　—其中民营企业|20|300\n经开区|18|260\n└其中国企|8|110',
    {
      rows: '高新区|30|500\n经开区|18|260',
      tells: ['part-row'],
    },
  ),
  T(
    'of which',
    '园区|企业总数|覆盖数\n河西园|20|15\n内：规上企业|8|8\n    规下企业|12|7\n江北园|10|4\n含：规上企业|3|2',
    {
      rows: '河西园|20|15\n江北园|10|4',
      tells: ['part-row'],
    },
  ),
  T('of which', '园区|企业总数|覆盖数\n河西园|20|15\n内江园|8|8\n含山园|3|2', { rows: 3, quiet: ['part-row'] }),
  T(
    'of which',
    '园区|类别|组织数|党员数\n河西园|全部|12|301\n河西园|其中：机关|2|40\n河西园|企业|10|261\n江北园|全部|8|154',
    {
      rows: '河西园|全部|12|301\n江北园|全部|8|154',
      tells: ['part-row'],
    },
  ),
  T('of which', '分类|支部数|党员数\n非公企业|30|200\n　其中:规上|10|120\n社会组织|12|50\n　其中:行业协会|4|20', {
    rows: 2,
    tells: ['part-row'],
  }),
  T(
    'of which',
    '序号|园区|性质|企业|已建\n1|河西|小计|20|15\n|河西|其中：规上|8|8\n|河西|规下|12|7\n2|江北|小计|10|4',
    {
      rows: 2,
      tells: ['part-row'],
    },
  ),
  T('of which', '项目类别|任务数|完成数\n发展党员|30|20\n其中：产业工人|10|8', { rows: 2, tells: ['part-row-kept'] }),
  T('of which', '指标名称|数量\n党员总数|100\n其中：女党员|40\n少数民族|5', { rows: 3, tells: ['part-row-kept'] }),
  T('list', '街道名称\n东山街道\n西河|街道\n南塘街道\n北岭街道', { only: 'text', header: '街道名称', rows: 4 }),
  T('percent unit', '单位|流动党员比例(%)\n甲|0.8\n乙|0.05\n丙|1', {
    typed: ['流动党员比例(%)', '0.008', '0.0005', '0.01'],
  }),
  T('percent unit', '不合格率%|单位\n0.3|甲\n0.7|乙', { typed: ['不合格率%', '0.003', '0.007'] }),
  T('percent unit', '单位|不合格率\n单位|%\n甲|0.3\n乙|0.7', { rows: 2, typed: ['不合格率(%)', '0.003', '0.007'] }),
  T('percent unit', '单位：%|\n园区|不合格率|失联率\n河西|0.5|0.3\n江北|0.9|0.1', {
    typed: ['不合格率(%)', '0.005', '0.009'],
  }),
  T('percent unit', '园区|失联率（‰）\n河西|5\n江北|0.7', { typed: ['失联率（‰）', '0.005', '0.0007'] }),
  T('percent unit', '单位|人|‰\n园区|党员数|失联率\n河西|310|5\n江北|90|0.7', {
    rows: 2,
    typed: ['失联率(‰)', '0.005', '0.0007'],
  }),
  T('period header', '村名|2022-01|2022-02|2022-03\n东山|3|4|4\n西河|2|2|3', { headerRows: 1, rows: 2 }),
  T('period header', '站点|202201|202202|202203\n东山|3|4|4\n西河|2|2|3', {
    headerRows: 1,
    header: '站点|202201|202202|202203',
    rows: 2,
  }),
  T('period header', '各村情况\n村|组|2023.01|2023.02\n东山|一|3|4\n西河|二|2|2', {
    headerRows: 1,
    titles: 1,
    rows: 2,
    only: 'text',
  }),
  T('period header', '甲|2022-01-01\n乙|2022-02-01\n丙|2022-03-01', { headerRows: 0, rows: 3, only: 'text' }),
  T('dashes', '学习情况\n姓名|单位|学时|—|—|—\n甲某|河西|3|—|—|—\n乙某|江北|4|—|—|—', {
    headerRows: 1,
    titles: 1,
    rows: 2,
  }),
  T('dashes', '序号|党组织名称|/|党员数|/\n1|甲支部|/|3|/\n2|乙支部|/|4|/', { headerRows: 1, rows: 2 }),
  T('dashes', '培训统计\n序号|学员|学时|--|/\n1|甲|20|--|/\n2|乙|18|--|/', {
    titles: 1,
    headerRows: 1,
    header: '序号|学员|学时|--|/',
    rows: 2,
  }),
  T('dashes', '-|党组织名称|类别|得分\n1|甲支部|机关|90\n2|乙支部|企业|80', { headerRows: 1, rows: 2 }),
  T('dashes', '车间学习台账\n车间|班组|——|学时|——\n一车间|甲班|——|20|——\n二车间|乙班|——|18|——', {
    titles: 1,
    headerRows: 1,
    rows: 2,
  }),
  T('repeated header', '值班表\n值班员|早|中|晚\n甲某|在|在|否\n乙某|在|否|在\n值班员|早|中|晚\n丙某|否|在|在', {
    headerRows: 1,
    titles: 1,
    rows: 3,
  }),
  T('repeated header', '乘客|上车|下车\n甲某|西站|东站\n乙某|南站|北站\n乘客|上车|下车\n丙某|东站|西站', {
    headerRows: 1,
    rows: 3,
  }),
  T(
    'repeated header',
    '2024年1月值班表||\n日期|上午|下午\n1日|甲|乙\n2日|丙|丁\n2024年2月值班表||\n日期|上午|下午\n1日|甲|丁',
    {
      tables: 2,
      titles: 1,
      rows: 2,
    },
  ),
  T(
    'repeated header',
    '河西园支部情况表||\n支部|党员|得分\n甲|3|90\n乙|4|80\n||\n江北园支部情况表||\n支部|党员|得分\n丙|5|70',
    {
      tables: 2,
      rows: 2,
    },
  ),
  T('repeated header', '支部情况表||\n支部|党员|得分\n甲|3|90\n乙|4|80\n支部情况表（续）||\n支部|党员|得分\n丙|5|70', {
    tables: 1,
    rows: 3,
  }),
  T('roster', '序号|姓名|性别|所在党支部|入党时间\n1|张某|男|甲支部|2010-07-01\n2|李某|女|乙支部|2012-07-01', {
    table: null,
  }),
  T(
    'roster',
    '党员姓名|学历|党组织名称|转正时间|党籍状态\n张某|本科|甲支部|2011-07-01|正式\n李某|硕士|乙支部|2013-07-01|正式',
    { table: null },
  ),
  T(
    'roster',
    '人员编号|党组织全称|上级党组织|入党时间|民族\n1|甲支部|河西党委|2010-07-01|汉\n2|乙支部|河西党委|2011-07-01|汉',
    { table: null },
  ),
  T(
    'roster',
    '党组织名称|党组织类别|书记姓名|性别|学历|联系电话|党员人数\n甲支部|党支部|张某|男|本科|1|12\n乙支部|党支部|李某|女|硕士|2|9',
    { table: 'party_org' },
  ),
  T(
    'title over part',
    '||河西开发区党组织换届工作台账||\n党组织|上次换届|应换届|届次|备注\n甲支部|2020-01-01|2023-01-01|3|\n乙支部|2021-01-01|2024-01-01|2|',
    {
      headerRows: 1,
      titles: 1,
      header: '党组织|上次换届|应换届|届次|备注',
    },
  ),
  T('title over part', '|2023年度党员基本情况统计表|||\n支部|总数|男|女|少数民族\n甲支部|10|5|5|1\n乙支部|12|6|6|0', {
    headerRows: 1,
    titles: 1,
  }),
  T('title over part', '|党员情况||\n支部|总数|其中女|其中少数民族\n甲支部|10|5|1\n乙支部|12|6|0', {
    headerRows: 2,
    rows: 2,
  }),
  T('area total', '全市|25|552\n园区|组织|党员\n河西|12|301\n江北|13|251', { only: 'text' }),
  T('area total', '镇街|支部|党员\n全镇|25|552\n河西|12|301\n江北|8|154\n空港|5|97', { rows: 3, tells: ['total-row'] }),
  T('area total', '序号|园区|组织|党员\n1|河西|12|301\n2|江北|8|154\n|全开发区|20|455', {
    rows: 2,
    tells: ['total-row'],
  }),
  ...['本市', '本园区', '四个园区', '开发区汇总', '三园区总和'].map((all) =>
    T('area total', `园区|组织|党员\n云岭|4|100\n平阳|8|200\n石桥|3|50\n${all}|15|350`, {
      rows: 3,
      tells: ['total-row'],
    }),
  ),
  // Zones whose names only begin like those of totals.
  T('area total', '园区|组织|党员\n云岭|4|5\n合川园|4|5\n平阳|3|2', { rows: 3, quiet: ['total-row'] }),
  T('area total', '园区|组织\n云岭|1\n平阳|2\n全椒园|3\n石桥|9', { rows: 4, quiet: ['total-row'] }),
  T('area total', '园区|组织|党员\n总部基地|4|5\n各庄园|4|5\n合肥园|8|10', { rows: 3, quiet: ['total-row'] }),
  T('area total', '园区|组织\n一园区|1\n二园区|2\n三园区|3', { rows: 3, quiet: ['total-row'] }),
  // Sums that do not agree: a zone like any other.
  T('area total', '园区|组织|党员\n云岭|4|100\n平阳|8|200\n四个园区|15|351', { rows: 3 }),
  T('area total', '月份|次数|人次\n1月|2|20\n2月|3|31\n3月|4|44\n全年|9|95', { rows: 3, tells: ['total-row'] }),
  T('area total', '园区|组织|党员\n河西|12|301\n江北|8|154\n空港|5|97\n临江区|25|552', {
    rows: 4,
    tells: ['maybe-total'],
  }),
  T('area total', '范围|组织|党员\n全区|25|552', { rows: 1 }),
  T(
    'area total',
    '序号|园区|组织|党员\n1|河西园|12|301\n2|江北园|8|154\n3|空港园|5|97\n4|云州市|25|552\n填表人：张三|||',
    {
      rows: 3,
      tells: ['total-row'],
    },
  ),
  T('area total', '街道|组织|党员\n红星街道|12|301\n柳林街道|8|154\n西门街道|5|97\n白马街道|25|552', {
    rows: 4,
    tells: ['maybe-total'],
  }),
  T('area total', '序号|镇街|支部|党员\n1|东街街道|3|60\n2|西街街道|12|241\n3|南乡镇|11|120\n4|云县|26|421', {
    rows: 3,
    tells: ['total-row'],
  }),
  T('area total', '镇街|组织|党员\n红星街道|1|0\n柳林街道|0|1\n西门街道|0|0\n白马镇|1|1', { rows: 4 }),
  T('area total', '园区|组织|党员|覆盖率\n河西|12|301|80%\n江北|8|154|90%\n全部园区|20|455|84%', {
    rows: 2,
    tells: ['total-row'],
    only: 'text',
  }),
  T('of which', '园区|企业|党员\n合计|20|455\n其中：国企|8|154\n民企|12|301\n河西园|12|301\n江北园|8|154', {
    rows: 2,
    tells: ['total-row', 'part-row'],
  }),
  T('area total', '范围|组织|党员\n全区|25|552\n河西|3|30', { rows: 2, tells: [] }),
  T('area total', '年份|范围|组织\n2021|全区|20\n2022|全区|22\n2023|全区|25', { rows: 3 }),
  T('sign-off', '企业|人数|时间|备注\n甲公司|3|2020-01-01|\n乙公司|4|2021-01-01|\n|||\n制表：陈某||2024年3月31日|', {
    rows: 2,
  }),
  T('sign-off', '企业|人数|时间|备注\n甲公司|3|2020-01-01|\n乙公司|4|2021-01-01|\n签发：王某||复核：李某|', {
    rows: 2,
  }),
  T('unit row', '园区|支部数|党员数|经费\n计量单位|个|名|万元\n河西|3|20|1.5\n江北|4|30|2', { rows: 2, headerRows: 1 }),
  T('unit row', '园区|阵地数量|面积|使用率\n单  位|处|平方米|％\n河西|3|1200|80\n江北|2|800|75', {
    rows: 2,
    headerRows: 1,
  }),
  T('unit row', '指标单位|人|人次|学时\n支部名称|应到人数|培训人次|人均学时\n甲支部|12|30|20\n乙支部|9|20|18', {
    rows: 2,
    header: '支部名称|应到人数|培训人次|人均学时',
  }),
  T('unit row', '名称|面积|人均面积|占比\n（单位）|平方米|平方米/人|%\n甲阵地|120|2.5|60\n乙阵地|80|1.5|40', {
    rows: 2,
  }),
  T('unit row', '单位|支部数|学时\n单位：|个|课时/年\n河西园|3|20\n江北园|4|30\n空港园|1|3', { rows: 3 }),
  T('form', '登记表|||\n姓名|张某|性别|男\n民族|汉|学历|本科\n籍贯|西安|职务|书记', { refused: 'form-card' }),
  T('form', '单位名称|河西园|\n联系电话|1234|\n党员人数|30|\n成立时间|2001年|\n负责人|张某|', { refused: 'form-card' }),
  T(
    'form',
    '支部名称|甲支部|支部类型|企业|党员数|12\n成立日期|2001-07-01|换届日期|2021-07-01|星级|3\n上级党组织|河西党委|地址|河西大道|备注|无',
    { refused: 'form-card' },
  ),
  T('form', '指标|数值\n党组织数|12\n党员数|301\n已换届数|5\n星级支部数|3', { rows: 4, headerRows: 1 }),
  T('side notes', '园区|组织|党员||说明：\n河西|12|301||一、含联合支部\n江北|8|154||\n空港|5|97||二、期末数', {
    header: '园区|组织|党员',
    rows: '河西|12|301\n江北|8|154\n空港|5|97',
    tells: ['side-note'],
  }),
  T('side notes', '园区|组织|党员|||\n河西|12|301|||注：党员数为期末数，不含流动党员。\n江北|8|154|||\n空港|5|97|||', {
    header: '园区|组织|党员',
    rows: 3,
    tells: ['side-note'],
  }),
  T('side notes', '填报说明||园区|组织|党员\n1. 按月填报||河西|12|301\n2. 不得漏项||江北|8|154', {
    header: '园区|组织|党员',
    rows: 2,
    tells: ['side-note'],
  }),
  T('side notes', '园区|组织|党员||备注\n河西|12|301||新设\n江北|8|154||\n空港|5|97||撤并', {
    header: '园区|组织|党员||备注',
    rows: 3,
    quiet: ['side-note'],
  }),
  T('side by side', '序号|支部|得分||序号|支部|得分\n1|甲|90||3|丙|70\n2|乙|80||4|丁|60', {
    tables: 2,
    tells: ['tables-beside'],
    rows: 2,
  }),
  T(
    'side by side',
    '园区党组织||||企业党员|||\n园区|组织数|新建数||企业名称|党员数|新发展数|预备数\n河西|12|1||甲公司|3|1|0\n江北|8|0||乙公司|5|0|1',
    {
      tables: 2,
      tells: ['tables-beside'],
      header: '园区|组织数|新建数',
    },
  ),
  T(
    'side by side',
    '园区|组织数|党员数|园区|组织数|党员数\n河西|12|301|滨江|3|60\n江北|8|154|南站|2|41\n空港|5|97|||',
    {
      tables: 2,
      tells: ['tables-beside'],
      rows: 3,
    },
  ),
  T('notes at the side', '支部|党员|备注||温馨提示：请于每月5日前报送\n甲支部|12|||\n乙支部|9|新成立||\n丙支部|7|||', {
    header: '支部|党员|备注',
    rows: 3,
    tells: ['side-note'],
  }),
  T(
    'form card',
    '项目|内容\n企业名称|甲机械有限公司\n所在园区|河西园\n成立时间|2015年1月\n党员人数|8\n是否建立党组织|是',
    {
      refused: 'form-card',
    },
  ),
  T('side by side', '园区|党员数||支部|星级\n河西|12||甲支部|五星\n江北|8||乙支部|四星\n空港|5||丙支部|三星', {
    tells: ['maybe-tables-beside'],
  }),
  T('side by side', '计划|实际|计划|实际\n3|2|4|4\n5|5|6|1\n7|7|1|0', { tables: 1, quiet: ['tables-beside'] }),
  T('side by side', '单位|应建数||已建数|备注\n河西|10||8|甲\n江北|5||5|乙', {
    tables: 1,
    header: '单位|应建数||已建数|备注',
  }),
  T(
    'average row',
    '支部|组织建设|党员教育|总分\n甲支部|40|45|85\n乙支部|38|41|79\n丙支部|44|47|91\n算术平均|40.67|44.33|85\n最高值|44|47|91\n最低值|38|41|79',
    { rows: 3, tells: ['average-row'] },
  ),
  T('day month name', '支部|换届时间\n甲|2023-Oct-05\n乙|2021/November/12\n丙|2020Jul1', {
    typed: ['换届时间', '2023-10-05', '2021-11-12', '2020-07-01'],
  }),
  T('percent unit', '园区|投诉率(百分比)\n河西|0.6\n江北|0.9', { typed: ['投诉率(百分比)', '0.006', '0.009'] }),
  T('one column', '问题\n台账不全；记录缺失\n党费收缴不及时；未公示\n换届超期；未报告', { header: '问题', rows: 3 }),
  T('area total', '街道|单位|已建\n河东|12|10\n河西|8|7\n河南|5|5\n经开区小结|25|22', {
    rows: 3,
    tells: ['total-row'],
  }),
  T('area total', '片区|支部|党员\n一片区|3|60\n二片区|2|41\n三片区|1|20\n园区整体|6|121', {
    rows: 3,
    tells: ['total-row'],
  }),
  T('area total', '单位|支部|党员\n园区总数|6|121\n一片区|3|60\n二片区|2|41\n三片区|1|20', {
    rows: 3,
    tells: ['total-row'],
  }),
  T('area total', '单位|支部|党员\n园区总数|7|121\n一片区|3|60\n二片区|2|41\n三片区|1|20', {
    rows: 4,
    quiet: ['total-row'],
  }),
  T('unit row', '园区|面积|经费|使用率\n|平方米|万元|%\n河西|1200|35.5|80\n江北|800|20|75', {
    headerRows: 1,
    header: '园区|面积|经费|使用率(%)',
    rows: 2,
  }),
  T('unit row', '支部|培训情况||书记\n|人|次|\n甲支部|12|2|有\n乙支部|9|1|无', {
    headerRows: 2,
    header: '支部|培训情况 人|培训情况 次|书记',
    rows: 2,
  }),
];
