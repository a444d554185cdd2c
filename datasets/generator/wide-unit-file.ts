import { LAST, QUARTERS } from './calendar';
import { encode } from './encode';
import { BOM } from './habit';
import { FOLDERS, type OutFile } from './out-file';
import { type Column, writeSheet } from './sheet';
import type { Unit, UnitState } from './truth';
import type { ZoneContext } from './zone-context';

/** The zone whose register has one row a unit and one column a quarter. */
export const WIDE_ZONE = 'YLGX';

const NUMERAL = ['一', '二', '三', '四'];
const heading = (quarter: string): string =>
  `${quarter.slice(0, 4)}年第${NUMERAL[Number(quarter.slice(5)) - 1] ?? ''}季度`;

/** The state at the end of the span; what the wide table says once for all quarters never changes in this zone. */
function lastState(unit: Unit): UnitState {
  const state = unit.states[LAST];
  if (!state) throw new RangeError(`${unit.name}: not listed at the end of the span`);
  return state;
}

const flag = (value: boolean): string => (value ? '有' : '无');

/** The wide coverage file: the coverage mode of twelve quarters side by side; empty before a unit was listed. */
export function wideUnitFile(context: ZoneContext): OutFile {
  const fixed = (header: string, cell: (unit: Unit, state: UnitState) => string): Column<Unit> => ({
    header,
    cell: (unit) => cell(unit, lastState(unit)),
  });
  const columns: Column<Unit>[] = [
    { header: '序号', cell: (_, i) => String(i + 1) },
    fixed('开发区', () => context.plan.name),
    fixed('镇街党工委', (unit) => context.committeeName(unit.committee, LAST)),
    fixed('企业名称', (unit) => unit.name),
    fixed('统一社会信用代码', (unit) => unit.code ?? ''),
    fixed('单位性质', (unit) => unit.kind),
    fixed('经营状态', (_, state) => state.operating ?? ''),
    fixed('是否规上', (unit) => (unit.aboveScale ? '是' : '否')),
    fixed('从业人员', (_, state) => String(state.employees)),
    fixed('党建指导员', (_, state) => flag(state.instructor)),
    fixed('联络员', (_, state) => flag(state.liaison)),
    fixed('未建原因', (unit) => unit.states.find((s) => s && s.reason !== '')?.reason ?? ''),
    ...QUARTERS.map((quarter, q): Column<Unit> => ({
      header: heading(quarter),
      cell: (unit) => unit.states[q]?.mode ?? '',
    })),
  ];
  return {
    path: `${FOLDERS[context.plan.id] ?? ''}/unit-coverage-by-quarter.csv`,
    name: `${context.plan.name}党组织组建方式（分季度）.csv`,
    zone: context.plan.id,
    table: 'unit_coverage',
    encoding: BOM.encoding,
    bytes: encode(writeSheet(columns, [context.truth.units], {}, BOM), BOM.encoding),
  };
}
