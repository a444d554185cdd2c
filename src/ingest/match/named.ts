import { blankReason, parseBoolean } from '../cells';
import { headerForms } from './header-key';
import { madeMeanings, meaningsOf } from './vocabulary';

/** What a header says of somebody beside what he is there for: 党建指导员姓名. */
const WHO = /[(（]?(?:姓名|名字|名单|人名)[)）]?$/u;
/** A cell that says nobody is there yet. */
const NOBODY = /^(?:缺|空缺|暂缺|缺额|待[派选配补落].*|尚未.+|暂[未无].+|没有.+|未.{1,6}|拟.+)$/u;

/**
 * A header of names that say that somebody is there (党建指导员姓名), as the header of whether somebody is; null where it
 * only names.
 */
export function headerOfWhether(header: string): string | null {
  const bare = header.trim().replace(WHO, '');
  const meant = headerForms(bare).flatMap(({ key }) => [...meaningsOf(key), ...madeMeanings(key)]);
  return meant.some(({ column }) => column.named === true) ? bare : null;
}

/** What a cell of names says without them: yes, no, or as it stands where it names nobody. */
export function whetherNamed(cell: string): string {
  const text = cell.trim();
  if (text === '' || blankReason(text) !== null || parseBoolean(text).state === 'value') return text;
  return NOBODY.test(text) ? '否' : '是';
}
