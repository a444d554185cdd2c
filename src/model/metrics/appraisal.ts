import type { MetricSpec } from '../../domain';

/** Appraisals (domain.md §7), in the order they are shown. */
export const APPRAISAL_METRICS: readonly MetricSpec[] = [];
