import type { Base } from '../../domain';

/** Base queries over gradings. */
export const GRADING_BASES: readonly Base[] = [];
