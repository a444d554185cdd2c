/** Words of the organisations page. */
export const ORGANISATIONS = {
  'organisations.headSize': {
    zh: '{period}末，党员 {members} 名，党组织 {orgs} 个',
    en: '{members} members in {orgs} organisations at the end of {period}',
  },
  'organisations.headMembers': {
    zh: '{period}末，党员 {members} 名',
    en: '{members} members at the end of {period}',
  },
  'organisations.headOverdue': { zh: '{count} 个党组织超期未换届', en: '{count} organisations have terms overdue' },
  'organisations.headRate': { zh: '{metric}为 {rate}（{fraction}）', en: '{metric}: {rate} ({fraction})' },
  'organisations.headRateIn': {
    zh: '{period}{metric}为 {rate}（{fraction}）',
    en: '{metric} in {period}: {rate} ({fraction})',
  },
  'organisations.size': { zh: '规模与层级', en: 'Size and tiers' },
  'organisations.terms': { zh: '任期与规模异常', en: 'Terms of office and unusual sizes' },
  'organisations.members': { zh: '党费、学时与民主评议', en: 'Dues, study and review' },
  'organisations.what': { zh: '看什么', en: 'What to count' },
  'organisations.membersTitle': { zh: '党员 {count} 名，按{member}', en: '{count} members by {member}' },
  'organisations.orgsTitle': { zh: '党组织 {count} 个，按{member}', en: '{count} organisations by {member}' },
  'organisations.countSub': {
    zh: '{period}末；数量只表示规模，不排名。',
    en: 'At the end of {period}; counts show size and are not ranked.',
  },
  'organisations.unknown': {
    zh: '“≥”：有 {count} 个最下一级组织没有写明人数，未计入。',
    en: '“≥”: {count} of the lowest organisations state no number and are not counted.',
  },
  'organisations.tiersTitle': {
    zh: '党组织 {count} 个，分 {tiers} 级',
    en: '{count} organisations in {tiers} tiers',
  },
  'organisations.tiersSub': {
    zh: '{period}末在册，自上而下；同级的并列。',
    en: 'Active at the end of {period}, from the top down; kinds of one tier side by side.',
  },
  'organisations.type': { zh: '类别', en: 'Type' },
  'organisations.settingsTitle': { zh: '{count} 个{type}建在何处', en: 'Where {count} {type} sit' },
  'organisations.settingsSub': {
    zh: '{period}末，只计写明设置形式的；涉及{names}。',
    en: 'At the end of {period}, only where the setting is stated; from {names}.',
  },
  'organisations.setting': { zh: '设置形式', en: 'Setting' },
  'organisations.groups': { zh: '党小组', en: 'groups' },
  'organisations.branches': { zh: '支部', en: 'branches' },
  'organisations.timelineTitle': {
    zh: '{from}至 {to}届满 {count} 个，其中 {coming} 个尚未到期',
    en: '{count} terms due from {from} to {to}, {coming} of them still to come',
  },
  'organisations.timelineSub': {
    zh: '按届满的季度；截至 {day} 的换届情况，之后的为将届满。',
    en: 'By the quarter the term is due; what became of it by {day}, later ones still to come.',
  },
  'organisations.quarter': { zh: '届满季度', en: 'Due in' },
  'organisations.state.按期': { zh: '按期', en: 'On time' },
  'organisations.state.延期内': { zh: '经批准延期', en: 'Extended' },
  'organisations.state.逾期完成': { zh: '逾期后换届', en: 'Late' },
  'organisations.state.超期未换届': { zh: '超期未换届', en: 'Overdue' },
  'organisations.state.未到期': { zh: '将届满', en: 'To come' },
  'organisations.overdueTitle': { zh: '超期未换届 {count} 个', en: '{count} terms overdue' },
  'organisations.overdueSub': { zh: '{period}末；{definition}。', en: 'At the end of {period}: {definition}.' },
  'organisations.overdueNone': { zh: '所选范围内没有超期未换届的党组织。', en: 'No overdue terms in this selection.' },

  'organisations.org': { zh: '党组织', en: 'Organisation' },
  'organisations.due': { zh: '应换届时间', en: 'Term due' },
  'organisations.learners': { zh: '对象', en: 'Who' },
  'organisations.learners.党员': { zh: '党员', en: 'Members' },
  'organisations.learners.书记': { zh: '书记班子', en: 'Secretaries' },
  'organisations.activists': { zh: '积极分子 {count} 名', en: '{count} activists' },
  'organisations.admitted': { zh: '{period}发展党员 {count} 名', en: '{count} admitted in {period}' },
  'organisations.pipeline': { zh: '发展党员各环节，{period}', en: 'Stages of joining, {period}' },
  'organisations.pipelineSub': {
    zh: '{members}报送；前三项为{period}末人数，发展党员为期内人数。控制总量、优化结构：只计数，不排名。',
    en: 'Reported by {members}. The first three as they stand at the end of {period}, admitted during it; counts only, never ranked.',
  },
  'table.member_period': {
    zh: '一行一个党组织一个时期的汇总数，含应缴与按期缴纳党费人数、学时、转正、发展党员各环节人数；由党费、教育培训和发展党员报表导出，不含个人信息。',
    en: 'One row per organisation and period with totals: dues owed and paid on time, study hours, confirmation, recruiting; exported from the reports of dues, training and admission, without personal data.',
  },
  'organisations.foldStructure': { zh: '隶属、设置与支部规模', en: 'Links, settings and branch size' },
  'organisations.foldStructureHolds': {
    zh: '隶属完整率、党小组建在何处、支部规模异常率',
    en: 'linked to the work committee, where groups are, odd sizes',
  },
  'organisations.foldMembersHolds': {
    zh: '党费、学时、发展、转正、民主评议',
    en: 'dues, study hours, admissions, confirmation, reviews',
  },
} as const;
