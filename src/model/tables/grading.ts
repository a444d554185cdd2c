import type { ColumnSpec, TableSpec } from '../../domain';
import { COMMITTEE, DOMAIN, ORG_ID, ORG_NAME, SCHEME_ID, STANDARD_VERSION, ZONE_ID } from './shared-columns';
import { words } from './words';

/** One of the six criteria a standard branch is measured by (the public text of Jilin heating group): met or not. */
const criterion = (id: string, zh: string, en: string): ColumnSpec => ({
  id,
  type: 'boolean',
  label: { zh, en },
  headers: [zh, `${zh}情况`, `${zh}是否达标`, `是否${zh}`, `${zh}达标情况`, en.toLowerCase()],
});

/** Gradings and appraisals; a grade's rank comes from its scheme, because the same word means different ranks. */
export const GRADING: TableSpec = {
  id: 'grading',
  label: { zh: '分类定级与考核', en: 'Gradings and appraisals' },
  row: { zh: '一个党组织在一个周期的一次定级或考核', en: 'One grading of one organisation in one cycle' },
  key: ['org_id', 'kind', 'cycle'],
  identity: ['org_name'],
  mentions: words('党 | 支部 | 组织 | 定级 | 述职 | 星 | grading | party | branch | organi | org'),
  columns: [
    ORG_ID,
    ORG_NAME,
    ZONE_ID,
    COMMITTEE,
    DOMAIN,
    {
      id: 'kind',
      type: 'enum',
      label: { zh: '考评种类', en: 'Kind' },
      headers: words('考评种类 | 考核种类 | 考评类型 | 考核类型 | 考核类别 | 评定种类 | 种类 | kind | appraisal type'),
      required: true,
      fileLevel: true,
      values: [
        {
          id: '分类定级',
          en: 'Grading',
          synonyms: words('定级 | 基层党组织分类定级 | 分类定级评定 | 晋位升级 | grading'),
        },
        {
          id: '党建考核',
          en: 'Appraisal',
          synonyms: words('考核 | 党建工作考核 | 年度考核 | 半年考核 | 党建目标考核 | appraisal'),
        },
        {
          id: '述职评议',
          en: 'Report and review',
          synonyms: words('述职 | 述职评议考核 | 书记述职 | 抓党建述职评议 | review'),
        },
        {
          id: '软弱涣散',
          en: 'Weak organisations',
          synonyms: words('软弱涣散党组织 | 软弱涣散整顿 | 软弱涣散排查 | weak'),
        },
      ],
    },
    {
      id: 'cycle',
      type: 'period',
      label: { zh: '考评周期', en: 'Cycle' },
      headers: words(`
        考核周期 | 考评周期 | 定级年度 | 考核年度 | 考评年度 | 评定年度 | 定级周期 | 评定周期 | 所属时期 | 年度 | 年份 | 周期
        考核时间 | 定级时间 | cycle | year | period
      `),
      required: true,
      fileLevel: true,
    },
    { ...SCHEME_ID, schemeOf: 'grade_label' },
    {
      id: 'grade_label',
      type: 'text',
      label: { zh: '等次', en: 'Grade' },
      headers: words(`
        定级 | 定级等次 | 等次 | 考核结果 | 评定等次 | 考核等次 | 考评等次 | 定级结果 | 评定结果 | 考评结果 | 分类定级等次 | 分类定级结果
        审定等次 | 审定等级 | 审定结果 | 核定等次 | 核定等级 | 最终等次 | 最终等级 | 上级审定等次 | 党委审定等次 | 审核等次 | 确定等次
        定级情况 | 评定等级 | 考核等级 | 述职评议等次 | 综合评价等次 | 综合评价 | 等级 | 级别 | 档次 | 结果 | grade | grade label | result
      `),
    },
    {
      id: 'grade_rank',
      type: 'integer',
      label: { zh: '等次序', en: 'Grade rank' },
      headers: words('等次序 | 等次序号 | 等级序号 | 等次排序 | grade rank'),
      note: { zh: '1 = 最好；由评定办法给出。', en: '1 = best; given by the scheme.' },
    },
    {
      id: 'score_self',
      type: 'number',
      label: { zh: '自评得分', en: 'Self score' },
      headers: words('自评得分 | 自评分 | 自评 | 自我评价得分 | 党组织自评 | 支部自评 | 自评分数 | self score | self'),
    },
    {
      id: 'score_peer',
      type: 'number',
      label: { zh: '互评得分', en: 'Peer score' },
      headers: words(`
        互评得分 | 党员互评 | 党员互评得分 | 互评分 | 互评 | 支部互评 | 党组织互评 | 互评分数 | 互相评价得分 | peer score | peer
      `),
    },
    {
      id: 'score_mass',
      type: 'number',
      label: { zh: '测评得分', en: 'Mass score' },
      headers: words(`
        测评得分 | 群众测评得分 | 民主测评得分 | 党员群众测评 | 群众测评 | 民主测评 | 党员群众评议 | 群众评议 | 群众评议得分
        测评分 | 测评 | mass score
      `),
    },
    {
      id: 'score_superior',
      type: 'number',
      label: { zh: '上级评定', en: 'Superior score' },
      headers: words(`
        上级评定 | 上级评定得分 | 上级党组织评定 | 上级评分 | 上级得分 | 上级考核得分 | 上级党委评分 | 党委评分 | 考核组评分
        组织评定 | superior score
      `),
    },
    {
      id: 'score_total',
      type: 'number',
      label: { zh: '总分', en: 'Total score' },
      headers: words(`
        总分 | 总得分 | 综合得分 | 最终得分 | 考核得分 | 考评得分 | 考核总分 | 考核分数 | 得分 | 分数 | 成绩 | 合计得分 | total score
        score | total
      `),
    },
    {
      id: 'satisfaction',
      type: 'number',
      label: { zh: '满意率', en: 'Satisfaction' },
      headers: words(
        '满意率 | 满意度 | 群众满意度 | 群众满意率 | 测评满意率 | 党员群众满意率 | 满意率(%) | 满意度(%) | satisfaction',
      ),
      max: 1,
      note: { zh: '以小数保存：90% = 0.9。', en: 'Stored as a fraction: 90% = 0.9.' },
    },
    {
      id: 'veto',
      type: 'boolean',
      label: { zh: '一票否决', en: 'Veto' },
      headers: words('一票否决 | 是否一票否决 | 是否否决 | 否决 | 有无一票否决 | 一票否决情况 | veto | vetoed'),
    },
    criterion('crit_organisation', '组织健全', 'Sound organisation'),
    criterion('crit_system', '制度完善', 'Complete rules'),
    criterion('crit_operation', '运行规范', 'Orderly operation'),
    criterion('crit_activity', '活动经常', 'Regular activities'),
    criterion('crit_archive', '档案齐备', 'Complete records'),
    criterion('crit_effect', '作用突出', 'Visible effect'),
    STANDARD_VERSION,
    {
      id: 'turnaround',
      type: 'enum',
      label: { zh: '转化情况', en: 'Turnaround' },
      headers: words(
        '转化情况 | 是否转化 | 整顿转化情况 | 转化结果 | 整顿情况 | 整顿结果 | 是否完成转化 | 转化升级情况 | turnaround',
      ),
      values: [
        {
          id: '转化',
          en: 'Turned around',
          synonyms: words('已转化 | 完成转化 | 转化升级 | 已转化升级 | 已整顿 | 整顿到位 | 是 | yes | √'),
        },
        {
          id: '未转化',
          en: 'Not turned around',
          synonyms: words('尚未转化 | 没有转化 | 整顿中 | 正在整顿 | 未完成转化 | 否 | no | ×'),
        },
      ],
    },
  ],
  constraints: [
    {
      code: 'satisfaction-out-of-range',
      holds: 'satisfaction >= 0 AND satisfaction <= 1',
      columns: ['satisfaction'],
      label: { zh: '满意率应在 0–100% 之间', en: 'Satisfaction is between 0 and 100 %' },
    },
    {
      code: 'grade-rank-below-one',
      holds: 'grade_rank >= 1',
      columns: ['grade_rank'],
      label: { zh: '等次序从 1 起', en: 'Ranks start at 1' },
    },
  ],
};
