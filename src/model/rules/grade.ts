import { DOCUMENTS } from './documents';
import { rows } from './rows';

/*
 * Grade schemes: `rank/<label>` is the place of a label, 1 the best; two labels may share one. `cutoff/<label>`
 * is the lowest score of a label. The same word means different ranks in different schemes.
 */

/** Rules of the grade schemes. `satisfaction-min` is a fraction, asked of the first `satisfaction-ranks` ranks. */
export const GRADE_RULES = [
  ...rows('grade/three-level', DOCUMENTS.gradeThree.zh, {
    label: '三级定级办法',
    'label-en': 'Three grades',
    kind: 'levels',
    'rank/先进': 1,
    'rank/一般': 2,
    'rank/后进': 3,
  }),
  ...rows('grade/four-level', DOCUMENTS.gradeFour.zh, {
    label: '四级定级办法',
    'label-en': 'Four grades',
    kind: 'levels',
    'rank/好': 1,
    'rank/较好': 2,
    'rank/一般': 3,
    'rank/较差': 4,
    'rank/差': 4,
    'cutoff/好': 90,
    'cutoff/较好': 80,
    'cutoff/一般': 60,
    'cutoff/较差': 0,
    'satisfaction-min': 0.9,
    'satisfaction-ranks': 2,
  }),
  ...rows('grade/letters', DOCUMENTS.gradeLetters.zh, {
    label: '字母等次办法',
    'label-en': 'Letter grades',
    kind: 'letters',
    'rank/A': 1,
    'rank/B': 2,
    'rank/C': 3,
    'rank/D': 4,
  }),
  ...rows('grade/points', DOCUMENTS.gradePoints.zh, {
    label: '百分制等次办法',
    'label-en': 'Grades by points',
    kind: 'points',
    'rank/优秀': 1,
    'rank/良好': 2,
    'rank/合格': 3,
    'rank/不合格': 4,
    'cutoff/优秀': 90,
    'cutoff/良好': 80,
    'cutoff/合格': 60,
    'cutoff/不合格': 0,
  }),
];

/** How the scores of an evaluation are put together: weights sum to 1; `veto` is the best label a vetoed body can get. */
export const EVALUATION_RULES = rows('evaluation/standard', DOCUMENTS.evaluation.zh, {
  label: '综合评定办法',
  'label-en': 'Combined evaluation',
  'weight/self': 0.2,
  'weight/peer': 0.1,
  'weight/mass': 0.3,
  'weight/superior': 0.4,
  'rank/好': 1,
  'rank/较好': 2,
  'rank/一般': 3,
  'rank/较差': 4,
  'cutoff/好': 90,
  'cutoff/较好': 80,
  'cutoff/一般': 60,
  'cutoff/较差': 0,
  veto: '较差',
});
