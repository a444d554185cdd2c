import {
  type Partition,
  categoriesOf,
  joinNames,
  partitionText,
  periodText,
  ruleBreaks,
  standardChanges,
} from '../../brief';
import type { TrendBreak } from '../../charts';
import { course } from '../../ui/figures/course';
import type { Figure } from '../../ui/figures/figure';

const METRIC = 'advanced_share';

/**
 * The best grades of a scheme over time. Where a rule changes every line is broken; where a zone changes its standard, its own and
 * the whole.
 */
export const bestOverTime =
  (partition: Partition): Figure =>
  (reader, asked) => {
    const ask = { ...asked, categories: categoriesOf(reader.cube, METRIC, partition.id) };
    return course(METRIC, ({ cube, nameOf, language }, { by, zones }, { facts, periods, low, apart, span }) => {
      const { t, locale } = language;
      const changes = standardChanges(cube, partition.scheme, periods, zones);
      const ruled = ruleBreaks(cube, facts.metric, periods, ask.categories);
      const breaks = periods.flatMap((period): TrendBreak[] => {
        if (ruled.includes(period)) return [{ period, label: t('basis.break') }];
        const own = changes.filter((change) => change.period === period).map(({ zone }) => zone);
        if (own.length === 0) return [];
        return [{ period, label: t('grading.break'), ...(by === 'zone' && { lines: ['whole', ...own] }) }];
      });
      const changed = changes.map(({ zone, since, what }) =>
        t(what === 'standard' ? 'grading.changedStandard' : 'grading.changedScheme', {
          zone: nameOf({ zone }),
          period: periodText(since, locale),
        }),
      );
      const scheme = partitionText(cube, partition, locale);
      return {
        title: t('grading.trendTitle'),
        subtitle: t(apart ? 'grading.panelsSub' : 'grading.trendSub', {
          scheme,
          ...span,
          low: low.length === 0 ? '' : t('grading.trendLow'),
          changes: changed.length === 0 ? '' : t('grading.trendBroken', { names: joinNames(changed, locale) }),
        }),
        about: scheme,
        breaks,
        wholeLabel: t('grading.whole'),
        denominatorLabel: t('grading.graded'),
      };
    })(reader, ask);
  };
