import type { MetricSpec } from '../../domain';

/** Sites and honours (domain.md §7), in the order they are shown. */
export const SITE_METRICS: readonly MetricSpec[] = [];
