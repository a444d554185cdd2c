import { parseCell } from '../cells';
import { asText } from './careful';
import type { Staged } from './staged';

/** What is given once for all rows of a table, as text that only needs a cast; a value that cannot be read is none. */
export function onceOf({
  table,
  fileLevel,
  context,
}: Pick<Staged, 'table' | 'fileLevel' | 'context'>): Map<string, string> {
  const once = new Map<string, string>();
  for (const spec of table.columns) {
    const text = fileLevel[spec.id];
    const value = text === undefined ? null : asText(table, { spec, result: parseCell(spec, text, context) });
    if (value !== null) once.set(spec.id, value);
  }
  return once;
}
