/** Words of the coverage page. */
export const COVERAGE = {
  'coverage.which': { zh: '口径', en: 'Rate' },
  'coverage.area': { zh: '含区域行业覆盖', en: 'Include area and sector coverage' },
  'coverage.denominator': { zh: '分母：{denominator}。', en: 'Denominator: {denominator}.' },
  'coverage.heatTitle': { zh: '{metric}，{member}与领域交叉', en: '{metric} by {member} and field' },
  'coverage.heatSub': {
    zh: '{period}。颜色越重越高；格内为比率与分子/分母，无单位的格子留空。',
    en: '{period}. A stronger colour is higher; each cell holds the rate and x/n, hatched where there are no units.',
  },
  'coverage.modesTitle': { zh: '各{member}怎样覆盖', en: 'How units are covered, by {member}' },
  'coverage.modesSub': {
    zh: '{period}。左起为单独组建、联合组建、区域行业覆盖，浅灰为未建；右侧为单位数。',
    en: '{period}. From the left: own, joint, area organisations; light grey: no organisation. Number of units on the right.',
  },
  'coverage.modesTotal': { zh: '单位', en: 'Units' },
  'coverage.listTitle': { zh: '空白点 {count} 家', en: '{count} uncovered units' },
  'coverage.listSub': {
    zh: '{period}，{definition}。',
    en: '{period}; {definition}.',
  },
  'coverage.listNone': { zh: '所选范围内没有空白点。', en: 'No uncovered units in this selection.' },

  'coverage.unit': { zh: '单位', en: 'Unit' },
  'coverage.mode': { zh: '组建方式', en: 'Coverage' },
  'coverage.reason': { zh: '未建原因', en: 'Reason' },
  'coverage.orgs': { zh: '党组织', en: 'Organisations' },
  'coverage.orgTypesTitle': { zh: '党组织 {count} 个，按类别', en: '{count} organisations by type' },
  'coverage.orgTypesSub': {
    zh: '{period}末在册数；数量不排名。',
    en: 'Active at the end of {period}; counts are not ranked.',
  },
  'coverage.type': { zh: '类别', en: 'Type' },
  'coverage.founded': { zh: '新建', en: 'Founded' },
  'coverage.dissolved': { zh: '撤销', en: 'Dissolved' },
  'coverage.netTitle': { zh: '党组织净{direction} {count} 个', en: 'Net {direction} of {count} organisations' },
  'coverage.netEven': {
    zh: '新建、撤销党组织各 {count} 个，净增为零',
    en: '{count} organisations founded, as many dissolved',
  },
  'coverage.netNothing': { zh: '没有新建或撤销的党组织', en: 'No organisation was founded or dissolved' },
  'coverage.netUp': { zh: '增', en: 'gain' },
  'coverage.netDown': { zh: '减', en: 'loss' },
  'coverage.netSub': {
    zh: '{period}新建与撤销，按{member}；右为新建，左为撤销。',
    en: 'Founded and dissolved in {period}, by {member}; founded to the right, dissolved to the left.',
  },
} as const;
