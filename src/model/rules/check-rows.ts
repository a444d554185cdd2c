import { type RuleFault, type RuleVersion, grainOf, isPeriod } from '../../domain';
import { ruleFault } from './fault';
import { type RuleValue, ruleKind } from './kinds';

const isDay = (text: string): boolean => isPeriod(text) && grainOf(text) === 'day';

/** The number a text is; null when it is none. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(trimmed) ? Number(trimmed) : null;
}

function valueFault(item: RuleVersion, value: RuleValue): RuleFault | null {
  const text = item.value;
  if (value.type === 'text')
    return text.trim() === '' ? ruleFault(item, 'value', 'empty', { zh: '不能为空', en: 'Must not be empty' }) : null;
  if (value.type === 'choice') {
    if (value.options.some((option) => option.value === text.trim())) return null;
    const allowed = value.options.map((option) => option.value).join(' / ');
    return ruleFault(item, 'value', 'not-a-choice', {
      zh: `“${text}”不在可选值 ${allowed} 之内`,
      en: `“${text}” is not one of ${allowed}`,
    });
  }
  const number = numberIn(text);
  if (number === null)
    return ruleFault(item, 'value', 'not-a-number', { zh: `“${text}”不是数`, en: `“${text}” is not a number` });
  if (value.whole && !Number.isInteger(number))
    return ruleFault(item, 'value', 'not-whole', { zh: `${text} 不是整数`, en: `${text} is not a whole number` });
  const { min, max, share } = value;
  if (number >= min && number <= max) return null;
  const [low, high, given] = share
    ? [`${min * 100}%`, `${max * 100}%`, `${Number((number * 100).toPrecision(12))}%`]
    : [min, max, text];
  return ruleFault(item, 'value', 'out-of-range', {
    zh: `${given} 超出 ${low} 至 ${high} 的范围`,
    en: `${given} is outside ${low} to ${high}`,
  });
}

function dateFaults(item: RuleVersion): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const field of ['validFrom', 'validTo'] as const) {
    const text = item[field];
    if (text !== null && !isDay(text))
      faults.push(ruleFault(item, field, 'not-a-day', { zh: `“${text}”不是日期`, en: `“${text}” is not a date` }));
  }
  if (faults.length === 0 && item.validFrom !== null && item.validTo !== null && item.validTo < item.validFrom)
    faults.push(
      ruleFault(item, 'validTo', 'ends-before-start', {
        zh: `失效日期 ${item.validTo} 早于生效日期 ${item.validFrom}`,
        en: `It ends on ${item.validTo}, before it begins on ${item.validFrom}`,
      }),
    );
  return faults;
}

/** What is wrong with single versions: an unknown rule, a value that is none or out of range, dates that are none or reversed. */
export function rowFaults(rows: readonly RuleVersion[]): RuleFault[] {
  return rows.flatMap((item) => {
    const kind = ruleKind(item.ruleId);
    if (!kind)
      return [
        ruleFault(item, 'ruleId', 'unknown-rule', {
          zh: `没有“${item.ruleId}”这条规则`,
          en: `There is no rule “${item.ruleId}”`,
        }),
      ];
    const fault = valueFault(item, kind.value);
    return [...(fault ? [fault] : []), ...dateFaults(item)];
  });
}

/** Versions of one rule that are in force on the same day. */
export function crossingFaults(rows: readonly RuleVersion[]): RuleFault[] {
  const byRule = new Map<string, RuleVersion[]>();
  for (const row of rows) byRule.set(row.ruleId, [...(byRule.get(row.ruleId) ?? []), row]);
  return [...byRule.values()].flatMap((versions) => {
    const sorted = [...versions].sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
    return sorted.flatMap((item, at): RuleFault[] => {
      const before = sorted[at - 1];
      if (!before || (before.validTo !== null && item.validFrom !== null && before.validTo < item.validFrom)) return [];
      const [until, since] = [before.validTo ?? '…', item.validFrom ?? '…'];
      return [
        ruleFault(item, 'validFrom', 'versions-cross', {
          zh: `与前一版重叠：前一版到 ${before.validTo ?? '不限'}，这一版从 ${item.validFrom ?? '不限'} 起`,
          en: `It crosses the version before: that one holds until ${until}, this one from ${since}`,
        }),
      ];
    });
  });
}
