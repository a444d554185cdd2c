import type { ColumnSpec, EnumValue, Label, SomeOnly } from '../../domain';
import { SNAPSHOT_HEADER, ZONE_HEADER, ORG_NAME_HEADER, PART_HEADER } from './made-of';
import { words } from './words';

/** The day a snapshot describes; in most exports a title line says it once. */
export const SNAPSHOT_DATE: ColumnSpec = {
  id: 'snapshot_date',
  type: 'date',
  label: { zh: '统计日期', en: 'Snapshot date' },
  made: SNAPSHOT_HEADER,
  headers: words(`
    统计日期 | 截止日期 | 截止时间 | 数据时间 | 数据日期 | 统计时间 | 统计截止日期 | 统计截止时间 | 截至日期
    截至时间 | 数据截止日期 | 数据截止时间 | 快照日期 | 填报日期 | 填报时间 | 上报日期 | 上报时间 | 报表日期
    统计截止日 | 统计截至日 | 统计截至日期 | 数据截止日 | 数据截至日 | 数据截至日期 | 截止日 | 截至日 | 数据截止 | 数据截至 | 统计截止 | 统计截至 | 统计时点 | 数据时点 | 统计年月 | 统计月份 | 数据月份 | 报告期 | 统计期 | 统计周期 | 所属时期 | 季度 | 所属季度 | 统计季度 | 报告季度 | 填报季度 | 季度末 | 期末日期 | 时点 | snapshot | as of | as of date | date
    report date | reporting date | data date
  `),
  required: true,
  fileLevel: true,
};

/** The day up to which a list of what happened is kept: what is open or overdue is so on that day. */
export const CUT_OFF: ColumnSpec = {
  id: 'cut_off',
  type: 'date',
  label: { zh: '数据截止日', en: 'Kept until' },
  headers: words('数据截止日 | 数据截止日期 | 统计截止日 | 统计截止日期 | 数据截至日期 | 统计截至日期 | kept until'),
  fileLevel: true,
  note: {
    zh: '多在标题中写一次（统计截止、截至）。“今天”不早于它。',
    en: 'Mostly said once in the title. “Today” is not before it.',
  },
};

/** Whether a list names some organisations only; `note` says what it then counts for. */
export const partialList = (some: SomeOnly, note: Label): ColumnSpec => ({
  id: 'partial',
  type: 'boolean',
  label: { zh: '只是部分党组织', en: 'Only some organisations' },
  headers: words('只是部分党组织 | only some organisations'),
  fileLevel: true,
  some,
  note,
});

/** The development zone a row belongs to: its id, or its name where the export knows no id. */
export const ZONE_ID: ColumnSpec = {
  id: 'zone_id',
  type: 'code',
  label: { zh: '开发区', en: 'Zone' },
  made: ZONE_HEADER,
  headers: words(`
    开发区 | 开发区代码 | 开发区编码 | 开发区名称 | 园区 | 园区代码 | 园区名称 | 所属开发区 | 所在开发区
    所属园区 | 所在园区 | 高新区 | 经开区 | 功能区 | 所属功能区 | 所属区域 | 所在区域 | 所属区 | 所在区
    区域 | 辖区 | 所属辖区 | 所属单位 | 填报单位 | 上报单位 | 报送单位 | zone | zone code | zone name
    park | park name | development zone | district
  `),
  required: true,
  fileLevel: true,
};

/** The organisation a record is about: its code, or its name where the export knows no code. */
export const ORG_ID: ColumnSpec = {
  id: 'org_id',
  type: 'code',
  label: { zh: '党组织代码', en: 'Organisation code' },
  headers: words(`
    党组织代码 | 党组织编码 | 党组织编号 | 党组织ID | 组织代码 | 组织编码 | 组织编号 | 所在党支部编码
    所在党支部代码 | 党支部编码 | 党支部代码 | 党支部编号 | 支部编码 | 支部代码 | 支部编号 | 全国党组织代码
    党内统计代码 | 党组织统一代码 | 编码 | 代码 | 编号 | org | org code | org no | organisation id
    organization id | organisation code | organization code | branch id | branch code | party org id
    party org code
  `),
  required: 'org',
};

/** Headers that mean the name of a party organisation. */
export const ORG_NAME: ColumnSpec = {
  id: 'org_name',
  type: 'text',
  label: { zh: '党组织名称', en: 'Organisation name' },
  made: ORG_NAME_HEADER,
  headers: words(`
    党组织名称 | 党组织全称 | 基层党组织名称 | 党组织 | 基层党组织 | 组织名称 | 组织全称 | 党支部名称
    支部名称 | 支部全称 | 党支部 | 支部 | 所在党支部 | 所在支部 | 所属党支部 | 所属支部 | 所在党组织
    所属党组织 | 党组织简称 | 党(总)支部名称 | 党委(总支、支部)名称 | 机构名称 | 名称 | org name
    organisation | organization | organisation name | organization name | branch | branch name
    party organisation | party organization | party branch | name
  `),
  required: 'org',
};

/** The committee answerable for the row: 镇街党工委 or 直属党委. */
export const COMMITTEE: ColumnSpec = {
  id: 'committee',
  type: 'text',
  label: { zh: '主管党委', en: 'Committee' },
  made: PART_HEADER,
  headers: words(`
    镇街党工委 | 镇(街)党工委 | 街道党工委 | 直属党委 | 归口党委 | 主管党委 | 属地党委 | 所属党工委
    所属党(工)委 | 党(工)委 | 所属镇街 | 镇街 | 镇(街道) | 街道(镇) | 所属街道 | 所在街道 | 属地镇街
    归口单位 | 归口管理党委 | 责任党委 | 责任党组织 | 包联党委 | 联系党委 | 直属党组织 | 二级党委 | 主管单位
    隶属党委 | 所属党委 | 上级党委 | committee | party committee | supervising committee
    responsible committee | sub-district | subdistrict | town
    所在镇街 | 所属镇(街) | 所在镇(街) | 镇街名称 | 街道名称 | 乡镇街道 | 乡镇(街道) | 所属乡镇(街道) | 所在乡镇(街道) | 所属街道(镇)
    街道 | 片区 | 所属片区 | 所在片区 | 片区名称 | 园区片区 | 网格 | 所属网格 | 所在网格 | 组团 | 所属组团 | 所在组团
    所在社区 | 所属社区
  `),
};

/** The rules of a rating or grading, by name. */
export const SCHEME_ID: ColumnSpec = {
  id: 'scheme_id',
  type: 'code',
  label: { zh: '评定办法', en: 'Scheme' },
  headers: words(`
    评定办法 | 评定方案 | 评定体系 | 评星方案 | 星级方案 | 评价体系 | 考评办法 | 考核办法 | 定级办法
    评定标准 | 评定类别 | 评定类型 | 方案 | 方案编号 | 方案代码 | 体系 | scheme | rating scheme
    grading scheme
  `),
  required: true,
  fileLevel: true,
};

/** The version of the standard used; trends break where it changes. */
export const STANDARD_VERSION: ColumnSpec = {
  id: 'standard_version',
  type: 'text',
  label: { zh: '标准版本', en: 'Standard version' },
  headers: words(`
    标准版本 | 评定标准版本 | 标准年份 | 工作标准 | 执行标准 | 依据文件 | 版本 | 标准 | standard | version
  `),
  fileLevel: true,
};

/** The fields of grass-roots organisations (领域). */
export const DOMAIN_VALUES: readonly EnumValue[] = [
  {
    id: '机关',
    en: 'Government offices',
    synonyms: words('机关单位 | 党政机关 | 政府机关 | 国家机关 | 机关党组织 | 机关类 | 党群机关 | 行政机关'),
  },
  {
    id: '事业',
    en: 'Public institutions',
    synonyms: words('事业单位 | 事业党组织 | 事业类 | 公益事业单位 | 医院 | 公立医院 | 科研院所'),
  },
  {
    id: '学校',
    en: 'Schools',
    synonyms: words(`
      高校 | 中小学 | 中小学校 | 教育 | 教育系统 | 院校 | 高等学校 | 高等院校 | 学校党组织 | 普通高校
    `),
  },
  {
    id: '国企',
    en: 'State-owned enterprises',
    synonyms: words(`
      国有企业 | 国有 | 公有制企业 | 公有企业 | 国有控股 | 国有控股企业 | 国有独资 | 国有独资企业 | 央企
      中央企业 | 市属国企 | 区属国企 | 集体企业 | soe | state-owned enterprise
    `),
  },
  {
    id: '非公',
    en: 'Non-public enterprises',
    synonyms: words(`
      非公企业 | 非公有制企业 | 非公有制经济组织 | 非公经济组织 | 非公有制 | 非公党组织 | 民营 | 民营企业
      民企 | 私营 | 私营企业 | 外资企业 | 港澳台企业 | non-public | private
    `),
  },
  {
    id: '社会组织',
    en: 'Social organisations',
    synonyms: words(`
      社会团体 | 社团 | 民办非企业单位 | 民非 | 社会服务机构 | 基金会 | 行业协会 | 新社会组织 | 中介组织
      social organisation | social organization
    `),
  },
  {
    id: '村',
    en: 'Villages',
    synonyms: words(`
      农村 | 行政村 | 建制村 | 村级 | 村党组织 | 农村党组织 | 村(农村) | 村委会 | village | rural
    `),
  },
  {
    id: '社区',
    en: 'Communities',
    synonyms: words('城市社区 | 街道社区 | 社区居委会 | 居委会 | 居民区 | 城市 | 社区党组织 | community'),
  },
  { id: '其他', en: 'Other', synonyms: words('其它 | 其他类 | 其他党组织') },
];

/** The fields of grass-roots organisations, as a column. */
export const DOMAIN: ColumnSpec = {
  id: 'domain',
  type: 'enum',
  label: { zh: '领域', en: 'Domain' },
  headers: words(`
    领域 | 所属领域 | 领域类别 | 领域类型 | 党建领域 | 基层组织分类 | 基层党组织分类 | 党组织所在领域
    所在单位属性 | 单位类型 | 单位类别 | 单位属性 | 单位性质 | 党组织所在单位情况 | 所在单位类型
    所在单位类别 | 组织分类 | 行业领域 | 类别 | 类型 | domain | sector | field
  `),
  values: DOMAIN_VALUES,
};
