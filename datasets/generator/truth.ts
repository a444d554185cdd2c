/** Ways a unit is covered, in the words of the annual Party statistics form. */
export type Mode =
  '单独党委' | '单独总支' | '单独支部' | '联合支部' | '区域行业覆盖' | '未建-应建' | '未建-个别党员' | '未建-无党员';

export type UnitKind = '非公企业' | '社会组织' | '国企';
export type Operating = '运营' | '停业' | '空壳' | '注销';
export type OrgType = '党工委' | '党委' | '总支' | '支部' | '联合支部' | '党小组';
export type Domain = '机关' | '事业' | '学校' | '国企' | '非公' | '社会组织' | '村' | '社区' | '其他';
export type Setting = '单位' | '园区' | '车间' | '班组' | '产业链' | '楼宇' | '居民组';

/** A unit at one quarter's end. `null` in operating or mode: the export does not say, or says something unreadable. */
export interface UnitState {
  operating: Operating | null;
  mode: Mode | null;
  employees: number;
  members: number;
  membersFull: number;
  /** Key of the organisation that covers it, or null. */
  org: string | null;
  instructor: boolean;
  liaison: boolean;
  massOrg: boolean;
  reason: string;
}

/** A unit to be covered, with its state at each of the twelve quarters (null: not listed). */
export interface Unit {
  readonly name: string;
  readonly code: string | null;
  readonly kind: UnitKind;
  readonly aboveScale: boolean;
  /** Key of the committee it belongs to. */
  committee: string;
  readonly states: (UnitState | null)[];
}

/** A Party organisation. */
export interface Org {
  readonly key: string;
  code: string;
  readonly name: string;
  readonly type: OrgType;
  readonly domain: Domain;
  readonly setting: Setting;
  readonly unitCode: string | null;
  /** ISO day, or null where the register does not say. */
  founded: string | null;
  dissolved: string | null;
  /** Key of the organisation above, from a quarter on, earliest first. Empty for the root. */
  readonly parents: { from: number; key: string }[];
  /** Members at each quarter's end; only for organisations without others below. */
  readonly members: number[];
  readonly probationShare: number;
  termStart: string;
  termYears: number;
  /** Months between due and actual renewal; negative: early; null: never renewed. */
  readonly renewalDelay: number | null;
  /** What the register writes where the founding day cannot be read. */
  foundedText?: string;
  /** What the register writes for the organisation above where that is wrong: one that is not listed, or one below. */
  strayParent?: { readonly code: string; readonly name: string };
}

export type RatedStatus = '评定' | '未参评' | '新建不定星' | '否决';
export const DIMS = ['dim_political', 'dim_learning', 'dim_development', 'dim_service', 'dim_integrity'] as const;
export type Dim = (typeof DIMS)[number];

/** One organisation in one rating cycle of one scheme. */
export interface Rating {
  readonly org: string;
  readonly cycle: number;
  readonly scheme: string;
  readonly awarding: '省' | '市' | '区' | '园区';
  readonly status: RatedStatus;
  readonly level: number | null;
  readonly previous: number | null;
  readonly selfScore: number | null;
  readonly score: number | null;
  readonly dims: Readonly<Record<Dim, boolean>> | null;
}

/** Everything the generator knows about a zone: what the exports are written from and the expected values computed from. */
export interface ZoneTruth {
  readonly zone: string;
  readonly units: readonly Unit[];
  readonly orgs: readonly Org[];
  readonly ratings: readonly Rating[];
}
