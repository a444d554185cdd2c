import type { Base } from '../../domain';

/** Base queries over work records. */
export const RESPONSIBILITY_BASES: readonly Base[] = [];
