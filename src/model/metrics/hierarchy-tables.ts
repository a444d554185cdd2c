import { COUNT_TABLES } from './count-tables';
import { LEVEL_TABLES } from './level-tables';
import { ORG_LISTED, ORG_STRETCH } from './due-fragments';
import { ofAll } from './org-record';
import { ZONE_NAMED, placed, spelledAlike, spelledSoon } from './fragments';

/** A table written once before the populations are read, because many of them read it. */
export interface DerivedTable {
  readonly id: string;
  readonly sql: string;
  /** The tables its rows come from: it has none while all of these are empty. */
  readonly from: readonly string[];
}

/** Every record of an organisation of a zone, its parent as it is given. */
const NODE = `SELECT o.zone, o.snapshot_date, coalesce(o.org_id, o.org_name) AS org_id,
    coalesce(o.org_name, o.org_id) AS org_name, CAST(o.org_type AS VARCHAR) AS org_type,
    CAST(o.domain AS VARCHAR) AS domain,
    coalesce(o.parent_org_id, o.parent_org_name) AS parent_ref, coalesce(o.parent_org_name, o.parent_org_id) AS parent_name
  FROM ${placed('party_org')} o WHERE o.zone <> '' AND ${ofAll('o')}`;

/** Where tables name organisations of the register. */
const NAMING = [
  ['party_org', 'parent_org_id'],
  ['party_org', 'parent_org_name'],
  ['org_life', 'org_name'],
  ['star_rating', 'org_name'],
  ['grading', 'org_name'],
  ['rectification', 'org_name'],
  ['member_period', 'org_name'],
  ['work_record', 'target_name'],
  ['work_record', 'committee'],
] as const;

/** Names that are in no register of their zone to the letter. */
const UNKNOWN_NAME = `SELECT w.zone, w.written, ${spelledAlike('w.written')} AS spelled FROM (
    SELECT DISTINCT t.zone, t.written FROM ${placed(`(
      ${NAMING.map(
        ([table, column]) => `SELECT zone_id, ${column} AS written FROM ${table} WHERE ${column} IS NOT NULL`,
      ).join(`
      UNION ALL `)}
    )`)} t WHERE t.zone <> ''
  ) w LEFT JOIN (SELECT DISTINCT zone, org_name FROM org_node) n ON n.zone = w.zone AND n.org_name = w.written
  WHERE n.org_name IS NULL`;

/** Names that only differ in the width of their signs or in white space from one of the register, and from no other. */
const SPELLING = `SELECT n.zone, n.snapshot_date, u.written AS ref, min(n.org_id) AS org_id
  FROM org_unknown_name u
  JOIN (SELECT DISTINCT org_name, ${spelledAlike('org_name')} AS spelled FROM org_node WHERE zone IN (SELECT zone FROM org_unknown_name)) s
    ON s.spelled = u.spelled
  JOIN org_node n ON n.zone = u.zone AND n.org_name = s.org_name
  GROUP BY n.zone, n.snapshot_date, u.written HAVING COUNT(DISTINCT n.org_id) = 1`;

/** Names that are those of several organisations at one time, to the letter or but for their spelling, with each of these: nobody can tell whose they are. */
const SHARED = `WITH node_spelled AS (
    SELECT zone, coalesce(CAST(snapshot_date AS VARCHAR), '') AS day, org_id, ${spelledSoon('org_name')} AS spelled FROM org_node
    WHERE zone IN (SELECT zone FROM org_unknown_name)
  )
  SELECT n.zone, n.org_name AS ref, n.org_id FROM org_node n
  JOIN (SELECT zone, snapshot_date, org_name FROM org_node GROUP BY zone, snapshot_date, org_name HAVING COUNT(DISTINCT org_id) > 1) same
    ON same.zone = n.zone AND same.snapshot_date = n.snapshot_date AND same.org_name = n.org_name
  UNION SELECT u.zone, u.written, n.org_id FROM org_unknown_name u
  JOIN node_spelled n ON n.zone = u.zone AND n.spelled = u.spelled
  JOIN (SELECT zone, day, spelled FROM node_spelled GROUP BY zone, day, spelled HAVING COUNT(DISTINCT org_id) > 1) alike
    ON alike.zone = n.zone AND alike.day = n.day AND alike.spelled = n.spelled`;

/** What an organisation may be called by: its code, its name, or its name as others spell it. A name of several has each of them. */
const CALLED = `SELECT zone, snapshot_date, org_id AS ref, org_id FROM org_node
    UNION SELECT zone, snapshot_date, org_name, org_id FROM org_node
    UNION SELECT zone, snapshot_date, ref, org_id FROM org_spelling
    UNION SELECT n.zone, n.snapshot_date, s.ref, n.org_id FROM org_node n JOIN org_shared s ON s.zone = n.zone AND s.org_id = n.org_id`;

/** Every organisation with the one above it, where that has a record of its own; none where it is `unclear` which of several of one name it is. */
const LINK = `SELECT n.zone, n.snapshot_date, n.org_id, n.org_name, n.org_type, n.domain, n.parent_name, n.parent_ref,
    CASE WHEN p.bearers = 1 AND p.one <> n.org_id THEN p.one WHEN p.bearers = 2 AND p.one = n.org_id THEN p.other
      WHEN p.bearers = 2 AND p.other = n.org_id THEN p.one END AS parent_id,
    coalesce(p.bearers > 2 OR (p.bearers = 2 AND p.one <> n.org_id AND p.other <> n.org_id), FALSE) AS unclear
  FROM org_node n LEFT JOIN (
    SELECT zone, snapshot_date, ref, count(*) AS bearers, min(org_id) AS one, max(org_id) AS other FROM org_called GROUP BY zone, snapshot_date, ref
  ) p ON p.zone = n.zone AND p.snapshot_date = n.snapshot_date AND p.ref = n.parent_ref`;

/** Every organisation with the top of its chain. Five tiers need four steps up. */
const CHAIN = `SELECT c0.zone, c0.snapshot_date, c0.org_id, c0.org_name, c0.domain,
    coalesce(c4.org_id, c3.org_id, c2.org_id, c1.org_id, c0.org_id) AS top_id,
    coalesce(c4.org_name, c3.org_name, c2.org_name, c1.org_name, c0.org_name) AS top_name,
    coalesce(c4.org_type, c3.org_type, c2.org_type, c1.org_type, c0.org_type) AS top_type,
    CASE WHEN c4.org_id IS NOT NULL THEN c4.parent_name WHEN c3.org_id IS NOT NULL THEN c3.parent_name
      WHEN c2.org_id IS NOT NULL THEN c2.parent_name WHEN c1.org_id IS NOT NULL THEN c1.parent_name
      ELSE c0.parent_name END AS beyond_name,
    CASE WHEN coalesce(c4.unclear, c3.unclear, c2.unclear, c1.unclear, c0.unclear)
      THEN coalesce(c4.parent_ref, c3.parent_ref, c2.parent_ref, c1.parent_ref, c0.parent_ref) END AS unclear_ref,
    CASE WHEN c4.org_id IS NOT NULL THEN c3.org_name WHEN c3.org_id IS NOT NULL THEN c2.org_name
      WHEN c2.org_id IS NOT NULL THEN c1.org_name WHEN c1.org_id IS NOT NULL THEN c0.org_name END AS below_top
  FROM org_link c0
  LEFT JOIN org_link c1 ON c1.zone = c0.zone AND c1.snapshot_date = c0.snapshot_date AND c1.org_id = c0.parent_id
  LEFT JOIN org_link c2 ON c2.zone = c1.zone AND c2.snapshot_date = c1.snapshot_date AND c2.org_id = c1.parent_id
  LEFT JOIN org_link c3 ON c3.zone = c2.zone AND c3.snapshot_date = c2.snapshot_date AND c3.org_id = c2.parent_id
  LEFT JOIN org_link c4 ON c4.zone = c3.zone AND c4.snapshot_date = c3.snapshot_date AND c4.org_id = c3.parent_id`;

/**
 * The committee of every organisation: the highest one in its chain that is not the zone’s own work committee. A parent that
 * has no row of its own still names the committee. Where several may be above it, the committee they have in common, else none.
 */
const ORG_COMMITTEE = `WITH chained AS (
    SELECT zone, snapshot_date, org_id, org_name, domain, unclear_ref, CASE WHEN top_type = '党工委' AND beyond_name IS NULL THEN coalesce(below_top, '')
      WHEN beyond_name IS NULL THEN CASE WHEN top_type = '党委' THEN top_name ELSE '' END
      WHEN beyond_name LIKE '%工委%' OR beyond_name LIKE '%工作委员会%' THEN top_name
      ELSE beyond_name END AS committee
    FROM org_chain
  ),
  bearing AS (
    SELECT r.zone, r.snapshot_date, r.ref, CASE WHEN min(c.committee) = max(c.committee) AND min(c.unclear_ref) IS NULL THEN min(c.committee) END AS committee
    FROM org_called r
    JOIN (SELECT DISTINCT zone, snapshot_date, unclear_ref FROM chained) u ON u.zone = r.zone AND u.snapshot_date = r.snapshot_date AND u.unclear_ref = r.ref
    JOIN chained c ON c.zone = r.zone AND c.snapshot_date = r.snapshot_date AND c.org_id = r.org_id
    GROUP BY r.zone, r.snapshot_date, r.ref
  )
  SELECT c.zone, c.snapshot_date, c.org_id, min(c.org_name) AS org_name, min(c.domain) AS domain,
    min(CASE WHEN c.unclear_ref IS NULL THEN c.committee ELSE coalesce(b.committee, '') END) AS committee
  FROM chained c LEFT JOIN bearing b ON b.zone = c.zone AND b.snapshot_date = c.snapshot_date AND b.ref = c.unclear_ref
  GROUP BY c.zone, c.snapshot_date, c.org_id`;

/** The committee and domain of every organisation by its last record, under every name it goes by; of a name of several, what is true of all of them. */
const LATEST_ORG = `SELECT zone, ref, CASE WHEN min(committee) = max(committee) THEN min(committee) ELSE '' END AS committee,
    CASE WHEN min(coalesce(domain, '')) = max(coalesce(domain, '')) THEN min(domain) END AS domain FROM (
    SELECT c.zone, r.ref, c.committee, c.domain,
      rank() OVER (PARTITION BY c.zone, r.ref ORDER BY c.snapshot_date DESC NULLS LAST) AS nth
    FROM org_committee c JOIN org_called r ON r.zone = c.zone AND r.snapshot_date = c.snapshot_date AND r.org_id = c.org_id
  ) ranked WHERE nth = 1 GROUP BY zone, ref`;

/** The one organisation for every code and every name one goes by in its zone; none for a name of several. */
const NAMED = `SELECT r.zone, r.ref, min(r.org_id) AS org_id FROM org_called r
  LEFT JOIN (SELECT DISTINCT zone, ref FROM org_shared) s ON s.zone = r.zone AND s.ref = r.ref
  WHERE s.ref IS NULL GROUP BY r.zone, r.ref`;

/** Lists that follow organisations over time, and what tells two of their times apart. */
const FOLLOWED = [
  ['party_org', 'CAST(snapshot_date AS VARCHAR)'],
  ['star_rating', `coalesce(cycle, '') || coalesce(scheme_id, '')`],
  ['grading', `coalesce(cycle, '') || CAST(kind AS VARCHAR)`],
] as const;

/** Every name of an organisation as the lists write it, with its code where the list gives one, and its spelling apart from width and spaces. */
const WRITTEN = `WITH written AS (
    SELECT DISTINCT t.zone, t.at, t.code, t.name FROM ${placed(`(
      ${FOLLOWED.map(
        ([table, at]) =>
          `SELECT zone_id, '${table} ' || ${at} AS at, org_id AS code, org_name AS name FROM ${table} WHERE org_name IS NOT NULL`,
      ).join(`
      UNION ALL `)}
    )`)} t WHERE t.zone <> ''
  ),
  spelling AS (SELECT name, ${spelledSoon('name')} AS spelled FROM (SELECT DISTINCT name FROM written) names),
  told AS (
    SELECT w.*, s.spelled, min(w.name) OVER (PARTITION BY w.zone, s.spelled, w.at) <> max(w.name) OVER (PARTITION BY w.zone, s.spelled, w.at) AS beside
    FROM written w JOIN spelling s ON s.name = w.name
  )
  SELECT p.zone, p.at, p.code, p.name, p.spelled, CASE WHEN p.several = 1 THEN p.name ELSE p.spelled END AS known, p.several = 1 AS apart, p.beside
  FROM (SELECT t.*, max(CASE WHEN t.beside THEN 1 ELSE 0 END) OVER (PARTITION BY t.zone, t.spelled) AS several FROM told t) p`;

/**
 * Names under which an organisation is known by another text: by its code where one list gives it and another does not, and by one spelling
 * where lists of two times differ in brackets, widths or spaces. Names that stand side by side at one time are two organisations.
 */
const KNOWN_AS = `WITH known AS (
    SELECT zone, known, min(code) AS code, max(code) AS last_code, min(name) AS name FROM org_written GROUP BY zone, known
  )
  SELECT DISTINCT w.zone, w.name AS written, coalesce(CASE WHEN n.code = n.last_code THEN n.code END, n.name) AS org
  FROM org_written w JOIN known n ON n.zone = w.zone AND n.known = w.known
  WHERE w.code IS NULL AND w.name <> coalesce(CASE WHEN n.code = n.last_code THEN n.code END, n.name)`;

/**
 * Names that may mean one organisation or another where a list gives no code: of two codes, or in a spelling between two that stand side by
 * side at another time. With the first and the last of those it may be.
 */
const MAY_BE = `SELECT zone, name, min(one) AS one, max(one) AS other FROM (
    SELECT w.zone, w.name, c.code AS one FROM org_written w JOIN org_written c ON c.zone = w.zone AND c.known = w.known
    WHERE w.code IS NULL AND c.code IS NOT NULL
    UNION SELECT w.zone, w.name, coalesce(c.code, c.name) FROM org_written w JOIN org_written c ON c.zone = w.zone AND c.spelled = w.spelled
    WHERE w.code IS NULL AND c.beside AND NOT EXISTS (SELECT 1 FROM org_written o WHERE o.zone = w.zone AND o.name = w.name AND o.beside)
    UNION SELECT zone, ref, org_id FROM org_shared
  ) maybe GROUP BY zone, name HAVING COUNT(DISTINCT one) > 1`;

/** The names of zones; nothing reads them but {@link placed}. */
export const ZONE_NAMES_TABLE: DerivedTable = { id: 'zone_named', sql: ZONE_NAMED, from: ['zone_alias', 'zone'] };

/**
 * The names of zones, the hierarchy of organisations, each table from those before it, and the counts read by it. Parents are given by code
 * or by name.
 */
export const HIERARCHY_TABLES: readonly DerivedTable[] = [
  ZONE_NAMES_TABLE,
  { id: 'org_node', sql: NODE, from: ['party_org'] },
  { id: 'org_unknown_name', sql: UNKNOWN_NAME, from: NAMING.map(([table]) => table) },
  { id: 'org_spelling', sql: SPELLING, from: ['org_unknown_name'] },
  { id: 'org_shared', sql: SHARED, from: ['org_node'] },
  { id: 'org_called', sql: CALLED, from: ['org_node', 'org_spelling'] },
  { id: 'org_link', sql: LINK, from: ['org_node'] },
  { id: 'org_chain', sql: CHAIN, from: ['org_link'] },
  { id: 'org_committee', sql: ORG_COMMITTEE, from: ['org_chain'] },
  { id: 'latest_org', sql: LATEST_ORG, from: ['org_committee'] },
  { id: 'org_written', sql: WRITTEN, from: FOLLOWED.map(([table]) => table) },
  { id: 'org_known_as', sql: KNOWN_AS, from: ['org_written'] },
  { id: 'org_named', sql: NAMED, from: ['org_called'] },
  { id: 'org_listed', sql: ORG_LISTED, from: ['org_link'] },
  { id: 'org_stretch', sql: ORG_STRETCH, from: ['org_listed'] },
  { id: 'org_may_be', sql: MAY_BE, from: ['org_written', 'org_shared'] },
  ...COUNT_TABLES,
  ...LEVEL_TABLES,
];
