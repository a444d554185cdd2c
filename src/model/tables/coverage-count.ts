import type { ColumnSpec, TableSpec } from '../../domain';
import { COMMITTEE, SNAPSHOT_DATE, ZONE_ID } from './shared-columns';
import {
  ALONE_COUNT_HEADER,
  BUILT_COUNT_HEADER,
  DUE_HEADER,
  INSTRUCTOR_COUNT_HEADER,
  JOINT_COUNT_HEADER,
  MEMBERS_HEADER,
  RATE_HEADER,
  UNITS_HEADER,
} from './made-of';
import { words } from './words';

/** A count is also written as a part of the one before it: 其中：单独组建. */
const headersOf = (list: string): string[] => {
  const own = words(list);
  return [
    ...own,
    ...own.filter((word) => /\p{Script=Han}/u.test(word)).flatMap((word) => [`其中:${word}`, `其中${word}`]),
  ];
};

const MADE: Readonly<Record<string, RegExp>> = {
  units: UNITS_HEADER,
  due: DUE_HEADER,
  built: BUILT_COUNT_HEADER,
  alone: ALONE_COUNT_HEADER,
  joint: JOINT_COUNT_HEADER,
  instructors: INSTRUCTOR_COUNT_HEADER,
  members: MEMBERS_HEADER,
};

const count = (id: string, zh: string, en: string, list: string, required?: string): ColumnSpec => ({
  id,
  type: 'integer',
  label: { zh, en },
  headers: headersOf(list),
  ...(MADE[id] && { made: MADE[id] }),
  ...(required !== undefined && { required }),
});

/** At least one of these must be there: what a table of units says beside how many there are. */
const COUNTED = 'counted';

/** Coverage as counts: what a zone, or a committee of it, reports in place of a list of its units. */
export const COVERAGE_COUNT: TableSpec = {
  id: 'coverage_count',
  label: { zh: '覆盖汇总', en: 'Coverage in counts' },
  row: {
    zh: '一个园区（或其一个街道、党委）在一个统计日的各项数目',
    en: 'The counts of one zone, or of one committee of it, on one day',
  },
  key: ['zone_id', 'committee', 'unit_kind', 'snapshot_date'],
  optional: ['committee', 'unit_kind'],
  turnable: true,
  mentions: ['党', '两新', '非公', '指导员', 'party', 'members'],
  columns: [
    ZONE_ID,
    {
      ...COMMITTEE,
      headers: [
        ...COMMITTEE.headers,
        ...words(`
          镇 | 乡镇 | 街镇 | 街道镇 | 街乡 | 街乡镇 | 乡镇街 | 乡镇街道名称 | 社区 | 村居 | 商圈 | 楼宇 | 板块 | 街区
          党委 | 党工委 | 基层党委 | 党委名称 | 党工委名称 | 单位 | 单位名称 | 部门 | 地区 | 名称
        `),
      ],
    },
    SNAPSHOT_DATE,
    {
      id: 'unit_kind',
      type: 'enum',
      label: { zh: '单位性质', en: 'Kind of unit' },
      headers: words(
        '单位性质 | 企业类型 | 组织类型 | 单位类型 | 单位类别 | 类别 | 类型 | 领域 | 两新类别 | 两新组织类型 | kind',
      ),
      values: [
        {
          id: '非公企业',
          en: 'Non-public enterprises',
          synonyms: words('非公 | 非公有制企业 | 非公经济组织 | 非公有制经济组织 | 民营企业 | 新经济组织 | non-public'),
        },
        {
          id: '社会组织',
          en: 'Social organisations',
          synonyms: words('社会团体 | 新社会组织 | 民办非企业单位 | 社会服务机构 | social organisation'),
        },
      ],
    },
    count(
      'units',
      '单位总数',
      'Units',
      `
        单位总数 | 企业总数 | 企业数 | 企业数量 | 企业个数 | 企业家数 | 非公企业数 | 非公企业总数 | 非公企业数量 | 非公有制企业数 | 非公有制企业总数
        两新组织数 | 两新组织总数 | 两新组织数量 | 两新单位数 | 社会组织数 | 社会组织总数 | 单位数 | 实体运营企业数 | 运营企业数 | 在营企业数
        正常经营企业数 | 实体运营数 | 法人单位数 | 规下企业数 | 非公经济组织数 | units | enterprises
      `,
    ),
    count(
      'due',
      '应建数',
      'Required',
      `
        应建数 | 应建 | 应建单位数 | 应建企业数 | 应建党组织数 | 应建党组织企业数 | 应建党组织单位数 | 应建立党组织数 | 应建党组织 | 应组建数 | 应组建
        应组建企业数 | 应组建党组织数 | 应建立数 | 应建立党组织企业数 | 应覆盖数 | 应覆盖企业数 | 具备组建条件数 | 具备组建条件企业数 | 具备建党条件数
        党员3人以上企业数 | 3名以上党员企业数 | 有3名以上党员企业数 | 有3名以上正式党员企业数 | 三名以上党员企业数 | 应建家数 | due | required
      `,
      COUNTED,
    ),
    count(
      'built',
      '已建数',
      'Built',
      `
        已建数 | 已建 | 已建单位数 | 已建企业数 | 已建党组织数 | 已建党组织企业数 | 已建党组织单位数 | 已建立党组织数 | 已建党组织 | 已建立党组织企业数
        已组建数 | 已组建 | 已组建企业数 | 已组建党组织数 | 已建立数 | 已成立党组织数 | 已覆盖数 | 已覆盖企业数 | 已覆盖单位数 | 组织覆盖数 | 组织覆盖企业数
        实建数 | 实际组建数 | 建立党组织数 | 建立党组织企业数 | 组建党组织数 | 已建家数 | 覆盖企业数 | 覆盖数 | built
      `,
      COUNTED,
    ),
    count(
      'due_built',
      '应建已建数',
      'Required and built',
      `
        应建已建数 | 应建已建 | 应建已建企业数 | 应建已建党组织数 | 应建中已建数 | 应建企业已建数 | 应建单位已建数 | 应建企业中已建数 | 应建企业已建党组织数
        due built | required and built
      `,
      COUNTED,
    ),
    count(
      'not_built',
      '未建数',
      'Not built',
      `
        未建数 | 未建 | 未建企业数 | 未建单位数 | 未建党组织数 | 未建党组织企业数 | 未建立党组织数 | 未组建数 | 未组建企业数 | 未覆盖数 | 未覆盖企业数 | 空白点数 | not built
      `,
      COUNTED,
    ),
    count(
      'due_not_built',
      '应建未建数',
      'Required, not built',
      '应建未建数 | 应建未建 | 应建未建企业数 | 应建未建党组织数 | 应建尚未建立数 | 应建尚未建立 | 应建企业未建数 | due not built',
      COUNTED,
    ),
    count(
      'alone',
      '单独组建数',
      'Own organisation',
      `
        单独组建数 | 单独组建 | 单独建立数 | 单独建立 | 单独建 | 单独建数 | 单独建党组织数 | 单独建立党组织数 | 单独组建党组织数 | 单独党组织数 | 单建数 | 单建
        单独成立 | 单独成立数 | 独立组建 | 独立组建数 | 独立建立 | 独立建 | 单独支部数 | 单独组建企业数 | 单建企业数 | 单独 | 独立 | own | alone
      `,
      COUNTED,
    ),
    count(
      'joint',
      '联合组建数',
      'Joint organisation',
      `
        联合组建数 | 联合组建 | 联合建立数 | 联合建立 | 联合建 | 联合建数 | 联合建党组织数 | 联合建立党组织数 | 联合组建党组织数 | 联合党组织数 | 联建数 | 联建
        联合成立 | 联合成立数 | 联合支部数 | 联合支部覆盖数 | 联合组建企业数 | 联建企业数 | 联合 | joint
      `,
      COUNTED,
    ),
    count(
      'covered',
      '工作覆盖数',
      'Covered by Party work',
      '工作覆盖数 | 党的工作覆盖数 | 工作覆盖企业数 | 党的工作覆盖企业数 | 党建工作覆盖数 | 党建工作覆盖企业数 | 已实现工作覆盖数 | 工作覆盖单位数 | covered',
      COUNTED,
    ),
    count(
      'instructors',
      '指导员数',
      'Instructors',
      `
        指导员数 | 指导员人数 | 选派指导员数 | 选派指导员人数 | 党建指导员数 | 党建指导员人数 | 选派党建指导员数 | 选派党建指导员人数 | 派驻指导员数 | 派驻党建指导员数
        派驻指导员人数 | 派驻党建指导员人数 | 有指导员企业数 | 有党建指导员企业数 | 配备指导员数 | 配备党建指导员数 | 选派指导员 | 选派党建指导员 | 派驻指导员 | 派驻党建指导员
        指导员 | 党建指导员 | 选派指导员企业数 | instructors
      `,
    ),
    count(
      'members',
      '党员数',
      'Members',
      '党员数 | 党员总数 | 党员人数 | 党员总人数 | 党员数量 | 党员合计 | 党员 | members',
    ),
    {
      id: 'rate',
      type: 'number',
      label: { zh: '覆盖率', en: 'Coverage rate' },
      made: RATE_HEADER,
      headers: words(`
        覆盖率 | 组织覆盖率 | 党组织覆盖率 | 党的组织覆盖率 | 两新覆盖率 | 党建覆盖率 | 组建率 | 党组织组建率 | 建组率 | 应建已建率 | 应建组建率 | 应建覆盖率
        党组织组建比例 | 覆盖比例 | 组建比例 | 建立率 | 已建率 | 已建比例 | 已建占比 | coverage rate
      `),
      max: 1,
      required: COUNTED,
      note: {
        zh: '只用来核对：率由数目重算，只有率、没有数目的行不能合并计算。',
        en: 'For checking only: rates are worked out from the counts; a rate without its counts cannot be added up.',
      },
    },
  ],
  constraints: [
    {
      code: 'built-over-due',
      holds: 'due_built <= due',
      columns: ['due_built', 'due'],
      label: { zh: '应建已建数应不多于应建数', en: 'Required and built are at most those required' },
    },
    {
      code: 'due-over-units',
      holds: 'due <= units',
      columns: ['due', 'units'],
      label: { zh: '应建数应不多于单位总数', en: 'Those required are at most all units' },
    },
    {
      code: 'built-over-units',
      holds: 'built <= units',
      columns: ['built', 'units'],
      label: { zh: '已建数应不多于单位总数', en: 'Those built are at most all units' },
    },
    {
      code: 'parts-not-built',
      holds: 'alone + joint = built',
      columns: ['built', 'alone', 'joint'],
      label: { zh: '单独组建与联合组建之和应等于已建数', en: 'Own and joint make all that are built' },
    },
    {
      code: 'instructors-over-units',
      holds: 'instructors <= units',
      columns: ['instructors', 'units'],
      label: {
        zh: '指导员数多于单位总数，不作为配有指导员的单位数',
        en: 'More instructors than units: not taken for units with one',
      },
    },
  ],
};
