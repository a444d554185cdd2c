import { byText } from '../../domain';
import { type Reason, reasonOf } from './reasons';
import { type ZoneNode, Unions, joinCertain, zoneNode } from './zone-groups';
import { type Likely, likelyZones } from './likely';
import { shortName } from './short-name';
import { plainName } from './zone-name';

/** A zone of a register. */
export interface RegisteredZone {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What the user said of written names: the zone each is, or the name itself where it is a zone of its own. */
export type ZoneDecisions = Readonly<Record<string, string>>;

/** How a written name came to its zone: a register names it, it is the zone's name, a rule, the user, or nobody yet. */
export type ZoneHow = 'register' | 'own' | 'rule' | 'you' | 'separate' | 'open';

/** A written name and the zone it counts for. */
export interface ZoneEntry {
  readonly written: string;
  readonly zone: string;
  readonly how: ZoneHow;
  /** Why it is, or may be, the same zone; null where it is its own. */
  readonly reason: Reason | null;
  /** The zones it may be, where that is open. */
  readonly candidates: readonly string[];
}

/** Every written name with its zone. */
export interface ZoneBook {
  readonly entries: readonly ZoneEntry[];
  /** The zone of a name; the name itself where it is not in the book. */
  zoneOf(written: string): string;
}

/** The best of a zone's names to call it by: whole, short, without the units above and without a committee. */
function rank({ name, decided, text }: ZoneNode): string {
  const flaws = [decided !== null && decided !== text, name.other, name.body !== '', name.place === '' || !name.whole];
  const marks = [...flaws, name.outer.length > 0 || name.unit !== ''].map(Number).join('');
  return `${marks}${String(text.length).padStart(4, '0')}${text}`;
}

class Names {
  readonly nodes = new Map<string, ZoneNode>();

  at(written: string): ZoneNode {
    const text = plainName(written);
    const node = this.nodes.get(text) ?? zoneNode(written);
    this.nodes.set(text, node);
    return node;
  }

  spell(written: string): ZoneNode {
    const node = this.at(written);
    if (!node.spellings.includes(written)) node.spellings.push(written);
    node.spellings.sort((a, b) => Number(b === node.text) - Number(a === node.text) || byText(a, b));
    return node;
  }
}

function noted(written: Iterable<string>, register: readonly RegisteredZone[], decisions: ZoneDecisions): ZoneNode[] {
  const names = new Names();
  for (const text of written) names.spell(text);
  for (const { id, name, aliases } of [...register].sort((a, b) => byText(a.id, b.id)))
    for (const text of new Set([id, name, ...aliases])) if (text !== '') names.spell(text).registered ??= id;
  for (const [text, zone] of Object.entries(decisions)) {
    const node = names.nodes.get(plainName(text));
    if (node) node.decided = names.spell(zone).text;
  }
  return [...names.nodes.values()].sort((a, b) => byText(a.text, b.text));
}

interface Cluster {
  readonly zone: string;
  readonly best: ZoneNode;
}

function clustersOf(nodes: readonly ZoneNode[], unions: Unions): Map<string, Cluster> {
  const members = new Map<string, ZoneNode[]>();
  for (const node of nodes) {
    const root = unions.rootOf(node.text);
    members.set(root, [...(members.get(root) ?? []), node]);
  }
  const clusters = [...members].map(([root, own]) => {
    const standing = own.filter(({ decided, text }) => decided === null || decided === text);
    const known = [...(standing.length > 0 ? standing : own)].sort((a, b) => byText(rank(a), rank(b)));
    const best = known.find(({ registered }) => registered !== null) ?? known[0] ?? zoneNode(root);
    const short = best.registered === null && best.decided === null ? shortName(known.map(({ name }) => name)) : null;
    return { root, best, short };
  });
  const taken = new Map<string, number>();
  for (const { short, best } of clusters)
    for (const name of new Set([short, best.text])) if (name !== null) taken.set(name, (taken.get(name) ?? 0) + 1);
  return new Map(
    clusters.map(({ root, best, short }) => {
      const own = best.registered ?? best.spellings[0] ?? best.text;
      return [root, { best, zone: short !== null && taken.get(short) === 1 ? short : own }];
    }),
  );
}

function howOf(node: ZoneNode, { best }: Cluster, likely: Likely | undefined): ZoneHow {
  if (node.decided !== null) return node.decided === node.text ? 'separate' : 'you';
  if (node.registered !== null) return 'register';
  if (likely) return 'open';
  return node === best ? 'own' : 'rule';
}

/**
 * Says which zone each written name is. What a register or the user says holds; the rules join what is certain, and name the
 * zones that the others may be. The same names, in whatever order, make the same book; a decision taken back leaves it as it was.
 */
export function zoneBook(
  written: Iterable<string>,
  register: readonly RegisteredZone[] = [],
  decisions: ZoneDecisions = {},
): ZoneBook {
  const nodes = noted(written, register, decisions);
  const unions = new Unions();
  for (const { text, decided } of nodes) if (decided !== null) unions.join(text, decided);
  const free = nodes.filter(({ decided }) => decided === null);
  for (const one of grouping(free)) for (const node of one.slice(1)) unions.join(one[0]?.text ?? '', node.text);
  joinCertain(free, unions);
  const clusters = clustersOf(nodes, unions);
  const clusterOf = (node: ZoneNode): Cluster =>
    clusters.get(unions.rootOf(node.text)) ?? { zone: node.text, best: node };
  const zoneOfNode = (node: ZoneNode): string => clusterOf(node).zone;
  const likely = likelyZones(nodes, zoneOfNode);
  const entries = nodes.flatMap((node) => {
    const cluster = clusterOf(node);
    const open = likely.get(cluster.zone);
    const how = howOf(node, cluster, open);
    const reason =
      how === 'open' ? (open?.reason ?? null) : how === 'rule' ? reasonOf(node.name, cluster.best.name) : null;
    return node.spellings.map((text): ZoneEntry => ({
      written: text,
      zone: cluster.zone,
      how: how === 'own' && text !== cluster.zone ? 'rule' : how,
      reason: how === 'own' && text !== cluster.zone ? 'spelling' : reason,
      candidates: how === 'open' ? (open?.zones ?? []) : [],
    }));
  });
  const zones = new Map(entries.map(({ written: text, zone }) => [text, zone]));
  return { entries, zoneOf: (text) => zones.get(text) ?? text };
}

/** The names of each zone of the register. */
function grouping(nodes: readonly ZoneNode[]): ZoneNode[][] {
  const groups = new Map<string, ZoneNode[]>();
  for (const node of nodes)
    if (node.registered !== null) groups.set(node.registered, [...(groups.get(node.registered) ?? []), node]);
  return [...groups.values()];
}
