import type { RuleVersion } from '../../domain';

/** The rules the product comes with; a loaded or edited version of the same rule takes their place. */
export const RULES: readonly RuleVersion[] = [];
