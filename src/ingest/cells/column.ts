import { blankReason } from './blank';
import { booleanCoding, parseBoolean } from './boolean';
import { looksLikeCode } from './code';
import type { CellContext } from './context';
import { dayOrder, isDateFault, parseDate } from './date';
import { parseNumber } from './number';
import { hasPercentSign, parsePercent, shareContext } from './percent';
import { monthZeros, parsePeriod } from './period';
import { looksLikeStars, parseStars } from './star';
import { folded } from './text';
import { wordKey } from './word';

/** What the cells of a column are, judged by what is written in them and above them. */
export type ColumnKind = 'date' | 'period' | 'percent' | 'number' | 'stars' | 'boolean' | 'code' | 'text';

/** The kind of a column and what its cells need to be read. */
export interface ColumnReading {
  readonly kind: ColumnKind;
  readonly context: CellContext;
}

/** A distinct cell of a column, and how many rows hold it. */
export type CellCounts = ReadonlyMap<string, number>;

/** The share of filled cells that must be readable; the rest are refused one by one. */
const READABLE = 0.8;
/** The share that is enough where the header says the same. */
const READABLE_AS_SAID = 0.6;

const TEXT_HEADER =
  /(?:名称|全称|简称|姓名|地址|住址|说明|备注|原因|内容|楼栋|楼宇|描述|措施|依据|联系人|name|address|remark|note)$/u;
const CODE_HEADER =
  /(?:代码|编码|编号|账号|帐号|卡号|证号|证件号码?|身份证号?码?|号码|手机号?|电话|邮编|邮政编码|区划|注册号|工号|学号|文号|单号|流水号|code|uscc|phone|mobile|zip|postcode)$|^(?:id|.*_id|.*\sid)$/u;
const DATE_HEADER = /(?:日期|时间|年月|年月日|生日|时限|期限|date|time)(?:\(.*\))?$|^date/u;
const PERIOD_HEADER =
  /(?:年度|年份|季度|月份|月度|周期|时期|期间|批次|year|quarter|month|period)$|^[年月]$|(?:统计|所属|所在|数据|报告|报送|填报|上报|考核|核算|会计)[年月]$/u;
const SHARE_HEADER =
  /(?:[^频汇倍利]率|占比|比例|比重|百分比|满意度|percent|percentage|ratio|rate|share)(?:\(.*\))?$|[%％][)）]?$/u;
const COUNT_HEADER = /(?:数|数量|人数|次数|户数|金额|得分|分数|总分|总数|合计)(?:\(.*\))?$/u;
const GROWTH_HEADER = /增长|增幅|降幅|涨幅|增减|同比|环比|变化|growth|change/u;
const YES_NO_HEADER = /^(?:是否|有无|是不是|能否|可否)/u;

const DATE_MARK = /\d[-./年]\d{1,2}|[年月日旬]|^\d{8}$|[a-z]{3}/iu;

/** The yes/no words that are nothing else; 合格 or ★ would lose their meaning as true. */
const PLAIN_YES_NO =
  /^(?:是|否|有|无|对|错|√|×|✓|✔|✗|✘|y|n|yes|no|true|false|(?:已|已经|未|尚未)\p{Script=Han}{1,3})$/u;

function total(cells: CellCounts, test: (cell: string) => boolean): number {
  let sum = 0;
  for (const [cell, count] of cells) if (test(cell)) sum += count;
  return sum;
}

const most = (cells: CellCounts, filled: number, test: (cell: string) => boolean, said = false): boolean =>
  filled > 0 && total(cells, test) >= (said ? READABLE_AS_SAID : READABLE) * filled;

function isCode(header: string, cells: CellCounts, filled: number): boolean {
  const digits = total(cells, (cell) => /^[\dA-Za-z][\dA-Za-z\-_.]*$/u.test(folded(cell)));
  if (CODE_HEADER.test(header)) return filled === 0 || digits >= READABLE * filled || total(cells, looksLikeCode) > 0;
  // Figures that are written as text on purpose somewhere in the column are codes everywhere in it.
  return digits >= READABLE * filled && total(cells, looksLikeCode) > 0 && !DATE_HEADER.test(header) && !isDates(cells);
}

const isDates = (cells: CellCounts): boolean => [...cells.keys()].every((cell) => parseDate(cell).state === 'value');

function isBoolean(header: string, all: CellCounts): boolean {
  const cells = [...all.keys()].map((cell) => folded(cell).toLowerCase());
  const spoken = cells.filter((cell) => blankReason(cell) === null || cell === '无' || cell === '没有');
  if (spoken.length === 0) return false;
  if (spoken.every((cell) => /^[012]$/u.test(cell))) return YES_NO_HEADER.test(header);
  const plain = spoken.every((cell) => PLAIN_YES_NO.test(cell) && parseBoolean(cell).state === 'value');
  // A column of nothing but 无 says "none", not "no".
  return plain && (YES_NO_HEADER.test(header) || spoken.some((cell) => cell !== '无' && cell !== '没有'));
}

function isShare(header: string, cells: CellCounts, filled: number, context: CellContext): boolean {
  const signed = total(cells, hasPercentSign);
  const said = signed > 0 || /[%％]/u.test(header);
  const read = most(cells, filled, (cell) => {
    const found = parsePercent(cell, context);
    const unclear = said && found.reason === 'percent-unclear';
    return found.state === 'value' || unclear || found.reason === 'percent-out-of-range';
  });
  if (signed > 0) return read && (signed * 2 >= filled || SHARE_HEADER.test(header));
  const inside = (cell: string): boolean => (parseNumber(cell).value ?? Infinity) <= 100;
  return read && SHARE_HEADER.test(header) && most(cells, filled, inside, true);
}

function isDate(header: string, cells: CellCounts, filled: number, context: CellContext): boolean {
  const dateHeader = DATE_HEADER.test(header);
  const readable = (cell: string): boolean => {
    const found = parseDate(cell, context);
    if (found.state === 'value') return dateHeader || found.reason !== 'excel-serial';
    return isDateFault(found.reason);
  };
  // A column of nothing but unclear dates (23.5.31) stays text: emptied, it would say less than it does.
  const certain = total(cells, (cell) => parseDate(cell, context).state === 'value');
  if (certain * 2 < filled || !most(cells, filled, readable, dateHeader)) return false;
  const marked = total(cells, (cell) => DATE_MARK.test(folded(cell)));
  if (!dateHeader && marked * 2 < filled) return false;
  // 2023.5 and 2018-03 beside 1.25 are numbers that happen to look like months.
  const decimals = total(cells, (cell) => /^\d{4}\.\d{1,2}$/u.test(folded(cell)));
  return dateHeader || PERIOD_HEADER.test(header) || decimals < filled;
}

function isPeriod(header: string, cells: CellCounts, filled: number, context: CellContext): boolean {
  if (!most(cells, filled, (cell) => parsePeriod(cell, context).state === 'value')) return false;
  const worded = total(cells, (cell) => /[年月季度QqHh]|半年/u.test(folded(cell)));
  return PERIOD_HEADER.test(header) || worded * 2 >= filled;
}

/** Quarters, half-years and years only: a date column would turn them into days they do not name. */
function isCoarse(cells: CellCounts, context: CellContext): boolean {
  return [...cells.keys()].every((cell) => /^\d{4}(?:$|[QH])/u.test(parsePeriod(cell, context).value ?? ''));
}

function isStars(header: string, cells: CellCounts, filled: number): boolean {
  const drawn = total(cells, looksLikeStars);
  return drawn > 0 && /星|star/u.test(header) && most(cells, filled, (cell) => parseStars(cell).state === 'value');
}

function isNumber(header: string, cells: CellCounts, filled: number): boolean {
  if (TEXT_HEADER.test(header) || DATE_HEADER.test(header)) return false;
  const readable = (cell: string): boolean => {
    const found = hasPercentSign(cell) ? parsePercent(cell) : parseNumber(cell);
    return found.state === 'value' || found.reason === 'number-range' || found.reason === 'percent-out-of-range';
  };
  const certain = total(cells, (cell) => /\d/u.test(folded(cell)) || /[十百千万亿]/u.test(cell));
  return (
    certain * 2 >= filled &&
    most(cells, filled, readable, COUNT_HEADER.test(header)) &&
    total(cells, (cell) => parseNumber(cell).state === 'value') > 0
  );
}

/** Decides what a column is from its header and its distinct cells; blanks of every kind do not count. Text when in doubt. */
export function columnReading(header: string, all: CellCounts, base: CellContext = {}): ColumnReading {
  const name = wordKey(header);
  const cells = new Map([...all].filter(([cell]) => blankReason(cell) === null));
  const filled = total(cells, () => true);
  const coding = booleanCoding(cells.keys());
  if (isBoolean(name, all))
    return { kind: 'boolean', context: coding === null ? base : { ...base, booleanCoding: coding } };
  if (filled === 0) return { kind: 'text', context: base };
  const zeros = monthZeros(cells.keys());
  const order = dayOrder(cells.keys());
  const dated: CellContext = {
    ...base,
    ...(zeros ? { monthZeros: zeros } : {}),
    ...(order === null ? {} : { dayOrder: order }),
  };
  if (isCode(name, cells, filled)) return { kind: 'code', context: base };
  if (isStars(name, cells, filled)) return { kind: 'stars', context: base };
  const shares: CellContext = {
    ...base,
    ...shareContext(name, cells.keys()),
    ...(GROWTH_HEADER.test(name) ? { unboundedPercent: true } : {}),
  };
  if (isShare(name, cells, filled, shares)) return { kind: 'percent', context: shares };
  if (isCoarse(cells, dated) && isPeriod(name, cells, filled, dated)) return { kind: 'period', context: dated };
  if (isDate(name, cells, filled, dated)) return { kind: 'date', context: dated };
  if (isPeriod(name, cells, filled, dated)) return { kind: 'period', context: dated };
  if (isNumber(name, cells, filled)) return { kind: 'number', context: base };
  return { kind: 'text', context: base };
}
