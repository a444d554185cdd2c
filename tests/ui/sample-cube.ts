import { joinCategory } from '../../src/domain';
import type { Cell, Cube, DrillQuestion, PublishedFigure, ZoneInfo } from '../../src/cube';
import type { CubeSource, DrillResult } from '../../src/state/source';
import { RULES, metricById } from '../../src/model';
import { type SampleRow, measuresOf } from './sample-measures';
import { organisationRows, ratingRows, unitRows } from './sample-rows';

/** Twelve invented zones and one enterprise, which is left out of zone comparison by default. */
export const SAMPLE_ZONES: readonly ZoneInfo[] = [
  ['gx', '高新核心区', '高新区'],
  ['rj', '软件园', '园区'],
  ['cy', '创业园', '园区'],
  ['sw', '生物医药园', '园区'],
  ['xc', '新材料园', '园区'],
  ['zb', '综保区', '园区'],
  ['zz', '装备制造园', '经开区'],
  ['lk', '临空南区', '经开区'],
  ['zy', '中央创新区', '高新区'],
  ['dz', '电子信息园', '高新区'],
  ['kg', '空港片区', '经开区'],
  ['bb', '北部产业园', '经开区'],
  ['rl', '热力集团', '其他'],
].map(([id = '', name = '', type = '']) => ({ id, name, type, note: '' }));

/** The quarters the sample covers. */
export const SAMPLE_QUARTERS = [2016, 2017, 2018].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}Q${q}`));

const PUBLISHED: readonly PublishedFigure[] = [
  {
    id: 'sample-coverage',
    zone: 'gx',
    metric: 'org_coverage_rate',
    category: '',
    label: { zh: '党组织工作覆盖率', en: 'Coverage' },
    value: 91,
    unit: '%',
    bound: 'eq',
    period: '2018',
    source: '示例通报 2019-01-18',
    quote: '党组织工作覆盖率达到 91%',
    doubt: { zh: '原文未给出分母', en: 'no denominator given' },
  },
  {
    id: 'sample-new',
    zone: 'gx',
    metric: 'star_new_count',
    category: joinCategory('shaanxi-5', '省', 5),
    label: { zh: '新评定全省五星级', en: 'Newly rated five stars by the province' },
    value: 2,
    unit: '个',
    bound: 'eq',
    period: '2018',
    source: '示例通报 2019-01-18',
    quote: '新评定全省五星级 2 个',
    doubt: { zh: '', en: '' },
  },
];

const METRICS_BY_BASE: Readonly<Record<string, readonly string[]>> = {
  units: [
    'org_coverage_rate',
    'org_coverage_area_rate',
    'standalone_build_rate',
    'should_build_built_rate',
    'work_coverage_rate',
    'above_scale_coverage_rate',
    'uncovered_unit_count',
    'coverage_mode_dist',
  ],
  organisations: ['party_org_count'],
  'org-events': ['org_net_new'],
  ratings: [
    'star_rated_rate',
    'star_level_dist',
    'high_star_share',
    'star_new_count',
    'star_transition',
    'star_up_rate',
    'star_down_rate',
  ],
  'named-stars': ['star_dim_rate'],
};

let rows: Readonly<Record<string, readonly SampleRow[]>> | null = null;

function rowsByBase(): Readonly<Record<string, readonly SampleRow[]>> {
  if (rows) return rows;
  const zones = SAMPLE_ZONES.map((zone) => zone.id);
  const ratings = ratingRows(zones);
  const organisations = organisationRows(zones, SAMPLE_QUARTERS);
  rows = { units: unitRows(zones, SAMPLE_QUARTERS), ...organisations, ...ratings };
  return rows;
}

function cellsOfBase(base: string): Cell[] {
  const groups = new Map<string, Cell & { numerator: number; denominator: number | null }>();
  for (const metric of METRICS_BY_BASE[base] ?? []) {
    const isRate = metricById(metric).kind === 'rate';
    for (const row of rowsByBase()[base] ?? []) {
      const { inScope, numerator, category } = measuresOf(metric, row);
      const key = [metric, row.zone, row.committee, row.domain, row.period, category].join('\n');
      let cell = groups.get(key);
      if (!cell) {
        const { zone, committee, domain, period } = row;
        cell = { metric, zone, committee, domain, period, category, numerator: 0, denominator: isRate ? 0 : null };
        groups.set(key, cell);
      }
      if (!inScope) continue;
      cell.numerator += numerator;
      if (cell.denominator !== null) cell.denominator += 1;
    }
  }
  return [...groups.values()];
}

/** Rows behind a figure of the sample: the same rows the cells were grouped from. */
export function drillSample(question: DrillQuestion, limit: number): Promise<DrillResult> {
  const {
    metric,
    zones = [],
    committees = [],
    domains = [],
    categories = [],
    snapshots,
    periods = [],
    named,
    part,
  } = question;
  const has = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value);
  const pairs = snapshots ? new Set(snapshots.map((at) => `${at.zone} ${at.period}`)) : null;
  const found = (rowsByBase()[metric.population.base] ?? []).filter((row) => {
    const { inScope, numerator, category } = measuresOf(metric.id, row);
    if (!inScope || (part === 'numerator' && numerator === 0) || (part === 'rest' && numerator !== 0)) return false;
    if (pairs && !pairs.has(`${row.zone} ${row.period}`)) return false;
    if (
      named !== undefined &&
      !Object.values(row.values).some((value) => String(value).toLowerCase().includes(named.toLowerCase()))
    )
      return false;
    return (
      has(zones, row.zone) &&
      has(committees, row.committee) &&
      has(domains, row.domain) &&
      has(categories, category) &&
      has(periods, row.period)
    );
  });
  const shown = found.slice(0, limit).map((row, at) => ({
    values: {
      zone: row.zone,
      committee: row.committee,
      domain: row.domain,
      period: row.period,
      category: measuresOf(metric.id, row).category,
      numerator: measuresOf(metric.id, row).numerator,
      ...row.values,
    },
    file: `${row.zone}-示例.csv`,
    row: at + 5,
  }));
  return Promise.resolve({ columns: Object.keys(shown[0]?.values ?? {}), rows: shown, total: found.length });
}

let cube: Cube | null = null;

/** The sample cube: same every time. */
export function sampleCube(): Cube {
  cube ??= {
    cells: Object.keys(METRICS_BY_BASE).flatMap(cellsOfBase),
    asOf: '2018-12-31',
    zones: SAMPLE_ZONES,
    published: PUBLISHED,
    missing: [],
    sources: SAMPLE_ZONES.map((zone) => `${zone.id}-示例.csv`),
    example: true,
    rules: RULES,
    targets: [],
  };
  return cube;
}

/** The sample as a source of pages, with rows to drill into. */
export function sampleSource(): CubeSource {
  return { cube: sampleCube(), drill: drillSample };
}
