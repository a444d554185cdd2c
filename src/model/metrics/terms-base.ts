import type { Base } from '../../domain';

/** Base queries over organisations. */
export const TERM_BASES: readonly Base[] = [];
