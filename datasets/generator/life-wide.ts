import { type CellStyle, writeCount } from './cell-styles';
import { encode } from './encode';
import type { Activity } from './life-plan';
import type { CountRow } from './life-rows';
import { extension, FOLDERS, type OutFile } from './out-file';
import { type Column, type Dialect, type Frame, writeSheet } from './sheet';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

/** A branch with its counts, as a row of a wide report. */
interface WideRow {
  readonly org: Org;
  /** Activity → period → times; periods a branch was not there for are absent. */
  readonly counts: ReadonlyMap<string, number | null>;
}

/** A report with months, quarters or years as columns. */
export interface WideReport {
  readonly zone: string;
  readonly activities: readonly Activity[];
  /** Periods of the columns, and how the header writes them. */
  readonly periods: readonly (readonly [period: string, header: string])[];
  readonly dialect: Dialect;
  readonly style: CellStyle;
  readonly ids: readonly (readonly [field: 'seq' | 'code' | 'name' | 'zone', header: string])[];
  /** The upper tier of the header over an activity's periods, or the column that names the activity in every row. */
  readonly group:
    ((activity: Activity) => string) | { readonly column: string; readonly word: (activity: Activity) => string };
  readonly frame?: Frame;
  /** How a branch that did not meet shows it; absent: as a figure. */
  readonly none?: string;
  /** Months kept up and a rate the body worked out itself, which nobody should take over. */
  readonly summed?: boolean;
  /** Behind the name of the table in the path and in the file's own name. */
  readonly suffix: string;
  readonly title: string;
}

const cellKey = (activity: string, period: string): string => `${activity}\n${period}`;

function rowsOf(report: WideReport, counts: readonly CountRow[], activities: readonly Activity[]): WideRow[] {
  const periods = new Set(report.periods.map(([period]) => period));
  const rows = new Map<Org, Map<string, number | null>>();
  for (const row of counts) {
    if (!activities.includes(row.activity) || !periods.has(row.period)) continue;
    const own = rows.get(row.org) ?? new Map<string, number | null>();
    rows.set(row.org, own.set(cellKey(row.activity, row.period), row.count));
  }
  return [...rows].map(([org, own]) => ({ org, counts: own }));
}

function written(report: WideReport, row: WideRow, activity: Activity, period: string, at: number): string {
  const count = row.counts.get(cellKey(activity, period));
  if (count === undefined || count === null) return report.style.empty;
  return count === 0 && report.none !== undefined ? report.none : writeCount(count, report.style, '次', at);
}

/** Months with at least one meeting among those the branch was there for, and their share as the body rounds it. */
function sumUp(row: WideRow, activity: Activity): readonly [months: number, rate: string] {
  const own = [...row.counts].filter(([key]) => key.startsWith(`${activity}\n`)).map(([, count]) => count ?? 0);
  const kept = own.filter((count) => count > 0).length;
  return [kept, own.length === 0 ? '' : `${((kept / own.length) * 100).toFixed(0)}%`];
}

/** The columns of a wide report; `only` is the one activity of a report whose rows name theirs. */
function columnsOf(report: WideReport, context: ZoneContext): (only: Activity | null) => Column<WideRow>[] {
  const { group, periods, activities, ids } = report;
  return (only) => {
    const id = ids.map(([field, header]): Column<WideRow> => {
      const cell = ({ org }: WideRow, i: number): string =>
        field === 'seq' ? String(i + 1) : field === 'zone' ? context.plan.name : field === 'code' ? org.code : org.name;
      return { header, cell };
    });
    const named: Column<WideRow>[] =
      typeof group === 'function' || only === null ? [] : [{ header: group.column, cell: () => group.word(only) }];
    const wide = (only === null ? activities : [only]).flatMap((activity) =>
      periods.map(([period, header]): Column<WideRow> => ({
        header: typeof group === 'function' ? [group(activity), header] : header,
        cell: (row, i) => written(report, row, activity, period, i),
        amount: (row) => row.counts.get(cellKey(activity, period)) ?? 0,
      })),
    );
    const [first] = activities;
    const summed: Column<WideRow>[] =
      report.summed && first !== undefined
        ? [
            { header: '按时开展月份数', cell: (row) => String(sumUp(row, first)[0]) },
            { header: '完成率', cell: (row) => sumUp(row, first)[1] },
          ]
        : [];
    return [...id, ...named, ...wide, ...summed];
  };
}

/** A wide report as a file. */
export function wideFile(report: WideReport, context: ZoneContext, counts: readonly CountRow[]): OutFile {
  const { dialect, group, frame = {}, activities } = report;
  const columns = columnsOf(report, context);
  const text =
    typeof group === 'function'
      ? writeSheet(columns(null), [rowsOf(report, counts, activities)], frame, dialect)
      : writeNamed(report, columns, counts);
  const ending = extension(dialect.delimiter);
  return {
    path: `${FOLDERS[context.plan.id] ?? ''}/org-life${report.suffix}.${ending}`,
    name: `${context.plan.name}${report.title}.${ending}`,
    zone: context.plan.id,
    table: 'org_life',
    encoding: dialect.encoding,
    bytes: encode(text, dialect.encoding),
  };
}

/** Rows that name their activity, one activity after another under one header. */
function writeNamed(
  report: WideReport,
  columns: (only: Activity | null) => Column<WideRow>[],
  counts: readonly CountRow[],
): string {
  const [first] = report.activities;
  if (first === undefined) return '';
  const rows = report.activities.flatMap((activity) =>
    rowsOf(report, counts, [activity]).map((row) => ({ activity, row })),
  );
  const byActivity = new Map(report.activities.map((activity) => [activity, columns(activity)]));
  const merged = columns(first).map((column, at): Column<(typeof rows)[number]> => ({
    header: column.header,
    cell: ({ activity, row }, i) => byActivity.get(activity)?.[at]?.cell(row, i) ?? '',
    ...(column.amount && { amount: ({ activity, row }) => byActivity.get(activity)?.[at]?.amount?.(row) ?? 0 }),
  }));
  return writeSheet(merged, [rows], report.frame ?? {}, report.dialect);
}

/** The twelve months of a year as a header writes them. */
export const monthsOf = (year: number, write: (month: number) => string): (readonly [string, string])[] =>
  Array.from({ length: 12 }, (_, i) => [`${year}-${String(i + 1).padStart(2, '0')}`, write(i + 1)] as const);

const ORDINALS = ['一', '二', '三', '四'];

/** The four quarters of a year as a header writes them. */
export const quartersOf = (year: number, write: (ordinal: string) => string): (readonly [string, string])[] =>
  ORDINALS.map((ordinal, i) => [`${year}Q${i + 1}`, write(ordinal)] as const);
