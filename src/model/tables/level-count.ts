import type { ColumnSpec, TableSpec } from '../../domain';
import { GRADING } from './grading';
import { COMMITTEE, DOMAIN, SCHEME_ID, STANDARD_VERSION, ZONE_ID, partialList } from './shared-columns';
import { STAR_RATING } from './star-rating';
import { words } from './words';

/*
 * How many organisations of a zone have each level: what a zone reports in place of a list of them. A row is one level of one zone; exports
 * mostly have a column for each level.
 */

const ZONE: ColumnSpec = {
  ...ZONE_ID,
  headers: [...ZONE_ID.headers, ...words('单位 | 单位名称 | 参评园区 | 开发区(园区) | 园区(开发区) | 地区')],
};

const NUMBER: ColumnSpec = {
  id: 'org_number',
  type: 'integer',
  label: { zh: '党组织数', en: 'Organisations' },
  headers: words(
    '党组织数 | 党组织数量 | 党组织个数 | 基层党组织数 | 党支部数 | 支部数 | 组织数 | 数量 | 个数 | 家数 | 数目 | organisations | number',
  ),
  required: 'counted',
};

const SHARE: ColumnSpec = {
  id: 'share',
  type: 'number',
  label: { zh: '占比', en: 'Share' },
  headers: words('占比 | 比例 | 百分比 | 所占比例 | 占比率 | share'),
  max: 1,
  note: {
    zh: '只用来核对：占比由数目重算。',
    en: 'For checking only: shares are worked out from the counts.',
  },
};

const SOME = partialList('counts-of-some', {
  zh: '标题写表彰、新评定、拟评定的，只是一部分党组织：分布、占比、参评率不按它计。可在卡片上改。',
  en: 'Counts of those honoured, newly rated or proposed are of some only: no distribution, shares or rates by them.',
});

const column = (table: TableSpec, id: string): ColumnSpec => {
  const found = table.columns.find((one) => one.id === id);
  if (!found) throw new RangeError(`no such column: ${id}`);
  return found;
};

const FIGURES = ['无', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** The levels of stars that have a name, from none up. */
export const STAR_LEVELS: readonly string[] = FIGURES.map((figure) => `${figure}星`);

/** What stands beside the levels: those without one, and sums. */
export const BESIDE_LEVELS = {
  unrated: '未参评',
  fresh: '新建不定星',
  vetoed: '否决',
  total: '合计',
  rated: '参评数',
  due: '应参评数',
  ungraded: '未定级',
  graded: '定级数',
  listed: '应定级数',
} as const;

const TOTALS = words('小计 | 总计 | 共计 | 总数 | 合计数');

const starWords = (figure: string, at: number): string[] =>
  at === 0
    ? words('无星级 | 零星 | 不予定星 | 未达星 | 未达标')
    : [
        `${figure}星级`,
        `${at}星`,
        `${at}星级`,
        '★'.repeat(at),
        ...['党组织', '党支部', '支部'].flatMap((body) => [`${figure}星级${body}`, `${figure}星${body}`]),
      ];

/** Stars in counts. */
export const STAR_COUNT: TableSpec = {
  id: 'star_count',
  label: { zh: '星级汇总', en: 'Stars in counts' },
  row: { zh: '一个园区一个评定周期一个星级的党组织数', en: 'The organisations of one zone at one level in one cycle' },
  key: ['zone_id', 'committee', 'domain', 'cycle', 'scheme_id', 'level'],
  optional: ['committee', 'domain'],
  mentions: words(
    '党 | 支部 | 评星 | 定星 | 星级评定 | 星级汇总 | 星级统计 | 星级情况 | 星级分布 | party | branch | org',
  ),
  levelled: { level: 'level', count: 'org_number', share: 'share' },
  turnable: true,
  columns: [
    ZONE,
    COMMITTEE,
    DOMAIN,
    column(STAR_RATING, 'cycle'),
    column(STAR_RATING, 'scheme_id'),
    {
      id: 'level',
      type: 'enum',
      label: { zh: '星级档次', en: 'Level of stars' },
      note: {
        zh: '未定星按未参评计，与逐个党组织的评定表一样；合计、参评数、应参评数只用来核对和算参评率。',
        en: '未定星 is not rated, as in lists of organisations; totals are for checking and for the rate of those rated.',
      },
      headers: words('星级 | 评定星级 | 星级等次 | 星级类别 | 档次 | 等次'),
      required: 'level',
      values: [
        ...FIGURES.map((figure, at) => ({
          id: `${figure}星`,
          en: at === 0 ? 'No star' : at === 1 ? 'One star' : `${at} stars`,
          synonyms: starWords(figure, at),
        })),
        {
          id: BESIDE_LEVELS.unrated,
          en: 'Not rated',
          synonyms: words('未定星 | 未评 | 未评定 | 未评星 | 不参评 | 未定星级 | 未参加评定'),
        },
        {
          id: BESIDE_LEVELS.fresh,
          en: 'New, not eligible',
          synonyms: words('不定星 | 新建 | 新成立 | 暂不定星 | 新建未定星 | 新成立不定星 | 新建党组织'),
        },
        { id: BESIDE_LEVELS.vetoed, en: 'Vetoed', synonyms: words('一票否决 | 被否决') },
        { id: BESIDE_LEVELS.total, en: 'Total', synonyms: TOTALS },
        {
          id: BESIDE_LEVELS.rated,
          en: 'Rated',
          synonyms: words('参评 | 已参评 | 已评 | 已评定 | 已定星 | 定星数 | 评定数 | 参评合计 | 实际参评'),
        },
        { id: BESIDE_LEVELS.due, en: 'To be rated', synonyms: words('应参评 | 应评 | 应评定 | 应评数') },
      ],
    },
    NUMBER,
    SHARE,
    column(STAR_RATING, 'awarding_level'),
    SOME,
  ],
  constraints: [],
};

/** The grades exports write beside those of the known schemes. */
export const OTHER_GRADES = words(`
  优 | 良 | 中 | 基本合格 | 基本称职 | 称职 | 不称职 | 优秀 | 一类 | 二类 | 三类 | 四类 | 一档 | 二档 | 三档 | 四档 | 一等 | 二等 | 三等 | 较先进 | 中间 | 软弱涣散
`);

/** Beside the grades of a table: no grade of any scheme. */
export const BESIDE_GRADES: ReadonlyMap<string, string> = new Map([
  ...words('未定级 | 未定等次 | 未评定 | 未评 | 未参评 | 未参加 | 不定等次 | 暂不定级 | 不参评').map(
    (word): [string, string] => [word, BESIDE_LEVELS.ungraded],
  ),
  ...['合计', ...TOTALS].map((word): [string, string] => [word, BESIDE_LEVELS.total]),
  ...words('定级数 | 已定级 | 已定级数 | 参评数 | 参评 | 已评定 | 参加考核 | 参加定级 | 实际参评').map(
    (word): [string, string] => [word, BESIDE_LEVELS.graded],
  ),
  ...words('应定级数 | 应定级 | 应参评数 | 应参评 | 应考核 | 应考核数').map((word): [string, string] => [
    word,
    BESIDE_LEVELS.listed,
  ]),
]);

/** Grades in counts. */
export const GRADE_COUNT: TableSpec = {
  id: 'grade_count',
  label: { zh: '等次汇总', en: 'Grades in counts' },
  row: { zh: '一个园区一个周期一个等次的党组织数', en: 'The organisations of one zone at one grade in one cycle' },
  key: ['zone_id', 'committee', 'domain', 'kind', 'cycle', 'scheme_id', 'grade_label'],
  optional: ['committee', 'domain', 'scheme_id'],
  mentions: words('党 | 支部 | 定级 | 述职 | party | branch | org'),
  levelled: { level: 'grade_label', count: 'org_number', share: 'share' },
  turnable: true,
  columns: [
    ZONE,
    COMMITTEE,
    DOMAIN,
    column(GRADING, 'kind'),
    column(GRADING, 'cycle'),
    { ...SCHEME_ID, schemeOf: 'grade_label' },
    {
      id: 'grade_label',
      type: 'text',
      label: { zh: '等次', en: 'Grade' },
      headers: words('等次 | 定级等次 | 考核等次 | 评定等次 | 定级 | 等级 | 档次 | 类别 | 考核结果 | grade'),
      required: 'level',
    },
    NUMBER,
    SHARE,
    STANDARD_VERSION,
    SOME,
  ],
  constraints: [],
};
