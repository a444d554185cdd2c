import { type Cube, type Reason, zoneName } from '../cube';
import { type Locale, type MetricSpec, splitCategory } from '../domain';
import { METRICS } from '../model';
import { gradeSchemeText } from './grades';
import { GRAIN_WORDS } from './metric-words';
import { joinNames, someNames, valueText } from './words';

/** A metric, or several, of which not all is told: where, and what was done. */
export interface Untold {
  readonly metric: string;
  readonly where: string;
  readonly how: string;
}

/** Places named before the rest is only counted. */
const NAMED = 4;

/** Why something is not told, in words. */
export function whyUntold(why: Reason, least: number, locale: Locale): string {
  const zh = locale === 'zh';
  switch (why) {
    case 'few':
      return zh ? `不列：基数不足 ${least}` : `Left out: a base below ${least}`;
    case 'single':
      return zh ? '不列：逐个组织的数值' : 'Left out: values of single organisations';
    case 'against':
      return zh
        ? `不列：不足 ${least} 个的负面结果，或由此可以推出的数`
        : `Left out: held against fewer than ${least}, or gives that away`;
  }
}

/** The places of one metric by what was done there. */
function doneWith(id: string, cube: Cube, locale: Locale): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const { disclosure } = cube;
  if (!disclosure) return found;
  const { least, level } = disclosure;
  const zh = locale === 'zh';
  const tell = (how: string, where: readonly string[]): void => {
    found.set(how, [...(found.get(how) ?? []), where.filter((part) => part !== '').join(' · ')]);
  };
  const isOwn = ({ metric }: { readonly metric: string }): boolean => metric === id;
  const zone = (of: string | null): string => {
    if (of === null) return zh ? '全部园区' : 'All zones';
    return of === '' ? valueText('', locale) : zoneName(cube, of);
  };
  const scheme = (of: string | undefined): string => (of ? gradeSchemeText(cube, of, locale) : '');
  for (const held of disclosure.withheld.filter(isOwn))
    tell(whyUntold(held.why, least, locale), [zone(held.zone), scheme(splitCategory(held.partition ?? '')[0])]);
  for (const { grain, zone: of } of disclosure.longer.filter(isOwn)) {
    const length = GRAIN_WORDS[grain][locale];
    tell(zh ? `基数不足 ${least}，改按${length}列` : `A base below ${least}: told by ${length}`, [zone(of)]);
  }
  for (const { partition } of disclosure.joined.filter(isOwn)) {
    const [first, ...parts] = splitCategory(partition);
    tell(zh ? '最低等次与上一等次合并' : 'The lowest grades are joined', [
      scheme(first),
      ...parts.filter((part) => part !== '').map((part) => valueText(part, locale)),
    ]);
  }
  for (const by of ['committee', 'domain'] as const) {
    const told = level === 'public' ? 'domain' : 'committee';
    const merged = disclosure.merged.filter((one) => isOwn(one) && (one.by ?? told) === by);
    const count = merged.reduce((sum, { units }) => sum + units.length, 0);
    const [noun, nouns] = by === 'domain' ? ['领域', 'fields'] : ['党委', 'committees'];
    const how = zh ? `${count} 个${noun}合并列出` : `${count} ${nouns} are joined`;
    for (const { zone: of, units } of merged)
      tell(how, [zh ? `${zone(of)}（${units.length}）` : `${zone(of)} (${units.length})`]);
  }
  return found;
}

/** What a file for others does not tell of some metrics, and why; metrics treated alike stand together. Nothing for a file that tells all. */
export function untoldIn(cube: Cube, locale: Locale, metrics: readonly MetricSpec[] = METRICS): Untold[] {
  const alike = new Map<string, Untold & { readonly metrics: string[] }>();
  for (const { id, label } of metrics)
    for (const [how, places] of doneWith(id, cube, locale)) {
      const where = someNames(places, NAMED, locale);
      const key = `${where}\n${how}`;
      const known = alike.get(key);
      if (known) known.metrics.push(label[locale]);
      else alike.set(key, { metric: '', where, how, metrics: [label[locale]] });
    }
  return [...alike.values()].map(({ metrics, where, how }) => ({ metric: joinNames(metrics, locale), where, how }));
}

/** Why a file for others can be trusted not to tell what it leaves out. */
export const WHY_UNTOLD = {
  zh: '每个数都是若干原数之和，一个原数最多进一个和，所以把列出的数相加相减，也得不出没有列出的数。',
  en: 'Every figure is a sum of original ones, each of which is in one sum at most: nobody learns what is left out by adding and subtracting what is told.',
} as const;
