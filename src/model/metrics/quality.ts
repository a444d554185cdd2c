import type { MetricSpec } from '../../domain';

/** Completeness of the data (domain.md §7), in the order they are shown. */
export const QUALITY_METRICS: readonly MetricSpec[] = [];
