import type { RuleVersion } from '../../domain';

interface Validity {
  readonly from?: string;
  readonly to?: string;
}

/** The rows of one document: every path under `prefix` with its value, in force in the days given (open where not given). */
export function rows(
  prefix: string,
  docRef: string,
  values: Readonly<Record<string, string | number>>,
  { from, to }: Validity = {},
): RuleVersion[] {
  return Object.entries(values).map(([path, value]) => ({
    ruleId: `${prefix}/${path}`,
    value: String(value),
    validFrom: from ?? null,
    validTo: to ?? null,
    docRef,
  }));
}
