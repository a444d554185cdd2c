import { type Base, DIMENSIONS, type MetricSpec } from '../domain';
import { baseOf, countedForm, metricById } from '../model';
import { all, identifier, joinedCategory, literal, literals, partHolds } from '../sql';
import type { Selection } from './cell';
import type { PartOfZone } from './parts';
import type { Snapshot } from './roll-up';

/** A base query over rows as they are. */
function rowsOf(base: Base): string {
  if (!base.compact) return base.sql;
  const keys = base.compact.keys.map((key) => `u.${identifier(key)}`).join(', ');
  return base.sql.replaceAll('{{rows}}', identifier(base.compact.table)).replaceAll('{{keys}}', keys);
}

/** A base query over rows counted by the columns the metrics read: the same figures from far fewer rows. */
function countedRowsOf(base: Base): string {
  if (!base.compact) return base.sql;
  return base.sql.replaceAll('{{rows}}', identifier(countedTable(base))).replaceAll('{{keys}}', 'u.weight');
}

/** The temporary table of counted rows of a base. */
export function countedTable(base: Base): string {
  return `counted_${base.id.replaceAll('-', '_')}`;
}

/** A table that is written from a query. */
export interface TableQuery {
  readonly table: string;
  readonly sql: string;
}

/** The rows of a compact base counted by the columns its metrics read; null where the base is read as it is. */
export function countedRows(base: Base): TableQuery | null {
  if (!base.compact) return null;
  const columns = base.compact.columns.map(identifier).join(', ');
  const sql = `SELECT ${columns}, count(*) AS weight FROM ${identifier(base.compact.table)} GROUP BY ${columns}`;
  return { table: countedTable(base), sql };
}

/** The rows of a base that several scans read; those of a compact base from its counted rows. */
export function storedRows(base: Base): TableQuery {
  return { table: `rows_${base.id.replaceAll('-', '_')}`, sql: countedRowsOf(base) };
}

/** SQL number for the denominator of a row in scope: one thing counted unless the metric says otherwise; NULL for all but rates. */
function denominatorOf(metric: MetricSpec): string {
  const { scope, denominator = '1' } = metric.population;
  return metric.kind === 'rate' ? `CASE WHEN ${scope} THEN ${denominator} ELSE 0 END` : 'CAST(NULL AS DOUBLE)';
}

/** SQL text for the category of a row; rows out of scope, and rows that do not state theirs, have ''. */
export function categoryOf(metric: MetricSpec): string {
  const { category, scope } = metric.population;
  return category === undefined
    ? `''`
    : `CASE WHEN ${scope} THEN coalesce(${joinedCategory(category)}, '') ELSE '' END`;
}

/** SQL number for the numerator of a row; rows out of scope weigh 0, those that do not say what is asked have none. */
export function numeratorOf({ population: { scope, numerator, silent } }: MetricSpec): string {
  const unsaid = silent === undefined ? '' : ` WHEN ${silent} THEN NULL`;
  return `CASE WHEN ${scope} THEN ${numerator}${unsaid} ELSE 0 END`;
}

/**
 * The population of a metric, and what is reported of it in counts: one row per thing that counts, with zone, committee, domain, period, category, numerator,
 * denominator and the keys of the source row. Rows of weight 0/0 keep a snapshot visible when nothing in it is in scope.
 */
export function populationSql(metric: MetricSpec): string {
  const counted = countedForm(metric);
  const rows = `SELECT *, FALSE AS counted FROM (${listedSql(metric)}) listed`;
  if (counted === null) return rows;
  const keys = baseOf(metric)
    .keys.map((key) => `NULL AS ${identifier(key)}, `)
    .join('');
  return `${rows} UNION ALL SELECT ${DIMENSIONS.join(', ')}, numerator, denominator, ${keys}file_id, source_row, in_scope, TRUE
  FROM (${listedSql(counted)}) counted`;
}

/** The rows of a population that can be opened. */
function listedSql(metric: MetricSpec): string {
  const base = baseOf(metric);
  const keys = base.keys.map((key) => `${identifier(key)}, `).join('');
  return `SELECT zone, committee, domain, period, ${categoryOf(metric)} AS category,
    CAST(${numeratorOf(metric)} AS DOUBLE) AS numerator, CAST(${denominatorOf(metric)} AS DOUBLE) AS denominator,
    ${keys}file_id, source_row,
    CASE WHEN ${metric.population.scope} THEN TRUE ELSE FALSE END AS in_scope
  FROM (${rowsOf(base)}) base`;
}

/** A zone, and what of it a figure is of. */
type PartEntry = readonly [string, PartOfZone];

/** What a drill-through asks for. */
export interface DrillQuestion extends Selection {
  readonly metric: MetricSpec;
  /** Stored periods to keep, exactly as in the cells: for a stock the snapshots that count, else the periods. */
  readonly snapshots?: readonly Snapshot[];
  readonly periods?: readonly string[];
  /** What of each zone the figure is of, where it is not of all; other zones have no rows in it. */
  readonly parts?: readonly PartEntry[];
  /** Only rows of an organisation or a unit whose name or code holds this, however its brackets and letters are written. */
  readonly named?: string;
  /** `numerator`: only rows that count in the numerator; `rest`: only rows that do not. */
  readonly part?: 'numerator' | 'rest';
}

const isIn = (column: string, values: readonly string[] | undefined): string =>
  values === undefined || values.length === 0 ? '' : `${column} IN ${literals(values)}`;

const anyOf = (conditions: readonly string[]): string =>
  conditions.map((condition) => `(${condition})`).join(' OR ') || 'FALSE';

/** The rows of a zone that are of a part of it; its items must be found in the nth part of the category. */
const inPart = ([zone, { items, categories, committees }]: PartEntry, nth = 1): string =>
  all(
    `zone = ${literal(zone)}`,
    items === undefined ? '' : partHolds('category', nth, items),
    isIn('category', categories),
    isIn('committee', committees),
  );

/**
 * The rows of some parts of the zones. Those of a metric over items, counted on some of them, are read off the distribution of owed and
 * lacking items: rows that owe none of these are left out, and what lacks none of them counts.
 */
function partsSql(metric: MetricSpec, parts: readonly PartEntry[]): string {
  const [plain, onItems] = [false, true].map((of) => parts.filter(([, { items }]) => (items !== undefined) === of));
  const found: string[] = [];
  if (plain?.length)
    found.push(`SELECT * FROM (${listedSql(metric)}) listed WHERE ${anyOf(plain.map((one) => inPart(one)))}`);
  if (onItems?.length && metric.items !== undefined) {
    const among = (nth: number): string => anyOf(onItems.map((one) => inPart(one, nth)));
    found.push(`SELECT * REPLACE (CASE WHEN ${among(2)} THEN 0 ELSE numerator END AS numerator, numerator AS denominator, '' AS category)
  FROM (${listedSql(metricById(metric.items))}) owed WHERE ${among(1)}`);
  }
  return found.join(' UNION ALL ') || `SELECT * FROM (${listedSql(metric)}) listed WHERE FALSE`;
}

const NAMES: readonly string[] = ['org_name', 'org_id', 'unit_name', 'unit_id'];

/** The columns that tell whose the rows of a metric are; none where they are of no organisation and no unit. */
export const nameColumns = (metric: MetricSpec): string[] => baseOf(metric).keys.filter((key) => NAMES.includes(key));

const folded = (sql: string): string => `translate(lower(${sql}), '（）〔〕 　', '()()')`;

function isNamed(metric: MetricSpec, text: string | undefined): string {
  if (text === undefined) return '';
  return anyOf(
    nameColumns(metric).map((column) => `contains(${folded(identifier(column))}, ${folded(literal(text.trim()))})`),
  );
}

/** The rows behind a figure: the same population without counts, filtered and not grouped, so the two cannot disagree. */
export function drillSql(question: DrillQuestion): string {
  const { metric, zones, committees, domains, categories, snapshots, periods, parts, named, part } = question;
  const pairs = (snapshots ?? []).map(({ zone, period, category }) =>
    all(
      `zone = ${literal(zone)}`,
      `period = ${literal(period)}`,
      category === undefined ? '' : `category = ${literal(category)}`,
    ),
  );
  const own = parts?.filter(([zone]) => zones === undefined || zones.length === 0 || zones.includes(zone));
  const rows = own === undefined ? listedSql(metric) : partsSql(metric, own);
  return `SELECT * EXCLUDE (in_scope) FROM (${rows}) population WHERE ${all(
    'in_scope',
    isIn('zone', zones),
    isIn('committee', committees),
    isIn('domain', domains),
    isIn('category', categories),
    isIn('period', periods),
    isNamed(metric, named),
    snapshots === undefined ? '' : pairs.length === 0 ? 'FALSE' : pairs.map((pair) => `(${pair})`).join(' OR '),
    part === 'numerator' ? 'numerator <> 0' : part === 'rest' ? 'numerator = 0' : '',
  )}`;
}

/**
 * The cells of several metrics that share a base and a category, in one scan: zone, committee, domain, period, category,
 * then `n0, d0, n1, d1 …` in the order of the metrics. A compact base must have been counted first; `stored` is the table
 * the rows of the base were put into, where they were.
 */
export function cellsSql(metrics: readonly MetricSpec[], stored: string | null = null): string {
  return `${groupedSql(metrics, stored)} ORDER BY 1, 2, 3, 4, 5`;
}

/** What a row of the stored rows of its base adds above and below the line of a metric, as SQL numbers, and its category; null where there is none. */
export function measuresOf(metric: MetricSpec): {
  readonly numerator: string;
  readonly denominator: string | null;
  readonly category: string | null;
} {
  const weight = baseOf(metric).compact ? 'weight * ' : '';
  return {
    numerator: `${weight}${numeratorOf(metric)}`,
    denominator: metric.kind === 'rate' ? `${weight}${denominatorOf(metric)}` : null,
    category: metric.population.category === undefined ? null : categoryOf(metric),
  };
}

/** As {@link cellsSql}, in no order. */
export function groupedSql(metrics: readonly MetricSpec[], stored: string | null): string {
  const [first] = metrics;
  if (!first) throw new RangeError('no metrics');
  const base = baseOf(first);
  const weight = base.compact ? 'weight * ' : '';
  const sums = metrics.map(
    (metric, at) =>
      `CAST(SUM(${weight}${numeratorOf(metric)}) AS DOUBLE) AS n${at}, CAST(SUM(${weight}${denominatorOf(metric)}) AS DOUBLE) AS d${at}`,
  );
  return `SELECT zone, committee, domain, period, ${categoryOf(first)} AS category, ${sums.join(', ')}
  FROM (${stored === null ? countedRowsOf(base) : `SELECT * FROM ${identifier(stored)}`}) base GROUP BY 1, 2, 3, 4, 5`;
}
