import { type ZoneName, plainName, zoneNameOf } from './zone-name';

/** A name of the zone book: every spelling of it in width and space, taken apart, and what holds it where it is. */
export interface ZoneNode {
  readonly text: string;
  /** As it is written; the plainest first. */
  readonly spellings: string[];
  readonly name: ZoneName;
  /** Id of the zone of the register that it names; null where it names none. */
  registered: string | null;
  /** What the user said it is: the text of another node, or its own. */
  decided: string | null;
}

/** Sets of nodes that are one zone. */
export class Unions {
  private readonly above = new Map<string, string>();

  rootOf(text: string): string {
    let root = text;
    for (let next = this.above.get(root); next !== undefined; next = this.above.get(root)) root = next;
    if (root !== text) this.above.set(text, root);
    return root;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    // The root does not depend on the order of joining.
    if (a < b) this.above.set(b, a);
    else if (b < a) this.above.set(a, b);
  }
}

/** A name under which nothing was noted yet. */
export function zoneNode(written: string): ZoneNode {
  const text = plainName(written);
  return { text, spellings: [], name: zoneNameOf(text), registered: null, decided: null };
}

const slots = ({ outer, unit, kind }: ZoneName): string => `${outer.join('/')}|${unit}|${kind ?? ''}`;

const fits = (one: string, other: string): boolean => one === '' || other === '' || one === other;

/** Of two lists of units one says all that the other says: 武汉市 beside 湖北省武汉市. */
const fitsOuter = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((unit) => other.includes(unit)) || other.every((unit) => one.includes(unit));

/** Whether nothing in two names of one place and family speaks against their being one zone. */
export const compatible = (one: ZoneName, other: ZoneName): boolean =>
  fits(one.unit, other.unit) && fits(one.kind ?? '', other.kind ?? '') && fitsOuter(one.outer, other.outer);

/** What names must have in common to be one zone for sure; null where the name is only alike itself. */
export const keyOf = ({ place, family, other }: ZoneName): string | null => (other ? null : `${place}|${family ?? ''}`);

/** Nodes by a key; those without one are left out. */
export function grouped(nodes: Iterable<ZoneNode>, key: (node: ZoneNode) => string | null): Map<string, ZoneNode[]> {
  const groups = new Map<string, ZoneNode[]>();
  for (const node of nodes) {
    const own = key(node);
    if (own !== null) groups.set(own, [...(groups.get(own) ?? []), node]);
  }
  return groups;
}

/** Whether nothing speaks against two nodes being one zone. */
const agree = (one: ZoneNode, other: ZoneNode): boolean =>
  compatible(one.name, other.name) &&
  (one.registered === null || other.registered === null || one.registered === other.registered);

/** Sets of names in which each may be the same zone as some other of the set, and no one outside. */
function reachable(different: readonly ZoneNode[]): ZoneNode[][] {
  const left = new Set(different);
  const sets: ZoneNode[][] = [];
  for (const first of different) {
    if (!left.delete(first)) continue;
    const set = [first];
    for (const one of set)
      for (const other of [...left])
        if (agree(one, other)) {
          left.delete(other);
          set.push(other);
        }
    sets.push(set);
  }
  return sets;
}

const isWhole = (set: readonly ZoneNode[]): boolean =>
  set.every((one, at) => set.slice(at + 1).every((other) => agree(one, other)));

/**
 * Joins what the rules make certain: one place, type words that mean the same, and no rival. A name that fits two which speak
 * against each other is joined to neither.
 */
export function joinCertain(nodes: readonly ZoneNode[], unions: Unions): void {
  for (const group of grouped(nodes, ({ name }) => keyOf(name)).values()) {
    const alike = grouped(group, ({ name, registered }) => `${slots(name)}|${registered ?? ''}`);
    for (const same of alike.values()) for (const node of same.slice(1)) unions.join(same[0]?.text ?? '', node.text);
    const different = [...alike.values()].flatMap((same) => same.slice(0, 1));
    for (const set of reachable(different))
      if (isWhole(set)) for (const node of set.slice(1)) unions.join(set[0]?.text ?? '', node.text);
  }
}
