import type { Base } from '../../domain';

/** Base queries over required cells. */
export const QUALITY_BASES: readonly Base[] = [];
