import { type Chance, chanceOf } from '../truth/chance';

/** An office with its zones, as it is before anybody writes a file of it. */
export interface Office {
  readonly city: string;
  readonly zones: readonly Zone[];
  /** Quarters, the last one being the next that comes. */
  readonly quarters: readonly Quarter[];
  readonly years: readonly [number, number];
  readonly chance: Chance;
}

export interface Quarter {
  readonly year: number;
  readonly nth: 1 | 2 | 3 | 4;
}

export interface Zone {
  /** Every way the office writes it; the first is its long name. */
  readonly names: readonly string[];
  readonly place: string;
  readonly parts: readonly string[];
  readonly units: readonly Unit[];
  readonly orgs: readonly Org[];
  readonly items: readonly Item[];
  readonly scores: readonly number[];
  /** Letters signed, of how many. */
  readonly letters: readonly boolean[];
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly part: string;
  readonly trade: string;
  readonly employees: number;
  readonly members: number;
  /** From which quarter on it has an organisation; none of them where it has none. */
  readonly since: number;
  readonly alone: boolean;
  readonly guide: boolean;
}

export interface Org {
  readonly code: string;
  readonly name: string;
  readonly members: number;
  readonly probationary: number;
  readonly founded: string;
  /** Stars of the two years, 0 where it was not rated. */
  readonly stars: readonly [number, number];
  /** Meetings by kind and month. */
  readonly held: Readonly<Record<Meeting, readonly number[]>>;
}

export type Meeting = '支部党员大会' | '支委会' | '党小组会' | '党课';
export const MEETINGS: readonly Meeting[] = ['支部党员大会', '支委会', '党小组会', '党课'];

export interface Item {
  readonly problem: string;
  readonly source: string;
  readonly due: string;
  readonly closed: string | null;
}

const PLACES = [
  ['云岭', '清河', '白鹭', '金沙', '松湖', '凤台'],
  ['石桥', '北苑', '丹江', '龙泉', '玉屏', '海棠'],
  ['长塘', '兰溪', '青峰', '鹿鸣', '桃源', '银湾'],
  ['汉滨', '双塔', '柳林', '紫金', '麒麟', '东渡'],
];
const TYPES: readonly (readonly string[])[] = [
  ['高新技术产业开发区', '高新区', '高新'],
  ['经济技术开发区', '经开区', '经开'],
  ['综合保税区', '综保区'],
  ['工业园区', '工业园', '园区'],
  ['产业园', '产业园区'],
  ['科技产业园区', '科技园'],
  ['化工园区', '化工产业园'],
  ['临空经济示范区', '临空区'],
];
const FIRST = ['恒', '盛', '天', '华', '科', '瑞', '博', '宏', '金', '信', '远', '鼎', '海', '泰', '中', '康'];
const SECOND = ['达', '辰', '宇', '源', '力', '腾', '丰', '邦', '锐', '拓', '航', '和', '创', '捷', '晟', '启'];
const TRADES = ['电子信息', '装备制造', '生物医药', '新材料', '商贸物流', '食品加工', '现代服务业'];
const FORMS = ['有限公司', '股份有限公司', '有限责任公司', '集团有限公司'];
const PROBLEMS = [
  '三会一课记录不全',
  '发展党员材料缺失',
  '党费收缴不规范',
  '支部换届不及时',
  '阵地建设滞后',
  '学习制度不落实',
];
const SOURCES = ['市委巡察', '季度检查', '自查', '专项督查'];

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

function codeOf(chance: Chance): string {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  return `91${pad(chance.whole(110000, 659999), 6)}MA${Array.from({ length: 8 }, () => chance.pick([...signs])).join('')}`;
}

function unitsOf(chance: Chance, parts: readonly string[], quarters: number, n: number, taken: Set<string>): Unit[] {
  const units: Unit[] = [];
  while (units.length < n) {
    const trade = chance.pick(TRADES);
    const name = `${chance.pick(FIRST)}${chance.pick(SECOND)}${chance.pick(FIRST)}${trade.slice(0, 4)}${chance.pick(FORMS)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    const members = chance.happens(0.15) ? chance.whole(0, 2) : chance.whole(3, 45);
    units.push({
      code: codeOf(chance),
      name,
      part: parts[Math.floor((units.length * parts.length) / n)] ?? '',
      trade,
      employees: members + chance.whole(12, 600),
      members,
      since: chance.happens(0.45) ? 0 : chance.whole(1, quarters + 5),
      alone: chance.happens(0.7),
      guide: chance.happens(0.55),
    });
  }
  return units;
}

function orgsOf(chance: Chance, units: readonly Unit[], from: number): Org[] {
  const own = units.filter(({ since, alone }) => since === 0 && alone).slice(0, 30);
  return own.map((unit, at): Org => {
    const monthly = (share: number): number[] => Array.from({ length: 9 }, () => Number(chance.happens(share)));
    return {
      code: `DZ${pad(from + at, 5)}`,
      name: `中共${unit.name}支部委员会`,
      members: unit.members + 3,
      probationary: chance.whole(0, 2),
      founded: `${chance.whole(2008, 2021)}-${pad(chance.whole(1, 12), 2)}`,
      stars: [chance.whole(0, 5), chance.whole(0, 5)],
      held: { 支部党员大会: monthly(0.33), 支委会: monthly(0.85), 党小组会: monthly(0.8), 党课: monthly(0.35) },
    };
  });
}

function itemsOf(chance: Chance, year: number): Item[] {
  return Array.from({ length: chance.whole(8, 16) }, (_, at): Item => {
    const due = `${year}-${pad(chance.whole(2, 11), 2)}-${pad(chance.whole(1, 28), 2)}`;
    const closed = `${year}-${pad(chance.whole(2, 9), 2)}-${pad(chance.whole(1, 28), 2)}`;
    // Told apart by its words, since the ledger gives no day of finding.
    const problem = `${chance.pick(PROBLEMS)}（第${at + 1}项）`;
    return { problem, source: chance.pick(SOURCES), due, closed: chance.happens(0.6) ? closed : null };
  });
}

/** The same seed makes the same office. */
export function officeOf(seed: number): Office {
  const chance = chanceOf(seed * 7919 + 11);
  const city = chance.pick(['江州市', '临川市', '安宁市', '']);
  const places = [...chance.pick(PLACES)];
  const types = [...TYPES];
  const year = chance.pick([2023, 2024, 2025]);
  const quarters: Quarter[] = ([3, 4, 1, 2, 3, 4] as const).map((nth, at) => ({ year: at < 2 ? year - 1 : year, nth }));
  const [taken, zones]: [Set<string>, Zone[]] = [new Set(), []];
  for (let at = 0; at < 5; at += 1) {
    const [place = ''] = places.splice(chance.whole(0, places.length - 1), 1);
    const [words = []] = types.splice(chance.whole(0, types.length - 1), 1);
    const streets = ['街道', '街道', '镇'].map(
      (kind, nth) => `${place.slice(0, 1)}${['安', '平', '乐'][nth] ?? ''}${kind}`,
    );
    const parts = chance.happens(0.6) ? streets : [`${place}一片`, `${place}二片`];
    const units = unitsOf(chance, parts, quarters.length, chance.whole(40, 90), taken);
    zones.push({
      place,
      names: words.map((word) => `${place}${word}`),
      parts,
      units,
      orgs: orgsOf(chance, units, 100 * at + 1),
      items: itemsOf(chance, year),
      scores: [30, 20, 20, 20].map((full) => chance.whole(Math.floor(full * 0.6), full)),
      letters: Array.from({ length: 6 }, () => chance.happens(0.75)),
    });
  }
  return { city, zones, quarters, years: [year - 1, year], chance };
}

/** What a zone's units come to in a quarter. */
export function countsOf({ units }: Pick<Zone, 'units'>, quarter: number): Record<string, number> {
  const count = (holds: (unit: Unit) => boolean): number => units.filter(holds).length;
  const built = (unit: Unit): boolean => unit.since <= quarter;
  return {
    n: units.length,
    built: count(built),
    due: count(({ members }) => members >= 3),
    dueBuilt: count((unit) => unit.members >= 3 && built(unit)),
    guide: count(({ guide }) => guide),
    covered: count((unit) => built(unit) || unit.guide),
    members: units.reduce((sum, { members }) => sum + members, 0),
    alone: count((unit) => built(unit) && unit.alone),
  };
}
