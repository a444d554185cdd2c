import type { DateStyle } from './calendar';
import { BOM, GBK, PLAIN, UNICODE } from './habit';
import type { Dialect } from './sheet';
import type { WorkType } from './work-rows';

/** How one body writes its records of work. */
export interface WorkHabit {
  readonly zone: string;
  readonly dialect: Dialect;
  readonly dates: readonly DateStyle[];
  /** Words for done and not done, where a file has a column for it. */
  readonly words: readonly [done: string, undone: string];
  /** A title line above the table, a sign-off below, a running number in front. */
  readonly framed: boolean;
  /** All years in one file with a column for the year; otherwise a file a year, the year only in the title. */
  readonly joined: boolean;
  readonly empty: string;
  /** A column that says whose record it is, for a body whose name does not end as a zone's does. */
  readonly ownName?: string;
  /** A column that names people, to be dropped. */
  readonly personal?: string;
}

/** How each body writes its records of work. */
export const WORK_HABITS: readonly WorkHabit[] = [
  { zone: 'JYGX', dialect: GBK, dates: ['chinese'], words: ['√', '×'], framed: true, joined: true, empty: '/' },
  { zone: 'XAGX', dialect: GBK, dates: ['dots'], words: ['已签', '未签'], framed: true, joined: false, empty: '—' },
  {
    zone: 'CZGX',
    dialect: UNICODE,
    dates: ['slashes'],
    words: ['已完成', '未完成'],
    framed: true,
    joined: false,
    empty: '',
  },
  { zone: 'XZJK', dialect: GBK, dates: ['compact'], words: ['是', '否'], framed: true, joined: true, empty: '' },
  {
    zone: 'JLRL',
    dialect: GBK,
    dates: ['chinese'],
    words: ['已签订', '未签订'],
    framed: true,
    joined: false,
    empty: '',
    ownName: '填报单位',
  },
  { zone: 'YLGX', dialect: BOM, dates: ['iso'], words: ['是', '否'], framed: false, joined: true, empty: '' },
  {
    zone: 'QLJK',
    dialect: BOM,
    dates: ['iso', 'dots', 'chinese'],
    words: ['是', '否'],
    framed: false,
    joined: true,
    empty: '',
    personal: '带队领导',
  },
  { zone: 'WSGX', dialect: GBK, dates: ['dots'], words: ['√', '×'], framed: true, joined: false, empty: '—' },
  { zone: 'XCJK', dialect: PLAIN, dates: ['iso'], words: ['1', '0'], framed: false, joined: true, empty: '' },
  {
    zone: 'LMGX',
    dialect: { encoding: 'gbk', delimiter: '\t', eol: '\r\n' },
    dates: ['slashes'],
    words: ['有', '无'],
    framed: true,
    joined: true,
    empty: '',
  },
  { zone: 'CYJK', dialect: GBK, dates: ['chinese'], words: ['是', '否'], framed: true, joined: false, empty: '' },
  {
    zone: 'STGX',
    dialect: { encoding: 'gbk', delimiter: ';', eol: '\r\n' },
    dates: ['iso'],
    words: ['是', '否'],
    framed: false,
    joined: true,
    empty: '',
  },
];

/** A file of one kind of work: its name and its headers. */
export interface WorkSheet {
  readonly id: string;
  readonly title: string;
  readonly types: readonly WorkType[];
  readonly headers: Readonly<Partial<Record<WorkField, string>>>;
}

/** What a file of work may show. */
export type WorkField =
  | 'code'
  | 'target'
  | 'committee'
  | 'domain'
  | 'letter'
  | 'topic'
  | 'type'
  | 'year'
  | 'due'
  | 'doneOn'
  | 'done'
  | 'count'
  | 'person';

/** The files a body keeps, in order; a body without rows for one has none. */
export const WORK_SHEETS: readonly WorkSheet[] = [
  {
    id: 'letters',
    title: '责任书签订情况一览表',
    types: ['责任书'],
    headers: { target: '签订单位', letter: '责任书名称', doneOn: '签订时间', done: '是否签订' },
  },
  {
    id: 'inspections',
    title: '党建工作检查指导情况表',
    types: ['检查指导'],
    headers: {
      code: '党组织代码',
      target: '被检查单位',
      domain: '被检查单位类型',
      doneOn: '检查时间',
      person: '带队领导',
    },
  },
  {
    id: 'visits',
    title: '走访调研基层党组织台账',
    types: ['走访调研'],
    headers: { target: '走访单位', committee: '所属党工委', doneOn: '走访时间' },
  },
  {
    id: 'due',
    title: '重点工作按时间节点推进台账',
    types: ['走访调研', '工作汇报', '例会', '学习活动'],
    headers: {
      type: '工作类型',
      topic: '事项名称',
      target: '责任单位',
      due: '应完成时间',
      doneOn: '实际完成时间',
      done: '完成情况',
    },
  },
  {
    id: 'disclosure',
    title: '党务公开情况统计表',
    types: ['党务公开'],
    headers: { target: '公开单位', topic: '公开层级', doneOn: '公开时间', done: '是否公开' },
  },
  {
    id: 'contacts',
    title: '上级党委与党支部定点联系情况表',
    types: ['定点联系'],
    headers: { target: '联系单位', done: '是否落实', doneOn: '完成时间' },
  },
];
