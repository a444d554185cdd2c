import type { Base } from '../../domain';

/** Base queries over sites and honours. */
export const SITE_BASES: readonly Base[] = [];
