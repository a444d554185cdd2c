import type { Reason } from './reasons';
import { ANY_ZONE } from './type-words';
import { type ZoneNode, compatible, grouped } from './zone-groups';

/** The zones that a zone may be the same as, and why. */
export interface Likely {
  readonly zones: readonly string[];
  readonly reason: Reason;
}

/** Kinds of one family that are often written for each other. */
const NEAR = ['工业 产业', '高新技术 新技术', '高新技术 园', '经济技术 经济', '科技 高科技'].map((pair) =>
  pair.split(' '),
);
const isNear = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other && NEAR.some((pair) => pair.includes(one) && pair.includes(other));

const SHORTEST = 2;

/** Every ending of a place that may be the place without its city. */
const endingsOf = (place: string): string[] =>
  Array.from({ length: Math.max(0, place.length - SHORTEST) }, (_, at) => place.slice(at + 1));

const TRADE = new RegExp(
  `^(?:${[
    '新?材料|化工|化学|精细|石化|食品|农产品|农副产品|农业|林业|粮油|饮料|酒业|加工|装备|机械|智能|制造|汽车|零部件|配件|航空|航天|船舶|轨道|交通',
    '电子|信息|软件|数字|大数据|光电|半导体|芯片|通信|互联网|生物|医药|医疗|器械|健康|纺织|服装|轻工|家居|家具|建材|陶瓷|冶金|有色|金属|钢铁',
    '新?能源|光伏|氢能|电力|节能|环保|循环|再生|资源|物流|商贸|电商|文化|创意|旅游|教育|科教|教科|创新|创业|现代|绿色|高端|先进',
  ].join('|')})+$`,
  'u',
);
const isTradeBehind = (short: string, long: string): boolean =>
  short.length >= SHORTEST && long.startsWith(short) && TRADE.test(long.slice(short.length));

type ZoneOf = (node: ZoneNode) => string;

class Finder {
  private readonly typed: readonly ZoneNode[];
  private readonly byPlace: ReadonlyMap<string, readonly ZoneNode[]>;
  private readonly byFamily: ReadonlyMap<string, readonly ZoneNode[]>;
  private readonly byEnding: ReadonlyMap<string, readonly ZoneNode[]>;

  constructor(
    nodes: readonly ZoneNode[],
    private readonly zoneOf: ZoneOf,
  ) {
    this.typed = nodes.filter(({ name }) => !name.other && name.place !== '' && name.family !== null);
    this.byPlace = grouped(this.typed, ({ name }) => name.place);
    this.byFamily = grouped(this.typed, ({ name }) => name.family);
    const endings = new Map<string, ZoneNode[]>();
    for (const node of this.typed)
      for (const ending of endingsOf(node.name.place)) endings.set(ending, [...(endings.get(ending) ?? []), node]);
    this.byEnding = endings;
  }

  private zones(nodes: readonly ZoneNode[], self: ZoneNode): string[] {
    const own = this.zoneOf(self);
    return [...new Set(nodes.map(this.zoneOf))].filter((zone) => zone !== own).sort();
  }

  /** What one name may be, beside the zone it is in. */
  of(node: ZoneNode): Likely | null {
    const { place, family, kind } = node.name;
    const told = (nodes: readonly ZoneNode[], reason: Reason): Likely | null => {
      const zones = this.zones(nodes, node);
      return zones.length === 0 ? null : { zones, reason };
    };
    const here = this.byPlace.get(place) ?? [];
    if (family === null) return told(here, 'bare') ?? told(this.byEnding.get(place) ?? [], 'bare');
    const kin = (this.byFamily.get(family) ?? []).filter(({ name }) => compatible(name, node.name));
    if (place === '') return told(kin, 'alone');
    if (family === ANY_ZONE)
      return told(
        here.filter(({ name }) => name.family !== ANY_ZONE),
        'any',
      );
    // What was said to be a zone of its own is not like another by its type.
    const same = here.filter(({ name, decided, text }) => name.family === family && decided !== text);
    return (
      told(
        same.filter(({ name }) => compatible(name, node.name)),
        'type',
      ) ??
      told(
        same.filter(({ name }) => isNear(name.kind, kind)),
        'kind',
      ) ??
      told(this.shorter(node, kin), 'longer') ??
      told(this.traded(node, kin), 'trade')
    );
  }

  /** The zones whose place is the end of this one's: 东湖 of 武汉东湖. */
  private shorter(node: ZoneNode, kin: readonly ZoneNode[]): ZoneNode[] {
    const endings = new Set(endingsOf(node.name.place));
    return kin.filter(({ name, decided, text }) => endings.has(name.place) && decided !== text);
  }

  /** The zones called the same but for their trade: 白沙产业园 and 白沙食品产业园. */
  private traded(node: ZoneNode, kin: readonly ZoneNode[]): ZoneNode[] {
    const { place } = node.name;
    return kin.filter(
      ({ name, decided, text }) =>
        decided !== text && (isTradeBehind(place, name.place) || isTradeBehind(name.place, place)),
    );
  }
}

/** How much a name says of its zone: of two that may be one, the one that says less is asked about. */
const said = ({ name: { kind, unit, outer, place } }: ZoneNode): number =>
  Number(kind !== null) + Number(unit !== '') + outer.length + place.length;

/** Of two zones that may each be the other one is asked about: never one of the register. */
function askedOnce(
  likely: ReadonlyMap<string, Likely>,
  registered: ReadonlySet<string>,
  most: ReadonlyMap<string, number>,
): Map<string, Likely> {
  const order = (zone: string, other: string): number =>
    (most.get(zone) ?? 0) - (most.get(other) ?? 0) || (zone > other ? -1 : 1);
  const kept = new Map<string, Likely>();
  for (const [zone, { zones, reason }] of likely) {
    const others = zones.filter((other) => {
      const mutual = likely.get(other)?.zones.includes(zone) === true && !registered.has(other);
      return !mutual || order(zone, other) < 0;
    });
    if (others.length > 0) kept.set(zone, { zones: others, reason });
  }
  return kept;
}

/** Where two longer names may each be the one shorter, the shorter is asked about: both at once they cannot be. */
function turned(likely: Map<string, Likely>, registered: ReadonlySet<string>): Map<string, Likely> {
  const longer = [...likely].filter(([, { reason }]) => reason === 'longer');
  const targets = new Map<string, string[]>();
  for (const [zone, { zones }] of longer) for (const to of zones) targets.set(to, [...(targets.get(to) ?? []), zone]);
  for (const [target, sources] of targets) {
    if (sources.length < 2) continue;
    for (const source of sources) {
      if (registered.has(target)) likely.set(source, { zones: [target], reason: 'several' });
      else likely.delete(source);
    }
    if (!registered.has(target)) likely.set(target, { zones: sources.sort(), reason: 'several' });
  }
  return likely;
}

/** What each zone may be the same as, by its id; only zones no one has said anything about are asked about. */
export function likelyZones(nodes: readonly ZoneNode[], zoneOf: ZoneOf): Map<string, Likely> {
  const finder = new Finder(nodes, zoneOf);
  const registered = new Set(nodes.filter((node) => node.registered !== null).map(zoneOf));
  const settled = new Set(nodes.filter(({ decided }) => decided !== null).map(zoneOf));
  const found = new Map<string, Likely>();
  const most = new Map<string, number>();
  for (const node of nodes) {
    const zone = zoneOf(node);
    most.set(zone, Math.max(most.get(zone) ?? 0, said(node)));
    if (node.name.other || registered.has(zone) || settled.has(zone)) continue;
    const likely = finder.of(node);
    const before = found.get(zone);
    if (!likely) continue;
    const zones = [...new Set([...(before?.zones ?? []), ...likely.zones])].sort();
    found.set(zone, { zones, reason: before?.reason ?? likely.reason });
  }
  const asked = turned(askedOnce(found, registered, most), registered);
  return new Map(
    [...asked].map(([zone, { zones, reason }]) => [zone, { zones, reason: zones.length > 1 ? 'several' : reason }]),
  );
}
