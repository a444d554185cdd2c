import type { Domain, OrgType, Setting } from './truth';

/** A committee right below the zone's work committee; `founded` is a quarter index, null for long ago. */
export interface CommitteePlan {
  readonly name: string;
  readonly kind: '镇街' | '直属' | '园区';
  readonly founded: number | null;
  /** Whether units to be covered belong to it. */
  readonly units: boolean;
}

/** An organisation founded outside the coverage simulation. */
interface ExtraPlan {
  readonly name: string;
  readonly type: OrgType;
  readonly domain: Domain;
  readonly setting: Setting;
  readonly quarter: number;
  /** How many existing organisations of the domain move under it. */
  readonly takes: number;
}

/** Twelve whole numbers, one a quarter. */
export type Curve = readonly number[];

/** What one zone is to look like; the simulation fills in the rows. */
export interface ZonePlan {
  readonly id: string;
  readonly name: string;
  readonly type: '高新区' | '经开区' | '园区' | '其他';
  readonly level: '国家级' | '省级' | '市级' | '';
  readonly region: string;
  readonly invented: boolean;
  readonly note: string;
  /** Put before every invented unit, village and office, so that none can be taken for a real one. */
  readonly prefix: string;
  readonly rootType: OrgType;
  readonly committees: readonly CommitteePlan[];
  /** Operating non-public and social units with a stated coverage mode: the denominator. */
  readonly scope: Curve;
  /** Covered by an organisation of their own or a joint branch. */
  readonly built: Curve;
  readonly own: Curve;
  readonly branches: Curve;
  readonly area: Curve;
  readonly should: Curve;
  readonly closing: number;
  readonly dormant: number;
  readonly unknown: number;
  readonly unstated: number;
  readonly soe: number;
  readonly social: number;
  /** Share of units without an organisation that have an instructor, at the first and the last quarter. */
  readonly guidance: readonly [number, number];
  readonly staff: readonly [number, number];
  /** Units with a committee and with a general branch of their own. */
  readonly large: readonly [number, number];
  readonly base: Partial<Readonly<Record<Domain, number>>>;
  readonly baseMembers: readonly [number, number];
  readonly extras: readonly ExtraPlan[];
  /** Base branches dissolved: how many in which quarter. */
  readonly dissolving: readonly { readonly quarter: number; readonly count: number }[];
  readonly orgTotal?: number;
  readonly memberTotal?: number;
  /** Three tiers: branches right below the work committee, groups below branches. */
  readonly groups?: boolean;
  /** Nothing but the coverage mode changes over time (the export is one wide table). */
  readonly fixed?: boolean;
}

/** A curve through the points [quarter, value], straight between them, rounded. */
export function curve(...points: readonly (readonly [number, number])[]): Curve {
  return Array.from({ length: 12 }, (_, q) => {
    const after = points.findIndex(([at]) => at >= q);
    const [q1, v1] = points[after] ?? points[points.length - 1] ?? [0, 0];
    const [q0, v0] = points[Math.max(0, after - 1)] ?? [q1, v1];
    return q1 === q0 ? v1 : Math.round(v0 + ((v1 - v0) * (q - q0)) / (q1 - q0));
  });
}

const town = (name: string): CommitteePlan => ({ name: `${name}党工委`, kind: '镇街', founded: null, units: true });
const direct = (name: string, units = false): CommitteePlan => ({ name, kind: '直属', founded: null, units });
const park = (name: string, founded: number | null): CommitteePlan => ({ name, kind: '园区', founded, units: true });

/** Work committees of sub-districts and towns, by invented place names. */
export const towns = (...names: readonly string[]): CommitteePlan[] => names.map(town);
/** Committees directly under the work committee; the one for non-public units is named with `units`. */
export const directs = (zone: string, ...names: readonly string[]): CommitteePlan[] =>
  names.map((name) => direct(`${zone}${name}党委`, name.includes('两新')));
export { park };
