import { headerKey, tiersOf } from './header-key';
import { meaningsOf } from './vocabulary';

/**
 * What the column of a cell holds: `figure` counts, amounts and days, `code` names things by numbers, `text` anything else.
 * A bare run of figures is a telephone in a text, not in a column of figures or codes.
 */
export type ColumnUse = 'figure' | 'code' | 'text';

const CODE =
  /代码|编码|编号|序号|信用|识别码|机构码|注册号|许可证|执照|[账帐卡文单工学案档]号|流水|凭证|批次|^(?:.*[_\s])?(?:id|code|no|num|number|account)$/iu;
const FIGURE =
  /数$|数量|总[数量额]|[数额量](?:\(|（|$)|金额|产值|营收|收入|利润|资产|资本|税|支出|经费|投入|资金|费$|元(?:\)|）|$)|面积|率|比例|占比|得分|分数|合计|总计|小计|人次|次数|(?:^|[_\s])(?:total|count|amount|sum|value|revenue|employees|members|score|rate)(?:$|[_\s])/iu;

const FIGURES: readonly string[] = ['integer', 'number', 'date', 'period'];

/** What a column holds, by its header: figures and codes may be as long as a telephone without being one. */
export function useOf(header: string): ColumnUse {
  const keys = [header, tiersOf(header).at(-1) ?? ''].map(headerKey);
  const types = keys.flatMap((key) => meaningsOf(key).map(({ column }) => column.type));
  if (types.includes('code')) return 'code';
  if (types.length > 0 && types.every((type) => FIGURES.includes(type))) return 'figure';
  if (types.includes('text')) return 'text';
  if (keys.some((key) => CODE.test(key))) return 'code';
  return keys.some((key) => FIGURE.test(key)) ? 'figure' : 'text';
}
