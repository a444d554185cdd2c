import { quarterInForce } from './calendar';
import type { Habit } from './habit';
import type { Column } from './sheet';
import { unitColumn, type UnitField, type UnitRow, type UnitStyle } from './unit-columns';
import type { ZoneContext } from './zone-context';

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** One row a unit listed in the year, as it stood at its last quarter's end; a reason given earlier in the year stays. */
export function rowsOfYear(context: ZoneContext, quarters: readonly number[]): UnitRow[] {
  return context.truth.units.flatMap((unit) => {
    const listed = quarters.flatMap((quarter) => {
      const state = unit.states[quarter];
      return state ? [{ unit, state, quarter }] : [];
    });
    const last = listed.at(-1);
    if (!last) return [];
    const reason = listed.findLast((row) => row.state.reason !== '')?.state.reason ?? '';
    return [{ ...last, state: { ...last.state, reason } }];
  });
}

/** The columns of a year's file: where others have the mode, twelve months that carry the mode of the last quarter's end. */
export function monthlyColumns(
  context: ZoneContext,
  habit: Habit<UnitField, UnitStyle>,
  year: number,
): Column<UnitRow>[] {
  const { columns, style } = habit;
  return columns.flatMap(([field, header]) => {
    const column = unitColumn(field, header, context, style);
    if (field !== 'mode') return [column];
    return MONTHS.map((month) => ({
      header: style.months?.(year, month) ?? '',
      cell: ({ unit }: UnitRow, i: number) => {
        const quarter = quarterInForce(year, month);
        const state = unit.states[quarter];
        return state ? column.cell({ unit, state, quarter }, i) : '';
      },
    }));
  });
}
