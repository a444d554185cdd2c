import type { Cube } from '../cube';
import { type Label, type Locale, type MetricSpec, type Period, firstDay, groupedBy, lastDay } from '../domain';
import { ruleValue } from '../model';
import { rulesRead } from './basis';
import { fieldTitle, ruleTitle, ruleValueText } from './rule-words';
import { inProse, joinNames } from './words';

/** A rule that asks for something else in one of two periods than in the other. */
export interface RuleChange {
  readonly ruleId: string;
  readonly title: Label;
  /** What it asks in the earlier period and in the later one; null where no version of it holds. */
  readonly from: string | null;
  readonly to: string | null;
  /** The day the later version holds from, where it has one. */
  readonly since: string | null;
}

/** Names of schemes are no demand. */
const isDemand = (ruleId: string): boolean => !/\/label(?:-en)?$/u.test(ruleId);

/** The rules of a metric that ask for something else in one of two periods than in the other, in the order of the rules. */
export function rulesChanged(
  { rules }: Pick<Cube, 'rules'>,
  metric: MetricSpec,
  period: Period,
  against: Period,
  categories: readonly string[] = [],
): RuleChange[] {
  const read = rulesRead(rules, metric, categories).filter(({ ruleId }) => isDemand(ruleId));
  return [...groupedBy(read, ({ ruleId }) => ruleId)].flatMap(([ruleId, versions]): RuleChange[] => {
    const within = (at: Period): (string | null)[] => {
      const [first, last] = [firstDay(at), lastDay(at)];
      const starts = versions.flatMap(({ validFrom }) =>
        validFrom !== null && validFrom > first && validFrom <= last ? [validFrom] : [],
      );
      return [...new Set([first, ...starts.sort(), last].map((day) => ruleValue(versions, ruleId, day)))];
    };
    const [then, now] = [within(against), within(period)];
    if (then.join('\n') === now.join('\n')) return [];
    const [from = null, to = null] = [then[0], now.at(-1)];
    const since = versions.find(({ value, validFrom }) => value === to && validFrom !== null)?.validFrom ?? null;
    const title = { zh: ruleTitle(rules, ruleId, 'zh'), en: ruleTitle(rules, ruleId, 'en') };
    return [{ ruleId, title, from, to, since }];
  });
}

/** More rules than these are only counted. */
const NAMED = 2;

/** Why two periods under different rules are not compared: 党课的次数自 2017-01-01 起由 1 次变为 2 次，两期规则不同，不作前后比较. */
export function ruledText(changes: readonly RuleChange[], locale: Locale): string {
  const zh = locale === 'zh';
  const end = zh ? '两期规则不同，不作前后比较' : 'so the two periods are not compared';
  if (changes.length > NAMED)
    return zh ? `${changes.length} 条规则在两期之间有变，${end}` : `${changes.length} rules changed in between, ${end}`;
  const value = (ruleId: string, text: string | null): string =>
    text === null ? (zh ? '无规定' : 'none') : ruleValueText({ ruleId, value: text }, locale);
  const told = changes.map(({ ruleId, title, from, to, since }) => {
    const field = fieldTitle(ruleId, locale);
    const name =
      title[locale] === field
        ? field
        : zh
          ? `${title.zh}的${field}`
          : `${inProse(title.en, locale)} (${inProse(field, locale)})`;
    const [then, now] = [value(ruleId, from), value(ruleId, to)];
    return zh
      ? `${name}${since === null ? '' : `自 ${since} 起`}由 ${then}${/\p{Script=Han}$/u.test(then) ? '' : ' '}变为 ${now}`
      : `the rule for ${name} went from ${then} to ${now}${since === null ? '' : ` on ${since}`}`;
  });
  return `${joinNames(told, locale)}${zh ? '，' : ', '}${end}`;
}
