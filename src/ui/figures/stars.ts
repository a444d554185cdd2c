import { type Partition, categoriesOf, levelText, partitionText } from '../../brief';
import { categoryWithin, splitCategory } from '../../domain';
import { schemeById } from '../../model';
import { asking } from './asking';
import { composition } from './composition';
import type { Figure } from './figure';
import { topFirst } from './grades';
import { compositionsOf } from './shares';

const METRIC = 'star_level_dist';

/** The levels of a scheme from the highest it or the rows know down to none. */
export function starLevels(highest: number, known: readonly string[]): string[] {
  const top = Math.max(highest, ...known.map(Number));
  return Array.from({ length: top + 1 }, (_, at) => String(top - at));
}

/** What stars the members have under one scheme. `note` is a word more under the title. */
export const byStar =
  (partition: Partition, note = ''): Figure =>
  (reader, asked) => {
    const { cube, nameOf, language } = reader;
    const { t, locale } = language;
    const categories = categoriesOf(cube, METRIC, partition.id);
    const ask = { ...asked, metric: METRIC, categories };
    const { question, named } = asking(reader, ask, METRIC);
    const scheme = schemeById(cube, partition.scheme);
    const keys = starLevels(
      scheme?.max ?? 0,
      categories.map((category) => splitCategory(category).at(-1) ?? '0'),
    );
    const levels = keys.map((key) => ({
      key,
      label: levelText(key, locale),
      of: [categoryWithin(partition.id, key)],
      none: key === '0',
    }));
    const about = partitionText(cube, partition, locale);
    return composition(reader, question, levels, topFirst(compositionsOf(cube, ask, question.period, keys, nameOf)), {
      title: t('overview.starsTitle', named),
      subtitle: language.joined('sentences', [t('overview.starsSub', { ...named, scheme: about }), note]),
      about,
      noun: named.member,
      totalLabel: t('stars.rated'),
      cap: scheme?.caps[scheme.max] ?? null,
    });
  };
