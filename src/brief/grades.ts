import { type Cube, cellsOf, isLater, rollUp } from '../cube';
import { type Locale, type Period, type RuleVersion, lastDay, splitCategory } from '../domain';
import { valueText } from './words';

/** A grade of a scheme: its place (1 the best) and the word the scheme has for it. */
export interface Grade {
  readonly rank: number;
  readonly label: string;
  /** The grades below are in it too: a file for others does not tell them apart. */
  readonly andBelow?: true;
}

const inForceOn =
  (day: string) =>
  ({ validFrom, validTo }: RuleVersion): boolean =>
    (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

/** The grades of a scheme under the rules in force when a period ended, the best first; none for a scheme nobody declared. */
export function gradesOf(cube: Cube, scheme: string, period: Period): Grade[] {
  const under = `grade/${scheme}/rank/`;
  const found = new Map<number, string>();
  for (const rule of cube.rules.filter(inForceOn(lastDay(period)))) {
    if (!rule.ruleId.startsWith(under)) continue;
    const rank = Number(rule.value);
    // The first word of a rank is the scheme's own; later ones are other spellings.
    if (!found.has(rank)) found.set(rank, rule.ruleId.slice(under.length));
  }
  return [...found].map(([rank, label]) => ({ rank, label })).sort((a, b) => a.rank - b.rank);
}

/** The grades a metric tells apart in a partition of it: all of the scheme, or the lowest joined where a file for others does not tell them. */
export function gradesTold(cube: Cube, metric: string, partition: string, period: Period): Grade[] {
  const [scheme = ''] = splitCategory(partition);
  const grades = gradesOf(cube, scheme, period);
  const rank = cube.disclosure?.joined.find((one) => one.metric === metric && one.partition === partition)?.rank;
  if (rank === undefined) return grades;
  return grades.flatMap((grade) =>
    grade.rank > rank ? [] : [grade.rank === rank ? { ...grade, andBelow: true } : grade],
  );
}

/** The name of a grade scheme: what its rules call it, else the text the rows gave. */
export function gradeSchemeText(cube: Cube, scheme: string, locale: Locale): string {
  const rule = `grade/${scheme}/${locale === 'zh' ? 'label' : 'label-en'}`;
  return cube.rules.findLast(({ ruleId }) => ruleId === rule)?.value ?? scheme;
}

/** A grade in words; the third of three grades is not the third of four. */
export function gradeText({ rank, label, andBelow }: Grade, locale: Locale): string {
  const rest = andBelow ? (locale === 'zh' ? '及以下' : ' or below') : '';
  if (label === '') return (locale === 'zh' ? `第 ${rank} 等` : `Grade ${rank}`) + rest;
  return valueText(label, locale) + rest;
}

/** A zone graded by another standard, or another scheme, than the time before. */
export interface StandardChange {
  readonly zone: string;
  /** The first of the periods asked that is under the new one. */
  readonly period: Period;
  /** The zone's first cycle under the new one, which need not be one of the periods asked. */
  readonly since: Period;
  readonly what: 'standard' | 'scheme';
}

/** The first cycle in which a zone was graded under one of the categories. */
function firstCycle(cube: Cube, zone: string, categories: readonly string[], otherwise: Period): Period {
  const cycles = cellsOf(cube, 'graded_rate')
    .filter((cell) => cell.zone === zone && categories.includes(cell.category) && (cell.denominator ?? 0) > 0)
    .map(({ period }) => period);
  return (
    cycles.reduce<Period | null>((first, at) => (first === null || isLater(first, at) ? at : first), null) ?? otherwise
  );
}

/** Where the zones of a selection change the standard of a scheme, take it up or leave it, in the periods given. */
export function standardChanges(
  cube: Cube,
  scheme: string,
  periods: readonly Period[],
  zones: readonly string[] = [],
): StandardChange[] {
  const last = new Map<string, readonly string[]>();
  return periods.flatMap((period) => {
    const groups = rollUp(cube, { metric: 'graded_rate', by: ['zone', 'category'], periods: [period], zones });
    const now = new Map<string, string[]>();
    for (const { zone = '', category = '', denominator } of groups)
      if (denominator) now.set(zone, [...(now.get(zone) ?? []), category]);
    return [...now].flatMap(([zone, current]): StandardChange[] => {
      const before = last.get(zone);
      last.set(zone, current);
      const under = (categories: readonly string[]): string =>
        categories.filter((category) => splitCategory(category)[0] === scheme).join('\n');
      if (!before || under(before) === under(current)) return [];
      const fresh = current.filter((category) => !before.includes(category));
      const since = firstCycle(cube, zone, fresh, period);
      return [{ zone, period, since, what: under(before) !== '' && under(current) !== '' ? 'standard' : 'scheme' }];
    });
  });
}
