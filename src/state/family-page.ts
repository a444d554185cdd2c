import type { MetricSpec } from '../domain';
import type { Page } from './hash';

const PAGE_OF_FAMILY: Readonly<Record<string, Page>> = {
  coverage: 'coverage',
  organisation: 'organisations',
  hierarchy: 'organisations',
  members: 'organisations',
  stars: 'stars',
  grading: 'grading',
  appraisal: 'appraisal',
  life: 'life',
  rhythm: 'life',
  rectification: 'rectification',
  responsibility: 'responsibility',
  sites: 'responsibility',
  quality: 'quality',
};

/** The page a metric is shown on. Throws RangeError for a family without a page. */
export function pageOfMetric(metric: Pick<MetricSpec, 'family'>): Page {
  const page = PAGE_OF_FAMILY[metric.family];
  if (!page) throw new RangeError(`no page for family: ${metric.family}`);
  return page;
}
