import type { MetricSpec } from '../../domain';

/** Members, dues and study hours (domain.md §7), in the order they are shown. */
export const MEMBER_METRICS: readonly MetricSpec[] = [];
