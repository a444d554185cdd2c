import type { MetricSpec } from '../../domain';
import { APPRAISAL_METRICS } from './appraisal';
import { COVERAGE_METRICS } from './coverage';
import { GRADING_METRICS } from './grading';
import { LIFE_METRICS } from './life';
import { MEMBER_METRICS } from './members';
import { ORGANISATION_METRICS } from './organisation';
import { QUALITY_METRICS } from './quality';
import { RECTIFICATION_METRICS } from './rectification';
import { RESPONSIBILITY_METRICS } from './responsibility';
import { RHYTHM_METRICS } from './rhythm';
import { SITE_METRICS } from './sites';
import { TERM_METRICS } from './terms';
import { STAR_METRICS } from './stars';
import { ZONE_SCORE_METRICS } from './zone-scores';

/** Every metric of the dictionary, in the order it is shown. */
export const METRICS: readonly MetricSpec[] = [
  ...COVERAGE_METRICS,
  ...ORGANISATION_METRICS,
  ...TERM_METRICS,
  ...MEMBER_METRICS,
  ...STAR_METRICS,
  ...GRADING_METRICS,
  ...APPRAISAL_METRICS,
  ...ZONE_SCORE_METRICS,
  ...LIFE_METRICS,
  ...RHYTHM_METRICS,
  ...RECTIFICATION_METRICS,
  ...RESPONSIBILITY_METRICS,
  ...SITE_METRICS,
  ...QUALITY_METRICS,
];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));

/** The metric with this id. Throws RangeError when there is none. */
export function metricById(id: string): MetricSpec {
  const metric = byId.get(id);
  if (!metric) throw new RangeError(`no such metric: ${id}`);
  return metric;
}

/** Whether a metric goes by scheme: schemes are never added up, so a figure over all of them has no meaning, and no target. */
export const goesByScheme = ({ categoryParts }: MetricSpec): boolean => categoryParts?.[0] === 'scheme';

const PEOPLE = new Set(['名', '人次', '人月']);
const ORGANISATIONS = new Set(['organisations', 'branches']);

/** Whether a metric counts people, one by one or by what each did. */
export const countsPersons = ({ unit }: MetricSpec): boolean => PEOPLE.has(unit.zh);

/** Whether a metric counts organisations or branches, each once. */
export const countsOrganisations = ({ unit }: MetricSpec): boolean => ORGANISATIONS.has(unit.en);

/** The metric over what is reported in counts only; null where counts say nothing of it. */
export function countedForm(metric: MetricSpec): MetricSpec | null {
  return metric.counted === undefined ? null : { ...metric, population: metric.counted };
}
