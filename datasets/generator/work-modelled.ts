import { activeOn } from './organisation-maker';
import type { Random } from './random';
import type { Domain, Org } from './truth';
import {
  branchesAt,
  committeesAt,
  counted,
  dayIn,
  dueWork,
  isBranch,
  lettersOf,
  pad,
  type Work,
  type WorkType,
} from './work-rows';
import type { ZoneContext } from './zone-context';

/** Xi'an, 2018: every row as the report of 2019-01-18 counts it. */
export function xian(context: ZoneContext, random: Random): Work[] {
  const year = 2018;
  const active = branchesAt(context, year);
  const of = (...domains: Domain[]): Org[] => active.filter((org) => domains.includes(org.domain));
  const villages = context.truth.orgs.filter(
    (org) => org.domain === '村' && isBranch(org) && activeOn(org, '2018-03-01'),
  );
  const inspected = [...of('机关').slice(0, 26), ...random.shuffled(of('非公', '国企')).slice(0, 105), ...villages];
  // One village of the 24 is in no register any more: it counts as inspected, not towards coverage.
  if (inspected.length !== 154) throw new RangeError(`Xi'an inspected ${inspected.length} known bodies, not 154`);
  const signers = committeesAt(context, 2019);
  return [
    ...lettersOf(year, '创建全国一流党建示范园区目标责任书', signers, 1, [2, 3], random),
    { type: '责任书', year, letter: '党风廉政建设责任书', done: true, doneOn: null },
    ...inspected.map((org): Work => ({
      type: '检查指导',
      year,
      org,
      done: true,
      doneOn: dayIn(year, org.dissolved === null ? [4, 11] : [2, 2], random),
    })),
    { type: '检查指导', year, stranger: '示例栗坪村党支部', strangerDomain: '村', done: true, doneOn: '2018-04-12' },
    counted('走访调研', year, '党工委主要领导走访基层党组织', 70, 'ge'),
    counted('例会', year, '党工委会议', 46),
    counted('文件传达', year, '学习中省市相关文件精神', 167),
    counted('文件传达', year, '传达党风廉政建设相关文件', 10, 'ge'),
    counted('工作汇报', year, '听取党风廉政建设、巡察整改工作汇报', 20, 'ge'),
    counted('检查指导', year, '党风廉政建设责任制检查组', 12),
    counted('制度建设', year, '议事协调机构', 8),
    ...['强根树魂', '红色凝心', '固本强基', '服务聚力', '铁腕铁纪', '规范引领'].map((name) =>
      counted('专项活动', year, `“${name}”工程`, 1),
    ),
    counted('对口交流', year, '企业党组织一对一交流学习', null),
  ];
}

/** Changzhi's offices: visits by early June, reports by the end of September, quarterly meetings, the monthly, quarterly and half-yearly of the “four ones”. */
export function changzhi(context: ZoneContext, random: Random): Work[] {
  const year = 2018;
  const offices = branchesAt(context, year).filter((org) => org.domain === '机关');
  const committee = [context.orgOf('长治高新区机关党委')];
  const once = (type: WorkType, topic: string, due: string, share = 1): Work[] =>
    dueWork({ type, year, topic, due }, committee, { inTime: share, late: 1 - share }, random);
  const ends = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(
    (month) => `${year}-${pad(month)}-${[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30}`,
  );
  return [
    ...lettersOf(year, '机关党建工作目标责任书', offices, 0.94, [2, 4], random),
    ...dueWork(
      { type: '走访调研', year, topic: '“一把手”到帮包村调研走访', due: '2018-06-10' },
      offices,
      { inTime: 0.75, late: 0.14 },
      random,
    ),
    ...dueWork(
      { type: '工作汇报', year, topic: '“四查四看”开展情况汇报', due: '2018-09-30' },
      offices,
      { inTime: 0.82, late: 0.1 },
      random,
    ),
    ...[2, 5, 8, 11].flatMap((at) => once('例会', '机关党建工作例会', ends[at] ?? '')),
    ...ends.flatMap((due) => once('学习活动', '月写一篇', due, 0.92)),
    ...[2, 5, 8, 11].flatMap((at) => once('学习活动', '季读一书', ends[at] ?? '')),
    ...[5, 11].flatMap((at) => once('学习活动', '半年一讲', ends[at] ?? '')),
  ];
}

/** Jiyuan: disclosure at two levels, four systems, weekly meetings; the document gives mechanisms and no numbers. */
export function jiyuan(context: ZoneContext, random: Random): Work[] {
  const rural = branchesAt(context, 2018).filter((org) => org.domain === '村' || org.domain === '社区');
  const offices = branchesAt(context, 2018).filter((org) => org.domain === '机关');
  const open = (year: number, topic: string, orgs: readonly Org[], share: number): Work[] =>
    orgs
      .filter((org) => activeOn(org, `${year}-12-31`))
      .map((org) => {
        const done = random.chance(share);
        return { type: '党务公开', year, topic, org, done, doneOn: done ? dayIn(year, [3, 11], random) : null };
      });
  const meetings = (topic: string, type: WorkType, times: (month: number) => number): Work[] =>
    Array.from({ length: 12 }, (_, at) => ({
      type,
      year: 2018,
      topic,
      done: true,
      doneOn: null,
      count: times(at + 1),
      month: at + 1,
    }));
  return [
    ...lettersOf(2018, '全面从严治党暨党建工作责任书', rural, 0.97, [1, 3], random),
    ...[2017, 2018].flatMap((year) => [
      ...open(year, '村级党务公开', rural, year === 2017 ? 0.76 : 0.91),
      ...open(year, '区级党务公开', offices, year === 2017 ? 0.9 : 1),
    ]),
    ...['矛盾调解化解', '便民服务', '党内情况通报', '党内重大决策征求意见'].map((name) =>
      counted('制度建设', 2018, `${name}制度`, 1),
    ),
    counted('专项活动', 2018, '“党建工作年”活动', 1),
    ...meetings('周一例会', '例会', (month) => (month % 3 === 0 ? 5 : 4)),
    ...meetings('党工委中心组学习', '学习活动', () => 1),
  ];
}

/** The heating group: letters at every tier, one contact a branch. */
export function jilin(context: ZoneContext, random: Random): Work[] {
  const year = 2018;
  const active = context.truth.orgs.filter((org) => activeOn(org, '2018-12-31') && org.type !== '党小组');
  const below = active.filter((org) => org.type !== '党委' || org.parents.length > 0);
  const signed = (org: Org): number => (org.type === '党委' ? 1 : org.type === '总支' ? 1 : 0.89);
  return [
    ...below.flatMap((org) => lettersOf(year, '党风廉政建设责任书', [org], signed(org), [1, 3], random)),
    ...below.filter(isBranch).map((org): Work => {
      const done = random.chance(0.91);
      return { type: '定点联系', year, org, done, doneOn: done ? dayIn(year, [1, 4], random) : null };
    }),
  ];
}
