import type { TableSpec } from '../../domain';
import { ZONE_ID } from './shared-columns';
import { words } from './words';

/** What a zone as a whole scored in an appraisal, item by item: never an organisation of it. */
export const ZONE_SCORE: TableSpec = {
  id: 'zone_score',
  label: { zh: '园区考核评分', en: 'Scores of zones' },
  row: {
    zh: '一个园区在一个考核周期的一项得分（指标、加分、扣分或总分）',
    en: 'One score of one zone in one cycle: of a criterion, a bonus, a deduction or the total',
  },
  key: ['zone_id', 'cycle', 'item_kind', 'item'],
  turnable: true,
  mentions: ['党', '项目种类', 'itemkind'],
  itemised: { item: 'item', kind: 'item_kind', full: 'full_marks', value: 'score' },
  columns: [
    {
      id: ZONE_ID.id,
      type: ZONE_ID.type,
      label: ZONE_ID.label,
      headers: [
        ...ZONE_ID.headers,
        ...words(
          '单位 | 单位名称 | 被考核单位 | 考核单位 | 考核对象 | 被考核园区 | 参评单位 | 参评园区 | 受评单位 | 开发区(园区) | 园区(开发区)',
        ),
      ],
      required: 'zone',
    },
    {
      id: 'cycle',
      type: 'period',
      label: { zh: '考核周期', en: 'Cycle' },
      headers: words('考核周期 | 考核年度 | 考评年度 | 年度 | 年份 | 周期 | 季度 | 考核季度 | cycle | year'),
      required: true,
      fileLevel: true,
    },
    {
      id: 'item',
      type: 'text',
      label: { zh: '考核指标', en: 'Item' },
      headers: words('考核指标 | 考核项目 | 考评项目 | 考核内容 | 评分项目 | 指标名称 | 指标 | item'),
      required: 'scored',
    },
    {
      id: 'item_kind',
      type: 'enum',
      label: { zh: '项目种类', en: 'Kind of item' },
      headers: words('项目种类 | 指标种类 | 指标类别 | item kind'),
      values: [
        { id: '指标', en: 'Criterion', synonyms: words('考核指标 | 得分项 | criterion') },
        { id: '加分', en: 'Bonus', synonyms: words('加分项 | 附加分 | bonus') },
        { id: '扣分', en: 'Deduction', synonyms: words('扣分项 | 减分 | 减分项 | deduction') },
        { id: '总分', en: 'Total', synonyms: words('合计 | 总得分 | total') },
      ],
    },
    {
      id: 'full_marks',
      type: 'number',
      label: { zh: '满分', en: 'Full marks' },
      headers: words('满分 | 分值 | 标准分 | 标准分值 | 指标分值 | 权重分 | full | full marks'),
    },
    {
      id: 'score',
      type: 'number',
      label: { zh: '指标得分', en: 'Score' },
      headers: words('指标得分 | 单项得分 | 实得分 | 得分 | score'),
      required: 'scored',
    },
    {
      id: 'rank',
      type: 'integer',
      label: { zh: '名次', en: 'Rank' },
      headers: words('名次 | 排名 | 位次 | 排序 | 考核排名 | rank'),
    },
    {
      id: 'level',
      type: 'text',
      label: { zh: '考核等次', en: 'Level' },
      headers: words('考核等次 | 等次 | 等级 | 档次 | 考核结果 | 考核等级 | 评定等次 | 结果 | level'),
    },
  ],
  constraints: [
    {
      code: 'score-over-full',
      holds: 'score <= full_marks',
      columns: ['score', 'full_marks'],
      label: { zh: '得分应不多于满分', en: 'A score is at most its full marks' },
    },
  ],
};
