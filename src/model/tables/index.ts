import type { TableSpec } from '../../domain';
import { COVERAGE_COUNT } from './coverage-count';
import { GRADING } from './grading';
import { GRADE_COUNT, STAR_COUNT } from './level-count';
import { MEMBER_PERIOD } from './member-period';
import { METRIC_TARGET } from './metric-target';
import { ORG_LIFE } from './org-life';
import { PARTY_ORG } from './party-org';
import { RECTIFICATION } from './rectification';
import { REPORTED_FACT } from './reported-fact';
import { RULE_VERSION } from './rule-version';
import { SITE_HONOUR } from './site-honour';
import { STAR_RATING } from './star-rating';
import { UNIT_COVERAGE } from './unit-coverage';
import { WORK_RECORD } from './work-record';
import { ZONE } from './zone';
import { ZONE_PLACE } from './zone-place';
import { ZONE_SCORE } from './zone-score';

/** Every canonical table, configuration first. */
export const TABLES: readonly TableSpec[] = [
  ZONE,
  METRIC_TARGET,
  RULE_VERSION,
  REPORTED_FACT,
  PARTY_ORG,
  UNIT_COVERAGE,
  COVERAGE_COUNT,
  STAR_RATING,
  STAR_COUNT,
  GRADING,
  GRADE_COUNT,
  ZONE_SCORE,
  ZONE_PLACE,
  ORG_LIFE,
  RECTIFICATION,
  WORK_RECORD,
  SITE_HONOUR,
  MEMBER_PERIOD,
];

const BY_ID: ReadonlyMap<string, TableSpec> = new Map(TABLES.map((table) => [table.id, table]));

/** The canonical table of that id, or undefined when the model knows none. */
export function tableById(id: string): TableSpec | undefined {
  return BY_ID.get(id);
}

const LIMITS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLES.flatMap(({ id, columns }) => {
    const limits = columns.filter(({ limit }) => limit === true);
    return limits.length === 0 ? [] : [[id, limits.map((column) => column.id)]];
  }),
);

/** The columns of a table that hold limits, which are read with the unit beside them; undefined where it has none. */
export const limitsOf = (table: string): readonly string[] | undefined => LIMITS.get(table);

/** The words a column of a table knows, in the order of the model. */
export function valuesOf(table: string, column: string): string[] {
  const values = tableById(table)?.columns.find(({ id }) => id === column)?.values ?? [];
  return values.map(({ id }) => id);
}
