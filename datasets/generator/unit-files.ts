import { yearOf } from './calendar';
import { encode } from './encode';
import { monthlyColumns, rowsOfYear } from './monthly-units';
import type { Habit } from './habit';
import { extension, FOLDERS, type OutFile } from './out-file';
import { writeSheet } from './sheet';
import { filled, type Portion, portions } from './snapshots';
import { unitColumn, type UnitField, type UnitRow, type UnitStyle } from './unit-columns';
import type { ZoneContext } from './zone-context';

function rowsOf(context: ZoneContext, quarters: readonly number[]): UnitRow[] {
  return quarters.flatMap((quarter) =>
    context.truth.units.flatMap((unit) => {
      const state = unit.states[quarter];
      return state ? [{ unit, state, quarter }] : [];
    }),
  );
}

function byCommittee(rows: readonly UnitRow[]): UnitRow[][] {
  const groups = new Map<string, UnitRow[]>();
  for (const row of rows) groups.set(row.unit.committee, [...(groups.get(row.unit.committee) ?? []), row]);
  return [...groups.values()];
}

function unitFile(context: ZoneContext, habit: Habit<UnitField, UnitStyle>, portion: Portion): OutFile {
  const year = habit.style.months ? yearOf(portion.quarters[0] ?? 0) : null;
  const rows = year === null ? rowsOf(context, portion.quarters) : rowsOfYear(context, portion.quarters);
  const columns =
    year === null
      ? habit.columns.map(([field, header]) => unitColumn(field, header, context, habit.style))
      : monthlyColumns(context, habit, year);
  const groups = habit.subtotals ? byCommittee(rows) : [rows];
  const text = writeSheet(columns, groups, filled(habit.frame ?? {}, context.plan.name, portion), habit.dialect);
  const ending = extension(habit.dialect.delimiter);
  return {
    path: `${FOLDERS[context.plan.id] ?? ''}/unit-coverage${portion.suffix}.${ending}`,
    name: `${context.plan.name}两新组织覆盖台账${portion.label}.${ending}`,
    zone: context.plan.id,
    table: 'unit_coverage',
    encoding: habit.dialect.encoding,
    bytes: encode(text, habit.dialect.encoding),
  };
}

/** The coverage files of a zone that keeps one row a unit and quarter, or a unit and year with months as columns. */
export function unitFiles(context: ZoneContext, habit: Habit<UnitField, UnitStyle>): OutFile[] {
  return portions(habit.split, habit.yearEnds ?? false).map((portion) => unitFile(context, habit, portion));
}
