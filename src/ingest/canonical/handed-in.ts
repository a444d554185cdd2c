import { tableById } from '../../model';
import { parseCell } from '../cells';
import { type HeaderMatch, headerKey } from '../match';
import type { Said } from './as-of';

/** Headers of the day a row was written or handed in. */
const HANDED_IN = /^(?:填报|上报|报送|填表|录入|提交|更新)(?:日期|时间|日)$/u;
/** So many days after the end of a period its figures are handed in. */
const LATEST = 75;
const DAY = 86_400_000;

/**
 * A match without its column of days where that says when rows were handed in: the texts around the table name a day, and every
 * row was handed in within weeks after it (填报时间 2024/10/8 in a file of 2024Q3).
 */
export function withoutHandingIn(
  match: HeaderMatch,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  said: readonly Said[],
): HeaderMatch {
  const at = match.fields.indexOf('snapshot_date');
  const spec = tableById(match.table ?? '')?.columns.find(({ id }) => id === 'snapshot_date');
  const named = said.find(({ place }) => place !== 'filled-in');
  if (!spec || at < 0 || !named || !HANDED_IN.test(headerKey(header[at] ?? ''))) return match;
  const days = rows.map((row) => (row[at] ?? '').trim()).filter((text) => text !== '');
  const isAfter = (text: string): boolean => {
    const { value } = parseCell(spec, text);
    const behind = typeof value === 'string' ? (Date.parse(value) - Date.parse(named.day)) / DAY : -1;
    return behind > 0 && behind <= LATEST;
  };
  if (days.length === 0 || !days.every(isAfter)) return match;
  return { ...match, fields: match.fields.map((id, index) => (index === at ? null : id)) };
}
