import { measuresOf } from '../../cube';
import type { MetricSpec } from '../../domain';
import { type Dataset, notExpressed } from './datasets';

/* Metrics as Apache Ossie (Open Semantic Interchange) has them, core specification 0.2.0.dev0. */

const VERSION = '0.2.0.dev0';
const VENDOR = 'ZONELENS';

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:VARCHAR|ENUM)/u, 'String'],
  [/INT$/u, 'Integer'],
  [/^DECIMAL/u, 'Decimal'],
  [/^(?:DOUBLE|FLOAT)$/u, 'Float'],
  [/^BOOLEAN$/u, 'Boolean'],
  [/^DATE$/u, 'Date'],
];

const sql = (expression: string) => ({ dialects: [{ dialect: 'ANSI_SQL', expression }] });
const extension = (data: unknown) => [{ vendor_name: VENDOR, data: JSON.stringify(data) }];

function column({ name, type }: Dataset['columns'][number]) {
  const datatype = TYPES.find(([pattern]) => pattern.test(type))?.[1];
  return {
    name,
    expression: sql(`"${name}"`),
    ...(['zone', 'committee', 'domain', 'period'].includes(name) && { dimension: { is_time: name === 'period' } }),
    ...(datatype !== undefined && { datatype }),
  };
}

/** What a row adds to a metric, and its category, as fields of its rows: there the names of columns are clear. */
function measures(metric: MetricSpec) {
  const { numerator, denominator, category } = measuresOf(metric);
  return [
    { name: `${metric.id}_numerator`, expression: sql(numerator), datatype: 'Float' },
    ...(denominator === null
      ? []
      : [{ name: `${metric.id}_denominator`, expression: sql(denominator), datatype: 'Float' }]),
    ...(category === null
      ? []
      : [
          {
            name: `${metric.id}_category`,
            expression: sql(category),
            dimension: { is_time: false },
            datatype: 'String',
            ...(metric.categoryParts && { description: metric.categoryParts.join(' | ') }),
          },
        ]),
  ];
}

function metricOf(metric: MetricSpec, table: string) {
  const { id, label, kind, time, grain, direction, unit, numerator, denominator, rules, source, caveats } = metric;
  const sum = (of: string): string => `SUM(${table}.${id}_${of})`;
  const left = notExpressed(metric, false);
  return {
    name: id,
    expression: sql(
      kind === 'rate'
        ? `CAST(${sum('numerator')} AS DOUBLE PRECISION) / NULLIF(${sum('denominator')}, 0)`
        : sum('numerator'),
    ),
    description: [
      `${label.en} (${label.zh}): ${numerator.en}${kind === 'rate' ? ` ÷ ${denominator.en}` : ''}.`,
      ...left,
    ]
      .join(' ')
      .trim(),
    datatype: 'Float',
    ai_context: { synonyms: [label.zh, label.en] },
    custom_extensions: extension({
      label,
      kind,
      time,
      grain,
      direction,
      unit,
      numerator,
      denominator,
      scope: metric.population.scope,
      category_parts: metric.categoryParts ?? [],
      never_added_up_across: metric.categoryParts?.slice(0, -1) ?? [],
      rules: rules ?? [],
      source,
      ...(caveats && { caveats }),
      not_expressed: left,
    }),
  };
}

/** All metrics over the rows that a plan writes. */
export function ossie(datasets: readonly Dataset[]) {
  return {
    version: VERSION,
    name: 'zonelens',
    description:
      'Metrics of Zonelens over the rows that `zonelens plan` writes into a database: Σ numerator ÷ Σ denominator. What a metric asks for beyond that is said in its description and in not_expressed of its extension.',
    datasets: datasets.map(({ base, table, columns, metrics }) => ({
      name: table,
      source: table,
      description: `One row a thing that counts, of ${base.needs.join(', ')}.`,
      fields: [...columns.map(column), ...metrics.flatMap(measures)],
    })),
    metrics: datasets.flatMap(({ table, metrics }) => metrics.map((metric) => metricOf(metric, table))),
  };
}
