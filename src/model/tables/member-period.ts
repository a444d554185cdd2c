import type { ColumnSpec, Constraint, TableSpec } from '../../domain';
import { ORG_ID, ORG_NAME, ZONE_ID } from './shared-columns';
import { words } from './words';

const count = (id: string, zh: string, en: string, headers: string): ColumnSpec => ({
  id,
  type: 'integer',
  label: { zh, en },
  headers: [zh, ...words(headers)],
});

/** Money: 240.50. */
const amount = (id: string, zh: string, en: string, headers: string): ColumnSpec => ({
  ...count(id, zh, en, headers),
  type: 'number',
});

const atMost = (part: string, whole: string, zh: string, en: string): Constraint => ({
  code: 'part-over-whole',
  holds: `${part} <= ${whole}`,
  columns: [part, whole],
  label: { zh, en },
});

/** Membership, recruiting, dues and study hours as totals of an organisation; never a person. */
export const MEMBER_PERIOD: TableSpec = {
  id: 'member_period',
  label: { zh: '党员队伍（汇总）', en: 'Membership totals' },
  row: { zh: '一个党组织在一个时期的汇总数', en: 'The totals of one organisation in one period' },
  key: ['org_id', 'period'],
  // A row without an organisation is of the zone as a whole.
  identity: ["CASE WHEN org_id IS NULL THEN coalesce(org_name, '-') ELSE org_name END"],
  wholeZone: true,
  columns: [
    ORG_ID,
    ORG_NAME,
    ZONE_ID,
    {
      id: 'period',
      type: 'period',
      label: { zh: '时期', en: 'Period' },
      headers: words(
        '时期 | 所属时期 | 月份 | 所属月份 | 季度 | 年度 | 年份 | 期间 | 统计期 | period | month | quarter | year',
      ),
      required: true,
      fileLevel: true,
    },
    count(
      'members_begin',
      '期初党员数',
      'Members at the beginning',
      '期初人数 | 上期末党员数 | 年初党员数 | 期初党员人数',
    ),
    count('members_end', '期末党员数', 'Members at the end', '期末人数 | 年末党员数 | 期末党员人数 | 本期末党员数'),
    count('applicants', '入党申请人', 'Applicants', '入党申请人数 | 申请入党人数 | 申请人数 | 递交入党申请书人数'),
    count('activists', '入党积极分子', 'Activists', '积极分子 | 入党积极分子数 | 积极分子数 | 入党积极分子人数'),
    count('dev_targets', '发展对象', 'Candidates', '发展对象数 | 发展对象人数'),
    count('admitted', '发展党员数', 'Admitted', '发展党员 | 新发展党员 | 新发展党员数 | 接收预备党员数 | 发展党员人数'),
    count('due_confirm', '应转正人数', 'Due for confirmation', '应转正数 | 应转正 | 到期应转正人数'),
    count('confirmed_on_time', '按期转正人数', 'Confirmed on time', '按期转正数 | 按期转正 | 按时转正人数'),
    count(
      'dues_due_members',
      '应缴党费人数',
      'Members owing dues',
      `
        应缴人数 | 应交人数 | 应缴纳人数 | 应交纳人数 | 应缴纳党费人数 | 应交纳党费人数 | 应交党费人数 | 应缴党员数 | 应交党员数 | 应缴党费党员数
        应交党费党员数 | 应缴党员人数 | 应交党员人数 | 应收人数 | 应收缴人数
      `,
    ),
    count(
      'dues_on_time_members',
      '按期缴纳人数',
      'Members paid on time',
      `
        按时缴纳人数 | 按时缴纳党员数 | 按期缴纳党费人数 | 实缴人数 | 按期交纳人数 | 按时交纳人数 | 按期缴纳党员数 | 按期交纳党员数 | 按时交纳党员数
        按期交纳党费人数 | 按时缴纳党费人数 | 按时交纳党费人数 | 实交人数 | 已缴人数 | 已交人数 | 实缴党员数 | 实交党员数 | 实缴党员人数 | 实交党员人数
        实缴党费人数 | 实交党费人数 | 已缴党费人数 | 已交党费人数 | 实际缴纳人数 | 实际交纳人数 | 已缴纳人数 | 已交纳人数 | 实收人数 | 已收人数
        实缴党费党员数 | 实交党费党员数 | 按期收缴人数
      `,
    ),
    amount(
      'dues_due_amt',
      '应缴党费金额',
      'Dues owed',
      '应缴金额 | 应交金额 | 应缴 | 应交 | 应缴额 | 应交额 | 应缴数额 | 应缴党费 | 应交党费 | 应缴党费(元) | 应收金额 | 应收党费 | 应收(元)',
    ),
    amount(
      'dues_paid_amt',
      '实缴党费金额',
      'Dues paid',
      `
        实缴金额 | 实交金额 | 实缴 | 实交 | 实缴额 | 实交额 | 实缴数额 | 实缴党费 | 实交党费 | 已缴党费 | 已交党费 | 实缴党费(元) | 实收金额 | 已收金额
        实收党费 | 已收党费 | 已收(元) | 实收(元)
      `,
    ),
    count(
      'hours_base',
      '应达学时人数',
      'Members with study hours due',
      '应参训人数 | 学时应达标人数 | 应培训党员数 | 应完成学时人数',
    ),
    count('hours_met', '学时达标人数', 'Members with enough hours', '达标人数 | 学时达标党员数 | 完成学时人数'),
    count(
      'sec_base',
      '书记班子应达学时人数',
      'Secretaries with hours due',
      '书记应参训人数 | 书记班子应参训人数 | 书记班子人数',
    ),
    count('sec_met', '书记班子学时达标人数', 'Secretaries with enough hours', '书记达标人数 | 书记班子达标人数'),
    count('review_due', '应参加评议人数', 'Due for review', '应评议人数 | 应评议党员数 | 应参加民主评议人数'),
    count('review_attended', '参加评议人数', 'Reviewed', '实评议人数 | 参加民主评议人数 | 已评议人数 | 参评党员数'),
  ],
  constraints: [
    atMost('confirmed_on_time', 'due_confirm', '按期转正应不多于应转正', 'Confirmed on time is at most due'),
    atMost('dues_on_time_members', 'dues_due_members', '按期缴纳人数应不多于应缴人数', 'Paid on time is at most owing'),
    atMost('hours_met', 'hours_base', '达标人数应不多于应达人数', 'Members with enough hours are at most those due'),
    atMost(
      'sec_met',
      'sec_base',
      '书记达标人数应不多于应达人数',
      'Secretaries with enough hours are at most those due',
    ),
    atMost('review_attended', 'review_due', '参加评议应不多于应参加', 'Reviewed is at most due for review'),
  ],
};
