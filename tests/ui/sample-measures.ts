import { categoryWithin, joinCategory } from '../../src/domain';

/** One row that can count, as the base queries of the model would give it. */
export interface SampleRow {
  readonly zone: string;
  readonly committee: string;
  readonly domain: string;
  readonly period: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a row weighs in a metric. */
export interface Measures {
  readonly inScope: boolean;
  readonly numerator: number;
  readonly category: string;
}

const BUILT = new Set(['单独党委', '单独总支', '单独支部', '联合支部']);

function unitMeasures(metric: string, v: SampleRow['values']): Measures {
  const mode = String(v.coverage_mode);
  const built = BUILT.has(mode);
  const worked = built || v.instructor === true || v.liaison === true;
  const scope = v.operating === '运营' && (v.unit_kind === '非公企业' || v.unit_kind === '社会组织');
  const weigh = (counts: boolean, inScope = scope): Measures => ({ inScope, numerator: counts ? 1 : 0, category: '' });
  switch (metric) {
    case 'org_coverage_rate':
      return weigh(built);
    case 'org_coverage_area_rate':
      return weigh(built || mode === '区域行业覆盖');
    case 'standalone_build_rate':
      return weigh(mode.startsWith('单独'));
    case 'should_build_built_rate':
      return weigh(built, scope && (built || mode === '未建-应建'));
    case 'work_coverage_rate':
      return weigh(worked);
    case 'above_scale_coverage_rate':
      return weigh(built, scope && v.above_scale === true);
    case 'uncovered_unit_count':
      return weigh(!worked);
    default:
      return { inScope: scope, numerator: 1, category: scope ? mode : '' };
  }
}

function ratingMeasures(metric: string, v: SampleRow['values']): Measures {
  const level = typeof v.star_level === 'number' ? v.star_level : null;
  const previous = typeof v.previous_level === 'number' ? v.previous_level : null;
  const rated = v.status === '评定' && level !== null;
  const scheme = joinCategory(String(v.scheme), String(v.awarding));
  const both = rated && previous !== null;
  const one = (inScope: boolean, counts: boolean, category: string): Measures => ({
    inScope,
    numerator: counts ? 1 : 0,
    category: inScope ? category : '',
  });
  switch (metric) {
    case 'star_rated_rate':
      return one(v.status !== '新建不定星', v.status === '评定', '');
    case 'high_star_share':
      return one(rated, (level ?? 0) >= 4, scheme);
    case 'star_new_count':
      return one(
        rated && level >= 1 && (previous === null || previous < level),
        true,
        categoryWithin(scheme, level ?? 0),
      );
    case 'star_transition':
      return one(both, true, categoryWithin(scheme, previous ?? 0, level ?? 0));
    case 'star_up_rate':
      return one(both, (level ?? 0) > (previous ?? 0), scheme);
    case 'star_down_rate':
      return one(both, (level ?? 0) < (previous ?? 0), scheme);
    default:
      return one(rated, true, categoryWithin(scheme, level ?? 0));
  }
}

/** What a row weighs in a metric; mirrors the SQL of the model for the sample only. */
export function measuresOf(metric: string, row: SampleRow): Measures {
  const v = row.values;
  if (metric === 'party_org_count') return { inScope: true, numerator: 1, category: String(v.org_type) };
  if (metric === 'org_net_new') return { inScope: true, numerator: Number(v.sign), category: String(v.event) };
  if (metric === 'star_dim_rate')
    return {
      inScope: true,
      numerator: v.won === true ? 1 : 0,
      category: joinCategory(String(v.scheme), String(v.star)),
    };
  return metric.startsWith('star') || metric === 'high_star_share'
    ? ratingMeasures(metric, v)
    : unitMeasures(metric, v);
}
