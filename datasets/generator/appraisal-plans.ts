/** Who scores an organisation in an appraisal. */
export type ScoreSource = 'self' | 'peer' | 'mass' | 'superior';

/** How one body appraises its organisations. */
export interface AppraisalPlan {
  readonly zone: string;
  /** Branches, or the committees right below the zone's own. */
  readonly subject: '支部' | '直属党委';
  /** `2018H1` the first half, `2018` the year. */
  readonly cycles: readonly string[];
  /** The standard in force in a year. */
  readonly version: (year: number) => string;
  /** Weights of the sources that score; the others are not asked. */
  readonly weights: Readonly<Partial<Record<ScoreSource, number>>>;
  /** Largest share of 优秀 the body allows; null for none. */
  readonly cap: number | null;
  /** Mean score of the whole in each year, before what each organisation is like. */
  readonly mean: readonly [number, number, number];
  /** How far organisations differ, points. */
  readonly spread: number;
  /** Years in which the six criteria are assessed. */
  readonly criteriaIn: readonly number[];
}

const FULL_YEARS = ['2016', '2017', '2018'];
const HALVES = ['2016H1', '2016', '2017H1', '2017', '2018H1', '2018'];
const TWO_YEARS = ['2017H1', '2017', '2018H1', '2018'];
const FOUR = { self: 0.2, peer: 0.1, mass: 0.3, superior: 0.4 };
const always = (text: string) => () => text;

const branches = (
  zone: string,
  mean: AppraisalPlan['mean'],
  spread: number,
  more: Partial<AppraisalPlan> = {},
): AppraisalPlan => ({
  zone,
  subject: '支部',
  cycles: FULL_YEARS,
  version: always('2016版'),
  weights: FOUR,
  cap: null,
  mean,
  spread,
  criteriaIn: [],
  ...more,
});

/** Every appraisal of the example. Weights, caps and standards are invented; the rhythm and the sources are the documents'. */
export const APPRAISAL_PLANS: readonly AppraisalPlan[] = [
  {
    zone: 'XZJK',
    subject: '直属党委',
    cycles: HALVES,
    version: always('直属党委考核细则'),
    weights: { self: 0.2, mass: 0.3, superior: 0.5 },
    cap: null,
    mean: [82, 85, 87],
    spread: 12,
    criteriaIn: [],
  },
  branches('JYGX', [80, 83, 86], 15, {
    cycles: ['2017', '2018'],
    version: always('作风研判办法'),
    weights: { self: 0.3, peer: 0.3, mass: 0.4 },
  }),
  branches('XAGX', [79, 81, 84], 17, { cycles: ['2018'], weights: { superior: 1 } }),
  branches('CZGX', [76, 77, 79], 16, { cycles: ['2018'] }),
  branches('YLGX', [80, 82, 83], 14, { cycles: ['2018'], cap: 0.3, criteriaIn: [2018] }),
  branches('QLJK', [78, 78, 77], 20, { cycles: ['2017', '2018'] }),
  branches('WSGX', [81, 78, 74], 19, { cycles: TWO_YEARS }),
  branches('XCJK', [77, 81, 85], 13, { cycles: TWO_YEARS, criteriaIn: [2017, 2018] }),
  branches('LMGX', [82, 82, 82], 12, { cycles: HALVES, criteriaIn: [2018] }),
  branches('CYJK', [70, 72, 75], 21),
  branches('BYCY', [79, 80, 82], 10),
  branches('STGX', [82, 79, 81], 15, { version: (year) => (year < 2018 ? '2016版' : '2018版'), cap: 0.3 }),
  branches('JLRL', [80, 83, 85], 12, {
    version: always('支部规范化六条'),
    weights: { self: 0.3, mass: 0.3, superior: 0.4 },
    criteriaIn: [2016, 2017, 2018],
  }),
];

/** Report and review (述职评议) of branches, once a year, in four levels. */
export const REVIEW_PLANS: readonly { readonly zone: string; readonly years: readonly number[] }[] = [
  { zone: 'XCJK', years: [2017, 2018] },
  { zone: 'LMGX', years: [2018] },
  { zone: 'CYJK', years: [2018] },
];
