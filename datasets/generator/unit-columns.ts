import { endOf } from './calendar';
import { type CellStyle, MADE_UP_PHONE, madeUpPerson, writeCount, writeFlag, writeSnapshot } from './cell-styles';
import type { Column } from './sheet';
import type { Unit, UnitState } from './truth';
import type { ZoneContext } from './zone-context';

/** A unit at a quarter's end, as a row of an export. */
export interface UnitRow {
  readonly unit: Unit;
  readonly state: UnitState;
  readonly quarter: number;
}

/** What a coverage export may show. */
export type UnitField =
  | 'seq'
  | 'zone'
  | 'date'
  | 'committee'
  | 'name'
  | 'code'
  | 'kind'
  | 'operating'
  | 'scale'
  | 'employees'
  | 'members'
  | 'full'
  | 'mode'
  | 'org'
  | 'instructor'
  | 'liaison'
  | 'mass'
  | 'reason'
  | 'contact'
  | 'phone';

/** How one body writes its coverage export. */
export interface UnitStyle extends CellStyle {
  readonly orgBy: 'name' | 'code';
  /** Cells written, in turn, where the operating status is unknown. */
  readonly unknown: readonly string[];
  /** Cells written, in turn, where the coverage mode is not stated. */
  readonly unstated: readonly string[];
  /** Every n-th staff cell is written as words nobody can count; 0: never. */
  readonly vagueStaff: number;
  readonly modes?: Readonly<Record<string, string>>;
  readonly kinds?: Readonly<Record<string, string>>;
  readonly statuses?: Readonly<Record<string, string>>;
  /** Header of a month; given: one row a unit and year, with the mode of each month in a column of its own. */
  readonly months?: (year: number, month: number) => string;
}

const turn = (texts: readonly string[], index: number): string => texts[index % Math.max(1, texts.length)] ?? '';

/** The cell of a field, as text. */
function unitCell(field: UnitField, context: ZoneContext, style: UnitStyle): Column<UnitRow>['cell'] {
  return ({ unit, state, quarter }, i) => {
    switch (field) {
      case 'seq':
        return String(i + 1);
      case 'zone':
        return context.plan.name;
      case 'date':
        return writeSnapshot(endOf(quarter), style, i);
      case 'committee':
        return context.committeeName(unit.committee, quarter);
      case 'name':
        return unit.name;
      case 'code':
        return unit.code ?? style.empty;
      case 'kind':
        return style.kinds?.[unit.kind] ?? unit.kind;
      case 'operating':
        return state.operating === null
          ? turn(style.unknown, i)
          : (style.statuses?.[state.operating] ?? state.operating);
      case 'scale':
        return writeFlag(unit.aboveScale, style);
      case 'employees':
        return style.vagueStaff > 0 && i % style.vagueStaff === 7
          ? '百十来人'
          : writeCount(state.employees, style, '人', i);
      case 'members':
        return writeCount(state.members, style, '名', i);
      case 'full':
        return writeCount(state.membersFull, style, '名', i);
      case 'mode':
        return state.mode === null ? turn(style.unstated, i) : (style.modes?.[state.mode] ?? state.mode);
      case 'org':
        return state.org === null ? style.empty : context.orgOf(state.org)[style.orgBy];
      case 'instructor':
        return writeFlag(state.instructor, style);
      case 'liaison':
        return writeFlag(state.liaison, style);
      case 'mass':
        return writeFlag(state.massOrg, style);
      case 'reason':
        return state.reason === '' ? style.empty : state.reason;
      case 'contact':
        return madeUpPerson(i);
      case 'phone':
        return MADE_UP_PHONE;
    }
  };
}

const AMOUNTS: Partial<Readonly<Record<UnitField, (row: UnitRow) => number>>> = {
  employees: (row) => row.state.employees,
  members: (row) => row.state.members,
  full: (row) => row.state.membersFull,
};

/** A column of a coverage export; staff and members are totalled unless some of their cells are words. */
export function unitColumn(
  field: UnitField,
  header: Column<UnitRow>['header'],
  context: ZoneContext,
  style: UnitStyle,
): Column<UnitRow> {
  const cell = unitCell(field, context, style);
  const amount = AMOUNTS[field];
  return amount && !(field === 'employees' && style.vagueStaff > 0) ? { header, cell, amount } : { header, cell };
}
