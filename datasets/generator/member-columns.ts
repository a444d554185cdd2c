import { QUARTERS, yearOf } from './calendar';
import { type CellStyle, madeUpPerson, writeCount } from './cell-styles';
import type { MemberRow } from './member-rows';
import type { Column } from './sheet';
import type { Org } from './truth';

/** A row of a file: an organisation in a month, a quarter or a year, with the quarters it covers. */
export interface MemberLine {
  readonly org: Org;
  readonly rows: readonly MemberRow[];
  /** Of a monthly file: which month of the quarter, from 0. */
  readonly month: number | null;
  readonly kind: 'month' | 'quarter' | 'year';
}

/** What a report of totals may show. */
export type MemberField =
  | 'seq'
  | 'code'
  | 'name'
  | 'zone'
  | 'period'
  | 'begin'
  | 'end'
  | 'applicants'
  | 'activists'
  | 'targets'
  | 'admitted'
  | 'duesDue'
  | 'duesPaid'
  | 'duesDueAmount'
  | 'duesPaidAmount'
  | 'dueConfirm'
  | 'confirmed'
  | 'hoursBase'
  | 'hoursMet'
  | 'secBase'
  | 'secMet'
  | 'reviewDue'
  | 'reviewAttended'
  | 'secretary';

/** How one body writes its periods: 2018年第一季度, 2018Q1, 2018年1季度, 1月 (the year stands in the title). */
export interface MemberStyle extends CellStyle {
  readonly periods: 'chinese' | 'figures' | 'short' | 'month' | 'dots';
}

const YEARLY = [
  'dueConfirm',
  'confirmed',
  'hoursBase',
  'hoursMet',
  'secBase',
  'secMet',
  'reviewDue',
  'reviewAttended',
] as const;
const isYearly = (field: MemberField): field is (typeof YEARLY)[number] =>
  (YEARLY as readonly string[]).includes(field);

/** Yuan a member owes in a quarter, for the bodies that report amounts. */
const DUES = 45;

const ORDINALS = ['一', '二', '三', '四'];

function writePeriod({ rows, month, kind }: MemberLine, style: MemberStyle): string {
  const quarter = rows.at(-1)?.quarter ?? 0;
  const year = yearOf(quarter);
  if (kind === 'year') return style.periods === 'figures' || style.periods === 'dots' ? String(year) : `${year}年度`;
  if (kind === 'month')
    return style.periods === 'dots'
      ? `${year}.${String((quarter % 4) * 3 + (month ?? 0) + 1).padStart(2, '0')}`
      : `${(quarter % 4) * 3 + (month ?? 0) + 1}月`;
  if (style.periods === 'figures') return QUARTERS[quarter] ?? '';
  return style.periods === 'short'
    ? `${year}年${(quarter % 4) + 1}季度`
    : `${year}年第${ORDINALS[quarter % 4] ?? ''}季度`;
}

/** The figure of a line; null where the body has nothing to write. */
export function figureOf({ rows, month }: MemberLine, field: MemberField): number | null {
  const last = rows.at(-1);
  if (!last) return null;
  if (isYearly(field)) return last.yearly === null ? null : last.yearly[field];
  const [due, paid] = last.dues[month ?? 2] ?? [0, 0];
  switch (field) {
    case 'begin':
      return rows[0]?.begin ?? null;
    case 'end':
    case 'applicants':
    case 'activists':
    case 'targets':
      return last[field];
    case 'admitted':
      return rows.reduce((sum, row) => sum + row.admitted, 0);
    case 'duesDue':
      return due;
    case 'duesPaid':
      return paid;
    case 'duesDueAmount':
      return due * DUES;
    case 'duesPaidAmount':
      return paid * DUES;
    default:
      return null;
  }
}

/** A column of a report of totals. */
export function memberColumn(
  field: MemberField,
  header: Column<MemberLine>['header'],
  zone: string,
  style: MemberStyle,
): Column<MemberLine> {
  switch (field) {
    case 'seq':
      return { header, cell: (_, i) => String(i + 1) };
    case 'code':
      return { header, cell: ({ org }) => org.code };
    case 'name':
      return { header, cell: ({ org }) => org.name };
    case 'zone':
      return { header, cell: () => zone };
    case 'period':
      return { header, cell: (line) => writePeriod(line, style) };
    case 'secretary':
      return { header, cell: (_, i) => madeUpPerson(i) };
    default:
      return {
        header,
        cell: (line, i) => {
          const figure = figureOf(line, field);
          return figure === null ? style.empty : writeCount(figure, style, field.endsWith('Amount') ? '元' : '人', i);
        },
        amount: (line) => figureOf(line, field) ?? 0,
      };
  }
}
