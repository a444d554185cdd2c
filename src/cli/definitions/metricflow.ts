import { measuresOf } from '../../cube';
import type { MetricSpec } from '../../domain';
import { METRICS } from '../../model';
import { type Dataset, notExpressed } from './datasets';

/* Metrics as a semantic manifest of dbt's MetricFlow. */

const DAY = 'period_day';

/** The first day of a period, which is a text: 2018-12-31, 2018-12, 2018Q4, 2018H2 or 2018. */
const FIRST_DAY = `CAST(CASE
  WHEN length(period) = 10 THEN period
  WHEN length(period) = 7 THEN period || '-01'
  WHEN length(period) = 4 THEN period || '-01-01'
  WHEN period LIKE '%Q1' OR period LIKE '%H1' THEN substring(period, 1, 4) || '-01-01'
  WHEN period LIKE '%Q2' THEN substring(period, 1, 4) || '-04-01'
  WHEN period LIKE '%Q3' OR period LIKE '%H2' THEN substring(period, 1, 4) || '-07-01'
  WHEN period LIKE '%Q4' THEN substring(period, 1, 4) || '-10-01'
END AS DATE)`;

const relation = (table: string) => ({ alias: table, schema_name: 'zonelens', relation_name: `zonelens.${table}` });

/** What is summed for a metric. Of a stock only the last snapshot of each zone is. */
function measure(metric: MetricSpec, part: 'numerator' | 'denominator', expr: string) {
  return {
    name: `${metric.id}_${part}`,
    agg: 'sum',
    expr,
    agg_time_dimension: DAY,
    ...(metric.time === 'stock' && {
      non_additive_dimension: { name: DAY, window_choice: 'max', window_groupings: ['zone'] },
    }),
  };
}

function measures(metric: MetricSpec) {
  const { numerator, denominator } = measuresOf(metric);
  return [
    measure(metric, 'numerator', numerator),
    ...(denominator === null ? [] : [measure(metric, 'denominator', denominator)]),
  ];
}

const categorical = (name: string, expr: string = name) => ({ name, type: 'categorical', expr });

function semanticModel({ base, table, metrics }: Dataset) {
  const categories = metrics.flatMap((metric) => {
    const { category } = measuresOf(metric);
    return category === null ? [] : [categorical(`${metric.id}_category`, category)];
  });
  return {
    name: table,
    description: `One row a thing that counts, of ${base.needs.join(', ')}; written by \`zonelens plan\`.`,
    node_relation: relation(table),
    primary_entity: `${table}_row`,
    entities: [{ name: 'zone', type: 'foreign', expr: 'zone' }],
    dimensions: [
      categorical('committee'),
      categorical('domain'),
      { name: DAY, type: 'time', expr: FIRST_DAY, type_params: { time_granularity: 'day' } },
      ...categories,
    ],
    measures: metrics.flatMap(measures),
  };
}

const simple = (metric: MetricSpec, name: string, part: string) => ({
  name,
  type: 'simple',
  type_params: { measure: { name: `${metric.id}_${part}` } },
});

/** The name of a metric to people, which no two metrics may share there. */
function labelOf({ id, label }: MetricSpec): string {
  const isShared = METRICS.some((other) => other.id !== id && other.label.en === label.en);
  return isShared ? `${label.en} (${id})` : label.en;
}

/** A rate is a ratio of two metrics of its own; all else is one sum. What cannot be said stands in the description and in `meta`. */
function metricsOf(metric: MetricSpec) {
  const { id, label, kind, numerator, denominator, time, grain, direction, unit } = metric;
  const left = notExpressed(metric, true);
  const about = {
    label: labelOf(metric),
    description: [
      `${label.en} (${label.zh}): ${numerator.en}${kind === 'rate' ? ` ÷ ${denominator.en}` : ''}.`,
      ...left,
    ]
      .join(' ')
      .trim(),
    config: {
      meta: { zonelens: { label, kind, time, grain, direction, unit, not_expressed: left } },
    },
  };
  if (kind !== 'rate') return [{ ...simple(metric, id, 'numerator'), ...about }];
  const [over, under] = [`${id}_numerator`, `${id}_denominator`];
  return [
    simple(metric, over, 'numerator'),
    simple(metric, under, 'denominator'),
    { name: id, type: 'ratio', type_params: { numerator: { name: over }, denominator: { name: under } }, ...about },
  ];
}

/** All metrics over the rows that a plan writes. */
export function metricflow(datasets: readonly Dataset[]) {
  return {
    semantic_models: datasets.map(semanticModel),
    metrics: datasets.flatMap(({ metrics }) => metrics.flatMap(metricsOf)),
    project_configuration: {
      time_spine_table_configurations: [],
      time_spines: [
        { node_relation: relation('calendar'), primary_column: { name: 'first_day', time_granularity: 'month' } },
      ],
    },
    saved_queries: [],
  };
}
