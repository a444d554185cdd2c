import { type ColumnSpec, type Grain, type TableSpec, grainOf, lastDay } from '../../domain';
import { type CellContext, blankReason, parseCell } from '../cells';
import { headerKey } from './header-key';
import { kindGroupsPlan } from './kind-groups';
import { levelIn, levelsPlan } from './levels';
import { type PeriodHeader, periodHeader } from './period-header';
import { tally } from './tally';
import { targetIn, targetsPlan } from './targets';
import { type PeriodColumn, type UnpivotPlan, eachARow } from './unpivot-plan';
import { meaningsOf } from './vocabulary';
import { MOST_COLUMNS } from './widest';

/** What is known besides the header. */
export interface UnpivotHints {
  readonly rows: readonly (readonly string[])[];
  readonly title: readonly string[];
  readonly context: CellContext;
  /** The period headers, when they were looked for already. */
  readonly periods?: PeriodHeaders;
}

/** What a wide export of each table holds when neither header nor title says it; used only if the cells can be read as that. */
const USUAL_VALUE: Readonly<Record<string, string>> = {
  unit_coverage: 'coverage_mode',
  star_rating: 'star_level',
  grading: 'grade_label',
  org_life: 'held_count',
  work_record: 'count',
};

/** Tables in which each kind may have a column of its own with how often it was. */
const COUNTED_KINDS: ReadonlySet<string> = new Set(['org_life']);

/** Columns beside the periods that only sum them up; they are recomputed, never taken over. */
const SUMMARY =
  /^(?:合计|小计|总计|累计|全年|总数|平均|平均数|年均|完成率|开展率|按时开展月份数|同比|环比|增幅|增长率)/u;

const MONTHS_WITHOUT_YEAR = 6;
const READABLE = 0.8;
const WEAK_EVIDENCE = 0.3;

const yearInHeader = (header: string): boolean => /(?:19|20)\d{2}/u.test(header.normalize('NFKC'));

/** The headers of a table that name periods: those that make it wide, and all of them (subtotals of a coarser grain, too). */
export interface PeriodHeaders {
  /** Of the commonest grain, when there are enough of them to make a wide table; else empty. */
  readonly wide: readonly PeriodHeader[];
  readonly all: ReadonlySet<number>;
}

/** Finds the headers that name periods. */
export function periodHeaders(header: readonly string[], context: CellContext): PeriodHeaders {
  const found = header.map((text, index) => periodHeader(text, index, context)).filter((read) => read !== undefined);
  const all = new Set(found.map((read) => read.index));
  const byGrain = new Map<string, PeriodHeader[]>();
  for (const read of found) {
    const grain = read.period === null ? grainWithoutYear(header[read.index] ?? '') : grainOf(read.period);
    const reads = byGrain.get(grain) ?? [];
    reads.push(read);
    byGrain.set(grain, reads);
  }
  const [commonest] = [...byGrain].sort((a, b) => b[1].length - a[1].length);
  if (!commonest) return { wide: [], all };
  const [grain, reads] = commonest;
  const distinct = new Set(reads.map((read) => read.period ?? header[read.index])).size;
  const dated = reads.every((read) => yearInHeader(header[read.index] ?? ''));
  // 1月 over 应交人数 and 实交人数 is a month; 1月, 2月 alone may be anything.
  const told = reads.every(({ measure }) => measure !== '') && reads.length >= 2 * distinct;
  const enough = grain === 'month' && !dated && !told ? MONTHS_WITHOUT_YEAR : 2;
  return { wide: distinct >= enough ? reads : [], all };
}

function grainWithoutYear(header: string): Grain {
  if (/月/u.test(header)) return 'month';
  return /半年|h[12]/iu.test(header) ? 'half' : 'quarter';
}

/** The column that receives the period: a period the file may state once, else such a date. */
function receiver(table: TableSpec): ColumnSpec | undefined {
  const once = table.columns.filter((column) => column.fileLevel === true);
  return once.find((column) => column.type === 'period') ?? once.find((column) => column.type === 'date');
}

function readable(column: ColumnSpec, reads: readonly PeriodHeader[], hints: UnpivotHints): boolean {
  const cells = tally(reads.flatMap(({ index }) => hints.rows.map((row) => row[index] ?? '')));
  let [filled, good] = [0, 0];
  for (const [cell, count] of cells) {
    if (blankReason(cell) !== null) continue;
    filled += count;
    if (parseCell(column, cell, hints.context).state === 'value') good += count;
  }
  return filled > 0 && good >= READABLE * filled;
}

const TICKED = { ticked: true } as const;
const TICK = /^(?:[√✓✔☑●vV是有]|已?(?:召开|开展|组织|举行|举办|完成)了?|已开)$/u;
const NO_TICK = /^(?:[×✗✘☐□xX否]|没有|[未没](?:召开|开展|组织|举行|举办|完成|开))$/u;

/** A tick, or a word that says no more, as a count: once, or not at all; any other text as it is. */
export const countOfTick = (text: string): string => (TICK.test(text) ? '1' : NO_TICK.test(text) ? '0' : text);

/** Whether the cells of columns that should count are ticks, all of them. */
function ticked(column: ColumnSpec, reads: readonly PeriodHeader[], hints: UnpivotHints): boolean {
  if (column.type !== 'integer') return false;
  const cells = reads.flatMap(({ index }) => hints.rows.map((row) => (row[index] ?? '').trim()));
  const filled = cells.filter((text) => blankReason(text) === null);
  return filled.some((text) => TICK.test(text)) && filled.every((text) => TICK.test(text) || NO_TICK.test(text));
}

function byMeasure(table: TableSpec, measure: string): ColumnSpec | undefined {
  return meaningsOf(measure).find((meaning) => meaning.table === table)?.column;
}

function constantsOf(table: TableSpec, text: string): Record<string, string> {
  if (text === '') return {};
  for (const column of table.columns) {
    if (column.type !== 'enum') continue;
    const found = parseCell(column, text);
    if (found.state === 'value') return { [column.id]: String(found.value) };
  }
  return {};
}

interface NamedColumn {
  readonly column: ColumnSpec;
  readonly key: string;
}

/** The words for the columns of a table that a title may say, the longest first: worked out once. */
const titleWords = new WeakMap<TableSpec, readonly NamedColumn[]>();

function wordsOf(table: TableSpec): readonly NamedColumn[] {
  const known = titleWords.get(table);
  if (known) return known;
  const named = table.columns.flatMap((column) => column.headers.map((header) => ({ column, key: headerKey(header) })));
  const words = named
    .filter(({ key, column }) => key.length >= 2 && column.fileLevel !== true)
    .sort((a, b) => b.key.length - a.key.length);
  titleWords.set(table, words);
  return words;
}

function byTitle(table: TableSpec, title: readonly string[]): ColumnSpec | undefined {
  const text = title.map(headerKey).join('|');
  return wordsOf(table).find(({ key }) => text.includes(key))?.column;
}

interface Measured {
  readonly column: string | null;
  readonly constants: Readonly<Record<string, string>>;
}

/** A measure is taken at its word; the usual value is only for headers that name none, or a constant. */
function measured(table: TableSpec, measure: string, fallback: ColumnSpec | undefined): Measured {
  const { levelled } = table;
  if (levelled) {
    const found = levelIn(table, measure);
    return found === null
      ? NOTHING
      : { column: found.isShare ? levelled.share : levelled.count, constants: { [levelled.level]: found.level } };
  }
  if (table.id === 'metric_target') {
    const found = targetIn(measure);
    return found === null ? NOTHING : found;
  }
  const constants = constantsOf(table, measure);
  const usual = measure === '' || Object.keys(constants).length > 0 ? fallback : undefined;
  return { column: (byMeasure(table, measure) ?? usual)?.id ?? null, constants };
}

const NOTHING: Measured = { column: null, constants: {} };

/** What each measure beside the periods means in a table. */
function measuresOf(
  table: TableSpec | null,
  reads: readonly PeriodHeader[],
  fallback: ColumnSpec | undefined,
): (measure: string) => Measured {
  const measures = new Set(reads.map(({ measure }) => measure));
  if (table === null || measures.size > MOST_COLUMNS) return () => NOTHING;
  const known = new Map([...measures].map((measure) => [measure, measured(table, measure, fallback)]));
  return (measure) => known.get(measure) ?? NOTHING;
}

function fallbackFor(table: TableSpec, reads: readonly PeriodHeader[], hints: UnpivotHints): ColumnSpec | undefined {
  const usual = table.columns.find((column) => column.id === USUAL_VALUE[table.id]);
  return [usual, byTitle(table, hints.title)].find(
    (column) => column !== undefined && (readable(column, reads, hints) || ticked(column, reads, hints)),
  );
}

const WHETHER = /^(?:是否)?(?:已|按期|按时|按规定|如期|正常)*(?:召开|开展|组织|举行|举办)(?:与否|情况|没有)?$/u;

/** The plan of a table in which one column says of each row whether it was held (是否召开); null where none does. */
function whetherPlan(header: readonly string[], table: TableSpec | null, hints: UnpivotHints): UnpivotPlan | null {
  const usual = table?.columns.find(({ id }) => id === USUAL_VALUE[table.id] && COUNTED_KINDS.has(table.id));
  const index = header.findIndex((text) => WHETHER.test(headerKey(text)));
  if (!usual || index < 0 || !ticked(usual, [{ index, period: null, measure: '' }], hints)) return null;
  const periodColumns = [{ index, written: null, column: usual.id, constants: {} }];
  return { ...eachARow(header, periodColumns, 1), valueColumn: usual.id, ...TICKED };
}

/** Kinds (党员大会, 支委会) that make a table wide. */
const LEAST_KINDS = 2;

/** The plan of a table with a column for each kind of thing counted, the period being the row's own or the file's; null where it is none. */
function kindsPlan(header: readonly string[], table: TableSpec | null, hints: UnpivotHints): UnpivotPlan | null {
  const usual = table?.columns.find(({ id }) => id === USUAL_VALUE[table.id] && COUNTED_KINDS.has(table.id));
  if (!table || !usual || header.length > MOST_COLUMNS) return null;
  const kinds = header.flatMap((text, index) => {
    const constants = constantsOf(table, headerKey(text).replace(/(?:\(次\)|次数|数)$/u, ''));
    return Object.keys(constants).length > 0 && byMeasure(table, headerKey(text)) === undefined
      ? [{ index, written: null, column: usual.id, constants }]
      : [];
  });
  const several = new Set(kinds.map(({ constants }) => JSON.stringify(constants))).size === kinds.length;
  const cells = kinds.map(({ index }) => ({ index, period: null, measure: '' }));
  const isTicked = ticked(usual, cells, hints);
  if (kinds.length < LEAST_KINDS || !several || !(isTicked || readable(usual, cells, hints))) return null;
  const wide = new Set(kinds.map(({ index }) => index));
  const idColumns = header.flatMap((text, index) => (wide.has(index) || SUMMARY.test(headerKey(text)) ? [] : [index]));
  const about = { periodColumn: null, valueColumn: usual.id, evidence: kinds.length, ...(isTicked && TICKED) };
  return { idColumns, periodColumns: kinds, ...about };
}

/**
 * The plan by which a table with months, quarters or years as columns becomes long, or null when it is not wide.
 * `year-unknown` when its columns name months or quarters and neither header nor context says of which year.
 */
export function unpivotPlan(
  header: readonly string[],
  table: TableSpec | null,
  hints: UnpivotHints,
): UnpivotPlan | 'year-unknown' | null {
  const { wide: reads, all } = hints.periods ?? periodHeaders(header, hints.context);
  if (reads.length === 0)
    return (
      levelsPlan(header, table, hints.rows) ??
      targetsPlan(header, table, hints.title) ??
      kindsPlan(header, table, hints) ??
      kindGroupsPlan(header, table) ??
      whetherPlan(header, table, hints)
    );
  const target = table === null ? undefined : receiver(table);
  const fallback = table === null ? undefined : fallbackFor(table, reads, hints);
  const meant = measuresOf(table, reads, fallback);
  const periodColumns: PeriodColumn[] = [];
  for (const { index, period, measure } of reads) {
    if (period === null) return 'year-unknown';
    const written = target?.type === 'date' ? lastDay(period) : period;
    periodColumns.push({ index, written, ...meant(measure) });
  }
  const idColumns = header.flatMap((text, index) => (all.has(index) || SUMMARY.test(headerKey(text)) ? [] : [index]));
  const values = new Set(periodColumns.map((read) => read.column));
  const [only = null] = values;
  const told = reads.some((read) => read.measure !== '') || fallback?.type === 'enum';
  return {
    idColumns,
    periodColumns,
    periodColumn: target?.id ?? null,
    valueColumn: values.size === 1 ? only : null,
    evidence: told ? values.size : WEAK_EVIDENCE,
    ...(fallback !== undefined && ticked(fallback, reads, hints) && TICKED),
    ...(table?.levelled !== undefined && { keepsBlank: true as const }),
  };
}
