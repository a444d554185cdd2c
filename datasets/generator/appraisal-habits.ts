import type { AppraisalField, AppraisalStyle } from './appraisal-columns';
import type { Appraisal } from './appraisal-rows';
import { BOM, GBK, headed, type Headed, PLAIN, UNICODE } from './habit';
import type { Dialect, Frame } from './sheet';

/** How one body exports one kind of appraisal. */
export interface AppraisalHabit {
  readonly zone: string;
  readonly kind: Appraisal['kind'];
  readonly dialect: Dialect;
  readonly style: AppraisalStyle;
  readonly columns: readonly Headed<AppraisalField>[];
  /** Texts may hold {year}. */
  readonly frame?: Frame;
  /** One file a year instead of one in all. */
  readonly byYear?: boolean;
}

const columns = headed<AppraisalField>({
  seq: '序号',
  code: '党组织代码',
  name: '党组织名称',
  zone: '开发区',
  committee: '主管党委',
  domain: '领域',
  kind: '考核种类',
  cycle: '考核周期',
  scheme: '考核办法',
  version: '标准版本',
  self: '自评得分',
  peer: '互评得分',
  mass: '群众测评',
  superior: '上级评定',
  total: '总分',
  level: '考核等次',
  veto: '一票否决',
  secretary: '支部书记',
  组织健全: '组织健全',
  制度完善: '制度完善',
  运行规范: '运行规范',
  活动经常: '活动经常',
  档案齐备: '档案齐备',
  作用突出: '作用突出',
});

const base: AppraisalStyle = {
  dates: ['iso'],
  yes: '是',
  no: '否',
  numbers: 'plain',
  empty: '',
  cycle: 'plain',
  scores: 'plain',
};

const WHO: readonly AppraisalField[] = ['code', 'name', 'zone', 'domain'];
const WHICH: readonly AppraisalField[] = ['cycle', 'scheme', 'version'];
const FOUR: readonly AppraisalField[] = ['self', 'peer', 'mass', 'superior', 'total', 'level'];
const SIX: readonly AppraisalField[] = ['组织健全', '制度完善', '运行规范', '活动经常', '档案齐备', '作用突出'];

const appraisal = (zone: string, more: Omit<AppraisalHabit, 'zone' | 'kind'>): AppraisalHabit => ({
  zone,
  kind: '党建考核',
  ...more,
});
const review = (zone: string, dialect: Dialect, frame?: Frame): AppraisalHabit => ({
  zone,
  kind: '述职评议',
  dialect,
  style: base,
  ...(frame && { frame }),
  columns: columns([
    ...WHO,
    ['kind', '考核类别'],
    ['cycle', '考核年度'],
    'scheme',
    ['level', '综合评价等次'],
    'secretary',
  ]),
});

/** How each body exports its appraisals, by year end or half-year. */
export const APPRAISAL_HABITS: readonly AppraisalHabit[] = [
  appraisal('XZJK', {
    dialect: GBK,
    style: { ...base, cycle: 'chinese' },
    frame: {
      above: ['徐州经开区直属党委党建考核结果（示例数据）', '半年一考核：期中结果为年终考核的组成部分，所占权重未说明'],
      below: ['填表人：示例甲    审核人：示例乙'],
    },
    columns: columns([
      'seq',
      'code',
      ['name', '党组织名称'],
      'zone',
      'kind',
      ...WHICH,
      ['self', '自评得分'],
      ['mass', '群众测评得分'],
      ['superior', '考核组评分'],
      'total',
      'level',
    ]),
  }),
  appraisal('JYGX', {
    dialect: GBK,
    style: { ...base, empty: '—', cycle: 'label' },
    frame: {
      above: ['济源高新区基层党组织党建考核评分表（示例数据）'],
      below: ['注：党员自评、党员互评、群众测评三方评分，— 为未评。'],
    },
    columns: columns([
      'seq',
      ...WHO,
      ...WHICH,
      ['self', '自我评价得分'],
      ['peer', '党员互评'],
      ['mass', '群众测评'],
      'total',
      'level',
      'veto',
      'secretary',
    ]),
  }),
  appraisal('XAGX', {
    dialect: GBK,
    style: { ...base, empty: '—', cycle: 'label', yes: '有', no: '无' },
    frame: {
      above: ['西安高新区2018年度基层党组织党建考核结果汇总表（示例数据）'],
      below: ['注：各基层党组织考评工作已完成。', '填表人：示例甲    审核人：示例乙'],
    },
    columns: columns(['seq', ...WHO, ...WHICH, ['superior', '考核组评分'], 'total', 'level', 'veto']),
  }),
  appraisal('CZGX', { dialect: UNICODE, style: base, columns: columns([...WHO, 'kind', ...WHICH, ...FOUR, 'veto']) }),
  appraisal('YLGX', {
    dialect: BOM,
    style: base,
    columns: columns([...WHO, 'kind', ...WHICH, ...FOUR, 'veto', ...SIX]),
  }),
  appraisal('QLJK', {
    dialect: BOM,
    style: { ...base, cycle: 'label', scores: 'fullwidth', empty: '/' },
    frame: { repeated: [21] },
    columns: columns([...WHO, 'kind', ...WHICH, ...FOUR, 'veto']),
  }),
  appraisal('WSGX', {
    dialect: GBK,
    style: { ...base, cycle: 'chinese', scores: 'unit', yes: '√', no: '×' },
    frame: { above: ['望舒高新区基层党组织党建考核得分（示例数据）'] },
    columns: columns(['seq', ...WHO, ...WHICH, ...FOUR, 'veto']),
  }),
  appraisal('XCJK', {
    dialect: PLAIN,
    style: base,
    columns: columns([...WHO, 'kind', ...WHICH, ...FOUR, 'veto', ...SIX]),
  }),
  appraisal('LMGX', {
    dialect: { encoding: 'gbk', delimiter: '\t', eol: '\r\n' },
    style: { ...base, cycle: 'chinese', yes: '√', no: '×' },
    columns: columns([...WHO, 'kind', ...WHICH, ...FOUR, 'veto', ...SIX]),
  }),
  appraisal('CYJK', {
    dialect: GBK,
    style: { ...base, empty: '—' },
    byYear: true,
    frame: { above: ['沧屿经开区{year}年度基层党组织党建考核结果（示例数据）'] },
    columns: columns(['seq', ...WHO, 'scheme', 'version', ...FOUR, 'veto']),
  }),
  appraisal('BYCY', { dialect: BOM, style: base, columns: columns([...WHO, 'kind', ...WHICH, ...FOUR, 'veto']) }),
  appraisal('STGX', {
    dialect: { encoding: 'gbk', delimiter: ';', eol: '\r\n' },
    style: { ...base, cycle: 'label' },
    columns: columns([
      ...WHO,
      'kind',
      ...WHICH,
      ['self', '自评\n得分'],
      'peer',
      'mass',
      'superior',
      ['total', '总\n分'],
      'level',
      'veto',
    ]),
  }),
  appraisal('JLRL', {
    dialect: GBK,
    style: { ...base, yes: '√', no: '×', cycle: 'label' },
    frame: {
      above: ['吉林市热力集团党支部规范化建设党建考核表（示例数据）'],
      below: ['注：六条标准，√ 为达标，× 为未达标。'],
    },
    columns: columns([
      'seq',
      'code',
      'name',
      'zone',
      ...WHICH,
      ...SIX,
      'self',
      'mass',
      'superior',
      'total',
      'level',
      'veto',
    ]),
  }),
  review('XCJK', PLAIN),
  review('LMGX', GBK, { above: ['鹿鸣高新区基层党组织书记抓党建述职评议结果（示例数据）'] }),
  review('CYJK', GBK),
];
