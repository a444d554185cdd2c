import type { MetricSpec } from '../../domain';

/** Hierarchy, size and terms of organisations (domain.md §7), in the order they are shown. */
export const TERM_METRICS: readonly MetricSpec[] = [];
