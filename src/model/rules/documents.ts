/**
 * The documents the product's own rules rest on, with their English. What is not national says so:
 * 地方规定 is one locality's rule, 本产品约定 an assumption of this product.
 */
export const DOCUMENTS = {
  branchMeeting: {
    zh: '《中国共产党支部工作条例（试行）》第十一条',
    en: 'Regulations on the work of Party branches (trial), article 11',
  },
  branchCommittee: {
    zh: '《中国共产党支部工作条例（试行）》第十二条',
    en: 'Regulations on the work of Party branches (trial), article 12',
  },
  branchGroup: {
    zh: '《中国共产党支部工作条例（试行）》第十三条',
    en: 'Regulations on the work of Party branches (trial), article 13',
  },
  themeDay: {
    zh: '《中国共产党支部工作条例（试行）》第十六条',
    en: 'Regulations on the work of Party branches (trial), article 16',
  },
  orgLife: {
    zh: '《中国共产党支部工作条例（试行）》第十七条',
    en: 'Regulations on the work of Party branches (trial), article 17',
  },
  talks: {
    zh: '《中国共产党支部工作条例（试行）》摘要：每年一般不少于 1 次；有的地方规定 2 次',
    en: 'Summary of the regulations on Party branches: as a rule at least once a year; some localities write twice',
  },
  lecture: {
    zh: '地方规定：每季度 1 次（全国没有统一次数）',
    en: 'Local rule: once a quarter (there is no national number)',
  },
  branchSize: {
    zh: '《中国共产党支部工作条例（试行）》：正式党员 3 人以上成立，一般不超过 50 人',
    en: 'Regulations on the work of Party branches (trial): at least 3 full members, as a rule at most 50',
  },
  dueMembers: {
    zh: '《中国共产党支部工作条例（试行）》第五条：有正式党员 3 人以上的应当成立党支部；名单只列党员数的，按党员数计',
    en: 'Regulations on the work of Party branches (trial), article 5: three full members or more; by all members where a list states only those',
  },
  unlisted: {
    zh: '本产品约定：名单未列经营状态的，视同实体运营',
    en: 'Assumption of this product: units of a list that does not state whether they operate are taken as operating',
  },
  terms: {
    zh: '《关于党的基层组织任期的意见》',
    en: 'Opinions on the terms of primary Party organisations',
  },
  extension: {
    zh: '《中国共产党基层组织选举工作条例》：延期一般不超过 1 年',
    en: 'Regulations on elections in primary Party organisations: an extension is as a rule at most a year',
  },
  remind: {
    zh: '届满前 6 个月提醒的通行做法',
    en: 'Common practice: a reminder six months before the term ends',
  },
  hours2009: {
    zh: '《2009—2013 年全国党员教育培训工作规划》',
    en: 'National plan for the training of Party members, 2009–2013',
  },
  hours2019: {
    zh: '《2019—2023 年全国党员教育培训工作规划》',
    en: 'National plan for the training of Party members, 2019–2023',
  },
  rhythm: {
    zh: '地方规定：徐州经开区“一月一调度、一季一主题、半年一考核”（公开材料）',
    en: 'Local rule: Xuzhou, dispatch by month, theme by quarter, appraisal by half-year (public text)',
  },
  bands: {
    zh: '本产品约定：逾期 1–30 天、31–90 天、90 天以上',
    en: 'Assumption of this product: overdue by 1–30, 31–90, more than 90 days',
  },
  shaanxi: {
    zh: '陕西非公有制企业党组织星级评定（2014，地方规定）',
    en: 'Shaanxi, non-public enterprises (2014, a local rule)',
  },
  county: { zh: '某县级市 2023 年办法（地方规定）', en: 'a county-level city, 2023 (a local rule)' },
  countyScores: {
    zh: '某县级市 2023 年办法的分数线（地方规定），不设名额',
    en: 'the cut-offs of a county-level city, 2023 (a local rule), without its quota',
  },
  quota: {
    zh: '名额分配的常见做法（10/30/40/20，地方规定）',
    en: 'common quota of 10/30/40/20 (a local rule)',
  },
  jiyuan: { zh: '济源高新区公开材料（地方规定）', en: 'public text of Jiyuan zone (a local rule)' },
  luohe: { zh: '漯河市源汇区 2022 年办法（地方规定）', en: 'Yuanhui district of Luohe, 2022 (a local rule)' },
  xiqing: { zh: '天津市西青区 2016 年办法（地方规定）', en: 'Xiqing district of Tianjin, 2016 (a local rule)' },
  points110: {
    zh: '110 分制评定办法，四档名额 10/30/40/20（地方规定）',
    en: 'a scheme of 110 points with shares of 10/30/40/20 (a local rule)',
  },
  topThree: {
    zh: '只评三至五星的办法，名额 10/40/30，其余不定星（地方规定）',
    en: 'a scheme of three to five stars with shares of 10/40/30, the rest unrated (a local rule)',
  },
  opinion2012: {
    zh: '某市 2012 年意见：首年五星不超过 10%、四星不超过 20%、一星不超过 5%（地方规定）',
    en: 'a city’s opinion of 2012: in the first year five stars ≤ 10 %, four ≤ 20 %, one ≤ 5 % (a local rule)',
  },
  shengzhou: { zh: '嵊州开发区 2015 年办法（地方规定）', en: 'Shengzhou development zone, 2015 (a local rule)' },
  gradeThree: {
    zh: '三级定级：先进、一般、后进（高新区机关党建例会讲话，地方规定）',
    en: 'Three grades: advanced, average, backward (public text of a zone’s work meeting, a local rule)',
  },
  gradeFour: {
    zh: '执行组厅字〔2012〕6 号的地方办法：好、较好、一般、较差（地方规定）',
    en: 'Local schemes under document 6 of 2012: good, fairly good, average, poor (a local rule)',
  },
  gradeLetters: { zh: '字母等次的常见做法（地方规定）', en: 'Common practice of letter grades (a local rule)' },
  gradePoints: {
    zh: '考核等次的常见做法（地方规定）；分数线为本产品约定',
    en: 'Common appraisal grades (a local rule); the cut-offs are an assumption of this product',
  },
  evaluation: {
    zh: '本产品约定：权重全国没有统一规定；分数线同四级定级',
    en: 'Assumption of this product: weights are nowhere national; cut-offs as in the four grades',
  },
} as const;
