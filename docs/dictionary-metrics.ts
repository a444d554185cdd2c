import { DIRECTION_WORDS, GRAIN_WORDS, KIND_WORDS, TIME_WORDS, familyWords } from '../src/brief';
import type { Label, MetricSpec } from '../src/domain';
import { METRICS, baseOf } from '../src/model';
import { paragraphs, table } from './markdown';

const label = (zh: string, en: string): Label => ({ zh, en });

const code = (text: string): string => `\`${text.replaceAll(/\s+/g, ' ').trim()}\``;
const tableLinks = (ids: readonly string[]): string => ids.map((id) => `[${id}](#table-${id})`).join(', ');

/** Conditions hold `|` and `'`, which a table cell would break: they stand in a block of their own. */
function rule({ population }: MetricSpec): string {
  const lines = [`scope      ${population.scope}`, `numerator  ${population.numerator}`];
  if (population.denominator !== undefined) lines.push(`denominator ${population.denominator}`);
  if (population.silent !== undefined) lines.push(`silent     ${population.silent}`);
  if (population.category !== undefined) lines.push(`category   ${population.category.join(" || '|' || ")}`);
  return ['```text', ...lines, '```'].join('\n');
}

function metricEntry(metric: MetricSpec): string {
  const base = baseOf(metric);
  const row = (zh: string, en: string, words: Label): string[] => [`${zh} · ${en}`, words.zh, words.en];
  const same = (text: string): Label => label(text, text);
  const rows = [
    row('分子', 'Numerator', metric.numerator),
    row('分母', 'Denominator', metric.denominator),
    row('种类', 'Kind', KIND_WORDS[metric.kind]),
    row('单位', 'Unit', metric.unit),
    row('方向', 'Direction', DIRECTION_WORDS[metric.direction]),
    row('时间', 'In time', TIME_WORDS[metric.time]),
    row('粒度', 'Grain', GRAIN_WORDS[metric.grain]),
    row('口径来源', 'Source', metric.source),
  ];
  if (metric.caveats) rows.push(row('注意', 'Caveats', metric.caveats));
  if (metric.categoryParts) rows.push(row('类别', 'Category', same(metric.categoryParts.map(code).join(' | '))));
  if (metric.step !== undefined) rows.push(row('记录精度', 'Kept to', same(String(metric.step))));
  if (metric.rules) rows.push(row('所用规则', 'Rules it reads', same(metric.rules.map(code).join(', '))));
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
    const { zh, en } = familyWords(family);
    const entries = METRICS.filter((metric) => metric.family === family).map(metricEntry);
    return paragraphs(`## ${zh} · ${en}`, ...entries);
  });
  return paragraphs('## 一览 · Overview', overview(), ...chapters);
}
