import type { ColumnSpec } from '../../domain';
import { TABLES, typeAtEnd } from '../../model';
import { blankReason, parseBoolean, parseCell, parsePeriod } from '../cells';
import { headerKey } from '../match';
import { unitsByKind } from '../match/kind-groups';
import { tiersOf } from '../match/header-key';
import { meaningsOf } from '../match/vocabulary';

/** One fact that a table writes over several columns, or over its rows, gathered into one column. */
export interface Gathering {
  /** The columns it is written over; the first receives it. One behind the last where no column says it. */
  readonly from: readonly number[];
  readonly header: string;
  /** The fact as one column would write it, of a row and the line that heads it. */
  readonly text: (cells: readonly string[], group: string) => string;
}

const YEAR_HEADER = /^(?:所属|统计|填报|考核|评定|报告)?(?:年度|年份|年)$/u;
const PART_HEADER = /^(?:所属|统计|填报|考核|评定|报告)?(?:季度|季|半年|月份|月度|月)$/u;
const YEAR = /^(?:19|20)\d{2}(?:\.0)?\s*年?度?$/u;
const NUMBER = /^\d{1,2}(?:\.0)?$/u;

const cellsOf = (rows: readonly (readonly string[])[], at: number): string[] =>
  rows.map((row) => (row[at] ?? '').trim());

/** A part of a year with its year: 2024 and 三季度 or 3 under 季度 are 2024年第三季度. */
function dated(year: string, part: string, unit: string): string {
  if (year === '' || part === '') return year || part;
  const bare = year.replace(/(?:\.0)?\s*年?度?$/u, '');
  return NUMBER.test(part) ? `${bare}年${Number(part)}${unit}` : `${bare}年${part}`;
}

/** A year and a part of it side by side (年度, 季度): neither alone is a period. */
function yearAndPart(header: readonly string[], rows: readonly (readonly string[])[]): Gathering | null {
  const keys = header.map(headerKey);
  const year = keys.findIndex((key) => YEAR_HEADER.test(key));
  const part = keys.findIndex((key) => PART_HEADER.test(key));
  if (year < 0 || part < 0) return null;
  const unit = keys[part]?.includes('季') === true ? '季度' : '月';
  const years = cellsOf(rows, year).filter((text) => text !== '');
  const parts = cellsOf(rows, part).filter((text) => text !== '');
  const isPart = (text: string): boolean => parsePeriod(dated('2024', text, unit)).state === 'value';
  // A part with its year in the same cell needs none beside it.
  const bare = parts.every((text) => isPart(text) && !/\d{4}/u.test(text));
  if (years.length === 0 || parts.length === 0 || !bare || !years.every((text) => YEAR.test(text))) return null;
  // A year written once stands for the rows below it.
  let last = '';
  return {
    from: [part, year],
    header: unit === '季度' ? unit : '所属时期',
    text: (cells) => {
      last = (cells[year] ?? '').trim() || last;
      return dated(last, (cells[part] ?? '').trim(), unit);
    },
  };
}

/** Levels and grades as words over columns. */
const STARS = /^(?:[一二三四五1-5]星级?|无星|★+)$/u;
const GRADES =
  /^(?:优秀|优|良好|良|较好|好|中等?|一般|较差|差|先进|后进|合格|基本合格|不合格|达标|基本达标|不达标|[ABCD]级?|[一二三四]类)$/u;

/** Columns with a fixed set of values. */
const CHOICES: readonly ColumnSpec[] = [
  ...new Set(TABLES.flatMap(({ columns }) => columns.filter((column) => wordsOf(column) !== null))),
];

/** The words a column that is no list of values has for its levels; null where it has none. */
function wordsOf({ type, id, label, topOf }: ColumnSpec): RegExp | 'values' | null {
  if (type === 'enum') return 'values';
  if (type === 'integer' && topOf === undefined && label.zh.endsWith('星级')) return STARS;
  return id === 'grade_label' ? GRADES : null;
}

const BUILT = TABLES.flatMap(({ columns }) => columns).find(({ id }) => id === 'built');

/** A row says at most one of several; so many of a hundred may say two, which is doubted where it is read. */
const SAY_ONE = 0.98;

const isTicked = (text: string): boolean => blankReason(text) === null && parseBoolean(text).value === true;
const isTickOrNone = (text: string): boolean => blankReason(text) !== null || parseBoolean(text).value !== null;

/** The value of a column that a word means; null where it means none. */
function valueOf(column: ColumnSpec, word: string): string | null {
  const words = wordsOf(column);
  if (words instanceof RegExp && !words.test(word)) return null;
  const found = parseCell(column, word);
  return found.state === 'value' ? String(found.value) : null;
}

/** A form that a header asks for: 是否单独建立党支部 over ticks says what 单独建立党支部 does. */
const ASKED_FORM = /^(?:是否|是不是|有无|有否)(?=.*(?:单独|独立|单建|联合|联建|区域|行业|挂靠|功能型))/u;

/** The last tier of a header and what stands above it, without notes in brackets (打√). */
function partsOf(header: string): { readonly above: string; readonly word: string } {
  const tiers = tiersOf(header.replace(/[(（][^()（）]*[√✓×][^()（）]*[)）]/gu, ' '));
  return { above: tiers.slice(0, -1).join(''), word: (tiers.at(-1) ?? '').replace(ASKED_FORM, '') };
}

/** Whether a header names a time: what stands below it is counted in that time (1月 over 党员大会 and 党课), even where all counts are 0 and 1. */
const isTime = (above: string): boolean => parsePeriod(above, { year: 2000 }).value !== null;

/** Columns side by side whose words are values of one column, and what they gather into; null where rows tick several of them. */
interface TickedRun {
  readonly columns: readonly number[];
  readonly gathering: Gathering | null;
}

/** One of several ticked (单独组建 | 联合组建 | 未建): the words over the columns are values, the ticks say which. */
function oneTicked(
  parts: readonly ReturnType<typeof partsOf>[],
  isTicks: readonly boolean[],
  rows: readonly (readonly string[])[],
  from: number,
): TickedRun | null {
  if (isTicks[from] !== true || isTicks[from + 1] !== true) return null;
  const { above } = parts[from] ?? { above: '' };
  if (isTime(above)) return null;
  /** The columns side by side whose words are values of one column, each another. */
  const under = (column: ColumnSpec): number[] => {
    const values: string[] = [];
    for (let at = from; at < parts.length; at += 1) {
      const part = parts[at];
      const value = part?.above === above && isTicks[at] === true ? valueOf(column, part.word) : null;
      if (value === null || values.includes(value)) break;
      values.push(value);
    }
    return values.map((_, nth) => from + nth);
  };
  /** Of what explains as many columns, the one that is named above them; else the first. */
  const [best] = CHOICES.map((column) => ({ column, columns: under(column), named: isHeaderOf(column, above) })).sort(
    (a, b) => b.columns.length - a.columns.length || Number(b.named) - Number(a.named),
  );
  if (!best || best.columns.length < 2) return null;
  const { column, columns, named } = best;
  const none = saidByNone(
    column,
    columns.map((at) => valueOf(column, parts[at]?.word ?? '')),
  );
  const ticked = (cells: readonly string[]): number[] => columns.filter((at) => isTicked((cells[at] ?? '').trim()));
  const ticks = rows.map((row) => ticked(row).length);
  const said = ticks.filter((n) => n > 0).length;
  if (said === 0 || ticks.filter((n) => n > 1).length > (1 - SAY_ONE) * said) return { columns, gathering: null };
  return {
    columns,
    gathering: {
      from: columns,
      header: named ? above : (column.headers[0] ?? above),
      text: (cells) =>
        ticked(cells)
          .map((at) => parts[at]?.word ?? '')
          .join('、') || none,
    },
  };
}

const MODE = CHOICES.find(({ id }) => id === 'coverage_mode');

/** What a row says that ticks none of them: beside 已建 and 应建未建 it has no organisation, and need not; beside 未建 nobody knows. */
function saidByNone(column: ColumnSpec, values: readonly (string | null)[]): string {
  const unbuilt = values.filter((value) => value?.startsWith('未建') === true);
  return column === MODE && unbuilt.length > 0 && unbuilt.length < values.length && !unbuilt.includes('未建-未注明')
    ? '未建'
    : '';
}

/** A value of how units are covered over ticks of its own (应建未建), beside the column that says the rest or alone. */
function tickedBeside(
  header: readonly string[],
  parts: readonly ReturnType<typeof partsOf>[],
  isTicks: readonly boolean[],
  rows: readonly (readonly string[])[],
): Gathering | null {
  const says = (at: number, column: ColumnSpec | undefined): boolean =>
    column !== undefined && (isHeaderOf(column, header[at] ?? '') || isHeaderOf(column, parts[at]?.word ?? ''));
  const at = parts.findIndex(
    ({ word }, c) =>
      // 应建 alone is another column: whether it need have one.
      isTicks[c] === true &&
      word.includes('未') &&
      MODE?.values?.some(({ id }) => id === '未建-应建' && valueOf(MODE, word) === id) === true,
  );
  const word = parts[at]?.word ?? '';
  if (at < 0 || !rows.some((row) => isTicked((row[at] ?? '').trim()))) return null;
  const other = header.findIndex((_, c) => c !== at && (says(c, MODE) || says(c, BUILT)));
  const own = (cells: readonly string[]): string => (isTicked((cells[at] ?? '').trim()) ? word : '');
  if (other < 0) return { from: [at], header: MODE?.headers[0] ?? '', text: own };
  const textOf = (cells: readonly string[]): string => (cells[other] ?? '').trim();
  const isSaid = (text: string): boolean => blankReason(text) === null && parseBoolean(text).value !== false;
  // Where nothing says no in words, a row without either tick has no organisation and need not.
  const saysNo = rows.some((row) => blankReason(textOf(row)) === null && textOf(row) !== '' && !isSaid(textOf(row)));
  const none = saysNo || !rows.some((row) => isSaid(textOf(row)) && textOf(row) !== '') ? '' : '未建';
  return {
    from: [other, at],
    header: header[other] ?? '',
    text: (cells) => {
      const said = textOf(cells);
      // Where both say something it is told as a word nobody knows.
      if (said !== '' && isSaid(said)) return own(cells) === '' ? said : `${said}、${word}`;
      return own(cells) || (said === '' || blankReason(said) !== null ? none : '') || said;
    },
  };
}

/** What a header says its figures mean: 是否建立党组织（1是 2否）, 建立形式(1-单独，2-联合). */
const LEGEND = /[(（]((?:\s*\d{1,2}\s*[-—.．、:：=为]?\s*\p{Script=Han}{1,8}\s*[,，;；、/\s]*){2,9})[)）]\s*$/u;
const ENTRY = /(\d{1,2})\s*[-—.．、:：=为]?\s*(\p{Script=Han}{1,8})/gu;

/** A column of figures whose header says what each means: the word in place of the figure. */
function explained(header: string, at: number): Gathering[] {
  const legend = LEGEND.exec(header);
  if (!legend) return [];
  const words = new Map([...(legend[1] ?? '').matchAll(ENTRY)].map(([, figure = '', word = '']) => [figure, word]));
  return words.size < 2
    ? []
    : [
        {
          from: [at],
          header: header.slice(0, legend.index).trim(),
          text: (cells) => {
            const cell = (cells[at] ?? '').trim();
            return words.get(cell.replace(/\.0+$/u, '')) ?? cell;
          },
        },
      ];
}

const isHeaderOf = (column: ColumnSpec, text: string): boolean =>
  column.headers.some((header) => headerKey(header) === headerKey(text)) || column.made?.test(headerKey(text)) === true;

const NUMBERED = /^[(（]?(?:[一二三四五六七八九十]+|\d{1,2})[)）、.．]\s*/u;
const COUNTED = /[(（:：][^()（）]*[)）]?$/u;
const LONGEST_NAME = 20;
/** A place alone (望海) among names of zones. */
const PLACE = /^\p{Script=Han}{2,6}$/u;
const OTHER_BODY = /(?:街道|镇|乡|村|社区|片区|党委|总支|支部|工委|党组|公司|企业|领域|情况|类)$/u;

/** What a line above rows names, without its number and count (一、江岸高新区（43个）). */
const nameIn = (group: string): string => group.trim().replace(NUMBERED, '').replace(COUNTED, '').trim();

/** The zone that a line above rows names; null where it names none, or something else. */
function zoneNamed(group: string): string | null {
  const name = nameIn(group);
  if (name.length > LONGEST_NAME) return null;
  return typeAtEnd(name) !== undefined || (PLACE.test(name) && !OTHER_BODY.test(name)) ? name : null;
}

/** Zones as lines above their rows, where no column says the zone. */
function headedByZones(header: readonly string[], groups: readonly string[]): Gathering | null {
  const saysZone = (text: string): boolean => meaningsOf(headerKey(text)).some(({ column }) => column.id === 'zone_id');
  const named = [...new Set(groups)];
  const typed = named.filter((group) => typeAtEnd(nameIn(group)) !== undefined);
  if (2 * typed.length < named.length || named.length === 0 || header.some(saysZone)) return null;
  if (named.some((group) => zoneNamed(group) === null)) return null;
  return { from: [header.length], header: '开发区', text: (_, group) => zoneNamed(group) ?? '' };
}

const LEVEL_ENDING = /(?:等次|档次)?(?:的)?(?:基层)?(?:党组织|党总?支部|党委|支部)?(?:名单|如下)?$/u;
const STAR_LEVEL = TABLES.flatMap(({ columns }) => columns).find(({ id }) => id === 'star_level');

/** Levels or grades as lines above their rows (一、五星级党支部（2个）), where no column says them. */
function headedByLevels(header: readonly string[], groups: readonly string[]): Gathering | null {
  const named = [...new Set(groups)];
  const levelIn = (group: string): string =>
    nameIn(group)
      .replace(/^(?:评定为|获评|拟命名)/u, '')
      .replace(LEVEL_ENDING, '');
  const says = (id: string): boolean =>
    header.some((text) => meaningsOf(headerKey(text)).some(({ column }) => column.id === id));
  const isStar = (text: string): boolean => STARS.test(text);
  if (named.length === 0 || named.includes('')) return null;
  const of = named.every((group) => isStar(levelIn(group)))
    ? STAR_LEVEL
    : named.every((group) => GRADES.test(levelIn(group)) && /等次|档次|党|支部/u.test(group))
      ? CHOICES.find(({ id }) => id === 'grade_label')
      : undefined;
  if (!of || says(of.id)) return null;
  return { from: [header.length], header: of.headers[0] ?? '', text: (_, group) => levelIn(group) };
}

const COUNT = /^\d{1,9}(?:\.0+)?$/u;

/** Units counted by kind beside counts of all kinds: how many there are is their sum, and nothing where one is no count. */
function addedUp(header: readonly string[]): Gathering | null {
  const from = unitsByKind(header);
  if (from.length === 0) return null;
  const text = (cells: readonly string[]): string => {
    const counts = from.map((at) => (cells[at] ?? '').trim().replaceAll(',', ''));
    return counts.every((count) => COUNT.test(count))
      ? String(counts.reduce((sum, count) => sum + Number(count), 0))
      : '';
  };
  return { from, header: '单位总数', text };
}

/** Nobody writes one fact over columns of a wider table. */
const MOST_COLUMNS = 300;

/**
 * What a table writes over several columns, or above its rows, by its header and its first rows, each with the line that heads it (''
 * where none does); none in most tables.
 */
export function gatheringsOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  groups: readonly string[] = [],
): readonly Gathering[] {
  if (header.length > MOST_COLUMNS || rows.length === 0) return [];
  const found: Gathering[] = [];
  const period = yearAndPart(header, rows);
  if (period !== null) found.push(period);
  const isTicks = header.map((_, at) => rows.every((row) => isTickOrNone((row[at] ?? '').trim())));
  const parts = header.map(partsOf);
  const taken = new Set<number>();
  for (let at = 0; at < header.length - 1; at += 1) {
    const run = oneTicked(parts, isTicks, rows, at);
    if (run === null) continue;
    for (const column of run.columns) taken.add(column);
    // Of columns that are ticked together no part is one fact either.
    if (run.gathering !== null) found.push(run.gathering);
    at += run.columns.length - 1;
  }
  const beside = tickedBeside(header, parts, isTicks, rows);
  if (beside !== null && !beside.from.some((at) => taken.has(at))) found.push(beside);
  found.push(...header.flatMap(explained));
  const units = addedUp(header);
  if (units !== null) found.push(units);
  return [...found, ...[headedByZones(header, groups), headedByLevels(header, groups)].filter((one) => one !== null)];
}

/** The header once gathered: as many columns, those that were gathered into another without a name. */
export function gatheredHeader(header: readonly string[], gatherings: readonly Gathering[]): readonly string[] {
  const whole = [...header];
  for (const { from, header: text } of gatherings)
    for (const [nth, at] of from.entries()) whole[at] = nth === 0 ? text : '';
  return whole;
}

/** A row once gathered, with the line that heads it. Rows are given in their order. */
export function gatheredRow(cells: string[], gatherings: readonly Gathering[], group = ''): string[] {
  if (gatherings.length === 0) return cells;
  const whole = [...cells];
  for (const { from, text } of gatherings) {
    const said = text(cells, group);
    for (const [nth, at] of from.entries()) whole[at] = nth === 0 ? said : '';
  }
  return whole;
}
