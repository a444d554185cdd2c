import type { Base } from '../../domain';

/** Base queries over organisation life. */
export const LIFE_BASES: readonly Base[] = [];
