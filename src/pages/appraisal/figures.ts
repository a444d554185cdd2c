import { type Standard, joinNames, standardText, standardsOf } from '../../brief';
import { cellsOf } from '../../cube';
import { coarseCategory } from '../../domain';
import type { Figure } from '../../ui/figures/figure';
import { byGrade } from '../../ui/figures/grades';
import { byKind } from '../../ui/figures/heat';
import { askUnder } from './shared';

/** Says which standards of other zones assess the criteria, for the reader who wonders where they are. */
const assessedElsewhere: Figure = ({ cube, language }, ask) => {
  const own = new Set(
    cellsOf(cube, 'criterion_rate')
      .filter(({ denominator }) => denominator)
      .map(({ category }) => coarseCategory(category, 2)),
  );
  const names = standardsOf(cube, ask.period, {})
    .filter(({ id }) => own.has(id))
    .map((standard) => standardText(cube, standard, language.locale));
  if (names.length === 0) return null;
  return {
    none: language.t('appraisal.criteriaNone'),
    why: language.t('appraisal.criteriaNoneWhy', { standards: joinNames(names, language.locale) }),
  };
};

/** The criteria of a standard that were met, in the order its document names them. */
export const criteria =
  (standard: Standard): Figure =>
  (reader, ask) =>
    byKind('criterion_rate', {
      title: 'appraisal.criteriaTitle',
      subtitle: 'appraisal.criteriaSub',
      values: { standard: standardText(reader.cube, standard, reader.language.locale) },
      order: ['organisation', 'system', 'operation', 'activity', 'archive', 'effect'],
      otherwise: assessedElsewhere,
    })(reader, askUnder(reader.cube, 'criterion_rate', { ask, standard }));

/** The levels given under a standard; `metric` tells those of an appraisal from those of a review. */
export const levels = (
  metric: 'appraisal_level_dist' | 'review_level_dist',
  partition: string,
  scheme: string,
): Figure =>
  byGrade(metric, partition, {
    title: metric === 'appraisal_level_dist' ? 'appraisal.levelsTitle' : 'appraisal.reviewTitle',
    subtitle: 'appraisal.levelsSub',
    scheme,
    whole: 'appraisal.graded',
  });
