import { type Partition, categoriesOf, gradeText, gradesOf, partitionText, scoreText } from '../../brief';
import { MIN_STRATUM } from '../../stats';
import type { Figure } from '../../ui/figures/figure';
import { byGrade, gradesFrom } from '../../ui/figures/grades';
import { movesOf } from '../../ui/figures/moves';
import { quartilesByMember } from '../../ui/figures/scores';

/** The grades given under a scheme, its name in words. */
export const grades = (partition: string, scheme: string): Figure =>
  byGrade('grade_dist', partition, {
    title: 'grading.distTitle',
    subtitle: 'grading.distSub',
    scheme,
    whole: 'grading.graded',
  });

/** Who rose and fell between two gradings in a row by one standard. */
export const moves = movesOf({
  metric: 'grade_transition',
  up: 'grade_up_rate',
  down: 'grade_down_rate',
  parts: ['previous', 'rank'],
  levels: ({ cube, partition, period, met, locale }) =>
    gradesFrom(gradesOf(cube, partition.scheme, period), met).map((grade) => ({
      key: String(grade.rank),
      label: gradeText(grade, locale),
    })),
  times: (_, t) => ({ before: t('grading.before'), now: t('grading.now') }),
  words: {
    title: 'grading.movesTitle',
    subtitle: 'grading.movesSub',
    up: 'grading.up',
    down: 'grading.down',
    none: 'grading.movesNone',
    noneWhy: 'grading.movesNoneWhy',
  },
});

/** How far the self-appraisal lies above the grading of the superior. */
export const gap =
  (partition: Partition): Figure =>
  (reader, ask) => {
    const { cube, language } = reader;
    const categories = categoriesOf(cube, 'assessor_gap', partition.id);
    if (categories.length === 0) return { missing: 'assessor_gap' };
    const about = partitionText(cube, partition, language.locale);
    return quartilesByMember('assessor_gap', {
      told: ({ members }, named) => {
        // A finding needs more than a handful of scores behind it: as many as a stratum.
        const first = members.find(({ now }) => (now?.size ?? 0) >= MIN_STRATUM);
        return {
          title:
            first?.now && first.now.median > 0 && members.length > 1
              ? language.t('grading.gapTitle', { name: first.name, gap: scoreText(first.now.median) })
              : language.t('grading.gapTitleNone'),
          subtitle: language.t('grading.gapSub', { ...named, scheme: about }),
          about,
        };
      },
      whole: 'grading.whole',
      unit: 'grading.points',
      size: 'grading.organisations',
      signed: true,
    })(reader, { ...ask, categories });
  };
