/** Words of the rectification page. */
export const RECTIFICATION = {
  'rectification.ledeOverdue': { zh: '{when}逾期未改 {count} 件。', en: '{when} {count} items were overdue and open.' },
  'rectification.ledeOld': {
    zh: '{when}逾期未改 {count} 件，其中超过 {days} 天的 {old} 件。',
    en: '{when} {count} items were overdue and open, {old} of them for more than {days} days.',
  },
  'rectification.ledeNone': { zh: '{when}没有逾期未改的事项。', en: '{when} nothing was overdue.' },
  'rectification.ledeAt': { zh: '截至 {day}，', en: 'On {day},' },
  'rectification.ledeMedian': {
    zh: '{year} 年发现的问题，一半在 {median} 天内完成整改。',
    en: 'Half of the problems found in {year} were put right within {median} days.',
  },
  'rectification.ledeNoMedian': {
    zh: '{year} 年发现的问题，完成整改的还不到一半。',
    en: 'Of the problems found in {year}, fewer than half are put right so far.',
  },
  'rectification.overdueTitle': { zh: '逾期未改 {count} 件，按逾期天数', en: '{count} items overdue, by days overdue' },
  'rectification.overdueNoneTitle': { zh: '没有逾期未改的事项', en: 'Nothing is overdue' },
  'rectification.overdueSub': {
    zh: '截至 {day}，按{member}；颜色越重逾期越久。数量不排名。',
    en: 'On {day}, by {member}; the stronger the colour the longer. Counts are not ranked.',
  },
  'rectification.upTo': { zh: '{from}–{to} 天', en: '{from}–{to} days' },
  'rectification.over': { zh: '超过 {days} 天', en: 'more than {days} days' },
  'rectification.total': { zh: '合计', en: 'Total' },
  'rectification.survivalTitle': {
    zh: '{year} 年发现的问题，一半在 {median} 天内完成',
    en: 'Half of the problems found in {year} were closed within {median} days',
  },
  'rectification.survivalSlow': { zh: '；{names}用时明显更长', en: '; {names} took clearly longer' },
  'rectification.survivalOpen': {
    zh: '{year} 年发现的问题，完成的还不到一半',
    en: 'Fewer than half of the problems found in {year} are closed so far',
  },
  'rectification.survivalSub': {
    zh: '自发现起尚未完成的占比。{year} 年发现 {count} 件，已完成 {closed} 件；未完成的观察到 {day}。粗线为总体，细线为事项不少于 10 件的各{member}。',
    en: 'Share not yet closed, from the day of finding. {count} items found in {year}, {closed} closed; open ones observed until {day}. Thick line: all; thin lines: each {member} with 10 items or more.',
  },
  'rectification.survivalFoot': {
    zh: '口径：未完成的也计，计到数据截止日为止；不含长期坚持和完成时间不可用的事项',
    en: 'Definition: open items count too, as far as the data go; standing items and those without a usable closing day left out',
  },
  'rectification.whole': { zh: '总体', en: 'All' },
  'rectification.medianMark': { zh: '中位数 {days} 天', en: 'median {days} days' },
  'rectification.medianRange': {
    zh: '中位数 {days} 天（95% 区间 {low}–{high}）',
    en: 'median {days} days (95% interval {low}–{high})',
  },
  'rectification.lineMedian': { zh: '{name} 中位数 {days} 天', en: '{name}, median {days} days' },
  'rectification.days': { zh: '天', en: 'days' },
  'rectification.notClosed': { zh: '尚未完成', en: 'Not yet closed' },
  'rectification.watched': { zh: '仍在观察的事项（件）', en: 'Items still observed' },
  'rectification.items': { zh: '事项', en: 'Items' },
  'rectification.closed': { zh: '已完成', en: 'Closed' },
  'rectification.median': { zh: '中位数（天）', en: 'Median (days)' },
  'rectification.checksTitle': {
    zh: '“四查四看”整改完成率，{member}与方面交叉',
    en: 'Four checks: completed, by {member} and check',
  },
  'rectification.sourceTitle': {
    zh: '按问题来源，{sources}的整改完成率低于总体',
    en: 'Completion is below the whole for problems found by {sources}',
  },
  'rectification.sourceEven': {
    zh: '各问题来源的整改完成率均无低于总体的信号',
    en: 'No source of problems is clearly below the whole',
  },
  'rectification.sourceSub': {
    zh: '整改完成率，{period}末，共 {count} 件。横线为 95% 参考波动区间，竖线为总体。',
    en: 'Completed at the end of {period}, {count} items in all. Horizontal lines: 95% reference interval; vertical line: all.',
  },
  'rectification.heatSub': {
    zh: '{period}末。颜色越重越高；格内为比率与分子/分母，没有事项的格子画斜线。',
    en: 'At the end of {period}. A stronger colour is higher; each cell holds the rate and x/n, hatched where there are no items.',
  },
  'rectification.check.leaders': { zh: '领导班子履职', en: 'Leadership duty' },
  'rectification.check.members': { zh: '党员队伍作用', en: 'Members’ role' },
  'rectification.check.mechanisms': { zh: '工作机制', en: 'Working mechanisms' },
  'rectification.check.measures': { zh: '整改措施', en: 'Measures taken' },
  'rectification.foundTitle': {
    zh: '{period}新发现 {count} 件，按问题来源',
    en: '{count} items found in {period}, by source',
  },
  'rectification.foundSub': {
    zh: '数量不排名：查得细，发现得多。',
    en: 'Counts are not ranked: who looks closely finds more.',
  },
  'rectification.source': { zh: '问题来源', en: 'Source' },
  'rectification.listTitle': { zh: '逾期未改事项 {count} 件', en: '{count} overdue items' },
  'rectification.listSub': {
    zh: '截至 {day}，逾期最久的在前。问题内容只在本机显示，不进入汇总和分享。',
    en: 'On {day}, longest overdue first. What the problem is stays on this machine and is never in the aggregates or in what is shared.',
  },
  'rectification.listNone': { zh: '所选范围内没有逾期未改的事项。', en: 'Nothing in this selection is overdue.' },

  'rectification.org': { zh: '责任单位', en: 'Responsible' },
  'rectification.problem': { zh: '问题', en: 'Problem' },
  'rectification.due': { zh: '整改时限', en: 'Due' },
  'rectification.late': { zh: '逾期（天）', en: 'Days overdue' },
  'table.rectification': {
    zh: '一行一条整改事项，含问题来源、发现时间、整改时限与整改状态；由整改台账或销号清单导出。',
    en: 'One row per rectification item, with source, finding day, due day and status; exported from the rectification register.',
  },
} as const;
