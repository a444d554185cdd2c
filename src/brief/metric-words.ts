import type { Direction, Grain, Label, MetricKind, TimeBehaviour } from '../domain';

const label = (zh: string, en: string): Label => ({ zh, en });

/** What a metric is, in words. */
export const KIND_WORDS: Readonly<Record<MetricKind, Label>> = {
  rate: label('比率：Σ分子 ÷ Σ分母', 'rate: Σ numerator ÷ Σ denominator'),
  count: label('计数：Σ分子', 'count: Σ numerator'),
  distribution: label('构成：各类占同一整体的份额', 'distribution: the share of each category in its whole'),
  score: label('得分：由分档直方图读出的中位数与四分位数', 'score: median and quartiles read from a histogram'),
};

/** How a metric behaves in time, in words. */
export const TIME_WORDS: Readonly<Record<TimeBehaviour, Label>> = {
  stock: label(
    '时点数：每个园区取期内最后一次快照，不跨期相加',
    'stock: the last snapshot of each zone in the period, never added up over time',
  ),
  flow: label('时期数：期内发生的相加', 'flow: what happened in the period, added up'),
  obligation: label('应尽数：期内应做与已做的相加', 'obligation: what was owed and done in the period, added up'),
};

/** The finest length of time a metric answers for, in words. */
export const GRAIN_WORDS: Readonly<Record<Grain, Label>> = {
  day: label('日', 'day'),
  month: label('月', 'month'),
  quarter: label('季度', 'quarter'),
  half: label('半年', 'half-year'),
  year: label('年度', 'year'),
};

/** Which way is wanted, in words. */
export const DIRECTION_WORDS: Readonly<Record<Direction, Label>> = {
  up: label('越高越好', 'higher is better'),
  down: label('越低越好', 'lower is better'),
  none: label('不论高低', 'neither'),
};

const FAMILIES: Readonly<Record<string, Label>> = {
  coverage: label('覆盖', 'Coverage'),
  organisation: label('党组织', 'Organisations'),
  hierarchy: label('层级、规模与任期', 'Hierarchy, size and terms'),
  members: label('党员队伍', 'Members'),
  stars: label('星级', 'Stars'),
  grading: label('分类定级', 'Grading'),
  appraisal: label('党建考核', 'Appraisal'),
  life: label('组织生活', 'Organisation life'),
  rhythm: label('工作节奏', 'Working rhythm'),
  rectification: label('整改', 'Rectification'),
  responsibility: label('责任与检查', 'Responsibility and inspection'),
  sites: label('示范点与站点', 'Sites'),
  quality: label('数据质量', 'Data quality'),
};

/** The name of a family of metrics. Throws RangeError for a family without words. */
export function familyWords(family: string): Label {
  const found = FAMILIES[family];
  if (!found) throw new RangeError(`no words for this family of metrics: ${family}`);
  return found;
}
