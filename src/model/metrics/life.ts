import type { MetricSpec } from '../../domain';

/** Organisation life (domain.md §7), in the order they are shown. */
export const LIFE_METRICS: readonly MetricSpec[] = [];
