import type { MetricSpec } from '../../domain';

/** Letters, rhythm, inspections, visits (domain.md §7), in the order they are shown. */
export const RESPONSIBILITY_METRICS: readonly MetricSpec[] = [];
