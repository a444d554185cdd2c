import type { Base } from '../../domain';

/** Base queries over member aggregates. */
export const MEMBER_BASES: readonly Base[] = [];
