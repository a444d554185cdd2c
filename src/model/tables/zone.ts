import type { TableSpec } from '../../domain';
import { words } from './words';

/** The development zones that are compared. */
export const ZONE: TableSpec = {
  id: 'zone',
  label: { zh: '开发区', en: 'Zones' },
  row: { zh: '一个开发区', en: 'One development zone' },
  key: ['zone_id'],
  identity: ['zone_name'],
  columns: [
    {
      id: 'zone_id',
      type: 'code',
      label: { zh: '开发区代码', en: 'Zone id' },
      headers: words(`
        开发区代码 | 开发区编码 | 开发区编号 | 园区代码 | 园区编码 | 园区编号 | 区域代码 | 区域编码 | 开发区ID
        代码 | 编码 | 编号 | zone | zone code | id
      `),
      required: 'zone',
      note: { zh: '没有代码时以名称作代码。', en: 'Where there is no id the name is used as the id.' },
    },
    {
      id: 'zone_name',
      type: 'text',
      label: { zh: '开发区名称', en: 'Zone name' },
      headers: words(`
        开发区名称 | 园区名称 | 开发区 | 园区 | 高新区名称 | 经开区名称 | 开发区全称 | 园区全称 | 功能区名称
        功能区 | 区域名称 | 区域 | 单位名称 | 单位 | 名称 | zone name | name | park name
        development zone
      `),
      required: 'zone',
    },
    {
      id: 'aliases',
      type: 'text',
      label: { zh: '别名', en: 'Other names' },
      headers: words(`
        别名 | 园区别名 | 开发区别名 | 简称 | 园区简称 | 开发区简称 | 曾用名 | 园区曾用名 | 又称 | 又名 | 其他名称 | 其他写法
        alias | aliases | short name | former name | other names
      `),
      note: {
        zh: '各表中的其他写法，以顿号或逗号分开；按这些写法填报的都计入该开发区。',
        en: 'How other tables write the zone, separated by commas; all of them count for it.',
      },
    },
    {
      id: 'zone_type',
      type: 'enum',
      label: { zh: '开发区类型', en: 'Zone type' },
      headers: words(`
        开发区类型 | 开发区类别 | 园区类型 | 园区类别 | 功能区类型 | 区域类型 | 类型 | 类别 | 性质 | zone type
        type | park type | kind
      `),
      values: [
        {
          id: '高新区',
          en: 'High-tech zone',
          synonyms: words(`
            高新技术产业开发区 | 高新技术开发区 | 高新技术产业园区 | 高新 | 高新园区 | htdz | high-tech zone
            high tech zone | high-tech
          `),
        },
        {
          id: '经开区',
          en: 'Economic development zone',
          synonyms: words(`
            经济技术开发区 | 经济开发区 | 经济技术开发 | 经开 | etdz | economic development zone
            economic and technological development zone
          `),
        },
        {
          id: '园区',
          en: 'Park',
          synonyms: words(`
            工业园区 | 工业园 | 产业园区 | 产业园 | 产业集聚区 | 科技园 | 科技园区 | 保税区 | 综合保税区 | 新区
            示范区 | park | industrial park
          `),
        },
        { id: '其他', en: 'Other', synonyms: words('其它 | 国企 | 国有企业') },
      ],
    },
    {
      id: 'level',
      type: 'enum',
      label: { zh: '级别', en: 'Level' },
      headers: words(`
        级别 | 开发区级别 | 园区级别 | 层级 | 批准级别 | 设立级别 | 审批级别 | 等级 | level | zone level | rank
      `),
      values: [
        {
          id: '国家级',
          en: 'National',
          synonyms: words(`
          国家 | 国务院批准 | 国批 | national | state | state-level
        `),
        },
        {
          id: '省级',
          en: 'Provincial',
          synonyms: words('省 | 省(区、市)级 | 自治区级 | 直辖市级 | 省批 | provincial | province'),
        },
        { id: '市级', en: 'Municipal', synonyms: words('市 | 地市级 | 设区市级 | municipal | city') },
      ],
    },
    {
      id: 'region_code',
      type: 'code',
      label: { zh: '行政区划代码', en: 'Region code (GB/T 2260)' },
      headers: words(`
        行政区划代码 | 行政区划编码 | 行政区划 | 区划代码 | 区划编码 | 地区代码 | 行政区代码 | 行政代码
        region code | region | area code | division code | adcode
      `),
    },
    {
      id: 'data_nature',
      type: 'text',
      label: { zh: '数据性质', en: 'Nature of the data' },
      headers: words('数据性质 | 数据说明 | data nature'),
      note: {
        zh: '以“示例”开头的，页面各处注明示例数据。',
        en: 'Where it begins with 示例 every page says that the data is an example.',
      },
    },
  ],
  constraints: [
    {
      code: 'region-code-length',
      holds: 'LENGTH(region_code) = 6',
      columns: ['region_code'],
      label: { zh: '行政区划代码应为 6 位', en: 'A region code has six digits' },
    },
  ],
};
