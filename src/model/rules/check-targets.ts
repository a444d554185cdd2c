import { type Label, type MetricSpec, type Target, type TargetFault, isPeriod } from '../../domain';

const fault = (
  item: Target,
  field: TargetFault['field'],
  code: string,
  message: Label,
  others: readonly string[] = [],
): TargetFault => ({ item, field, code, others, message, value: String(item[field] ?? '') });

/** Percent of a rate, else the number itself. */
const shown = (value: number, metric: MetricSpec): string =>
  metric.kind === 'rate' ? `${Number((value * 100).toPrecision(12))}%` : String(value);

function limitFaults(item: Target, metric: MetricSpec): TargetFault[] {
  const limits = (['target', 'amber', 'red'] as const).flatMap((field) => {
    const value = item[field];
    return value === null ? [] : [{ field, value }];
  });
  const high = metric.kind === 'rate' ? 1 : Number.POSITIVE_INFINITY;
  const outside = limits.filter(({ value }) => !(value >= 0 && value <= high));
  if (outside.length > 0)
    return outside.map(({ field, value }) =>
      fault(item, field, 'out-of-range', {
        zh: `${shown(value, metric)} 超出${metric.label.zh}的范围${metric.kind === 'rate' ? '（0% 至 100%）' : '（不小于 0）'}`,
        en: `${shown(value, metric)} is outside the range of ${metric.label.en} ${metric.kind === 'rate' ? '(0 % to 100 %)' : '(0 or more)'}`,
      }),
    );
  const rising = limits.every(({ value }, at) => value <= (limits[at - 1]?.value ?? value));
  const falling = limits.every(({ value }, at) => value >= (limits[at - 1]?.value ?? value));
  const ordered = metric.direction === 'up' ? rising : metric.direction === 'down' ? falling : rising || falling;
  if (ordered) return [];
  const at = limits.findIndex(({ value }, i) => {
    const above = limits[i - 1]?.value ?? value;
    return metric.direction === 'down' ? value < above : value > above;
  });
  const wrong = limits[Math.max(at, 1)];
  if (!wrong) return [];
  const order = metric.direction === 'down' ? '目标 ≤ 黄线 ≤ 红线' : '目标 ≥ 黄线 ≥ 红线';
  const english = metric.direction === 'down' ? 'target ≤ amber ≤ red' : 'target ≥ amber ≥ red';
  return [
    fault(
      item,
      wrong.field,
      'limits-out-of-order',
      {
        zh: `${shown(wrong.value, metric)} 次序不对，应为${order}`,
        en: `${shown(wrong.value, metric)} is out of order: ${english}`,
      },
      limits.map(({ field }) => field),
    ),
  ];
}

/** What is wrong with targets: an unknown metric, one without a single value, a value out of range, limits out of order. */
export function targetFaults(
  targets: readonly Target[],
  metricOf: (id: string) => MetricSpec | undefined,
): TargetFault[] {
  return targets.flatMap((item) => {
    const metric = metricOf(item.metricId);
    if (!metric)
      return [
        fault(item, 'metricId', 'unknown-metric', {
          zh: `没有“${item.metricId}”这个指标`,
          en: `There is no metric “${item.metricId}”`,
        }),
      ];
    if (metric.kind === 'distribution')
      return [
        fault(item, 'metricId', 'no-single-value', {
          zh: `“${metric.label.zh}”是分布，没有单一的值，不能设目标`,
          en: `“${metric.label.en}” is a distribution and cannot have a target`,
        }),
      ];
    const period: TargetFault[] =
      item.period === '' || isPeriod(item.period)
        ? []
        : [
            fault(item, 'period', 'not-a-period', {
              zh: `“${item.period}”不是时期`,
              en: `“${item.period}” is not a period`,
            }),
          ];
    return [...period, ...limitFaults(item, metric)];
  });
}
