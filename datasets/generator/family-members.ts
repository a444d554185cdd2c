import { yearOf } from './calendar';
import { encode } from './encode';
import { type MemberLine, memberColumn } from './member-columns';
import { MEMBER_HABITS, type MemberHabit } from './member-habits';
import { MEMBER_PLANS } from './member-plans';
import { type MemberRow, memberRows } from './member-rows';
import { extension, FOLDERS, type OutFile } from './out-file';
import { writeSheet } from './sheet';
import type { ZoneContext } from './zone-context';

/** The rows of a zone that reports totals of its members; none for the others. */
export function reportedRows({ plan, truth }: ZoneContext): MemberRow[] {
  const own = MEMBER_PLANS.find(({ zone }) => zone === plan.id);
  return own ? memberRows(own, truth) : [];
}

/** The lines of a file, in the order it lists them: period by period. */
export function linesOf(
  rows: readonly MemberRow[],
  { kind, years }: Pick<MemberHabit, 'kind' | 'years'>,
): MemberLine[] {
  const own = rows.filter(({ quarter }) => years.includes(yearOf(quarter)));
  if (kind === 'quarter') return own.map((row) => ({ org: row.org, rows: [row], month: null, kind }));
  if (kind === 'month') {
    const quarters = [...new Set(own.map(({ quarter }) => quarter))];
    return quarters.flatMap((quarter) =>
      [0, 1, 2].flatMap((month) =>
        own.filter((row) => row.quarter === quarter).map((row) => ({ org: row.org, rows: [row], month, kind })),
      ),
    );
  }
  return own
    .filter(({ yearly }) => yearly !== null)
    .map((last) => ({
      org: last.org,
      rows: own.filter((row) => row.org === last.org && yearOf(row.quarter) === yearOf(last.quarter)),
      month: null,
      kind,
    }));
}

function memberFile(
  { plan }: ZoneContext,
  habit: MemberHabit,
  rows: readonly MemberRow[],
  years: readonly number[],
): OutFile {
  const { dialect, frame = {}, style } = habit;
  const [first = 0] = years;
  const fill = (text: string): string => text.replaceAll('{zone}', plan.name).replaceAll('{year}', String(first));
  const columns = habit.columns.map(([field, header]) => memberColumn(field, header, plan.name, style));
  const { above, below, ...rest } = frame;
  const filled = { ...rest, ...(above && { above: above.map(fill) }), ...(below && { below: below.map(fill) }) };
  const ending = extension(dialect.delimiter);
  const one = years.length === 1;
  return {
    path: `${FOLDERS[plan.id] ?? ''}/member-${habit.path}${habit.split ? `-${first}` : ''}.${ending}`,
    name: `${plan.name}${habit.name}${one ? `${first}年` : '2016—2018'}.${ending}`,
    zone: plan.id,
    table: 'member_period',
    encoding: dialect.encoding,
    bytes: encode(writeSheet(columns, [linesOf(rows, { ...habit, years })], filled, dialect), dialect.encoding),
  };
}

/** The exports of this family, zone by zone. */
export function membersFiles(zones: readonly ZoneContext[]): OutFile[] {
  return zones.flatMap((context) => {
    const rows = reportedRows(context);
    return MEMBER_HABITS.filter(({ zone }) => zone === context.plan.id).flatMap((habit) =>
      (habit.split ? habit.years.map((year) => [year]) : [habit.years]).map((years) =>
        memberFile(context, habit, rows, years),
      ),
    );
  });
}
