import type { Base, Population } from '../../domain';

/** Coverage in counts: rows stand for as many units as they say. */
const COVERAGE_COUNTS: Base = {
  id: 'coverage-counts',
  needs: ['coverage_count'],
  uses: ['zone', 'party_org', 'unit_coverage'],
  keys: [],
  sql: `SELECT zone, committee, domain, period, units, built, due, due_built, alone, covered, instructors, members, file_id, source_row
  FROM coverage_counted WHERE NOT beside_rows AND NOT beside_finer`,
};

/** The ways of coverage that counts state of all their units; a row for each way. */
const COVERAGE_COUNT_MODES: Base = {
  id: 'coverage-count-modes',
  needs: ['coverage_count'],
  uses: ['zone', 'party_org', 'unit_coverage'],
  keys: [],
  sql: `WITH stated AS (
    SELECT *, units - built AS unbuilt FROM coverage_counted
    WHERE NOT beside_rows AND NOT beside_finer
  ),
  whole AS (SELECT *, built <= units AND alone + joint <= built AS known FROM stated)
  SELECT zone, committee, domain, period, mode, number, units, known, file_id, source_row FROM (${(
    [
      ['单独支部', 'alone'],
      ['联合支部', 'joint'],
      ['已建-未注明', 'built - alone - joint'],
      ['未建-应建', 'CASE WHEN due - due_built <= unbuilt THEN due - due_built ELSE 0 END'],
      ['未建-未注明', 'unbuilt - CASE WHEN due - due_built <= unbuilt THEN due - due_built ELSE 0 END'],
    ] as const
  )
    .map(
      ([mode, number]) =>
        `SELECT zone, committee, domain, period, '${mode}' AS mode, coalesce(${number}, 0) AS number, units, known, file_id, source_row FROM whole`,
    )
    .join('\n  UNION ALL ')}) modes
  WHERE CASE WHEN known AND units > 0 THEN number > 0 ELSE mode = '单独支部' END`,
};

/** Base queries over counts. */
export const COUNT_BASES: readonly Base[] = [COVERAGE_COUNTS, COVERAGE_COUNT_MODES];

/** A rate of two counts; where one of them is not stated, or they cannot be, nothing is said of it. */
export const counted = (numerator: string, denominator: string): Population => ({
  base: 'coverage-counts',
  scope: `${numerator} <= ${denominator}`,
  numerator,
  denominator,
  silent: 'TRUE',
});

/** What counts never state: the zone is there and its figure unknown. */
export const untold = (base: string): Population => ({ base, scope: 'FALSE', numerator: '0', silent: 'TRUE' });
export const UNCOUNTED = untold('coverage-counts');
