import { gradeSchemeText, joinNames, valueText } from '../brief';
import type { Disclosure } from '../cube';
import { splitCategory } from '../domain';
import { METRICS, metricById } from '../model';
import type { Workbench } from '../state';

/** A metric of which not all is told: where, and what was done. */
export interface Untold {
  readonly metric: string;
  readonly where: string;
  readonly how: string;
}

/** Places named before the rest is only counted. */
const NAMED = 4;

/** What a file for others does not tell and why, metric by metric in the order of the dictionary. */
function byMetric({ cube, language, nameOf }: Pick<Workbench, 'cube' | 'language' | 'nameOf'>): Untold[] {
  const { disclosure } = cube;
  if (!disclosure) return [];
  const { t, locale } = language;
  const { least } = disclosure;
  const placed = (names: readonly string[]): string => {
    if (names.length <= NAMED) return joinNames(names, locale);
    const first = names.slice(0, NAMED).join(locale === 'zh' ? '、' : ', ');
    return locale === 'zh' ? `${first}等 ${names.length} 个` : `${first} and ${names.length - NAMED} more`;
  };
  const zone = (id: string): string => nameOf({ zone: id });
  const unit = disclosure.level === 'public' ? 'domain' : 'committee';
  return METRICS.flatMap(({ id }): Untold[] => {
    const of = <One extends { readonly metric: string }>(list: readonly One[]): One[] =>
      list.filter(({ metric }) => metric === id);
    const metric = language.of(metricById(id).label);
    const rows: Untold[] = [];
    const byWhy = new Map<string, string[]>();
    for (const held of of(disclosure.withheld)) {
      const [scheme] = splitCategory(held.partition ?? '');
      const part = scheme ? gradeSchemeText(cube, scheme, locale) : '';
      const where = [held.zone === null ? t('share.all') : zone(held.zone), part]
        .filter((word) => word !== '')
        .join(' · ');
      byWhy.set(held.why, [...(byWhy.get(held.why) ?? []), where]);
    }
    for (const [why, where] of byWhy)
      rows.push({
        metric,
        where: placed(where),
        how: t(`share.why.${why as Disclosure['withheld'][number]['why']}`, { least }),
      });
    const byGrain = groupedBy(of(disclosure.longer));
    for (const [grain, zones] of byGrain)
      rows.push({
        metric,
        where: placed(zones.map(zone)),
        how: t('share.longer', { least, grain: t(`share.grain.${grain}`) }),
      });
    const partitions = of(disclosure.joined).map(({ partition }) =>
      splitCategory(partition)
        .filter((part) => part !== '')
        .map((part, at) => (at === 0 ? gradeSchemeText(cube, part, locale) : valueText(part, locale)))
        .join(' · '),
    );
    if (partitions.length > 0) rows.push({ metric, where: placed(partitions), how: t('share.joined') });
    const merged = of(disclosure.merged);
    const count = merged.reduce((sum, { units }) => sum + units.length, 0);
    if (count > 0) {
      const where = merged.map((one) => t('share.mergedSome', { zone: zone(one.zone), count: one.units.length }));
      rows.push({ metric, where: placed(where), how: t(`share.merged.${unit}`, { count }) });
    }
    return rows;
  });
}

type Longer = Disclosure['longer'][number];

function groupedBy(longer: readonly Longer[]): Map<Longer['grain'], string[]> {
  const found = new Map<Longer['grain'], string[]>();
  for (const { grain, zone } of longer) found.set(grain, [...(found.get(grain) ?? []), zone]);
  return found;
}

/** What a file for others does not tell and why; metrics treated alike stand together. Nothing for a file that tells all. */
export function untoldIn(workbench: Pick<Workbench, 'cube' | 'language' | 'nameOf'>): Untold[] {
  const { locale } = workbench.language;
  const alike = new Map<string, Untold & { readonly metrics: string[] }>();
  for (const one of byMetric(workbench)) {
    const key = `${one.where}\n${one.how}`;
    const known = alike.get(key);
    if (known) known.metrics.push(one.metric);
    else alike.set(key, { ...one, metrics: [one.metric] });
  }
  return [...alike.values()].map(({ metrics, where, how }) => ({ metric: joinNames(metrics, locale), where, how }));
}
