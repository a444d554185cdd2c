import { DOCUMENTS } from './documents';
import { rows } from './rows';

/** How often each activity of organisation life is owed: `times` in every interval of `months`. */
export const MEETING_RULES = [
  ...rows('meeting/党员大会', DOCUMENTS.branchMeeting.zh, { times: 1, months: 3 }),
  ...rows('meeting/支委会', DOCUMENTS.branchCommittee.zh, { times: 1, months: 1 }),
  ...rows('meeting/党小组会', DOCUMENTS.branchGroup.zh, { times: 1, months: 1 }),
  ...rows('meeting/党课', DOCUMENTS.lecture.zh, { times: 1, months: 3 }),
  ...rows('meeting/主题党日', DOCUMENTS.themeDay.zh, { times: 1, months: 1 }),
  ...rows('meeting/组织生活会', DOCUMENTS.orgLife.zh, { times: 1, months: 12 }),
  ...rows('meeting/民主评议', DOCUMENTS.orgLife.zh, { times: 1, months: 12 }),
  ...rows('meeting/谈心谈话', DOCUMENTS.talks.zh, { times: 1, months: 12 }),
];

/** How often a committee owes each act of its working rhythm (the public text of Xuzhou zone): once in every interval of `months`. */
export const RHYTHM_RULES = [
  ...rows('rhythm/月调度', DOCUMENTS.rhythm.zh, { months: 1 }),
  ...rows('rhythm/季主题', DOCUMENTS.rhythm.zh, { months: 3 }),
  ...rows('rhythm/半年考核', DOCUMENTS.rhythm.zh, { months: 6 }),
];
