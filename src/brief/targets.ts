import { type Group, type Cube, rateOf } from '../cube';
import { type Locale, type MetricSpec, type Period, type Target, contains, isPeriod, joined } from '../domain';
import { apartText, declaredPercent, decimalText, percentText } from './words';

/** How a figure stands against a declared target. */
export type TargetStatus = 'met' | 'short' | 'amber' | 'red';

/** Decimals a target may have been declared with. */
export const DECLARED = 8;

const covers = (target: Target, period: Period): boolean =>
  target.period === '' || (isPeriod(target.period) && contains(target.period, period));

/**
 * The target of a metric in a period: of the one zone asked for its own before that of all zones, the narrower period before the
 * wider. Null where none was declared; several zones together have only a target declared for all.
 */
export function targetOf(
  { targets, zones }: Pick<Cube, 'targets' | 'zones'>,
  metric: string,
  zone: string | null,
  period: Period,
): Target | null {
  const names = new Set(zone === null ? [] : [zone, zones.find(({ id }) => id === zone)?.name ?? zone]);
  const found = targets.filter(
    (target) =>
      target.metricId === metric && (target.scope === '' || names.has(target.scope)) && covers(target, period),
  );
  const weight = (target: Target): number =>
    (target.scope === '' ? 0 : 2) + (target.period === '' ? 0 : 1) + target.period.length / 100;
  return found.sort((a, b) => weight(b) - weight(a))[0] ?? null;
}

/** How a value stands against a target; lower is better where the metric says so. */
export function statusOf(value: number, target: Target, direction: MetricSpec['direction']): TargetStatus {
  const short = (limit: number): boolean => (direction === 'down' ? value > limit : value < limit);
  if (!short(target.target)) return 'met';
  if (target.red !== null && short(target.red)) return 'red';
  return target.amber !== null && short(target.amber) ? 'amber' : 'short';
}

/** The status in a word: 达到目标, 未达目标, 低于黄线, 低于红线 (高于 where less is wanted). */
export function statusText(status: TargetStatus, direction: MetricSpec['direction'], locale: Locale): string {
  const zh = locale === 'zh';
  const side = direction === 'down' ? (zh ? '高于' : 'above the') : zh ? '低于' : 'below the';
  switch (status) {
    case 'met':
      return zh ? '达到目标' : 'meets the target';
    case 'short':
      return zh ? '未达目标' : 'short of the target';
    case 'amber':
      return zh ? `${side}黄线` : `${side} amber limit`;
    case 'red':
      return zh ? `${side}红线` : `${side} red limit`;
  }
}

/** A target with its value: 目标 100%. No decimals that were not declared. */
export function targetText(target: Target, metric: MetricSpec, locale: Locale): string {
  const value =
    metric.kind === 'rate' ? declaredPercent(target.target, DECLARED) : decimalText(target.target, DECLARED, 0);
  return locale === 'zh' ? `目标 ${value}` : `target ${value}`;
}

/** A figure and the target declared for it. */
export interface Measured {
  readonly target: Target;
  /** A rate as a fraction, a count as it is. */
  readonly value: number;
  readonly status: TargetStatus;
}

/** How a figure stands against its declared target. Null where there is no target or no value. */
export function measuredBy(
  cube: Pick<Cube, 'targets' | 'zones'>,
  metric: MetricSpec,
  zone: string | null,
  period: Period,
  group: Group | null,
): Measured | null {
  const target = targetOf(cube, metric.id, zone, period);
  const value = group && (metric.kind === 'rate' ? rateOf(group) : group.numerator);
  if (!target || value === null) return null;
  return { target, value, status: statusOf(value, target, metric.direction) };
}

/** How far a rate that missed its target is from it, where both are shown as the same figure: 29.99 % is shown as 30.0 %. */
function hiddenGap({ target, value, status }: Measured, metric: MetricSpec, locale: Locale): string {
  if (metric.kind !== 'rate' || status === 'met' || percentText(value) !== percentText(target.target)) return '';
  const gap = apartText({ numerator: value, denominator: 1 }, { numerator: target.target, denominator: 1 }) ?? '';
  return locale === 'zh' ? `差 ${gap} 个百分点` : `by ${gap} points`;
}

/** The same in words: 目标 100%，未达目标. */
export function measuredText(measured: Measured, metric: MetricSpec, locale: Locale): string {
  const { target, status } = measured;
  const said = [targetText(target, metric, locale), statusText(status, metric.direction, locale)];
  return joined('phrases', [...said, hiddenGap(measured, metric, locale)], locale);
}

/** A value beside its target in words. Null where there is no target or no value. */
export function againstTarget(
  cube: Pick<Cube, 'targets' | 'zones'>,
  metric: MetricSpec,
  zone: string | null,
  period: Period,
  group: Group | null,
  locale: Locale,
): string | null {
  const measured = measuredBy(cube, metric, zone, period, group);
  return measured && measuredText(measured, metric, locale);
}
