/** How often an organisation reports, and which ones do: the committees right below the root, or every branch. */
export interface MemberPlan {
  readonly zone: string;
  readonly reporters: 'committees' | 'branches';
  /** Share of members who pay late, at the first and the last quarter. */
  readonly late: readonly [number, number];
  /** Share of members and of secretaries without enough hours of study. */
  readonly short: readonly [members: number, secretaries: number];
  /** Share of probationary members confirmed late. */
  readonly lateConfirm: number;
  /** Share of members absent from the yearly review. */
  readonly absent: number;
  /** Applicants, activists and candidates to a hundred members. */
  readonly recruiting: readonly [applicants: number, activists: number, candidates: number];
}

/** What each body's totals look like. The five modelled bodies have no published figure here: all of it is invented. */
export const MEMBER_PLANS: readonly MemberPlan[] = [
  {
    zone: 'JYGX',
    reporters: 'branches',
    late: [0.03, 0.015],
    short: [0.07, 0.02],
    lateConfirm: 0.04,
    absent: 0.01,
    recruiting: [6, 3.2, 1.1],
  },
  {
    zone: 'XAGX',
    reporters: 'committees',
    late: [0.07, 0.055],
    short: [0.13, 0.06],
    lateConfirm: 0.09,
    absent: 0.03,
    recruiting: [9, 4.6, 1.5],
  },
  {
    zone: 'CZGX',
    reporters: 'committees',
    late: [0.05, 0.03],
    short: [0.11, 0.05],
    lateConfirm: 0.06,
    absent: 0.02,
    recruiting: [5, 2.8, 0.9],
  },
  {
    zone: 'XZJK',
    reporters: 'committees',
    late: [0.055, 0.032],
    short: [0.09, 0.04],
    lateConfirm: 0.05,
    absent: 0.02,
    recruiting: [7, 3.4, 1.2],
  },
  {
    zone: 'JLRL',
    reporters: 'branches',
    late: [0.02, 0.008],
    short: [0.05, 0.02],
    lateConfirm: 0.03,
    absent: 0.01,
    recruiting: [8, 4.4, 1.6],
  },
  {
    zone: 'YLGX',
    reporters: 'committees',
    late: [0.06, 0.045],
    short: [0.12, 0.06],
    lateConfirm: 0.07,
    absent: 0.025,
    recruiting: [8, 4.1, 1.3],
  },
  {
    zone: 'QLJK',
    reporters: 'committees',
    late: [0.06, 0.075],
    short: [0.17, 0.09],
    lateConfirm: 0.12,
    absent: 0.05,
    recruiting: [6, 3, 1],
  },
  {
    zone: 'WSGX',
    reporters: 'committees',
    late: [0.05, 0.115],
    short: [0.22, 0.12],
    lateConfirm: 0.16,
    absent: 0.07,
    recruiting: [4, 2, 0.6],
  },
  {
    zone: 'XCJK',
    reporters: 'committees',
    late: [0.05, 0.035],
    short: [0.1, 0.05],
    lateConfirm: 0.06,
    absent: 0.02,
    recruiting: [7, 3.6, 1.2],
  },
  {
    zone: 'STGX',
    reporters: 'committees',
    late: [0.07, 0.05],
    short: [0.14, 0.07],
    lateConfirm: 0.08,
    absent: 0.03,
    recruiting: [6, 3.2, 1],
  },
];
