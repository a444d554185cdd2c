import { groupedBy } from '../domain';
import { ORG_RECORD, latestOrg, placed } from '../model';
import { type Engine, type Tables, isEmpty } from '../engine';
import { literal } from '../sql';
import { MOST_COMMITTEES } from './committees';
import type { CommitteeMove } from './cube';

/*
 * Where a committee comes into the lists of a zone, or goes out of them: whether what it lists stands in the other list too, under another
 * committee. Then it was made out of others, or taken up by them; else its own list was not handed in.
 */

/** The lists that committees hand in: everything listed with its zone, committee and day. */
const LISTS: readonly { readonly table: string; readonly listed: string }[] = [
  {
    table: 'unit_coverage',
    listed: `SELECT u.zone, coalesce(u.committee, o.committee, '') AS committee, u.snapshot_date AS day,
      coalesce(u.unit_id, u.unit_name) AS thing FROM ${placed('unit_coverage')} u ${latestOrg('u', 'u.org_id')}`,
  },
  {
    table: 'party_org',
    listed: `SELECT g.zone, g.committee, g.snapshot_date AS day, coalesce(g.org_id, g.org_name) AS thing
      FROM ${ORG_RECORD} g`,
  },
];

/** Each committee that one list of a zone has and the list before it has not, or the other way round. */
const steps = (
  listed: string,
): string => `WITH own AS (SELECT DISTINCT zone, committee, day FROM (${listed}) l WHERE day IS NOT NULL),
    step AS (SELECT zone, lag(day) OVER (PARTITION BY zone ORDER BY day) AS before, day
      FROM (SELECT DISTINCT zone, day FROM own) d)
  SELECT c.zone, c.committee, CAST(s.before AS VARCHAR) AS before, CAST(s.day AS VARCHAR) AS day, c.day = s.day AS came
  FROM step s JOIN own c ON c.zone = s.zone AND c.day IN (s.before, s.day)
  WHERE s.before IS NOT NULL AND c.committee <> '' AND NOT EXISTS (SELECT 1 FROM own o
    WHERE o.zone = c.zone AND o.committee = c.committee AND o.day = CASE WHEN c.day = s.day THEN s.before ELSE s.day END)
  ORDER BY ALL`;

interface Step {
  readonly zone: string;
  readonly committee: string;
  /** The list it is in, and the one beside it that it is not in. */
  readonly at: string;
  readonly other: string;
  readonly day: string;
}

/** How many things each committee of some steps lists, and how many of these the other list has. */
const shared = (listed: string, all: readonly Step[]): string => `WITH listed AS (${listed}),
    step (zone, committee, at_day, other) AS (VALUES ${all
      .map(
        ({ zone, committee, at, other }) =>
          `(${literal(zone)}, ${literal(committee)}, CAST(${literal(at)} AS DATE), CAST(${literal(other)} AS DATE))`,
      )
      .join(', ')})
  SELECT s.zone, s.committee, CAST(s.at_day AS VARCHAR) AS at_day, CAST(s.other AS VARCHAR) AS other,
    count(*) AS things, count(o.thing) AS found
  FROM (SELECT DISTINCT s.*, l.thing FROM step s JOIN listed l
    ON l.zone = s.zone AND l.committee = s.committee AND l.day = s.at_day) s
  LEFT JOIN (SELECT DISTINCT l.zone, l.day, l.thing FROM listed l
    JOIN (SELECT DISTINCT zone, other FROM step) d ON d.zone = l.zone AND d.other = l.day) o
    ON o.zone = s.zone AND o.day = s.other AND o.thing = s.thing
  GROUP BY 1, 2, 3, 4`;

/** Every committee that came into the lists of a zone or went out of them, where committees hand in lists of their own. */
export async function committeeMoves(engine: Engine, there: Tables): Promise<CommitteeMove[]> {
  const found: CommitteeMove[] = [];
  for (const { table, listed } of LISTS.filter((one) => !isEmpty(there, one.table))) {
    const all = (await engine.rows(steps(listed))).map((row): Step => {
      const [before, day] = [String(row.before), String(row.day)];
      const [at, other] = row.came === true ? [day, before] : [before, day];
      return { zone: String(row.zone), committee: String(row.committee), at, other, day };
    });
    const few = [...groupedBy(all, ({ zone, day }) => `${zone}\n${day}`).values()].filter(
      (own) => own.length <= MOST_COMMITTEES,
    );
    const asked = few.flat();
    if (asked.length === 0) continue;
    const key = (...parts: readonly unknown[]): string => parts.map(String).join('\n');
    const moved = new Map(
      (await engine.rows(shared(listed, asked))).map((row) => [
        key(row.zone, row.committee, row.at_day, row.other),
        Number(row.found) * 2 >= Number(row.things),
      ]),
    );
    for (const { zone, committee, at, other, day } of asked)
      found.push({ table, zone, committee, day, moved: moved.get(key(zone, committee, at, other)) ?? false });
  }
  return found;
}
