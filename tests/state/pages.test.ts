import { describe, expect, it } from 'vitest';
import { METRICS, metricById } from '../../src/model';
import {
  PAGE_NAMES,
  QUESTIONS,
  type PageQuestion,
  leadsOf,
  pageOfMetric,
  pagesUnder,
  pageRecord,
} from '../../src/state/pages';

describe('the pages', () => {
  it('show every metric on one page', () => {
    for (const metric of METRICS) {
      const homes = PAGE_NAMES.filter((page) => pageRecord(page).families?.includes(metric.family));
      expect(homes, metric.id).toEqual([pageOfMetric(metric)]);
    }
  });

  it('know no family of metrics that there is not', () => {
    const known = new Set(METRICS.map(({ family }) => family));
    expect(
      PAGE_NAMES.flatMap((page) => pageRecord(page).families ?? []).filter((family) => !known.has(family)),
    ).toEqual([]);
  });

  it('are asked for what metrics answer', () => {
    for (const page of PAGE_NAMES) for (const lead of leadsOf(page)) expect(metricById(lead).id).toBe(lead);
  });

  it('stand under their questions in the order of their records', () => {
    expect((Object.keys(QUESTIONS) as PageQuestion[]).flatMap(pagesUnder)).toEqual(PAGE_NAMES);
  });
});
