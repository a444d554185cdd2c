import { isFilled, isValue } from './cell-kind';
import { type IsHeaderWord, type Row, isHeaderText } from './header-row';
import { isNoteText } from './row-words';

const MOST_ROWS = 80;
/** The first row of a list of measures; its second column is a column like any other. */
const LIST_HEAD = /^(?:项目|指标|名称|类别|字段|序号|选项|问题|(?:评定)?星级|等次|等级|定级)/;
/** What stands over the values of a form: no list of measures has it. */
const FORM_HEAD = /^(?:填[写报])?(?:内容|信息)$/;
const COLON = /[:：]\s*$/;
const BOTH = /^[^:：]{2,12}[:：]\s*\S/;

/**
 * Whether rows are a form, names and values beside each other (园区名称 | 河西园 | 负责部门 | 组织部): in a table only the first row
 * names things, in a form every row does.
 */
export function isFormCard(rows: readonly Row[], isWord: IsHeaderWord): boolean {
  if (rows.length > MOST_ROWS) return false;
  const body = rows.filter((row) => row.filled >= 2 && !isNoteText(row.cells.find(isFilled) ?? ''));
  if (body.length < 2 || body.length * 2 < rows.length) return rows.length > 2 && rows.every(isSaying);
  const texts = body.map(({ cells }) => cells.filter(isFilled).map((text) => text.trim()));
  const names = texts.flatMap((row) => row.filter((_, i) => i % 2 === 0 && i + 1 < row.length));
  const values = texts.flatMap((row) => row.filter((_, i) => i % 2 === 1));
  const named = names.filter((text) => isName(text, isWord)).length;
  const alike = values.filter((text) => isName(text, isWord)).length;
  if (named < names.length * 0.7 || alike > values.length * 0.4) return false;
  if (new Set(names).size < names.length * 0.9 || names.some((text) => isValue(text))) return false;
  const pairs = names.length / body.length;
  if (pairs >= 1.5) return true;
  const mixed = values.some(isValue) && values.some((text) => !isValue(text));
  return (
    body.length >= 4 &&
    mixed &&
    (!LIST_HEAD.test(names[0] ?? '') || FORM_HEAD.test(values[0] ?? '')) &&
    texts.every(({ length }) => length <= 3)
  );
}

function isName(text: string, isWord: IsHeaderWord): boolean {
  return COLON.test(text) || (text.length <= 12 && isHeaderText(text, isWord));
}

/** Every text says what it is of itself: 园区名称：河西园. */
function isSaying(row: Row): boolean {
  return row.filled > 0 && row.cells.every((cell) => !isFilled(cell) || BOTH.test(cell.trim()));
}
