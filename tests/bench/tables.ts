/* The tables of the benchmark: three that an office has, with nothing in them that was fitted to the reader. */

/** Numbers below `below`, one after the other, from a seed. */
export type Random = (below: number) => number;

/** The same numbers for the same seed (xorshift). */
export function randomFrom(seed: number): Random {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** A table of the benchmark and the one question asked of it, in the words of the file and in those of the canonical table. */
export interface BenchTable {
  readonly id: string;
  readonly title: string;
  readonly header: readonly string[];
  /** Columns of days, which a messy file writes in several ways. */
  readonly days: readonly number[];
  /** The column of the kind that is asked for. */
  readonly kind: number;
  /** A column of counts, some of whose cells a messy file spoils. */
  readonly counts: number;
  row(at: number, random: Random): string[];
  readonly raw: (from: string) => string;
  readonly canonical: string;
  /** How many counts could be read. */
  readonly filled: string;
}

const ZONES = [
  '云岭高新区',
  '澄江经开区',
  '北湖园区',
  '东屏高新区',
  '石溪经开区',
  '南浦园区',
  '青源高新区',
  '松原园区',
];
const STREETS = ['城东', '滨河', '新桥', '石门', '望江', '长兴', '平湖', '金沙', '白塔', '云台'];

const FIGURES = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A made-up unit code with a right check character (GB 32100). */
function creditCode(unit: number): string {
  let serial = '';
  for (let rest = unit, at = 0; at < 7; at++, rest = Math.floor(rest / 31)) serial = FIGURES.charAt(rest % 31) + serial;
  const body = `91${610000 + (unit % 90)}MA${serial}`;
  let weight = 1;
  const sum = [...body].reduce((total, character) => {
    const term = FIGURES.indexOf(character) * weight;
    weight = (weight * 3) % 31;
    return total + term;
  }, 0);
  return body + FIGURES.charAt((31 - (sum % 31)) % 31);
}

const one = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const two = (value: number): string => String(value).padStart(2, '0');
/** A day of 2016 to 2018 by its number. */
const day = (at: number): string =>
  `${2016 + (Math.floor(at / 336) % 3)}-${two((Math.floor(at / 28) % 12) + 1)}-${two((at % 28) + 1)}`;

const QUARTERS = ['2016', '2017', '2018'].flatMap((year) =>
  ['03-31', '06-30', '09-30', '12-31'].map((end) => `${year}-${end}`),
);
const ask = (zone: string, kind: string, when: string, from: string): string =>
  `SELECT ${zone}::VARCHAR AS zone, ${kind}::VARCHAR AS kind, date_trunc('quarter', ${when})::DATE::VARCHAR AS quarter,
    count(*)::DOUBLE AS n FROM ${from} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/** Unit coverage, a row a unit a quarter. */
export const COVERAGE: BenchTable = {
  id: 'unit_coverage',
  title: '各园区两新组织党组织覆盖情况明细表',
  header: [
    '统一社会信用代码',
    '企业名称',
    '所属园区',
    '单位性质',
    '经营状态',
    '组建方式',
    '统计日期',
    '从业人员',
    '是否规上',
    '党建指导员',
  ],
  days: [6],
  kind: 3,
  counts: 7,
  row(at, random) {
    const unit = Math.floor(at / QUARTERS.length);
    const zone = one(ZONES, unit);
    return [
      creditCode(unit),
      `${zone}第${unit}号智能装备科技有限公司`,
      zone,
      one(['非公企业', '非公企业', '非公企业', '社会组织', '国企'], unit),
      one(['运营', '运营', '运营', '运营', '停业'], random(5)),
      one(['单独支部', '联合支部', '联合支部', '单独总支', '未建-应建', '未建-个别党员', '未建-无党员'], random(7)),
      one(QUARTERS, at),
      String(random(900) + 3),
      one(['否', '否', '是'], random(3)),
      one(['是', '否'], random(2)),
    ];
  },
  raw: (from) => ask('"所属园区"', '"单位性质"', '"统计日期"', from),
  canonical: ask('zone_id', 'unit_kind', 'snapshot_date', 'unit_coverage'),
  filled: 'SELECT count(employees)::DOUBLE AS n FROM unit_coverage',
};

const LIFE: BenchTable = {
  id: 'org_life',
  title: '党支部组织生活开展情况登记表',
  header: [
    '党支部代码',
    '党支部名称',
    '所属园区',
    '活动类型',
    '召开时间',
    '场次',
    '应到人数',
    '实到人数',
    '时长(分钟)',
  ],
  days: [4],
  kind: 3,
  counts: 7,
  row(at, random) {
    const branch = at % 4000;
    const turn = Math.floor(at / 4000);
    const expected = random(40) + 5;
    return [
      `ZB${String(branch).padStart(6, '0')}`,
      `${one(STREETS, branch)}街道第${branch}党支部`,
      one(ZONES, branch),
      one(['党员大会', '支委会', '党小组会', '党课', '主题党日', '组织生活会'], turn),
      day(turn * 7 + branch),
      String(Math.floor(turn / 144) + 1),
      String(expected),
      String(expected - random(5)),
      String(30 + 5 * random(24)),
    ];
  },
  raw: (from) => ask('"所属园区"', '"活动类型"', '"召开时间"', from),
  canonical: ask('zone_id', 'activity_type', 'held_date', 'org_life'),
  filled: 'SELECT count(attended)::DOUBLE AS n FROM org_life',
};

const WORK: BenchTable = {
  id: 'work_record',
  title: '党建工作任务落实情况台账',
  header: [
    '记录编号',
    '工作类型',
    '所属园区',
    '责任主体',
    '事项名称',
    '所属时期',
    '应完成时间',
    '完成时间',
    '是否完成',
    '次数',
  ],
  days: [6, 7],
  kind: 1,
  counts: 9,
  row(at, random) {
    const when = day(random(1008));
    const done = random(10) > 0;
    return [
      `GZ${String(at + 1).padStart(8, '0')}`,
      one(['检查指导', '走访调研', '例会', '工作汇报', '文件传达', '专项活动'], random(6)),
      one(ZONES, random(8)),
      `${one(STREETS, random(10))}街道第${random(3000)}党支部`,
      `${one(['发展党员', '阵地建设', '党费收缴', '学习教育', '整改落实'], random(5))}第${at % 9973}号事项`,
      when.slice(0, 4),
      when,
      done ? when : '',
      done ? '是' : '否',
      String(random(9) + 1),
    ];
  },
  raw: (from) => ask('"所属园区"', '"工作类型"', '"应完成时间"', from),
  canonical: ask('zone_id', 'record_type', 'due_date', 'work_record'),
  filled: 'SELECT count("count")::DOUBLE AS n FROM work_record',
};

/** All tables of the benchmark. */
export const BENCH_TABLES: readonly BenchTable[] = [COVERAGE, LIFE, WORK];
