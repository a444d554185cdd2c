import type { Label, RuleFault, RuleVersion } from '../../domain';

/** A fault of one version, with the value of its wrong field. */
export function ruleFault(
  item: RuleVersion,
  field: RuleFault['field'],
  code: string,
  message: Label,
  others: readonly string[] = [],
): RuleFault {
  return { item, field, code, others, message, value: item[field] ?? '' };
}
