import type { TableSpec } from '../../domain';
import { isZonePart } from '../../model';
import { headerKey } from './header-key';
import { tally } from './tally';

/** Headers that can only mean zones. */
const OF_ZONES = /开发区|园区|高新|经开|功能区|zone|park/u;
const STREET = /(?:街道|街道办|街道办事处|镇|乡|社区|村)$/u;
/** The share of filled cells that must be parts of a zone. */
const SHARE = 0.8;

/**
 * A column taken for the zones whose cells are parts of one (北区, 二期, 沿江片区; streets, where the header may mean them): it says which committee or part a row is of.
 * Gives the fields with that column read so, or left out where the table has another column for parts.
 */
export function withoutParts(
  table: TableSpec,
  fields: readonly (string | null)[],
  header: readonly (string | null)[],
  rows: readonly (readonly string[])[],
  chosen: Readonly<Record<number, string | null>>,
): readonly (string | null)[] {
  const at = fields.indexOf('zone_id');
  if (at < 0 || chosen[at] !== undefined || table.id === 'zone') return fields;
  const cells = [...tally(rows.map((row) => (row[at] ?? '').trim()))].filter(([text]) => text !== '');
  const filled = cells.reduce((sum, [, count]) => sum + count, 0);
  const streets = !OF_ZONES.test(headerKey(header[at] ?? ''));
  const parts = cells
    .filter(([text]) => isZonePart(text) || (streets && STREET.test(text)))
    .reduce((sum, [, count]) => sum + count, 0);
  if (filled === 0 || parts < SHARE * filled) return fields;
  const free = table.columns.some(({ id }) => id === 'committee') && !fields.includes('committee');
  return fields.map((id, index) => (index === at ? (free ? 'committee' : null) : id));
}
