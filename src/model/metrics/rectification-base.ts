import type { Base } from '../../domain';

/** Base queries over rectification items. */
export const RECTIFICATION_BASES: readonly Base[] = [];
