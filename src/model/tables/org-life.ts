import type { TableSpec } from '../../domain';
import { CUT_OFF, ORG_ID, ORG_NAME, ZONE_ID } from './shared-columns';
import { words } from './words';

/** Meetings and other acts of organisation life, one row each, or a count a period in wide exports. */
export const ORG_LIFE: TableSpec = {
  id: 'org_life',
  label: { zh: '组织生活', en: 'Organisation life' },
  row: {
    zh: '一个党组织的一次活动，或一个时期的次数',
    en: 'One activity of one organisation, or its count in one period',
  },
  key: ['org_id', 'activity_type', 'held_date', 'seq'],
  identity: ['org_name'],
  optional: ['seq'],
  mentions: words('党 | 支部 | 支委 | 组织 | 会议 | 谈心 | meeting | branch | party | activity | org'),
  columns: [
    ORG_ID,
    ORG_NAME,
    ZONE_ID,
    {
      id: 'activity_type',
      type: 'enum',
      label: { zh: '活动类型', en: 'Activity' },
      headers: words(`
        会议类型 | 活动名称 | 活动类型 | 会议类别 | 活动类别 | 会议名称 | 组织生活类型 | 组织生活类别 | 组织生活形式 | 三会一课类型
        三会一课类别 | 会议形式 | 活动形式 | 类型 | 类别 | activity type | activity | meeting type | type
      `),
      required: true,
      fileLevel: true,
      values: [
        {
          id: '党员大会',
          en: 'Members’ meeting',
          synonyms: words('支部党员大会 | 党员大会次数 | 支部大会 | 全体党员大会'),
        },
        {
          id: '支委会',
          en: 'Branch committee',
          synonyms: words('支部委员会 | 支部委员会会议 | 支委会议 | 支委会次数 | 支部委员会议 | 党支部委员会会议'),
        },
        { id: '党小组会', en: 'Group meeting', synonyms: words('党小组会议 | 小组会 | 党小组会次数 | 党小组') },
        {
          id: '党课',
          en: 'Party lecture',
          synonyms: words(
            '上党课 | 讲党课 | 党课召开 | 党课开展 | 党课情况 | 党课学习 | 讲授党课 | 书记讲党课 | 书记上党课 | 专题党课 | 党课次数 | 微党课',
          ),
        },
        {
          id: '主题党日',
          en: 'Theme day',
          synonyms: words('主题党日活动 | 党日活动 | 固定党日 | 主题党日次数 | 支部主题党日 | 党员活动日'),
        },
        {
          id: '组织生活会',
          en: 'Organisation-life meeting',
          synonyms: words('专题组织生活会 | 年度组织生活会 | 组织生活会次数'),
        },
        { id: '民主评议', en: 'Review of members', synonyms: words('民主评议党员 | 党员民主评议 | 评议党员') },
        { id: '谈心谈话', en: 'Heart-to-heart talks', synonyms: words('谈心 | 谈话 | 谈心谈话活动 | 谈心谈话次数') },
      ],
    },
    {
      id: 'planned_date',
      type: 'date',
      label: { zh: '计划时间', en: 'Planned' },
      headers: words(
        '计划会议时间 | 计划时间 | 计划召开时间 | 计划日期 | 拟召开时间 | 计划开展时间 | planned date | planned',
      ),
    },
    {
      id: 'held_date',
      type: 'date',
      label: { zh: '召开时间', en: 'Held' },
      headers: words(`
        实际会议时间 | 召开时间 | 活动时间 | 会议时间 | 召开日期 | 会议日期 | 活动日期 | 开展时间 | 开展日期 | 实际召开时间 | 实际时间
        举办时间 | 时间 | 日期 | held date | date | meeting date
      `),
      required: 'when',
    },
    {
      id: 'seq',
      type: 'integer',
      label: { zh: '当日序号', en: 'Number on the day' },
      headers: words('当日序号 | 场次 | 当日场次 | 次序 | seq'),
      note: { zh: '同一天同类活动的第几次；空 = 1。', en: 'Which one of its kind on that day; empty = 1.' },
    },
    {
      id: 'period',
      type: 'period',
      label: { zh: '时期', en: 'Period' },
      headers: words('时期 | 月份 | 所属月份 | 季度 | 所属时期 | 年月 | 年度 | 期间 | period | month | quarter'),
      required: 'when',
      fileLevel: true,
    },
    {
      id: 'held_count',
      type: 'integer',
      label: { zh: '开展次数', en: 'Times held' },
      headers: words(
        '开展次数 | 召开次数 | 次数 | 活动次数 | 会议次数 | 完成次数 | 实际次数 | 已开展次数 | held count | count | times',
      ),
    },
    {
      id: 'bound',
      type: 'enum',
      label: { zh: '次数界', en: 'Bound of times held' },
      headers: words('次数界 | 界 | 精确性 | 数值界 | bound'),
      bounds: 'held_count',
      values: [
        { id: 'eq', en: 'Exact', synonyms: words('等于 | 精确 | 确数 | = | exact') },
        { id: 'ge', en: 'At least', synonyms: words('不少于 | 至少 | 以上 | 余 | 多 | >= | ≥ | at least') },
      ],
      note: {
        zh: '空 = 确数；打√只说明开展过，为“至少 1 次”。',
        en: 'Empty = exact; a tick only says that it was held: at least once.',
      },
    },
    {
      id: 'expected',
      type: 'integer',
      label: { zh: '应到人数', en: 'Expected' },
      headers: words('应到人数 | 应到会人数 | 应参加人数 | 应参会人数 | 应到 | 应到党员数 | 应出席人数 | expected'),
    },
    {
      id: 'attended',
      type: 'integer',
      label: { zh: '实到人数', en: 'Attended' },
      headers: words(
        '实到人数 | 实到会人数 | 参加人数 | 参会人数 | 实到 | 到会人数 | 出席人数 | 实际参加人数 | attended | attendance',
      ),
    },
    {
      id: 'leave',
      type: 'integer',
      label: { zh: '请假人数', en: 'On leave' },
      headers: words('请假人数 | 请假 | 缺席人数 | 请假人数合计 | leave | absent'),
    },
    {
      id: 'duration_min',
      type: 'integer',
      label: { zh: '时长（分钟）', en: 'Minutes' },
      headers: words('时长 | 会议时长 | 活动时长 | 时长(分钟) | 会议时长(分钟) | 持续时间 | duration | minutes'),
    },
    CUT_OFF,
  ],
  constraints: [
    {
      code: 'attended-over-expected',
      holds: 'attended <= expected',
      columns: ['attended', 'expected'],
      label: { zh: '实到人数应不多于应到人数', en: 'Attended is at most expected' },
    },
    {
      code: 'attendance-does-not-add-up',
      holds: 'attended + leave <= expected',
      columns: ['attended', 'leave', 'expected'],
      label: { zh: '实到 + 请假应不多于应到', en: 'Attended and on leave are together at most expected' },
    },
  ],
};
