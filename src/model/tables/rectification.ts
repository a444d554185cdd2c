import type { TableSpec } from '../../domain';
import {
  DUE_DATE_HEADER,
  NOT_STARTED_TEXT,
  PROBLEM_HEADER,
  RECTIFIED_TEXT,
  SIGNED_OFF_TEXT,
  STANDING_TEXT,
  STATUS_HEADER,
  UNDER_WAY_TEXT,
} from './made-of';
import { COMMITTEE, CUT_OFF, DOMAIN, ORG_ID, ORG_NAME, ZONE_ID } from './shared-columns';
import { words } from './words';

/** What an item is about: an organisation or a problem; where no organisation is named, the zone is to put it right. */
const MATTER = 'matter';

/** Rectification items from finding to closing. */
export const RECTIFICATION: TableSpec = {
  id: 'rectification',
  label: { zh: '整改台账', en: 'Rectification items' },
  row: { zh: '一条整改事项', en: 'One rectification item' },
  key: ['item_id', 'source', 'batch'],
  identity: [
    'problem',
    'coalesce(org_name, org_id)',
    'coalesce(found_date, due_date)',
    'source',
    // The day of finding tells two items of one wording apart; without it only their numbers do.
    'CASE WHEN found_date IS NULL THEN item_id END',
    'CASE WHEN coalesce(found_date, due_date) IS NULL THEN batch END',
  ],
  optional: ['source', 'batch'],
  mentions: words('整改 | 党 | 支部 | 巡察 | 巡视 | 督查 | 开发区 | 园区 | problem | rectif | party | branch'),
  columns: [
    {
      id: 'item_id',
      type: 'code',
      label: { zh: '事项编号', en: 'Item' },
      headers: words(
        '问题编号 | 事项编号 | 整改编号 | 整改事项编号 | 台账编号 | 销号编号 | 编号 | 序号 | item | item id | no | id',
      ),
      required: true,
      note: {
        zh: '只有序号时与批次合成编号。',
        en: 'Where only a running number is given it is joined with the batch.',
      },
    },
    ZONE_ID,
    { ...ORG_ID, required: MATTER },
    {
      ...ORG_NAME,
      required: MATTER,
      headers: [
        ...ORG_NAME.headers,
        ...words('责任单位 | 整改单位 | 整改责任单位 | 被检查单位 | 责任党组织 | 责任主体 | 问题单位'),
      ],
    },
    COMMITTEE,
    DOMAIN,
    {
      id: 'source',
      type: 'enum',
      label: { zh: '问题来源', en: 'Source' },
      headers: words('问题来源 | 来源 | 检查类型 | 发现途径 | 发现方式 | 问题出处 | 来源类型 | source'),
      required: true,
      fileLevel: true,
      within: true,
      unstated: { value: null, label: { zh: '未列问题来源，不分来源', en: 'not stated: not told apart by source' } },
      values: [
        { id: '半年考核', en: 'Half-year appraisal', synonyms: words('半年度考核 | 年中考核 | 期中考核 | 上半年考核') },
        { id: '年度考核', en: 'Annual appraisal', synonyms: words('年终考核 | 年底考核 | 全年考核') },
        {
          id: '检查',
          en: 'Inspection',
          synonyms: words(
            '检查指导 | 督查 | 督导检查 | 日常检查 | 专项检查 | 督导 | 季度检查 | 专项督查 | 党建督查 | 抽查 | 调研督导 | inspection',
          ),
        },
        { id: '巡察', en: 'Inspection tour', synonyms: words('巡视 | 巡视巡察 | 巡察反馈 | 巡视反馈') },
        {
          id: '自查',
          en: 'Self-check',
          synonyms: words('自查自纠 | 自查发现 | 自检 | 自我检查 | 自查问题 | self-check'),
        },
        { id: '四查四看', en: 'Four checks', synonyms: words('“四查四看” | "四查四看"') },
        { id: '组织生活会', en: 'Organisation-life meeting', synonyms: words('专题组织生活会 | 民主生活会') },
        {
          id: '群众反映',
          en: 'Raised by residents',
          synonyms: words('群众意见 | 群众诉求 | 居民反映 | 信访 | 来信来访'),
        },
      ],
    },
    {
      id: 'batch',
      type: 'period',
      label: { zh: '批次', en: 'Batch' },
      headers: words('批次 | 整改批次 | 检查批次 | 所属批次 | 年度 | 所属时期 | 考核周期 | batch | period'),
      fileLevel: true,
    },
    {
      id: 'dimension',
      type: 'text',
      label: { zh: '问题类别', en: 'Dimension' },
      headers: words(
        '问题类别 | 问题类型 | 问题分类 | 维度 | 所属方面 | 方面 | 问题方面 | 查摆方面 | 四查维度 | dimension | category',
      ),
    },
    {
      id: 'problem',
      type: 'text',
      required: MATTER,
      label: { zh: '问题', en: 'Problem' },
      made: PROBLEM_HEADER,
      headers: words(`
        存在问题 | 存在的问题 | 存在的主要问题 | 主要问题 | 具体问题 | 问题内容 | 问题描述 | 问题表现 | 突出问题 | 查摆问题 | 检查问题
        反馈问题 | 发现问题 | 问题事项 | 问题 | 整改事项 | 整改内容 | problem | issue | finding
      `),
      note: {
        zh: '只在本机明细中显示，不进入汇总和分享。',
        en: 'Shown only with the rows on this machine; never in the aggregates or in what is shared.',
      },
    },
    {
      id: 'type',
      type: 'enum',
      label: { zh: '整改类型', en: 'Type' },
      headers: words('整改类型 | 整改类别 | 整改方式 | 整改性质 | 整改时限类型 | 类型 | type'),
      values: [
        {
          id: '立行立改',
          en: 'At once',
          synonyms: words(
            '立即整改 | 立查立改 | 即知即改 | 马上整改 | 立整立改 | 即行即改 | 边查边改 | 立即 | 即时 | 立即完成 | 立即整改到位',
          ),
        },
        { id: '限期', en: 'By a date', synonyms: words('限期整改 | 限时整改 | 近期整改 | 限期完成 | 短期整改') },
        {
          id: '长期坚持',
          en: 'Standing',
          synonyms: words(
            '长期 | 持续整改 | 长期整改 | 持续推进 | 持续坚持 | 持续 | 常态化 | 常态长效 | 常抓不懈 | 长期任务',
          ),
          made: STANDING_TEXT,
        },
      ],
    },
    {
      id: 'found_date',
      type: 'date',
      label: { zh: '发现时间', en: 'Found' },
      headers: words(
        '发现时间 | 发现日期 | 检查时间 | 检查日期 | 反馈时间 | 反馈日期 | 查摆时间 | 交办时间 | 交办日期 | 下发时间 | found date | found',
      ),
      required: true,
      fileLevel: true,
      unstated: {
        value: null,
        label: {
          zh: '未列发现时间：按数据截止日已发现计，不计算整改用时',
          en: 'not stated: taken as found by the as-of day; how long it took is not computed',
        },
      },
    },
    {
      id: 'due_date',
      type: 'date',
      label: { zh: '整改时限', en: 'Due' },
      made: DUE_DATE_HEADER,
      otherwise: 'type',
      headers: words(`
        整改时限 | 整改期限 | 完成时限 | 整改完成时限 | 限期完成时间 | 计划完成时间 | 应完成时间 | 要求完成时间 | 整改截止时间 | 整改截止日期
        时限 | 期限 | 截止时间 | due date | due | deadline
      `),
    },
    {
      id: 'due_precision',
      type: 'enum',
      label: { zh: '时限精度', en: 'Due precision' },
      headers: words('时限精度 | 期限精度 | due precision'),
      values: [
        { id: 'day', en: 'Day', synonyms: words('日 | 天') },
        { id: 'month', en: 'Month', synonyms: words('月') },
        { id: 'fuzzy', en: 'Fuzzy', synonyms: words('模糊 | 旬') },
      ],
    },
    {
      id: 'extended_due',
      type: 'date',
      label: { zh: '延期至', en: 'Extended to' },
      headers: words('延期至 | 延期后时限 | 延期时限 | 延期时间 | 延期到 | 展期至 | 延长至 | extended due | extended'),
    },
    {
      id: 'closed_date',
      type: 'date',
      label: { zh: '完成时间', en: 'Closed' },
      headers: words(`
        销号时间 | 销号日期 | 完成时间 | 完成日期 | 整改完成时间 | 整改完成日期 | 实际完成时间 | 实际完成日期 | 办结时间 | 办结日期
        closed date | closed | completed
      `),
    },
    {
      id: 'status',
      type: 'enum',
      label: { zh: '整改状态', en: 'Status' },
      made: STATUS_HEADER,
      headers: words(
        '整改状态 | 完成情况 | 整改情况 | 整改进展 | 整改进度 | 整改完成情况 | 办理状态 | 办理情况 | 进展情况 | 当前状态 | 状态 | status',
      ),
      required: true,
      values: [
        {
          id: '未启动',
          en: 'Not started',
          synonyms: words('未整改 | 未开始 | 尚未启动 | 未开展 | 待整改 | not started'),
          made: NOT_STARTED_TEXT,
        },
        {
          id: '整改中',
          en: 'Under way',
          synonyms: words(
            '正在整改 | 推进中 | 进行中 | 整改推进中 | 未完成 | 部分完成 | 部分整改 | 部分到位 | 部分整改到位 | 基本完成 | 基本整改 | 办理中 | 持续整改中 | 否 | in progress | open',
          ),
          made: UNDER_WAY_TEXT,
        },
        {
          id: '已完成',
          en: 'Done',
          synonyms: words(
            '完成 | 完成整改 | 已整改 | 整改完成 | 已完成整改 | 整改到位 | 已整改到位 | 整改完毕 | 已办结 | 办结 | 是 | done | closed | completed',
          ),
          made: RECTIFIED_TEXT,
        },
        {
          id: '已销号',
          en: 'Signed off',
          synonyms: words('销号 | 已验收销号 | 验收销号 | 已销账 | 对账销号'),
          made: SIGNED_OFF_TEXT,
        },
        {
          id: '长期坚持',
          en: 'Standing',
          synonyms: words('长期 | 长期整改 | 持续坚持 | 长期坚持整改'),
          made: STANDING_TEXT,
        },
      ],
    },
    {
      id: 'signed_off',
      type: 'boolean',
      label: { zh: '是否销号', en: 'Signed off' },
      headers: words(
        '是否销号 | 已销号 | 销号 | 销号情况 | 是否已销号 | 是否办结销号 | 是否验收销号 | 是否对账销号 | signed off',
      ),
      tells: {
        column: 'status',
        yes: { silent: '已销号', agrees: ['已完成', '已销号'] },
        no: {
          silent: '整改中',
          agrees: ['未启动', '整改中', '已完成', '长期坚持'],
          dated: { column: 'closed_date', value: '已完成' },
        },
      },
      note: {
        zh: '与完成情况合读；两处矛盾的不采用，记入台账。',
        en: 'Read together with the status; where the two contradict each other neither is used and the ledger tells.',
      },
    },
    {
      id: 'rectified',
      type: 'boolean',
      label: { zh: '是否整改到位', en: 'Rectified' },
      headers: words(`
        是否整改到位 | 整改是否到位 | 是否完成整改 | 是否整改完成 | 整改是否完成 | 是否已整改 | 是否整改 | 是否完成 | 是否已完成 | 是否办结
        是否到位 | 是否落实到位 | 是否落实整改 | 已整改到位 | 整改到位 | 已完成整改 | 整改到位情况 | rectified | done
      `),
      tells: {
        column: 'status',
        yes: { silent: '已完成', agrees: ['已完成', '已销号'] },
        no: { silent: '整改中', agrees: ['未启动', '整改中', '长期坚持'] },
      },
      note: {
        zh: '与完成情况合读；两处矛盾的不采用，记入台账。',
        en: 'Read together with the status; where the two contradict each other neither is used and the ledger tells.',
      },
    },
    {
      id: 'verified',
      type: 'boolean',
      label: { zh: '是否验收', en: 'Verified' },
      headers: words('是否验收 | 是否核验 | 是否复核 | 验收情况 | 核验情况 | 已验收 | 是否通过验收 | verified'),
    },
    {
      id: 'reopened',
      type: 'boolean',
      label: { zh: '是否反弹', en: 'Reopened' },
      headers: words('是否反弹 | 是否返工 | 是否重新整改 | 是否复发 | 退回重改 | reopened'),
    },
    CUT_OFF,
  ],
  constraints: [
    {
      code: 'closed-before-found',
      holds: 'closed_date >= found_date',
      columns: ['closed_date', 'found_date'],
      label: { zh: '完成时间应不早于发现时间', en: 'An item closes after it is found' },
    },
    {
      code: 'done-needs-closed-date',
      holds: "(status IN ('已完成', '已销号')) = (closed_date IS NOT NULL)",
      columns: ['status', 'closed_date'],
      label: { zh: '已完成的应有完成时间，未完成的不应有', en: 'Done items, and only those, have a closing date' },
    },
    {
      code: 'due-before-found',
      holds: 'due_date >= found_date',
      columns: ['due_date', 'found_date'],
      label: { zh: '整改时限应不早于发现时间', en: 'An item is due after it is found' },
    },
  ],
};
