import type { TableSpec } from '../../domain';
import { ZONE_ID } from './shared-columns';
import { words } from './words';

/** Published figures without rows behind them; shown beside the computed ones, never mixed in. */
export const REPORTED_FACT: TableSpec = {
  id: 'reported_fact',
  label: { zh: '公布数', en: 'Published figures' },
  row: { zh: '一个公布的数字', en: 'One published figure' },
  key: ['zone_id', 'label_zh', 'period'],
  columns: [
    {
      id: 'fact_id',
      type: 'code',
      label: { zh: '公布数编号', en: 'Figure id' },
      headers: words('公布数编号 | 编号 | 序号 | id | fact id | figure id'),
    },
    ZONE_ID,
    {
      id: 'label_zh',
      type: 'text',
      label: { zh: '项目', en: 'Item' },
      headers: words('公布项目 | 项目 | 项目名称 | 事项 | 指标名称 | 内容 | 机制 | label zh | label | item | fact'),
      required: 'about',
    },
    {
      id: 'metric_id',
      type: 'code',
      label: { zh: '指标', en: 'Metric' },
      headers: words('指标代码 | 指标编码 | 指标ID | 指标 | 对应指标 | metric | metric id'),
    },
    {
      id: 'label_en',
      type: 'text',
      label: { zh: '项目英文名', en: 'Item in English' },
      headers: words('项目英文名 | 英文名 | 英文名称 | label en'),
    },
    {
      id: 'category',
      type: 'text',
      label: { zh: '类别', en: 'Category' },
      headers: words('指标类别 | 分类 | 类别 | category'),
    },
    {
      id: 'unit',
      type: 'text',
      label: { zh: '计量单位', en: 'Unit' },
      headers: words('计量单位 | 数值单位 | 单位 | unit'),
    },
    {
      id: 'value',
      type: 'number',
      label: { zh: '公布数', en: 'Value' },
      headers: words('公布数 | 公布值 | 公布数值 | 数值 | 数据 | 报道数 | 值 | value | figure'),
      required: 'number',
    },
    {
      id: 'bound',
      type: 'enum',
      label: { zh: '界', en: 'Bound' },
      headers: words('界 | 精确性 | 数值界 | 口径精度 | 是否精确 | bound | precision'),
      values: [
        { id: 'eq', en: 'Exact', synonyms: words('等于 | 精确 | 确数 | = | exact') },
        { id: 'ge', en: 'At least', synonyms: words('不少于 | 至少 | 以上 | 余 | 多 | >= | ≥ | at least') },
        { id: 'approx', en: 'About', synonyms: words('约 | 大约 | 近 | 左右 | ≈ | ~ | about | approximate') },
      ],
    },
    {
      id: 'numerator',
      type: 'number',
      label: { zh: '分子', en: 'Numerator' },
      headers: words('分子 | 公布分子 | numerator'),
    },
    {
      id: 'denominator',
      type: 'number',
      label: { zh: '分母', en: 'Denominator' },
      headers: words('分母 | 公布分母 | 基数 | denominator | base'),
    },
    {
      id: 'period',
      type: 'period',
      label: { zh: '时期', en: 'Period' },
      headers: words('时期 | 所属时期 | 数据时期 | 年度 | 期间 | 年份 | period | year'),
    },
    {
      id: 'as_labelled_date',
      type: 'date',
      label: { zh: '原标注日期', en: 'Date as labelled' },
      headers: words(
        '原标注日期 | 标注日期 | 发布日期 | 发布时间 | 公布日期 | 公布时间 | 刊发日期 | as labelled date | labelled | published',
      ),
    },
    {
      id: 'source',
      type: 'text',
      label: { zh: '来源', en: 'Source' },
      headers: words('来源文件 | 来源 | 数据来源 | 出处 | 文件名 | 资料来源 | source | source document | document'),
      required: true,
    },
    {
      id: 'quote',
      type: 'text',
      label: { zh: '原文', en: 'Quotation' },
      headers: words('原文 | 原文摘录 | 原话 | 引文 | quote zh | quote | quotation'),
    },
    {
      id: 'doubt_note_en',
      type: 'text',
      label: { zh: '存疑说明（英文）', en: 'Doubt in English' },
      headers: words('存疑说明英文 | doubt note en'),
    },
    {
      id: 'doubt_note',
      type: 'text',
      label: { zh: '存疑说明', en: 'Doubt' },
      headers: words(
        '存疑说明 | 存疑 | 疑点 | 口径说明 | 备注 | 说明 | doubt note zh | doubt note | doubt | note | remark',
      ),
    },
  ],
  constraints: [
    {
      code: 'numerator-over-denominator',
      holds: 'numerator <= denominator',
      columns: ['numerator', 'denominator'],
      label: { zh: '分子应不大于分母', en: 'A numerator is at most its denominator' },
    },
  ],
};
