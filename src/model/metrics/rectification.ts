import type { MetricSpec } from '../../domain';

/** Rectification (domain.md §7), in the order they are shown. */
export const RECTIFICATION_METRICS: readonly MetricSpec[] = [];
