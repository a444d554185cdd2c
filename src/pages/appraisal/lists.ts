import { type Standard, countText, gradeText, gradesOf, standardText } from '../../brief';
import { total } from '../../cube';
import { categoryWithin } from '../../domain';
import { asking } from '../../ui/figures/asking';
import { COMMITTEE, type List, ZONE, listOf } from '../../ui/figures/lists';
import { askUnder } from './shared';

const LEVELS = 'appraisal_level_dist';

/** The organisations of the lowest level of a standard, the lowest score first. Where nobody has a level it says nothing. */
export const lowest =
  (standard: Standard): List =>
  (reader, asked) => {
    const { cube, language } = reader;
    const { t, locale } = language;
    const ask = askUnder(cube, LEVELS, { ask: asked, standard });
    const { question, named } = asking(reader, ask, LEVELS);
    const at = { metric: LEVELS, periods: [question.period], ...question.selection };
    const level = gradesOf(cube, standard.scheme, question.period).at(-1);
    const categories = [categoryWithin(standard.id, level?.rank ?? '')];
    const known = level !== undefined && (total(cube, at)?.numerator ?? 0) > 0;
    const count = known ? (total(cube, { ...at, categories })?.numerator ?? 0) : null;
    return {
      id: 'lowest',
      question: { ...question, selection: { ...question.selection, categories } },
      title: t('appraisal.actTitle', { count: countText(count) }),
      subtitle: t('appraisal.actSub', {
        ...named,
        standard: standardText(cube, standard, locale),
        level: level ? gradeText(level, locale) : '',
      }),
      count,
      columns: [
        { id: 'org_name', label: 'appraisal.org', wrap: true },
        ZONE,
        COMMITTEE,
        { id: 'score_total', label: 'appraisal.total', number: true },
        { id: 'grade_label', label: 'appraisal.level' },
      ],
      order: (a, b) => Number(a.values.score_total ?? 0) - Number(b.values.score_total ?? 0),
      none: t('appraisal.actNone'),
    };
  };

/** The organisations that were there all the cycle and have neither a score nor a level. */
export const notAppraised = listOf('appraised_rate', 'rest', {
  id: 'not-appraised',
  words: { title: 'appraisal.missedTitle', subtitle: 'appraisal.missedSub', none: 'appraisal.missedNone' },
  columns: [
    { id: 'org_name', label: 'appraisal.org', wrap: true },
    ZONE,
    COMMITTEE,
    { id: 'org_type', label: 'appraisal.tier' },
  ],
});
