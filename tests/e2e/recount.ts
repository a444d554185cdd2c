import { type ExampleFile, exampleList, quarterOf, type Row, rowsOf, textOf } from '../datasets/plain-reader';

/*
 * The rows of the example files, read by the plain reader, as what they say; and sums over them in plain loops, by the
 * definitions of docs/metrics.md. Nothing here comes from src.
 */

/** `[x, n]`. */
export type Pair = readonly [number, number];

const first = (row: Row, headers: readonly string[]): string => {
  for (const header of headers) if (row[header] !== undefined && row[header] !== '') return row[header];
  return '';
};

const MODE = ['组建方式', '组建形式', '建立党组织情况'];
const DATE = ['统计日期', '截止日期', '数据时间'];
const KIND = ['单位性质', '企业类型', '单位类型'];
const STATUS = ['经营状态', '是否正常经营', '是否实体运营'];
const NAME = ['企业名称', '单位名称', '两新组织名称'];
const COMMITTEE = ['归口党委', '直属党委', '镇街党工委', '主管党委', '镇街'];
const MEANS = ['党建指导员', '联络员', '工会', '群团组织', '有无党建指导员', '有无联络员', '有无群团组织'];
const UNIT_MARKS = [...MODE, '2016年第一季度', '12月', '统计日期'];

const isYes = (text: string | undefined): boolean => text === '是' || text === '有' || text === '√';
const files = (table: string): ExampleFile[] => exampleList().filter((file) => file.table === table);

function titleQuarter(file: ExampleFile): string {
  const found = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(textOf(file.path, file.encoding).slice(0, 200));
  return found ? quarterOf(`${found[1]}-${found[2]}-${found[3]}`) : '';
}

/** What a mode means, whatever words the body uses. */
function modeOf(text: string): string {
  const words: Readonly<Record<string, string>> = {
    单独建党支部: '单独支部',
    联合建: '联合支部',
    应建未建: '未建-应建',
    没有党员: '未建-无党员',
    仅有个别党员: '未建-个别党员',
  };
  return words[text] ?? text;
}

/** One unit at one quarter's end. */
export interface Unit {
  readonly zone: string;
  readonly quarter: string;
  readonly committee: string;
  readonly domain: '非公企业' | '社会组织' | '国企';
  readonly name: string;
  readonly operating: boolean;
  readonly mode: string;
  /** Null where the list does not say. */
  readonly above: boolean | null;
  readonly means: boolean;
  /** Name of the file as its body would give it, and the record of the file, counted from 1. */
  readonly file: string;
}

const KNOWN_MODE = /^(单独(党委|总支|支部)|联合支部|区域行业覆盖|未建-)/;

function statesOf(row: Row, file: ExampleFile): { quarter: string; mode: string }[] {
  if (row['2016年第一季度'] !== undefined)
    return Object.entries(row).flatMap(([header, mode]) => {
      const found = /^(\d{4})年第(.)季度$/.exec(header);
      return found ? [{ quarter: `${found[1]}Q${'一二三四'.indexOf(found[2] ?? '') + 1}`, mode }] : [];
    });
  if (row['12月'] !== undefined) {
    const year = /(\d{4})年/.exec(textOf(file.path, file.encoding).slice(0, 200))?.[1] ?? '';
    return [1, 2, 3, 4].map((nth) => ({ quarter: `${year}Q${nth}`, mode: row[`${nth * 3}月`] ?? '' }));
  }
  const day = first(row, DATE);
  return [{ quarter: day === '' ? titleQuarter(file) : quarterOf(day), mode: first(row, MODE) }];
}

function domainOf(text: string): Unit['domain'] {
  if (text === '国企') return '国企';
  return text === '社会组织' || text === '民办非企业单位' ? '社会组织' : '非公企业';
}

/** Every unit of every quarter, repeated rows once. */
export function units(): Unit[] {
  const seen = new Set<string>();
  return files('unit_coverage').flatMap((file) =>
    rowsOf(file, UNIT_MARKS).flatMap((row) =>
      statesOf(row, file).flatMap(({ quarter, mode }): Unit[] => {
        const key = `${file.zone}|${quarter}|${first(row, NAME)}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [
          {
            zone: file.zone ?? '',
            quarter,
            committee: first(row, COMMITTEE),
            domain: domainOf(first(row, KIND)),
            name: first(row, NAME),
            operating: /^(运营|正常经营)$/.test(first(row, STATUS)),
            mode: modeOf(mode),
            above: (row['是否规上'] ?? '') === '' ? null : isYes(row['是否规上']),
            means: MEANS.some((header) => isYes(row[header])),
            file: (file as ExampleFile & { name: string }).name,
          },
        ];
      }),
    ),
  );
}

/** Units in the scope of coverage: operating, not state-owned, with a known mode. */
export const inScope = (unit: Unit): boolean => unit.operating && unit.domain !== '国企' && KNOWN_MODE.test(unit.mode);

const own = (unit: Unit): boolean => unit.mode.startsWith('单独');
export const built = (unit: Unit): boolean => own(unit) || unit.mode === '联合支部';
export const worked = (unit: Unit): boolean => built(unit) || unit.means;

const count = (list: readonly Unit[], test: (unit: Unit) => boolean): number => list.filter(test).length;

/** The five coverage rates of a list of units in scope, by the name the page gives them. */
export function coverageRates(list: readonly Unit[]): Record<string, Pair> {
  const n = list.length;
  const builtOnes = count(list, built);
  return {
    组织覆盖率: [builtOnes, n],
    '组织覆盖率（含区域行业覆盖）': [builtOnes + count(list, (unit) => unit.mode === '区域行业覆盖'), n],
    单独组建率: [count(list, own), n],
    应建已建率: [builtOnes, builtOnes + count(list, (unit) => unit.mode === '未建-应建')],
    工作覆盖率: [count(list, worked), n],
    规上覆盖率: [count(list, (unit) => unit.above === true && built(unit)), count(list, (unit) => unit.above === true)],
  };
}

const CODE = ['党组织代码', '党支部编码', '党组织编码'];
const ORG_NAME = ['党组织名称', '支部名称'];
const PARENT = ['上级党组织代码', '上级党组织名称', '上级党组织', '隶属', '所属党委'];
const FOUNDED = ['建立党组织日期', '成立时间', '建立与撤销成立时间'];
const DISSOLVED = ['撤销时间', '建立与撤销撤销时间'];
const TYPE = ['党组织类别', '组织类别'];
const DOMAIN = ['领域', '基层组织分类', '所在单位属性'];

/** One organisation in one register. */
export interface Org {
  readonly zone: string;
  readonly quarter: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly domain: string;
  readonly parent: string;
  /** `2018Q1`; '' when the file does not say, or says it unreadably. */
  readonly founded: string;
  readonly dissolved: string;
}

const TYPES: Readonly<Record<string, string>> = { 党支部: '支部', 联合党支部: '联合支部', 党总支: '总支' };

/** Quarter of a founding or dissolving day; '' for one that cannot be read. */
function eventQuarter(text: string): string {
  if (/^[—/]?$/.test(text) || /不详|春|夏|秋|冬|1[3-9]月/.test(text)) return '';
  const found = quarterOf(text.normalize('NFKC'));
  return /^\d{4}Q[1-4]$/.test(found) ? found : '';
}

/** Every organisation of every register, repeated rows once. */
export function organisations(): Org[] {
  const seen = new Set<string>();
  return files('party_org').flatMap((file) =>
    rowsOf(file, CODE).flatMap((row): Org[] => {
      const day = first(row, DATE);
      const quarter = day === '' ? titleQuarter(file) : quarterOf(day);
      const code = first(row, CODE);
      const key = `${file.zone}|${quarter}|${code}`;
      if (code === '' || seen.has(key)) return [];
      seen.add(key);
      const type = first(row, TYPE);
      return [
        {
          zone: file.zone ?? '',
          quarter,
          code,
          name: first(row, ORG_NAME),
          type: TYPES[type] ?? type,
          domain: first(row, DOMAIN),
          parent: first(row, PARENT),
          founded: eventQuarter(first(row, FOUNDED)),
          dissolved: eventQuarter(first(row, DISSOLVED)),
        },
      ];
    }),
  );
}

/** Organisations of a zone that exist at a register's day. */
export const activeAt = (list: readonly Org[], zone: string, quarter: string): Org[] =>
  list.filter((org) => org.zone === zone && org.quarter === quarter && org.dissolved === '');

/** The last register of a zone, dissolved organisations included. */
export const lastRegister = (list: readonly Org[], zone: string): Org[] =>
  list.filter((org) => org.zone === zone && org.quarter === '2018Q4');

/** The committee an organisation belongs to: the highest below the zone's own work committee. */
export function committeeOf(org: Org, register: readonly Org[]): string {
  let top = org;
  for (let step = 0; step < 6; step += 1) {
    const above = register.find(
      (other) => other.code !== top.code && (other.code === top.parent || other.name === top.parent),
    );
    if (!above || above.parent === '' || above.parent === '—') break;
    top = above;
  }
  return top.name;
}

const levelOf = (text: string): number | null => {
  if (/^★+$/.test(text)) return text.length;
  if (text === '无星') return 0;
  const found = /^([0-5零一二三四五])星?$/.exec(text)?.[1];
  if (found === undefined) return null;
  return /\d/.test(found) ? Number(found) : '零一二三四五'.indexOf(found);
};

/** One organisation in one rating cycle. */
export interface Rating {
  readonly zone: string;
  readonly cycle: string;
  readonly scheme: string;
  readonly awarding: string;
  readonly code: string;
  readonly status: string;
  readonly level: number | null;
  readonly before: number | null;
  /** By the name of the star: won, or not; a star that was not assessed is absent. */
  readonly named: Readonly<Record<string, boolean>>;
}

export const NAMED = ['政治星', '学习星', '发展星', '服务星', '廉洁星'] as const;

/** Every rating of every cycle, repeated rows once. */
export function ratings(): Rating[] {
  const seen = new Set<string>();
  return files('star_rating').flatMap((file) =>
    rowsOf(file, ['党组织代码']).flatMap((row): Rating[] => {
      const cycle = (row['评定年度'] ?? '').slice(0, 4);
      const code = row['党组织代码'] ?? '';
      const key = `${file.zone}|${row['评定办法']}|${cycle}|${code}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        {
          zone: file.zone ?? '',
          cycle,
          scheme: row['评定办法'] ?? '',
          awarding: (row['评定层级'] ?? '').replace(/级$/, ''),
          code,
          status: row['参评情况'] ?? '',
          level: levelOf(row['评定星级'] ?? ''),
          before: levelOf(row['上年星级'] ?? ''),
          named: Object.fromEntries(
            NAMED.filter((star) => /^[√×是否有无]$/.test(row[star] ?? '')).map((star) => [star, isYes(row[star])]),
          ),
        },
      ];
    }),
  );
}

/** Names of the zones by id, in the order of the register. */
export function zoneNames(): Map<string, string> {
  return new Map(exampleList().flatMap((file) => (file.zone === null ? [] : [[file.zone, file.zoneName ?? '']])));
}

/** Ids of the zones that are compared: all but the enterprise. */
export const ZONES: readonly string[] = [...zoneNames().keys()].filter((zone) => zone !== 'JLRL');

/** A rate as the page writes it. */
/** A rate as a percentage, halves up, in whole numbers; more digits where one would say all of a part or nothing of something. */
export function percent([x, n]: Pair, digits = 1): string {
  if (n === 0) return '—';
  const scale = 10 ** digits;
  const size = Math.floor((200 * scale * x + n) / (2 * n));
  if ((size === 100 * scale && x !== n) || (size === 0 && x !== 0)) return percent([x, n], digits + 1);
  return `${Math.floor(size / scale)}.${String(size % scale).padStart(digits, '0')}%`;
}
/** A count as the page writes it. */
export const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
/** x/n as the page writes it. */
export const fraction = ([x, n]: Pair): string => `${thousands(x)}/${thousands(n)}`;
