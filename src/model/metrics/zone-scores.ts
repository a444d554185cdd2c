import type { Base, MetricSpec } from '../../domain';
import { placed } from './fragments';
import { SCORE_STEP, scoreValue } from './score-value';

/*
 * What zones as a whole scored in an appraisal. A zone is one thing scored: its score is the one value of its histogram, so nothing of
 * it is ever added to the scores of organisations or of other zones.
 */

/** Scores of zones, item by item. A deduction lowers the total however it was written. */
const ZONE_SCORES: Base = {
  id: 'zone-scores',
  needs: ['zone_score'],
  uses: ['zone'],
  keys: ['item', 'item_kind', 'full_marks', 'score', 'rank', 'level'],
  sql: `SELECT s.zone, '' AS committee, '' AS domain, s.cycle AS period, s.item, CAST(s.item_kind AS VARCHAR) AS item_kind,
    s.full_marks, CASE WHEN CAST(s.item_kind AS VARCHAR) = '扣分' THEN -abs(s.score) ELSE s.score END AS score, s.rank, s.level,
    s.file_id, s.source_row
  FROM ${placed('zone_score')} s
  WHERE s.cycle IS NOT NULL`,
};

/** Base queries over scores of zones. */
export const ZONE_SCORE_BASES: readonly Base[] = [ZONE_SCORES];

const common = {
  family: 'appraisal',
  time: 'stock',
  grain: 'year',
  unit: { zh: '个', en: 'zones' },
  denominator: { zh: '考核评分表所列的园区', en: 'zones listed in the score sheet' },
  source: { zh: '各地考核评分表', en: 'local score sheets' },
} as const;

/** Metrics over scores of zones. */
export const ZONE_SCORE_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'zone_score',
    label: { zh: '园区考核得分', en: 'Scores of zones' },
    kind: 'score',
    direction: 'up',
    numerator: {
      zh: '园区在各项指标、加分、扣分上的得分和总分',
      en: 'what zones scored on each criterion, bonus and deduction, and in total',
    },
    population: {
      base: 'zone-scores',
      scope: 'score IS NOT NULL AND item_kind IS NOT NULL',
      numerator: '1',
      category: ['item_kind', 'item', `coalesce(${scoreValue('full_marks')}, '')`, scoreValue('score')],
    },
    categoryParts: ['kind', 'item', 'full', 'value'],
    step: SCORE_STEP,
    caveats: {
      zh: '得分属于园区，不与党组织的得分合并；各项不相加，总分按评分表所列。',
      en: 'A score is that of the zone and is never pooled with those of organisations; totals are those of the sheet.',
    },
  },
  {
    ...common,
    id: 'zone_level',
    label: { zh: '园区考核等次', en: 'Levels of zones' },
    kind: 'distribution',
    direction: 'none',
    numerator: { zh: '考核为该等次的园区', en: 'zones at this level' },
    population: {
      base: 'zone-scores',
      scope: "item_kind = '总分' AND level IS NOT NULL",
      numerator: '1',
      category: ['level'],
    },
    categoryParts: ['level'],
  },
];
