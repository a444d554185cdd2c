import { type Cube, total } from '../cube';
import { type Locale, capitalised } from '../domain';
import { type Ask, selectionOf } from './ask';
import { factsOf } from './facts';
import { foremost, toActOn } from './matters';
import { basisOf } from './reported';
import type { NameOf } from './sentence';
import { countText, joinNames } from './words';

/** How many members with the most are named. */
const MOST = 2;

/** How many of the required units have nothing yet, and where most of them are; null when that is not known. */
function lacking(cube: Cube, ask: Omit<Ask, 'metric'>, nameOf: NameOf, locale: Locale): string | null {
  const facts = factsOf(cube, { ...ask, metric: 'should_build_built_rate' });
  const missing = toActOn(facts.whole, 'rest');
  if (missing === null) return null;
  const zh = locale === 'zh';
  if (missing === 0) return zh ? '应建的均已建' : 'every unit required to have an organisation has one';
  const counts = facts.members.map((member) => ({ member, count: toActOn(member.now, 'rest') ?? 0 }));
  const where = joinNames(
    foremost(counts, MOST).map(({ member, count }) =>
      zh ? `${nameOf(member.key)} ${countText(count)} 家` : `${nameOf(member.key)} (${countText(count)})`,
    ),
    locale,
  );
  const several = facts.members.length > 2 && where !== '';
  const text = zh
    ? `应建未建 ${countText(missing)} 家${several ? `，最多的是${where}` : ''}`
    : `${countText(missing)} ${missing === 1 ? 'is' : 'are'} required to have an organisation and ${missing === 1 ? 'has' : 'have'} none${several ? `, the most in ${where}` : ''}`;
  return beside(text, basisOf(facts, locale), zh);
}

/** A count with whose it is where not all zones report it. */
const beside = (text: string, note: string, zh: boolean): string =>
  note === '' ? text : zh ? `${text}（${note}）` : `${text} (${note})`;

/**
 * The counts under the headline, in one or two sentences, each of one population: what stands beside a figure is of the zones that figure is
 * of, and says whose it is where others do not report. '' when nothing is known.
 */
export function lede(cube: Cube, ask: Omit<Ask, 'metric'>, nameOf: NameOf, locale: Locale): string {
  const zh = locale === 'zh';
  const coverage = factsOf(cube, { ...ask, metric: 'org_coverage_rate' });
  const units: string[] = [];
  if (coverage.whole?.denominator) {
    const { numerator, denominator } = coverage.whole;
    const text = zh
      ? `实体运营单位 ${countText(denominator)} 家，已覆盖 ${countText(numerator)} 家`
      : `of ${countText(denominator)} operating units ${countText(numerator)} are covered`;
    units.push(beside(text, basisOf(coverage, locale), zh));
  }
  const gap = lacking(cube, ask, nameOf, locale);
  if (gap !== null) units.push(gap);
  const sentences = [units.join(zh ? '；' : '; '), organisations(cube, ask, locale)];
  return sentences
    .filter((text) => text !== '')
    .map((text) => (zh ? `${text}。` : `${capitalised(text)}. `))
    .join('')
    .trim();
}

/** How many more were founded than dissolved, or fewer. */
function netText(net: number): string {
  if (net === 0) return 'as many founded as dissolved';
  return `${countText(Math.abs(net))} more ${net > 0 ? 'founded than dissolved' : 'dissolved than founded'}`;
}

/** Organisations, and how many more they are than before: of the zones whose organisations are counted, in the period they are counted in. */
function organisations(cube: Cube, ask: Omit<Ask, 'metric'>, locale: Locale): string {
  const zh = locale === 'zh';
  const count = factsOf(cube, { ...ask, metric: 'party_org_count' });
  if (!count.whole) return '';
  const text = zh
    ? `党组织 ${countText(count.whole.numerator)} 个`
    : `there are ${countText(count.whole.numerator)} organisations`;
  const net = total(cube, {
    metric: 'org_net_new',
    periods: [count.period],
    ...selectionOf(ask),
    zones: count.reporting.zones,
  });
  const more = net
    ? zh
      ? `，本期净${net.numerator < 0 ? '减' : '增'} ${countText(Math.abs(net.numerator))} 个`
      : `, ${netText(net.numerator)} in the period`
    : '';
  return beside(`${text}${more}`, basisOf(count, locale), zh);
}
