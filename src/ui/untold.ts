import { gradeSchemeText, joinNames, someNames, valueText } from '../brief';
import { splitCategory } from '../domain';
import { METRICS } from '../model';
import type { Workbench } from '../state';

/** A metric, or several, of which not all is told: where, and what was done. */
export interface Untold {
  readonly metric: string;
  readonly where: string;
  readonly how: string;
}

type Reader = Pick<Workbench, 'cube' | 'language' | 'nameOf'>;

/** Places named before the rest is only counted. */
const NAMED = 4;

/** The places of one metric by what was done there. */
function doneWith(id: string, { cube, language, nameOf }: Reader): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const { disclosure } = cube;
  if (!disclosure) return found;
  const { t, locale } = language;
  const { least, level } = disclosure;
  const tell = (how: string, where: readonly string[]): void => {
    found.set(how, [...(found.get(how) ?? []), where.filter((part) => part !== '').join(' · ')]);
  };
  const isOwn = ({ metric }: { readonly metric: string }): boolean => metric === id;
  const zone = (of: string | null): string => (of === null ? t('share.all') : nameOf({ zone: of }));
  const scheme = (of: string | undefined): string => (of ? gradeSchemeText(cube, of, locale) : '');
  for (const held of disclosure.withheld.filter(isOwn))
    tell(t(`share.why.${held.why}`, { least }), [zone(held.zone), scheme(splitCategory(held.partition ?? '')[0])]);
  for (const longer of disclosure.longer.filter(isOwn))
    tell(t('share.longer', { least, grain: t(`share.grain.${longer.grain}`) }), [zone(longer.zone)]);
  for (const { partition } of disclosure.joined.filter(isOwn)) {
    const [first, ...parts] = splitCategory(partition);
    tell(t('share.joined'), [
      scheme(first),
      ...parts.filter((part) => part !== '').map((part) => valueText(part, locale)),
    ]);
  }
  const merged = disclosure.merged.filter(isOwn);
  const count = merged.reduce((sum, { units }) => sum + units.length, 0);
  const how = t(level === 'public' ? 'share.merged.domain' : 'share.merged.committee', { count });
  for (const one of merged) tell(how, [t('share.mergedSome', { zone: zone(one.zone), count: one.units.length })]);
  return found;
}

/** What a file for others does not tell and why; metrics treated alike stand together. Nothing for a file that tells all. */
export function untoldIn(reader: Reader): Untold[] {
  const { locale, of } = reader.language;
  const alike = new Map<string, Untold & { readonly metrics: string[] }>();
  for (const { id, label } of METRICS)
    for (const [how, places] of doneWith(id, reader)) {
      const where = someNames(places, NAMED, locale);
      const key = `${where}\n${how}`;
      const known = alike.get(key);
      if (known) known.metrics.push(of(label));
      else alike.set(key, { metric: '', where, how, metrics: [of(label)] });
    }
  return [...alike.values()].map(({ metrics, where, how }) => ({ metric: joinNames(metrics, locale), where, how }));
}
