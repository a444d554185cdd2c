import type { Direction, Grain, Label, MetricKind, MetricSpec, TimeBehaviour } from '../src/domain';
import { METRICS, baseOf } from '../src/model';
import { paragraphs, table } from './markdown';

const label = (zh: string, en: string): Label => ({ zh, en });

const KINDS: Readonly<Record<MetricKind, Label>> = {
  rate: label('比率：Σ分子 ÷ Σ分母', 'rate: Σ numerator ÷ Σ denominator'),
  count: label('计数：Σ分子', 'count: Σ numerator'),
  distribution: label('构成：各类占同一整体的份额', 'distribution: the share of each category in its whole'),
  score: label('得分：由分档直方图读出的中位数与四分位数', 'score: median and quartiles read from a histogram'),
};

const TIMES: Readonly<Record<TimeBehaviour, Label>> = {
  stock: label(
    '时点数：每个园区取期内最后一次快照，不跨期相加',
    'stock: the last snapshot of each zone in the period, never added up over time',
  ),
  flow: label('时期数：期内发生的相加', 'flow: what happened in the period, added up'),
  obligation: label('应尽数：期内应做与已做的相加', 'obligation: what was owed and done in the period, added up'),
};

const GRAINS: Readonly<Record<Grain, Label>> = {
  day: label('日', 'day'),
  month: label('月', 'month'),
  quarter: label('季度', 'quarter'),
  half: label('半年', 'half-year'),
  year: label('年度', 'year'),
};

const DIRECTIONS: Readonly<Record<Direction, Label>> = {
  up: label('越高越好', 'higher is better'),
  down: label('越低越好', 'lower is better'),
  none: label('不论高低', 'neither'),
};

const FAMILIES: Readonly<Record<string, Label>> = {
  coverage: label('覆盖', 'Coverage'),
  organisation: label('党组织', 'Organisations'),
  stars: label('星级', 'Stars'),
  rectification: label('整改', 'Rectification'),
  quality: label('数据质量', 'Data quality'),
};

function familyLabel(family: string): Label {
  const found = FAMILIES[family];
  if (!found) throw new RangeError(`docs/dictionary-metrics.ts has no words for this family of metrics: ${family}`);
  return found;
}

const code = (text: string): string => `\`${text.replaceAll(/\s+/g, ' ').trim()}\``;
const tableLinks = (ids: readonly string[]): string => ids.map((id) => `[${id}](#table-${id})`).join(', ');

/** Conditions hold `|` and `'`, which a table cell would break: they stand in a block of their own. */
function rule({ population }: MetricSpec): string {
  const lines = [`scope      ${population.scope}`, `numerator  ${population.numerator}`];
  if (population.category !== undefined) lines.push(`category   ${population.category}`);
  return ['```text', ...lines, '```'].join('\n');
}

function metricEntry(metric: MetricSpec): string {
  const base = baseOf(metric);
  const row = (zh: string, en: string, words: Label): string[] => [`${zh} · ${en}`, words.zh, words.en];
  const same = (text: string): Label => label(text, text);
  const rows = [
    row('分子', 'Numerator', metric.numerator),
    row('分母', 'Denominator', metric.denominator),
    row('种类', 'Kind', KINDS[metric.kind]),
    row('单位', 'Unit', metric.unit),
    row('方向', 'Direction', DIRECTIONS[metric.direction]),
    row('时间', 'In time', TIMES[metric.time]),
    row('粒度', 'Grain', GRAINS[metric.grain]),
    row('口径来源', 'Source', metric.source),
  ];
  if (metric.caveats) rows.push(row('注意', 'Caveats', metric.caveats));
  if (metric.categoryParts) rows.push(row('类别', 'Category', same(metric.categoryParts.map(code).join(' | '))));
  rows.push(row('所需数据表', 'Needs', same(tableLinks(base.needs))));
  if (base.uses && base.uses.length > 0) rows.push(row('参考数据表', 'Also reads', same(tableLinks(base.uses))));
  rows.push(row('总体', 'Population', same(code(base.id))));
  return paragraphs(
    `<a id="metric-${metric.id}"></a>`,
    `### ${metric.label.zh} · ${metric.label.en}`,
    code(metric.id),
    table(['', '中文', 'English'], rows),
    rule(metric),
  );
}

function overview(): string {
  return table(
    ['id', '中文', 'English', '种类 · Kind', '方向 · Direction', '时间 · In time', '粒度 · Grain'],
    METRICS.map((metric) => [
      `[${metric.id}](#metric-${metric.id})`,
      metric.label.zh,
      metric.label.en,
      metric.kind,
      metric.direction,
      metric.time,
      metric.grain,
    ]),
  );
}

/** Every metric of the model as Markdown: an overview, then one entry a metric, by family. */
export function metricsChapter(): string {
  const families = [...new Set(METRICS.map((metric) => metric.family))];
  const chapters = families.map((family) => {
    const { zh, en } = familyLabel(family);
    const entries = METRICS.filter((metric) => metric.family === family).map(metricEntry);
    return paragraphs(`## ${zh} · ${en}`, ...entries);
  });
  return paragraphs('## 一览 · Overview', overview(), ...chapters);
}
