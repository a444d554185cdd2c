import type { Chance } from '../truth/chance';
import type { Sheet } from './formats';
import { MEETINGS, type Office, type Quarter, type Zone, countsOf } from './truth';
import { SUMMARY, quarterWords } from './words';

type Cell = string | number;

const titled = (title: string, width: number, rows: readonly (readonly Cell[])[], name = 'Sheet1'): Sheet => ({
  name,
  rows: [[title, ...Array.from({ length: width - 1 }, () => '')], ...rows],
  merges: [[0, 0, 0, width - 1]],
});

/** How a zone that sends no list writes its counts. */
export interface SummaryHand {
  readonly word: Readonly<Record<keyof typeof SUMMARY, string>>;
  /** Measures as rows, streets as columns. */
  readonly turned: boolean;
  readonly total: string;
  readonly percent: boolean;
  readonly note: boolean;
  readonly zone: string;
  readonly quarter: number;
}

export function summaryHandOf(chance: Chance, zone: Zone): SummaryHand {
  const word = Object.fromEntries(Object.entries(SUMMARY).map(([id, words]) => [id, chance.pick(words)]));
  return {
    word: word as SummaryHand['word'],
    turned: chance.happens(0.3),
    total: chance.pick(['合计', '总计', '全区合计']),
    percent: chance.happens(0.5),
    note: chance.happens(0.5),
    zone: chance.pick(zone.names),
    quarter: chance.whole(0, 3),
  };
}

/** 应建数, 已建数 of them and 覆盖率, street by street. */
export function summarySheet(zone: Zone, hand: SummaryHand, quarter: number, { year, nth }: Quarter): Sheet {
  const { word } = hand;
  const counted = (units: Zone['units'], label: string): Cell[] => {
    const { n = 0, due = 0, dueBuilt = 0, guide = 0, members = 0 } = countsOf({ units }, quarter);
    const dueUnits = units.filter((unit) => unit.members >= 3 && unit.since <= quarter);
    const alone = dueUnits.filter((unit) => unit.alone).length;
    const rate =
      due === 0
        ? '—'
        : hand.percent
          ? `${((dueBuilt / due) * 100).toFixed(1)}%`
          : Number(((dueBuilt / due) * 100).toFixed(1));
    const shown = word.rate.includes('%') && typeof rate === 'string' ? rate.replace('%', '') : rate;
    return [
      label,
      n,
      due,
      dueBuilt,
      alone,
      dueBuilt - alone,
      typeof shown === 'number' && !word.rate.includes('%') ? `${shown}%` : shown,
      guide,
      members,
    ];
  };
  const header = [
    word.part,
    word.units,
    word.due,
    word.built,
    word.alone,
    word.joint,
    word.rate,
    word.guides,
    word.members,
  ];
  const rows = [
    header,
    ...zone.parts.map((part) =>
      counted(
        zone.units.filter((unit) => unit.part === part),
        part,
      ),
    ),
    counted(zone.units, hand.total),
  ];
  const turned = header.map((_, at) => rows.map((row) => row[at] ?? ''));
  if (hand.turned && turned[0]) turned[0][0] = '指标';
  const shown = hand.turned ? turned : rows;
  const width = shown[0]?.length ?? 1;
  const title = `${hand.zone}两新组织党建覆盖情况汇总表（${quarterWords(year, nth)[hand.quarter] ?? ''}）`;
  const sheet = titled(title, width, shown, '汇总');
  if (!hand.note || hand.turned) return sheet;
  return {
    ...sheet,
    rows: [...sheet.rows, ['注：应建指党员3人以上的企业。', ...Array.from({ length: width - 1 }, () => '')]],
  };
}

const zoneHeader = (chance: Chance): string => chance.pick(['开发区', '园区', '所属园区', '功能区', '园区名称']);

/** The register of organisations of all zones. */
export function registerSheet({ chance, zones, years, city }: Office): Sheet {
  const header = [
    '序号',
    zoneHeader(chance),
    chance.pick(['党组织全称', '党组织名称', '基层党组织全称', '支部全称']),
    chance.pick(['党组织代码', '党组织编码', '组织编码']),
    chance.pick(['党组织类别', '党组织类型', '组织类别']),
    chance.pick(['书记姓名', '支部书记', '党组织书记']),
    chance.pick(['党员人数', '党员总数', '党员数（名）', '正式及预备党员数']),
    chance.pick(['预备党员', '其中：预备党员', '预备党员数']),
    chance.pick(['成立日期', '成立时间', '建立时间', '批准成立日期']),
  ];
  const name = chance.happens(0.5) ? 0 : null;
  const rows = zones.flatMap((zone) =>
    zone.orgs.map((org, at): Cell[] => {
      const [year = '', month = ''] = org.founded.split('-');
      const called = zone.names[name ?? at % zone.names.length] ?? '';
      return [
        at + 1,
        called,
        org.name,
        org.code,
        '党支部',
        '赵某',
        org.members,
        org.probationary,
        `${year}.${Number(month)}`,
      ];
    }),
  );
  return titled(
    `${city}开发区基层党组织花名册（截至${years[1]}年9月30日）`,
    header.length,
    [header, ...rows],
    '花名册',
  );
}

const STAR_WORDS: readonly (readonly string[])[] = [
  ['未评星', '一星', '二星', '三星', '四星', '五星'],
  ['不定星', '一星级', '二星级', '三星级', '四星级', '五星级'],
  ['未评', '★', '★★', '★★★', '★★★★', '★★★★★'],
  ['未评定', '1星', '2星', '3星', '4星', '5星'],
];

/** The stars of a year. */
export function starSheet({ chance, zones, years }: Office, nth: 0 | 1): Sheet {
  const words = chance.pick(STAR_WORDS);
  const header = [
    zoneHeader(chance),
    chance.pick(['党组织名称', '党支部名称', '支部名称', '参评党组织', '参评党组织名称']),
    chance.pick(['自评得分', '自评分', '自评分数']),
    chance.pick(['审定星级', '评定星级', '最终星级', '星级', '拟定星级', '核定星级', '市级审定星级', '评定结果']),
    chance.pick(['备注', '说明']),
  ];
  const rows = zones.flatMap((zone) =>
    zone.orgs.map((org, at) => [
      zone.names[at % zone.names.length] ?? '',
      org.name,
      60 + ((at * 7) % 40),
      words[org.stars[nth]] ?? '',
      '',
    ]),
  );
  return titled(`${years[nth]}年度两新党组织星级评定结果`, header.length, [header, ...rows], '结果');
}

const KIND_WORDS: Readonly<Record<(typeof MEETINGS)[number], readonly string[]>> = {
  支部党员大会: ['支部党员大会', '党员大会'],
  支委会: ['支委会', '支部委员会会议', '支部委员会'],
  党小组会: ['党小组会', '党小组会议'],
  党课: ['党课', '上党课'],
};

/** Meetings: months as columns, or one row each. */
export function meetingSheet({ chance, zones, years }: Office): Sheet {
  const [zone, branch] = [zoneHeader(chance), chance.pick(['党支部', '党支部名称', '支部名称', '党组织名称'])];
  const kind = chance.pick(['会议类型', '会议类别', '活动类型', '三会一课类别']);
  const words = Object.fromEntries(MEETINGS.map((meeting) => [meeting, chance.pick(KIND_WORDS[meeting])]));
  const orgs = zones.flatMap((one) => one.orgs.map((org) => [one.names.at(-1) ?? '', org] as const));
  const form = chance.pick(['months', 'log', 'kinds'] as const);
  const months = Array.from({ length: 9 }, (_, at) => at);
  const title = `${years[1]}年1—9月“三会一课”开展情况`;
  if (form === 'log') {
    const header = [zone, branch, kind, chance.pick(['召开时间', '会议时间', '召开日期', '活动时间']), '参加人数'];
    const rows = orgs.flatMap(([name, org]) =>
      MEETINGS.flatMap((meeting) =>
        months.flatMap((month) =>
          (org.held[meeting][month] ?? 0) > 0
            ? [[name, org.name, words[meeting] ?? '', `${years[1]}.${month + 1}.15`, 8]]
            : [],
        ),
      ),
    );
    return titled(title, header.length, [header, ...rows], '会议');
  }
  if (form === 'kinds') {
    const header = [
      '序号',
      zone,
      branch,
      chance.pick(['月份', '所属月份']),
      ...MEETINGS.map((meeting) => words[meeting] ?? ''),
    ];
    const rows = orgs.flatMap(([name, org], at) =>
      months.map((month) => [
        at + 1,
        name,
        org.name,
        `${years[1]}年${month + 1}月`,
        ...MEETINGS.map((meeting) => org.held[meeting][month] ?? 0),
      ]),
    );
    return titled(title, header.length, [header, ...rows], '会议');
  }
  const header = [zone, branch, kind, ...months.map((month) => `${month + 1}月`), '合计'];
  const rows = orgs.flatMap(([name, org]) =>
    MEETINGS.map((meeting) => {
      const held = org.held[meeting];
      return [
        name,
        org.name,
        words[meeting] ?? '',
        ...held.map((n) => (n === 0 ? '' : n)),
        held.reduce((sum, n) => sum + n, 0),
      ];
    }),
  );
  return titled(title, header.length, [header, ...rows], '会议');
}

/** What is put right, item by item. */
export function itemSheet({ chance, zones, city }: Office): Sheet {
  const done = chance.pick(['已完成', '已整改', '已办结', '整改完毕', '已整改到位']);
  const open = chance.pick(['正在整改', '整改中', '推进中', '未完成']);
  const day = (iso: string): string => {
    const [y = '', m = '', d = ''] = iso.split('-');
    return `${y}.${Number(m)}.${Number(d)}`;
  };
  const whose = chance.pick(['责任单位', '整改单位', '整改责任单位', '责任主体', '开发区']);
  const body = whose === '开发区' ? '' : chance.pick(['党工委', '']);
  const header = [
    '序号',
    chance.pick(['问题描述', '存在问题', '问题内容', '反馈问题', '具体问题']),
    chance.pick(['问题来源', '来源']),
    whose,
    '整改措施',
    chance.pick(['整改期限', '整改时限', '完成时限', '整改完成期限']),
    chance.pick(['完成情况', '整改情况', '整改状态', '整改进展', '整改落实情况']),
    chance.pick(['完成时间', '整改完成时间', '销号时间', '实际完成时间']),
  ];
  const all = zones.flatMap((zone) => zone.items.map((item) => [zone.names[0] ?? '', item] as const));
  const rows = all.map(([name, item], at) => [
    at + 1,
    item.problem,
    item.source,
    `${name}${body}`,
    '制定方案，逐项落实',
    day(item.due),
    item.closed === null ? open : done,
    item.closed === null ? '' : day(item.closed),
  ]);
  return titled(`${city}党建督查反馈问题整改台账`, header.length, [header, ...rows], '整改台账');
}

const CRITERIA: readonly (readonly [string, number])[] = [
  ['组织建设', 30],
  ['党员队伍', 20],
  ['组织生活', 20],
  ['服务发展', 20],
];

/** What each zone scored: a zone a row, or a criterion a row; full marks in the header, in a row or nowhere. */
export function scoreSheet({ chance, zones, years, city }: Office): Sheet {
  const form = chance.pick(['brackets', 'row', 'none', 'turned'] as const);
  const named = CRITERIA.map(([item, full]) => (form === 'brackets' ? `${item}（${full}分）` : item));
  const header = [
    chance.pick(['排名', '名次', '序号']),
    zoneHeader(chance),
    ...named,
    chance.pick(['总分', '合计', '总得分']),
  ];
  const scored = zones
    .map((zone) => ({ zone, total: zone.scores.reduce((sum, score) => sum + score, 0) }))
    .sort((a, b) => b.total - a.total);
  const rows = scored.map(({ zone, total }, at): Cell[] => [at + 1, zone.names[0] ?? '', ...zone.scores, total]);
  const full: Cell[] = ['', '满分', ...CRITERIA.map(([, marks]) => marks), 90];
  const title = `${years[1]}年度${city}开发区党建工作考核评分表`;
  if (form === 'turned') {
    const turned = [
      ['考核指标', '满分', ...scored.map(({ zone }) => zone.names[0] ?? '')],
      ...CRITERIA.map(([item, marks], at): Cell[] => [item, marks, ...scored.map(({ zone }) => zone.scores[at] ?? 0)]),
      ['总分', 90, ...scored.map(({ total }) => total)],
    ];
    return titled(title, 2 + zones.length, turned, '评分');
  }
  return titled(title, header.length, [header, ...(form === 'row' ? [full] : []), ...rows], '评分');
}

const LETTERS = ['党建工作目标责任书', '党风廉政建设责任书', '意识形态工作责任书'];

/** Who signed which letter of responsibility. */
export function letterSheet({ chance, zones, years }: Office): Sheet {
  const [yes, no] = chance.pick([
    ['已签订', '未签订'],
    ['是', '否'],
    ['√', '×'],
    ['已签', '未签'],
  ] as const);
  const header = [
    '序号',
    zoneHeader(chance),
    chance.pick(['责任主体', '签订单位', '责任单位']),
    chance.pick(['责任书名称', '责任书类型', '责任书']),
    chance.pick(['是否签订', '签订情况', '是否已签订']),
  ];
  const rows = zones.flatMap((zone) =>
    zone.letters.map((signed, at) => [
      at + 1,
      zone.names[0] ?? '',
      `${zone.parts[at % 2] ?? ''}党工委`,
      LETTERS[Math.floor(at / 2)] ?? '',
      signed ? yes : no,
    ]),
  );
  return titled(`${years[1]}年责任书签订情况统计表`, header.length, [header, ...rows], '责任书');
}
