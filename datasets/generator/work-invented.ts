import type { Random } from './random';
import type { Domain } from './truth';
import { branchesAt, committeesAt, dayIn, dueWork, inspectionsOf, lettersOf, visitsOf, type Work } from './work-rows';
import type { ZoneContext } from './zone-context';

/** How much of what is due a zone does. */
export interface Shape {
  /** Share of letters signed: Party-building targets, clean government. */
  readonly letters: readonly [number, number];
  readonly inspected: Partial<Record<Domain, number>> | null;
  readonly visits?: number;
  readonly reports?: { readonly inTime: number; readonly late: number };
  readonly disclosure?: number;
  /** General branches and office branches sign, too. */
  readonly deep?: boolean;
}

/** What the other zones did; invented. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  XZJK: {
    letters: [0.96, 1],
    inspected: { 机关: 0.8, 村: 0.62, 社区: 0.55, 非公: 0.4, 国企: 0.6, 学校: 0.7 },
    visits: 64,
    reports: { inTime: 0.9, late: 0.08 },
  },
  YLGX: {
    letters: [0.93, 0.96],
    inspected: { 机关: 0.9, 村: 0.7, 社区: 0.6, 非公: 0.33, 国企: 0.5 },
    visits: 48,
    deep: true,
  },
  QLJK: {
    letters: [0.88, 0.84],
    inspected: { 机关: 0.7, 村: 0.5, 社区: 0.5, 非公: 0.3 },
    disclosure: 0.85,
    deep: true,
  },
  WSGX: {
    letters: [0.58, 0.55],
    inspected: { 机关: 0.5, 村: 0.25, 社区: 0.25, 非公: 0.12 },
    reports: { inTime: 0.55, late: 0.2 },
    deep: true,
  },
  XCJK: {
    letters: [1, 1],
    inspected: { 机关: 1, 村: 0.75, 社区: 0.7, 非公: 0.52, 国企: 0.8 },
    visits: 30,
    disclosure: 0.95,
    deep: true,
  },
  LMGX: { letters: [0.92, 0.9], inspected: { 机关: 0.8, 村: 0.6, 社区: 0.6, 非公: 0.45 }, deep: true },
  CYJK: { letters: [0.8, 0.76], inspected: { 机关: 0.6, 村: 0.4, 非公: 0.3 }, disclosure: 0.7, deep: true },
  STGX: {
    letters: [0.9, 0.94],
    inspected: { 机关: 0.9, 村: 0.55, 社区: 0.5, 非公: 0.4 },
    reports: { inTime: 0.8, late: 0.14 },
    deep: true,
  },
};

/** Bodies inspected that no register knows. */
const STRANGERS = ['双创中心临时党支部', '在建项目临时党支部', '商圈功能型党支部'];

/** Two years of a zone by its shape. */
export function invented(context: ZoneContext, shape: Shape, random: Random): Work[] {
  const { id, prefix } = context.plan;
  return [2017, 2018].flatMap((year): Work[] => {
    const committees = committeesAt(context, year);
    const branches = branchesAt(context, year);
    const deeper = shape.deep ? branches.filter((org) => org.domain === '机关' || org.domain === '村') : [];
    const { inspected, reports, disclosure } = shape;
    // The share rises a little from year to year, except in the zone that falls behind.
    const lift = id === 'WSGX' ? (year === 2017 ? 0.14 : 0) : year === 2017 ? -0.06 : 0;
    const raised = Object.fromEntries(
      Object.entries(inspected ?? {}).map(([domain, share]) => [domain, Math.min(1, share + lift)]),
    );
    return [
      ...lettersOf(
        year,
        '党建工作目标责任书',
        [...committees, ...deeper],
        Math.min(1, shape.letters[0] + lift),
        [1, 3],
        random,
      ),
      ...lettersOf(year, '党风廉政建设责任书', committees, Math.min(1, shape.letters[1] + lift), [2, 4], random),
      ...(inspected === null ? [] : inspectionsOf(year, branches, raised, random)),
      ...(id === 'QLJK' || id === 'LMGX'
        ? STRANGERS.map((name): Work => ({
            type: '检查指导',
            year,
            stranger: prefix + name,
            strangerDomain: '非公',
            done: true,
            doneOn: dayIn(year, [5, 10], random),
          }))
        : []),
      ...(shape.visits === undefined ? [] : visitsOf(year, branches, shape.visits + (year === 2018 ? 6 : 0), random)),
      ...(reports
        ? ['06-30', '12-31'].flatMap((end) =>
            dueWork(
              { type: '工作汇报', year, topic: '党建工作情况汇报', due: `${year}-${end}` },
              committees,
              reports,
              random,
            ),
          )
        : []),
      ...(disclosure === undefined
        ? []
        : branches
            .filter((org) => org.domain === '村' || org.domain === '社区')
            .map((org): Work => {
              const done = random.chance(disclosure);
              return {
                type: '党务公开',
                year,
                topic: '村级党务公开',
                org,
                done,
                doneOn: done ? dayIn(year, [3, 11], random) : null,
              };
            })),
    ];
  });
}
