import type { RuleVersion } from '../../domain';

/** Whether a version holds on a day (ISO). */
export function holdsOn({ validFrom, validTo }: RuleVersion, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** Days are ISO: their texts are in the order of time. */
const startsLater = (a: RuleVersion, b: RuleVersion): number => {
  const [start, other] = [a.validFrom ?? '', b.validFrom ?? ''];
  return start === other ? 0 : start > other ? 1 : -1;
};

/** The versions that hold on a day; without a day the newest of every rule. */
export function rulesOn(rules: readonly RuleVersion[], day: string | null): RuleVersion[] {
  if (day !== null) return rules.filter((rule) => holdsOn(rule, day));
  return [...new Map([...rules].sort(startsLater).map((rule) => [rule.ruleId, rule])).values()];
}

/** The value of a rule on a day; null when no version holds. */
export function ruleValue(rules: readonly RuleVersion[], ruleId: string, day: string | null): string | null {
  return (
    rulesOn(
      rules.filter((rule) => rule.ruleId === ruleId),
      day,
    )[0]?.value ?? null
  );
}

/** Whether a metric that names `read` (ids, or prefixes that end in `/`) reads a rule. */
export function readsRule(read: readonly string[], ruleId: string): boolean {
  return read.some((path) => path === ruleId || ruleId.startsWith(path.endsWith('/') ? path : `${path}/`));
}
