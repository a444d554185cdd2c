import type { TableSpec } from '../../domain';
import { DOMAIN, ORG_ID, ZONE_ID } from './shared-columns';
import { words } from './words';

/** Demonstration sites, posts, stations and honours while they are valid. */
export const SITE_HONOUR: TableSpec = {
  id: 'site_honour',
  label: { zh: '阵地与荣誉', en: 'Sites and honours' },
  row: { zh: '一个示范点、站点或荣誉', en: 'One site or honour' },
  key: ['kind', 'level', 'zone_id', 'name', 'valid_from'],
  mentions: words(
    '党 | org | 示范 | 先锋 | 先进 | 远程教育 | 远教 | 红色 | 荣誉 | 阵地 | 表彰 | party | honour | honor | demonstration | site type',
  ),
  columns: [
    {
      id: 'kind',
      type: 'enum',
      label: { zh: '类别', en: 'Kind' },
      headers: words(
        '阵地类别 | 阵地类型 | 荣誉类别 | 荣誉类型 | 站点类别 | 站点类型 | 示范类别 | 示范点类型 | 种类 | 类别 | 类型 | kind | site type | type',
      ),
      required: true,
      fileLevel: true,
      values: [
        {
          id: '示范点',
          en: 'Demonstration site',
          synonyms: words('党建示范点 | 示范点位 | 示范基地 | 示范党组织 | 示范支部 | 示范园区 | 党建示范园区'),
        },
        { id: '示范岗', en: 'Demonstration post', synonyms: words('党员示范岗 | 党员先锋岗 | 先锋岗') },
        {
          id: '远程教育站点',
          en: 'Distance-learning station',
          synonyms: words('党员远程教育站点 | 远教站点 | 远程教育终端站点 | 现代远程教育站点 | 远程教育'),
        },
        {
          id: '党群服务中心',
          en: 'Service centre',
          synonyms: words('党群服务站 | 党员服务中心 | 党建服务中心 | 党群中心 | 红色驿站 | 党群服务点'),
        },
        {
          id: '先进党组织',
          en: 'Advanced organisation',
          synonyms: words('先进基层党组织 | 先进党支部 | 先进集体 | 五好党支部 | 优秀党组织'),
        },
      ],
    },
    {
      id: 'level',
      type: 'enum',
      label: { zh: '级别', en: 'Level' },
      headers: words('级别 | 命名级别 | 授予级别 | 荣誉级别 | 示范级别 | 层级 | 认定级别 | 命名单位 | level'),
      required: true,
      fileLevel: true,
      values: [
        { id: '国家', en: 'National', synonyms: words('国家级 | 全国 | 中央 | national') },
        { id: '省', en: 'Province', synonyms: words('省级 | 全省 | 省委组织部 | 自治区级 | provincial') },
        { id: '市', en: 'City', synonyms: words('市级 | 全市 | 市委组织部 | municipal') },
        {
          id: '区',
          en: 'District or zone',
          synonyms: words('区级 | 全区 | 县级 | 区县级 | 园区级 | 开发区级 | 高新区级 | 经开区级 | district'),
        },
      ],
    },
    ZONE_ID,
    {
      id: 'org_id',
      type: 'code',
      label: { zh: '所属党组织', en: 'Organisation' },
      headers: [
        ...ORG_ID.headers,
        ...words('所属党组织 | 所属党组织名称 | 所在党组织 | 党组织 | 党组织名称 | 申报单位 | 建设单位 | organisation'),
      ],
    },
    DOMAIN,
    {
      id: 'name',
      type: 'text',
      label: { zh: '名称', en: 'Name' },
      headers: words(
        '示范点名称 | 站点名称 | 阵地名称 | 荣誉名称 | 示范岗名称 | 中心名称 | 点位名称 | 岗位名称 | 名称 | 荣誉称号 | 称号 | name | site',
      ),
    },
    {
      id: 'count',
      type: 'integer',
      label: { zh: '数量', en: 'Count' },
      headers: words('数量 | 个数 | 站点数 | 点位数 | 总数 | count | number'),
      note: { zh: '缺时为 1。', en: '1 where missing.' },
    },
    {
      id: 'valid_from',
      type: 'date',
      label: { zh: '命名时间', en: 'Valid from' },
      headers: words(
        '命名时间 | 命名日期 | 授予时间 | 授予日期 | 建成时间 | 建成日期 | 创建时间 | 获评时间 | 认定时间 | 挂牌时间 | 表彰时间 | 启用时间 | valid from | awarded',
      ),
      required: true,
      fileLevel: true,
    },
    {
      id: 'valid_to',
      type: 'date',
      label: { zh: '有效期至', en: 'Valid to' },
      headers: words(
        '有效期至 | 失效时间 | 失效日期 | 撤销时间 | 撤销日期 | 到期时间 | 摘牌时间 | 有效期 | valid to | expires',
      ),
    },
  ],
  constraints: [
    {
      code: 'valid-to-before-from',
      holds: 'valid_from <= valid_to',
      columns: ['valid_from', 'valid_to'],
      label: { zh: '命名时间应不晚于有效期', en: 'An honour ends after it begins' },
    },
    {
      code: 'count-below-zero',
      holds: 'count >= 0',
      columns: ['count'],
      label: { zh: '数量不应为负', en: 'A count is not negative' },
    },
  ],
};
