import { randomFrom } from './random';
import type { Domain, Org } from './truth';
import { branchesAt, committeesAt } from './work-rows';
import type { ZoneContext } from './zone-context';

/** A demonstration site, post or station; `count` where one row stands for several. */
export interface Site {
  readonly kind: '示范点' | '示范岗' | '远程教育站点' | '党群服务中心' | '先进党组织';
  readonly level: '省' | '市' | '区';
  readonly domain: Domain;
  readonly org: Org | null;
  readonly name: string;
  readonly count: number;
  readonly from: string;
  readonly to: string | null;
}

/** Stations of each of the ten towns, in communities and in villages: 166 in all. */
const STATIONS: readonly (readonly [communities: number, villages: number])[] = [
  [12, 3],
  [11, 4],
  [13, 5],
  [10, 6],
  [9, 7],
  [12, 8],
  [5, 12],
  [4, 12],
  [5, 12],
  [4, 12],
];

function xian(context: ZoneContext): Site[] {
  const random = randomFrom('XAGX sites');
  const station = { kind: '远程教育站点', level: '区', from: '2018-06-30', to: null } as const;
  const towns = committeesAt(context, 2018).slice(0, STATIONS.length);
  const stations = towns.flatMap((org, at): Site[] => {
    const [communities, villages] = STATIONS[at] ?? [0, 0];
    const place = org.name.replace(/党工委$/u, '');
    return [
      { ...station, org, domain: '社区', name: `${place}社区党员远程教育站点`, count: communities },
      { ...station, org, domain: '村', name: `${place}农村党员远程教育站点`, count: villages },
    ];
  });
  const posts = random
    .shuffled(branchesAt(context, 2018).filter((org) => org.domain !== '村'))
    .slice(0, 23)
    .map((org): Site => ({
      kind: '示范岗',
      level: '区',
      domain: org.domain,
      org,
      name: `${org.name}党员示范岗`,
      count: 1,
      from: `2018-0${random.int(5, 9)}-${random.int(10, 28)}`,
      to: null,
    }));
  return [...stations, ...posts];
}

/** The seven the article names, with “such as” and “and others”: there may be more. */
const NAMED: readonly (readonly [name: string, domain: Domain])[] = [
  ['桃园社区', '社区'],
  ['石桥社区', '社区'],
  ['桥南头社区', '社区'],
  ['大庙村', '村'],
  ['经开区实验学校', '学校'],
  ['恒久集团', '非公'],
  ['百谷农林合作社', '非公'],
];

const xuzhou = (): Site[] =>
  NAMED.map(([name, domain]) => ({
    kind: '示范点',
    level: '市',
    domain,
    org: null,
    name,
    count: 1,
    from: '2018-12-28',
    to: null,
  }));

/** How many sites of the city and the zone, how many centres. */
const COUNTS: Readonly<Record<string, readonly [city: number, zone: number, centres: number]>> = {
  JYGX: [2, 9, 5],
  YLGX: [6, 22, 14],
  QLJK: [3, 11, 8],
  WSGX: [1, 6, 4],
  XCJK: [3, 9, 6],
  LMGX: [2, 7, 5],
  CYJK: [0, 5, 3],
  STGX: [2, 10, 7],
};

function invented(context: ZoneContext, [city, zone, centres]: readonly [number, number, number]): Site[] {
  const random = randomFrom(`${context.plan.id} sites`);
  const orgs = random.shuffled(branchesAt(context, 2018));
  return Array.from({ length: city + zone + centres }, (_, at): Site => {
    const org = orgs[at % orgs.length];
    if (!org) throw new RangeError(`${context.plan.name}: no branch for a site`);
    const centre = at >= city + zone;
    const year = random.int(2015, 2018);
    const place = org.name.replace(/(?:联合)?党支部$/u, '');
    return {
      kind: centre ? '党群服务中心' : '示范点',
      level: at < city ? '市' : '区',
      domain: org.domain,
      org,
      name: centre ? `${place}党群服务中心` : `${place}党建示范点`,
      count: 1,
      from: `${year}-0${random.int(6, 7)}-${random.int(10, 28)}`,
      // Some lose the name after a review.
      to: !centre && year < 2017 && random.chance(0.3) ? '2018-06-30' : null,
    };
  });
}

/** The sites, posts and stations of a zone; the same on every machine. */
export function sitesOf(context: ZoneContext): Site[] {
  const { id } = context.plan;
  if (id === 'XAGX') return xian(context);
  if (id === 'XZJK') return xuzhou();
  const counts = COUNTS[id];
  return counts ? invented(context, counts) : [];
}
