import { tableById } from '../../model';
import { parseBoolean, parseCell } from '../cells';
import type { HeaderMatch } from '../match';

/** What a list of those without an organisation calls itself; 组建情况 and 已建未建 are of all. */
const UNBUILT = /未建|未组建|未成立|未覆盖|空白点|空白企业|“?空白”?单位|尚未建立/u;
const OF_ALL = /已建|已组建|覆盖情况|组建情况|建立情况|总表|台账|全部/u;
/** The heading of a part of a list whose other parts stand beside it. */
const SECTION = /^\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．)）]|其中)/u;
const HAS_ONE = /^(?:单独|联合|已建)/u;

/**
 * Whether a table lists only the units without an organisation: it is called so, and none of its rows has one. No share of all units
 * can be told from it, and it takes no counts' place.
 */
export function listsUnbuilt(
  match: HeaderMatch,
  rows: readonly (readonly string[])[],
  texts: readonly (string | null)[],
): boolean {
  if (match.table !== 'unit_coverage') return false;
  if (!texts.some((text) => text !== null && UNBUILT.test(text) && !OF_ALL.test(text) && !SECTION.test(text)))
    return false;
  const columns = tableById('unit_coverage')?.columns ?? [];
  return !match.fields.some((id, at) => {
    const column = columns.find((one) => one.id === id);
    if (!column || (id !== 'coverage_mode' && id !== 'built')) return false;
    return rows.some((row) => {
      const cell = row[at] ?? '';
      const read = parseCell(column, cell);
      return parseBoolean(cell).value === true || (typeof read.value === 'string' && HAS_ONE.test(read.value));
    });
  });
}
