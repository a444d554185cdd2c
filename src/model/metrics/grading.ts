import type { MetricSpec } from '../../domain';

/** Gradings (domain.md §7), in the order they are shown. */
export const GRADING_METRICS: readonly MetricSpec[] = [];
