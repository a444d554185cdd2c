import type { Label, MetricSpec } from '../domain';

/** What a reader asks, in the order of the navigation: the pages stand under it. */
export const QUESTIONS = {
  whole: { zh: '总体怎样', en: 'How do we stand' },
  covered: { zh: '覆盖怎样', en: 'Who is reached' },
  rated: { zh: '评定怎样', en: 'How are they rated' },
  done: { zh: '落实怎样', en: 'What gets done' },
  data: { zh: '数据齐不齐', en: 'Is the data complete' },
  out: { zh: '怎样交出去', en: 'How to hand it over' },
  basis: { zh: '怎样计算', en: 'How it is counted' },
} as const satisfies Record<string, Label>;

/** One of {@link QUESTIONS}. */
export type PageQuestion = keyof typeof QUESTIONS;

/** A page: all that anything but the page itself has to know of it. */
type PageRecord = {
  readonly label: Label;
  readonly question: PageQuestion;
  /** Families of metrics shown on it: Compare and the dictionary lead here. */
  readonly families?: readonly string[];
  /** The rates that stand for it where all families stand together: on the overview. Absent where schemes are never added up. */
  readonly keyRates?: readonly string[];
} & (
  | {
      readonly needs: 'figures';
      /** The metrics that decide which periods, committees and domains it can be asked for: the first that has cells. */
      readonly leads: readonly [string, ...string[]];
    }
  | {
      /** The files behind the figures, which a report has not; or nothing at all. */
      readonly needs: 'files' | 'nothing';
      /** It is about files and speaks of figures too. */
      readonly figures?: true;
    }
);

/** The pages by the name in their address, in the order of the navigation. `src/app/loaders.ts` says where each is. */
export const PAGES = {
  overview: {
    label: { zh: '总览', en: 'Overview' },
    question: 'whole',
    leads: ['org_coverage_rate', 'star_rated_rate', 'party_org_count'],
    needs: 'figures',
  },
  zone: {
    label: { zh: '一个园区', en: 'One zone' },
    question: 'whole',
    leads: ['org_coverage_rate', 'star_rated_rate', 'party_org_count'],
    needs: 'figures',
  },
  compare: {
    label: { zh: '对比', en: 'Compare' },
    question: 'whole',
    leads: ['org_coverage_rate'],
    needs: 'figures',
  },
  coverage: {
    label: { zh: '覆盖', en: 'Coverage' },
    question: 'covered',
    leads: ['org_coverage_rate', 'party_org_count'],
    families: ['coverage'],
    keyRates: ['org_coverage_rate'],
    needs: 'figures',
  },
  organisations: {
    label: { zh: '组织建设', en: 'Organisations' },
    question: 'covered',
    leads: ['member_count', 'party_org_count'],
    families: ['organisation', 'hierarchy', 'members'],
    keyRates: ['term_on_time_rate', 'dues_on_time_rate'],
    needs: 'figures',
  },
  stars: {
    label: { zh: '星级', en: 'Stars' },
    question: 'rated',
    leads: ['star_rated_rate', 'star_dim_rate'],
    families: ['stars'],
    keyRates: ['star_rated_rate'],
    needs: 'figures',
  },
  grading: {
    label: { zh: '分类定级', en: 'Grading' },
    question: 'rated',
    leads: ['advanced_share', 'grade_dist'],
    families: ['grading'],
    needs: 'figures',
  },
  appraisal: {
    label: { zh: '党建考核', en: 'Appraisal' },
    question: 'rated',
    leads: ['appraisal_score', 'zone_score'],
    families: ['appraisal'],
    needs: 'figures',
  },
  life: {
    label: { zh: '组织生活', en: 'Organisation life' },
    question: 'done',
    leads: ['all_meetings_compliance_rate', 'meeting_compliance_rate'],
    families: ['life', 'rhythm'],
    keyRates: ['all_meetings_compliance_rate'],
    needs: 'figures',
  },
  rectification: {
    label: { zh: '整改', en: 'Rectification' },
    question: 'done',
    leads: ['rect_on_time_rate', 'rect_completion_rate'],
    families: ['rectification'],
    keyRates: ['rect_on_time_rate'],
    needs: 'figures',
  },
  responsibility: {
    label: { zh: '责任与检查', en: 'Responsibility' },
    question: 'done',
    leads: ['letter_sign_rate', 'inspection_coverage_rate'],
    families: ['responsibility', 'sites'],
    keyRates: ['letter_sign_rate', 'inspection_coverage_rate'],
    needs: 'figures',
  },
  import: {
    label: { zh: '导入', en: 'Import' },
    question: 'data',
    needs: 'files',
  },
  reporting: {
    label: { zh: '报送情况', en: 'Reporting' },
    question: 'data',
    needs: 'files',
  },
  quality: {
    label: { zh: '数据质量', en: 'Data quality' },
    question: 'data',
    families: ['quality'],
    needs: 'files',
    figures: true,
  },
  published: {
    label: { zh: '公布数', en: 'Published figures' },
    question: 'data',
    leads: ['org_coverage_rate', 'party_org_count'],
    needs: 'figures',
  },
  share: {
    label: { zh: '分享', en: 'Share' },
    question: 'out',
    needs: 'files',
    figures: true,
  },
  brief: {
    label: { zh: '通报', en: 'Brief' },
    question: 'out',
    needs: 'files',
    figures: true,
  },
  metrics: {
    label: { zh: '指标词典', en: 'Metric dictionary' },
    question: 'basis',
    needs: 'nothing',
  },
  rules: {
    label: { zh: '规则与目标', en: 'Rules and targets' },
    question: 'basis',
    needs: 'nothing',
  },
  egress: {
    label: { zh: '外传自检', en: 'Nothing gets out' },
    question: 'basis',
    needs: 'files',
  },
} as const satisfies Record<string, PageRecord>;

/** The name of a page. */
export type Page = keyof typeof PAGES;

/** Pages about the files behind the figures: a report has none. */
export type FilesPage = { [Name in Page]: (typeof PAGES)[Name]['needs'] extends 'files' ? Name : never }[Page];

/** The names of the pages, in order. */
export const PAGE_NAMES = Object.keys(PAGES) as Page[];

/** What is known of a page. */
export const pageRecord = (page: Page): PageRecord => PAGES[page];

/** Whether a page speaks of figures: all of a report, and some about files. */
export function speaksOfFigures(page: Page): boolean {
  const record = pageRecord(page);
  return record.needs !== 'files' || record.figures === true;
}

/** The pages under a question, in order. */
export const pagesUnder = (question: PageQuestion): Page[] =>
  PAGE_NAMES.filter((page) => PAGES[page].question === question);

/** Whether a text names a page. */
export const isPage = (text: string): text is Page => Object.hasOwn(PAGES, text);

/** The page a metric is shown on. Throws RangeError for a family without a page. */
export function pageOfMetric(metric: Pick<MetricSpec, 'family'>): Page {
  const page = PAGE_NAMES.find((name) => pageRecord(name).families?.includes(metric.family) === true);
  if (!page) throw new RangeError(`no page for family: ${metric.family}`);
  return page;
}

/** The metrics that decide what a page can be asked for; pages without figures are asked for what the overview is. */
export function leadsOf(page: Page): readonly string[] {
  const record = pageRecord(page);
  return record.needs === 'figures' ? record.leads : PAGES.overview.leads;
}

/** The rates that stand for the families, in the order of the pages. */
export const KEY_RATES: readonly string[] = PAGE_NAMES.flatMap((page) => pageRecord(page).keyRates ?? []);
