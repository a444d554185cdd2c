import type { ColumnSpec, Label, TableSpec } from '../../domain';
import {
  COMMITTEE,
  DOMAIN,
  ORG_ID,
  ORG_NAME,
  SCHEME_ID,
  STANDARD_VERSION,
  ZONE_ID,
  partialList,
} from './shared-columns';
import { STAR_HEADER } from './made-of';
import { words } from './words';

const namedStar = (id: string, zh: string, en: string): ColumnSpec => ({
  id,
  type: 'boolean',
  label: { zh, en },
  required: 'rating',
  ticks: 'named star',
  headers: [zh, `${zh}级`, `是否${zh}`, `${zh}达标`, `${zh}评定`, `五星${zh}`, zh.replace('星', '之星'), en],
});

const score = (id: string, label: Label, headers: readonly string[]): ColumnSpec => ({
  id,
  type: 'number',
  label,
  headers,
});

/** Star ratings of party organisations, one row an organisation, scheme and cycle. Levels compare only inside one scheme. */
export const STAR_RATING: TableSpec = {
  id: 'star_rating',
  label: { zh: '星级评定', en: 'Star ratings' },
  row: { zh: '一个党组织在一个评定周期', en: 'One organisation in one rating cycle' },
  key: ['org_id', 'scheme_id', 'cycle'],
  identity: ['org_name'],
  columns: [
    ORG_ID,
    ORG_NAME,
    ZONE_ID,
    COMMITTEE,
    DOMAIN,
    {
      id: 'cycle',
      type: 'period',
      label: { zh: '评定年度', en: 'Cycle' },
      headers: words(`
        评定年度 | 评星年度 | 星级年度 | 评定年份 | 评定周期 | 考评年度 | 考核年度 | 评价年度 | 参评年度
        创建年度 | 年度 | 年份 | 周期 | 评定时间 | 评定日期 | cycle | year | rating year
      `),
      required: true,
      fileLevel: true,
    },
    {
      ...SCHEME_ID,
      unstated: {
        value: null,
        label: { zh: '未注明评定办法：未注明的归为同一办法', en: 'not stated: ratings that state none are one scheme' },
      },
    },
    {
      id: 'star_max',
      type: 'integer',
      label: { zh: '最高星级', en: 'Highest level' },
      topOf: { column: 'star_level', least: 4, value: 5 },
      headers: words('最高星级 | 星级上限 | 满星 | 最高星 | 星级总数 | 总星数 | star max | max stars | max'),
      required: true,
      fileLevel: true,
      max: 10,
    },
    {
      id: 'star_level',
      type: 'integer',
      label: { zh: '星级', en: 'Star level' },
      otherwise: 'rated_status',
      made: STAR_HEADER,
      headers: words(`
        评定星级 | 星级 | 拟评星级 | 拟定星级 | 本年星级 | 本年度星级 | 本次星级 | 本期星级 | 本轮星级 | 本届星级 | 今年星级 | 当前星级 | 现星级 | 星级评定
        星级评定结果 | 评星结果 | 星级结果 | 评定结果 | 星级等次 | 最终星级 | 核定星级 | 获评星级 | 认定星级
        定星 | 星数 | 评定等级 | 审定星级 | 审核星级 | 审批星级 | 批准星级 | 确定星级 | 终审星级 | 终评星级 | 复核星级
        复审星级 | 评审星级 | 公示星级 | 授予星级 | 最终评定星级 | 最终审定星级 | 审定结果 | 审定等级 | 星级审定
        星级审定结果 | 审定 | 终评 | 星级认定 | 星级认定结果 | star level | stars | star | star rating
      `),
      required: 'rating',
      max: 10,
      note: { zh: '0 = 无星；空 = 未评。', en: '0 = rated without a star; empty = not rated.' },
    },
    {
      id: 'rated_status',
      type: 'enum',
      label: { zh: '参评情况', en: 'Rating status' },
      headers: words(`
        参评情况 | 参评状态 | 评定状态 | 评星状态 | 评定情况 | 是否参评 | 是否参加评定 | 是否评定 | 是否评星
        参评 | rated status | rating status | rated
      `),
      required: 'rating',
      values: [
        {
          id: '评定',
          en: 'Rated',
          synonyms: words(`
            已评定 | 已评 | 参评 | 已参评 | 定星 | 已定星 | 评星 | 正常评定 | 是 | yes | y | true | √ | rated
          `),
        },
        {
          id: '未参评',
          en: 'Did not take part',
          synonyms: words(`
            未评 | 未评定 | 不参评 | 未参加 | 未参加评定 | 未申报 | 缓评 | 否 | no | n | false | × | unrated
            not rated
          `),
        },
        {
          id: '新建不定星',
          en: 'New, not eligible',
          synonyms: words(`
            新建 | 不定星 | 新成立 | 新建未定星 | 新成立不定星 | 新建党组织 | 新建不评 | 新建暂不定星 | 暂不定星 | 新建未评 | 新建暂不评 | new
          `),
        },
        {
          id: '否决',
          en: 'Vetoed',
          synonyms: words('一票否决 | 被否决 | 否决(一票否决) | 取消资格 | 取消评定资格 | vetoed | veto'),
        },
      ],
    },
    namedStar('dim_political', '政治星', 'Political star'),
    namedStar('dim_learning', '学习星', 'Learning star'),
    namedStar('dim_development', '发展星', 'Development star'),
    namedStar('dim_service', '服务星', 'Service star'),
    namedStar('dim_integrity', '廉洁星', 'Integrity star'),
    score('score_self', { zh: '自评得分', en: 'Self score' }, [
      '自评得分',
      '自评分',
      '自评分数',
      '自评',
      '自评总分',
      '自我评价得分',
      'self score',
      'self',
    ]),
    score('score_superior', { zh: '上级评分', en: 'Superior score' }, [
      '上级评分',
      '上级评定得分',
      '上级得分',
      '上级考核得分',
      '上级党委评分',
      '党委评分',
      '考评组评分',
      '组织考核得分',
      '复核得分',
      '核定得分',
      'superior score',
    ]),
    score('score_total', { zh: '总分', en: 'Total score' }, [
      '考核得分',
      '总分',
      '总得分',
      '综合得分',
      '最终得分',
      '考评得分',
      '评定得分',
      '评星得分',
      '得分',
      '分数',
      '合计得分',
      '总成绩',
      'score',
      'total score',
      'total',
    ]),
    {
      id: 'veto',
      type: 'boolean',
      label: { zh: '一票否决', en: 'Veto' },
      headers: words('一票否决 | 是否一票否决 | 是否否决 | 否决 | 有无一票否决 | 一票否决情况 | veto | vetoed'),
    },
    {
      id: 'veto_class',
      type: 'enum',
      label: { zh: '否决类别', en: 'Veto class' },
      headers: words(`
        否决类别 | 否决情形 | 一票否决类别 | 一票否决情形 | 一票否决事项 | 否决事项 | 否决原因 | 一票否决原因
        veto class | veto reason
      `),
      values: [
        { id: '违法犯罪', en: 'Crime', synonyms: words('犯罪 | 违法 | 违纪违法 | 刑事案件 | 违法违纪 | crime') },
        {
          id: '安全事故',
          en: 'Accident',
          synonyms: words('安全生产事故 | 重大安全事故 | 生产安全事故 | 事故 | 安全生产 | accident'),
        },
        {
          id: '环境污染',
          en: 'Pollution',
          synonyms: words('污染 | 环保 | 环境污染事件 | 环保事故 | 生态环境 | pollution'),
        },
        {
          id: '群体性事件',
          en: 'Mass incident',
          synonyms: words('群体事件 | 群体性上访 | 信访 | 集体上访 | mass incident'),
        },
        {
          id: '信用税务',
          en: 'Bad credit or tax',
          synonyms: words('信用 | 税务 | 失信 | 偷税漏税 | 诚信 | 不良信用 | 信用或税务 | credit | tax'),
        },
        { id: '其他', en: 'Other', synonyms: words('其它 | other') },
      ],
    },
    {
      id: 'prev_level',
      type: 'integer',
      label: { zh: '上年星级', en: 'Previous level' },
      headers: words(`
        上年星级 | 上年度星级 | 上年度评定星级 | 上年评定星级 | 上一年度评定星级 | 上一年星级 | 上一年度星级 | 上次星级 | 上期星级 | 原星级 | 原有星级 | 往年星级
        去年星级 | 上届星级 | previous level | prev level | previous stars
      `),
      max: 10,
    },
    {
      id: 'awarding_level',
      type: 'enum',
      label: { zh: '评定层级', en: 'Awarding level' },
      headers: words(`
        评定层级 | 授予级别 | 授星级别 | 评定级别 | 命名级别 | 评定单位 | 评定机关 | 评定主体 | 授予单位
        命名单位 | 认定层级 | 认定级别 | awarding level | awarded by
      `),
      required: true,
      fileLevel: true,
      unstated: {
        value: null,
        label: { zh: '未注明评定层级：不与注明的相加', en: 'not stated: never added to ratings that state theirs' },
      },
      values: [
        {
          id: '省',
          en: 'Province',
          synonyms: words('省级 | 省委 | 省委组织部 | 全省 | 省委两新工委 | province | provincial'),
        },
        {
          id: '市',
          en: 'City',
          synonyms: words(`
          市级 | 市委 | 市委组织部 | 全市 | 市委两新工委 | city | municipal
        `),
        },
        {
          id: '区',
          en: 'District',
          synonyms: words('区级 | 区委 | 区委组织部 | 全区 | 县级 | 县 | 区县 | 区(县)级 | 县(区)级 | district'),
        },
        {
          id: '园区',
          en: 'Zone',
          synonyms: words(`
            园区级 | 开发区 | 开发区级 | 高新区 | 高新区级 | 经开区 | 经开区级 | 开发区党工委 | 党工委 | 高新区党工委
            经开区党工委 | 管委会 | zone | park
          `),
        },
      ],
    },
    STANDARD_VERSION,
    partialList('list-of-honours', {
      zh: '表彰、命名和五星级、四星级名单只列获评的党组织：新评定星级按它计，参评率、星级分布和占比不按它计。标题不是这样写的可在卡片上改。',
      en: 'Lists of honours name only who was honoured: the newly rated are counted by them, shares of all organisations are not.',
    }),
  ],
  constraints: [
    {
      code: 'star-over-max',
      holds: 'star_level <= star_max',
      columns: ['star_level', 'star_max'],
      label: { zh: '星级应不高于最高星级', en: 'A level is at most the highest level' },
    },
    {
      code: 'star-without-rating',
      holds: "CASE WHEN star_level > 0 THEN rated_status = '评定' END",
      columns: ['star_level', 'rated_status'],
      label: { zh: '有星级的应为“评定”', en: 'What has a star was rated' },
    },
    {
      code: 'vetoed-but-starred',
      holds: 'CASE WHEN veto THEN COALESCE(star_level, 0) = 0 END',
      columns: ['veto', 'star_level'],
      label: { zh: '一票否决的不应有星级', en: 'What is vetoed has no star' },
    },
  ],
};
