import {
  type Partition,
  categoriesOf,
  cycleText,
  factsOf,
  levelText,
  partitionText,
  periodsAnswered,
} from '../../brief';
import { shift } from '../../domain';
import { schemeById } from '../../model';
import { asking } from '../../ui/figures/asking';
import type { Figure } from '../../ui/figures/figure';
import { byKind } from '../../ui/figures/heat';
import { movesOf } from '../../ui/figures/moves';
import { starLevels } from '../../ui/figures/stars';

/** The five single stars, in the order they are always named. */
export const singleStars = byKind('star_dim_rate', {
  title: 'stars.dimsTitle',
  subtitle: 'stars.dimsSub',
  order: ['political', 'learning', 'development', 'service', 'integrity'],
  otherwise: () => ({ missing: 'star_dim_rate' }),
});

/** Who rose and fell under a scheme since the last cycle it rated, whatever it says of its rhythm. */
export const moves = movesOf({
  metric: 'star_transition',
  up: 'star_up_rate',
  down: 'star_down_rate',
  parts: ['previous', 'level'],
  levels: ({ cube, partition, met, locale }) =>
    starLevels(schemeById(cube, partition.scheme)?.max ?? 0, met).map((key) => ({
      key,
      label: levelText(key, locale),
    })),
  times: ({ cube, partition, period, locale }) => {
    const rated = categoriesOf(cube, 'star_level_dist', partition.id);
    const cycles = periodsAnswered(cube, 'star_level_dist', 'year', rated);
    const before = cycles.findLast((at) => at < period) ?? shift(period, -1);
    return { before: cycleText(before, locale), now: cycleText(period, locale) };
  },
  words: {
    title: 'stars.movesTitle',
    subtitle: 'stars.movesSub',
    up: 'stars.up',
    down: 'stars.down',
    none: 'stars.movesNone',
    noneWhy: 'stars.movesNoneWhy',
  },
});

/** How far a quota is used: set by rule, so it is told by name, neither ranked nor given an interval, and opens no rows. */
export const quota =
  (partition: Partition): Figure =>
  (reader, asked) => {
    const { cube, nameOf, language } = reader;
    const { t, locale } = language;
    const ask = { ...asked, categories: [partition.id] };
    const facts = factsOf(cube, { ...ask, metric: 'star_cap_use' });
    if (facts.rate === null) return null;
    const { question, named } = asking(reader, ask, 'star_cap_use');
    const rows = facts.members
      .filter(({ rate }) => rate !== null)
      .map(({ key, now, rate }) => [nameOf(key), now.numerator, now.denominator, rate] as const)
      .sort(([a], [b]) => a.localeCompare(b, 'zh'));
    return {
      question,
      title: named.metric,
      subtitle: t('stars.capSub', { ...named, scheme: partitionText(cube, partition, locale) }),
      table: () => ({
        columns: [
          { label: named.member, kind: 'text' },
          { label: t('stars.capGiven'), kind: 'count' },
          { label: t('stars.capQuota'), kind: 'score' },
          { label: named.metric, kind: 'rate' },
        ],
        rows,
      }),
      whole: null,
    };
  };
