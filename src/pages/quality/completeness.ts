import { countText, percentText } from '../../brief';
import { hasCells, rateOf, total } from '../../cube';
import { TABLES, tableById } from '../../model';
import { asking } from '../../ui/figures/asking';
import { crossOf } from '../../ui/figures/crosses';
import type { Figure } from '../../ui/figures/figure';
import { heat } from '../../ui/figures/heat';

const METRIC = 'data_completeness';

/** How complete every table of every zone is: everything loaded, whatever is chosen elsewhere, since the page is about the files. */
export const completeness: Figure = (reader) => {
  const { cube, nameOf, language } = reader;
  const period = (cube.asOf ?? '').slice(0, 4);
  if (!hasCells(cube, METRIC)) return null;
  const ask = { period, comparison: 'none', by: 'zone' } as const;
  const { question } = asking(reader, ask, METRIC, period);
  const place = (table: string): number => TABLES.findIndex(({ id }) => id === table);
  const nameOfTable = (table: string): string => {
    const label = tableById(table)?.label;
    return label ? language.of(label) : table;
  };
  const cross = crossOf(cube, { ...ask, metric: METRIC }, [period], 'category', nameOfTable, nameOf, place);
  if (cross.rows.length === 0) return null;
  const whole = total(cube, { metric: METRIC, periods: [period] });
  return heat(reader, question, cross, {
    title: language.t('quality.completeTitle', {
      rate: percentText(whole ? rateOf(whole) : null),
      missing: countText((whole?.denominator ?? 0) - (whole?.numerator ?? 0)),
    }),
    subtitle: language.t('quality.completeSub'),
    noun: language.t('by.zone'),
    whole: null,
  });
};
