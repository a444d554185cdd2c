import { QUARTERS, yearOf } from './calendar';
import { termsExpected } from './expected-terms';
import { linesOf, reportedRows } from './family-members';
import { figureOf, type MemberField, type MemberLine } from './member-columns';
import { MEMBER_HABITS } from './member-habits';
import type { ZoneContext } from './zone-context';

type Pair = readonly [numerator: number, denominator: number];

/** A line of a file with the period it is about, as the canonical table stores it. */
interface Told {
  readonly period: string;
  readonly line: MemberLine;
  readonly fields: readonly MemberField[];
}

const periodOf = ({ rows, month, kind }: MemberLine): string => {
  const quarter = rows.at(-1)?.quarter ?? 0;
  if (kind === 'year') return String(yearOf(quarter));
  if (kind === 'quarter') return QUARTERS[quarter] ?? '';
  return `${yearOf(quarter)}-${String((quarter % 4) * 3 + (month ?? 0) + 1).padStart(2, '0')}`;
};

/** Everything a zone's files say, line by line. */
function told(context: ZoneContext): Told[] {
  const rows = reportedRows(context);
  return MEMBER_HABITS.filter(({ zone }) => zone === context.plan.id).flatMap((habit) =>
    linesOf(rows, habit).map((line) => ({
      line,
      period: periodOf(line),
      fields: habit.columns.map(([field]) => field),
    })),
  );
}

/** The sum of a field over the lines that state it, by period. */
function sums(lines: readonly Told[], field: MemberField, shorten: (period: string) => string = (p) => p) {
  const out: Record<string, number> = {};
  for (const { line, period, fields } of lines) {
    const figure = fields.includes(field) ? figureOf(line, field) : null;
    if (figure !== null) out[shorten(period)] = (out[shorten(period)] ?? 0) + figure;
  }
  return out;
}

/** Both sums by period in member-months: a member of a quarter's report counts three, of a month's one. */
function memberMonths(lines: readonly Told[], part: MemberField, whole: MemberField): Record<string, Pair> {
  const out: Record<string, Pair> = {};
  for (const { line, period, fields } of lines) {
    if (!fields.includes(part) || !fields.includes(whole)) continue;
    const [paid, owing] = [figureOf(line, part), figureOf(line, whole)];
    if (paid === null || owing === null) continue;
    const months = { month: 1, quarter: 3, year: 12 }[line.kind];
    const [x, n] = out[period] ?? [0, 0];
    out[period] = [x + paid * months, n + owing * months];
  }
  return out;
}

function pairs(lines: readonly Told[], part: MemberField, whole: MemberField): Record<string, Pair> {
  const wholes = sums(lines, whole);
  return Object.fromEntries(Object.entries(sums(lines, part)).map(([period, x]) => [period, [x, wholes[period] ?? 0]]));
}

const year = (period: string): string => period.slice(0, 4);

/** Without the years an organisation also reports quarter by quarter: what happened is not added twice. */
function parts(lines: readonly Told[], field: MemberField): Told[] {
  const keyOf = ({ line, period }: Told): string => `${line.org.key}|${year(period)}`;
  const quarterly = new Set(
    lines.filter(({ line, fields }) => line.kind === 'quarter' && fields.includes(field)).map(keyOf),
  );
  return lines.filter((one) => one.line.kind !== 'year' || !quarterly.has(keyOf(one)));
}

function totalsOf(context: ZoneContext) {
  const lines = told(context);
  return {
    dues_on_time_rate: memberMonths(lines, 'duesPaid', 'duesDue'),
    training_hours_rate: { 党员: pairs(lines, 'hoursMet', 'hoursBase'), 书记: pairs(lines, 'secMet', 'secBase') },
    confirm_on_time_rate: pairs(lines, 'confirmed', 'dueConfirm'),
    review_attendance_rate: pairs(lines, 'reviewAttended', 'reviewDue'),
    applicant_count: sums(lines, 'applicants'),
    activist_count: sums(lines, 'activists'),
    dev_target_count: sums(lines, 'targets'),
    admitted_count: sums(parts(lines, 'admitted'), 'admitted', year),
  };
}

/** What a right reading of the registers and of the totals of members must give, zone by zone, in plain loops over the rows in memory. */
export function membersExpected(zones: readonly ZoneContext[]): Record<string, unknown> {
  return Object.fromEntries(
    zones.map((context) => [context.plan.id, { terms: termsExpected(context), totals: totalsOf(context) }]),
  );
}
