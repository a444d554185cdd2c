import type { Base } from '../../domain';

/** Base queries over appraisals. */
export const APPRAISAL_BASES: readonly Base[] = [];
