import { LAST } from './calendar';
import { creditCode, spoiled } from './credit-code';
import { unitNamer } from './names';
import type { Random } from './random';
import type { Mode, Operating, Unit, UnitKind, UnitState } from './truth';
import type { ZonePlan } from './zone-plan';

/** A joint branch while the simulation runs. `to` is the quarter it was dissolved in. */
export interface Branch {
  readonly key: string;
  readonly committee: string;
  readonly from: number;
  to: number | null;
}

/** A unit's own organisation: which kind, from which quarter, until which. */
export interface OwnOrg {
  readonly key: string;
  readonly mode: '单独党委' | '单独总支' | '单独支部';
  readonly from: number;
  to: number | null;
}

/** A unit while the simulation runs. */
export interface Live {
  readonly unit: Unit;
  readonly owns: OwnOrg[];
  own: OwnOrg | null;
  branch: Branch | null;
  area: boolean;
  members: number;
  employees: number;
  /** Quarter it stopped operating in, or null. */
  closed: number | null;
  status: Operating | null;
  stated: boolean;
  readonly inScope: boolean;
  readonly traits: {
    readonly instructor: number;
    readonly liaison: number;
    readonly mass: number;
    readonly probation: number;
  };
}

const REASONS = ['党员组织关系未转入', '负责人顾虑大', '新设企业，正在筹建', '党员流动频繁', '拟纳入联合支部'];

/** Key of the committee that stands for the zone's root. */
export const ROOT = 'root';

/** Makes the units of a zone; committees are drawn unevenly so that some are large. */
export function unitMaker(plan: ZonePlan, random: Random) {
  const nameOf = unitNamer(plan.prefix, random);
  const homes = plan.committees.filter((c) => c.units).map((c) => c.name);
  let serial = 0;
  return (kind: UnitKind, inScope: boolean): Live => {
    serial += 1;
    const [low, high] = plan.staff;
    const employees = Math.round(low + (high - low) * random.next() ** 3);
    const region = `99${plan.region.slice(2)}`;
    const code = creditCode(kind === '社会组织' ? '52' : '91', region, serial, random);
    const roll = random.next();
    return {
      unit: {
        name: nameOf(kind),
        code: roll < 0.03 ? null : roll < 0.035 ? spoiled(code) : code,
        kind,
        aboveScale: employees >= 100,
        committee: homes[Math.floor(homes.length * random.next() ** 1.4)] ?? ROOT,
        states: Array.from({ length: LAST + 1 }, () => null),
      },
      owns: [],
      own: null,
      branch: null,
      area: false,
      members: random.chance(0.45) ? 0 : random.int(1, 2),
      employees,
      closed: null,
      status: '运营',
      stated: true,
      inScope,
      traits: { instructor: random.next(), liaison: random.next(), mass: random.next(), probation: random.next() },
    };
  };
}

/** How a unit without a joint branch or an organisation of its own is described. */
function modeOf(live: Live): Mode {
  if (live.own) return live.own.mode;
  if (live.branch) return '联合支部';
  if (live.area) return '区域行业覆盖';
  if (live.members >= 3) return '未建-应建';
  return live.members > 0 ? '未建-个别党员' : '未建-无党员';
}

/** Writes the unit's state at a quarter's end; `guidance` is the share of units with an instructor. */
export function record(live: Live, quarter: number, guidance: number): void {
  const mode = live.stated ? modeOf(live) : null;
  const state: UnitState = {
    operating: live.status,
    mode,
    employees: live.employees,
    members: live.members,
    membersFull: live.members - (live.members >= 5 && live.traits.probation < 0.5 ? 1 : 0),
    org: live.own?.key ?? live.branch?.key ?? null,
    instructor: live.traits.instructor < guidance,
    liaison: live.traits.liaison < guidance * 0.6,
    massOrg: live.traits.mass < (live.unit.aboveScale ? 0.7 : 0.16),
    reason: mode === '未建-应建' ? (REASONS[live.unit.name.length % REASONS.length] ?? '') : '',
  };
  live.unit.states[quarter] = state;
}

/** Small changes of staff and members from quarter to quarter; a built organisation keeps its three members. */
export function drift(live: Live, random: Random): void {
  if (live.closed !== null || live.status !== '运营') return;
  live.employees = Math.max(8, live.employees + Math.round(live.employees * 0.03 * (random.next() - 0.45)));
  if (!live.own) return;
  const step = random.next();
  if (step < 0.16 && live.members < live.employees * 0.4) live.members += 1;
  else if (step > 0.93 && live.members > 3) live.members -= 1;
}
