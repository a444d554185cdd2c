import type { TableSpec } from '../../domain';
import { spelledSoon as folded } from '../../model';
import { identifier, literal } from '../../sql';

export { folded };

/**
 * SQL for a number that stands for some values, NULL among them. The database's own hash of a text lets credit codes fall together
 * (28 of 100,000), so texts are hashed as their MD5.
 */
export const numberFor = (values: readonly string[]): string =>
  `hash(${[...values.map((sql) => `md5(CAST(${sql} AS VARCHAR))`), "''"].join(', ')})`;

/** A number of a few figures is the number of a line, not of a thing; with zeros in front it may be a code. */
export const lineNumber = (sql: string): string =>
  `(strlen(${sql}) <= 5 AND regexp_full_match(${sql}, '[1-9][0-9]{0,4}'))`;

/** What a table says about which of its rows speak of the same thing, as SQL over its own columns. */
export interface Thing {
  /** The code that is an identity by itself; NULL where there is none or where it only numbers lines. */
  readonly code: string;
  /** The number of the line, where that is all the code is. */
  readonly line: string;
  /** What tells things apart where no code does: a name, or what is said of the item; NULL where that is too little. */
  readonly name: string;
  /** The same as it is written, before it is {@link folded}. */
  readonly written: string;
  /** What else must be stated: the day, the kind, the cycle. */
  readonly stated: readonly string[];
  /** What may be left out: blank is alike blank only where nothing speaks against it. */
  readonly optional: readonly string[];
  /** Whether several rows of one file may have all of that in common and be several things. */
  readonly vague: string;
  readonly zone: string;
  /** The columns whose spelling may differ. */
  readonly spelled: readonly string[];
}

/** Counts of a month have no day of their own, and one planned day may see several meetings. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = { held_date: ['planned_date', 'period'] };

/** What stands between two texts. */
const BETWEEN = literal('\u001f');

/** Texts as one, `concat` takes NULL for nothing; NULL where the first is. Signs are folded one by one, so they may be folded together. */
function joined(texts: readonly string[]): string {
  const [first = ''] = texts;
  if (texts.length === 1) return `CAST(${first} AS VARCHAR)`;
  const parts = texts.map((text) => `CAST(${text} AS VARCHAR)`);
  return `CASE WHEN ${first} IS NOT NULL THEN concat(${parts.join(`, ${BETWEEN}, `)}) END`;
}

const SPELLED = ['unit_name', 'org_name', 'zone_name', 'zone_id', 'target_name', 'problem', 'topic', 'committee'];

/** What makes two rows of a table speak of the same thing. */
export function thingOf(table: TableSpec): Thing {
  const has = (id: string): boolean => table.columns.some((column) => column.id === id);
  const { identity = [] } = table;
  const [first = ''] = table.key;
  const coded = identity.length > 0;
  const own = `CAST(${identifier(first)} AS VARCHAR)`;
  const others = [...(coded ? table.key.slice(1) : table.key), ...['awarding_level', 'partial'].filter(has)].filter(
    (id) => id !== 'zone_id',
  );
  // Where a convention stands in for what is not stated (评定办法), rows without it are of one thing, as those are that lack what is optional.
  const optional = [
    ...(table.optional ?? []),
    ...table.columns.flatMap(({ id, unstated }) =>
      unstated !== undefined && others.includes(id) && table.optional?.includes(id) !== true ? [id] : [],
    ),
  ];
  const valueOf = (id: string): string => {
    // What only some lists say of themselves is not so where it is not said.
    if (table.columns.some((column) => column.id === id && column.type === 'boolean'))
      return `coalesce(CAST(${identifier(id)} AS VARCHAR), 'false')`;
    const all = [id, ...(STAND_INS[id] ?? []).filter(has)].map((name) => `CAST(${identifier(name)} AS VARCHAR)`);
    return all.length === 1 ? String(all[0]) : `coalesce(${all.join(', ')})`;
  };
  const written = coded ? joined(identity) : `'-'`;
  const unsure = others.filter((id) => id in STAND_INS).map((id) => `${identifier(id)} IS NULL`);
  // A name is an identity; what is said of an item without a number may be said of two.
  if (identity.length > 1) unsure.push(`${own} IS NULL OR ${lineNumber(own)}`);
  else if (coded) unsure.push(`coalesce(${lineNumber(own)}, false)`);
  for (const id of optional) unsure.push(`${identifier(id)} IS NULL`);
  return {
    code: coded ? `CASE WHEN NOT ${lineNumber(own)} THEN ${own} END` : 'CAST(NULL AS VARCHAR)',
    line: coded ? `CASE WHEN ${lineNumber(own)} THEN ${own} END` : 'CAST(NULL AS VARCHAR)',
    name: coded ? folded(written) : written,
    written,
    stated: others.filter((id) => !optional.includes(id)).map(valueOf),
    optional: others
      .filter((id) => optional.includes(id))
      // What is said of an item tells it apart by itself: the batch of a ledger that comes again is another one.
      .map((id) =>
        identity.length > 1 ? `CASE WHEN NOT coalesce(${lineNumber(own)}, true) THEN ${valueOf(id)} END` : valueOf(id),
      ),
    vague: unsure.length === 0 ? 'false' : unsure.map((sql) => `(${sql})`).join(' OR '),
    zone: has('zone_id') && !(coded && first === 'zone_id') ? identifier('zone_id') : "'-'",
    spelled: SPELLED.filter(has),
  };
}
