/** A SQL identifier, quoted: `zone"x` → `"zone""x"`. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A SQL literal: text and dates quoted, numbers and booleans plain, null as NULL. Throws on NaN and infinities. */
export function literal(value: string | number | bigint | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a SQL number: ${value}`);
  return String(value);
}

/** A comma-separated list of literals in parentheses; an empty list matches nothing: `(NULL)`. */
export function literals(values: readonly (string | number | null)[]): string {
  return values.length === 0 ? '(NULL)' : `(${values.map(literal).join(', ')})`;
}

/** Several SQL booleans joined by AND; none at all is TRUE. */
export function all(...conditions: readonly string[]): string {
  const kept = conditions.filter((condition) => condition !== '');
  return kept.length === 0 ? 'TRUE' : kept.map((condition) => `(${condition})`).join(' AND ');
}
