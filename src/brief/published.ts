import { type Cube, type PublishedFigure, rateOf, total } from '../cube';
import { type Locale, splitCategory } from '../domain';
import { METRICS } from '../model';
import { countText, percentText } from './words';

/** A published figure beside the one computed from rows. */
export interface Comparison {
  readonly figure: PublishedFigure;
  /** As published, with its bound: 81%, ≥ 70 个. */
  readonly stated: string;
  /** Computed from the rows for the same zone, period and category; null when the rows cannot answer. */
  readonly computed: string | null;
  /** x/n behind the computed figure, for a rate. */
  readonly fraction: { readonly numerator: number; readonly denominator: number | null } | null;
}

const BOUND = { eq: '', ge: '≥ ', approx: '≈ ' } as const;

/** A count that is kept by its bound is shown with it. */
function boundSign(category: string): string {
  const last = splitCategory(category).at(-1);
  return last === 'ge' || last === 'approx' ? BOUND[last] : '';
}

function unitText(figure: PublishedFigure, locale: Locale): string {
  if (figure.unit === '%') return '%';
  return locale === 'zh' && figure.unit !== '' ? ` ${figure.unit}` : '';
}

/** A published figure as its source states it. */
export function statedText(figure: PublishedFigure, locale: Locale): string {
  return `${BOUND[figure.bound]}${figure.unit === '%' ? figure.value : countText(figure.value)}${unitText(figure, locale)}`;
}

/** Published figures of a family's metrics in the zones asked (all when empty), each beside the computed one. */
export function publishedBeside(
  cube: Cube,
  families: readonly string[],
  zones: readonly string[],
  locale: Locale,
): Comparison[] {
  const known = new Map(METRICS.map((metric) => [metric.id, metric]));
  return cube.published.flatMap((figure): Comparison[] => {
    const metric = known.get(figure.metric);
    if (!metric || !families.includes(metric.family) || (zones.length > 0 && !zones.includes(figure.zone))) return [];
    // A grade that stands for those below it too is no longer the one that was published.
    const isJoined = cube.disclosure?.joined.some((one) => one.metric === metric.id) === true && figure.category !== '';
    const group =
      figure.period === '' || isJoined
        ? null
        : total(cube, {
            metric: metric.id,
            periods: [figure.period],
            zones: [figure.zone],
            ...(figure.category !== '' && { categories: [figure.category] }),
          });
    // A number published for what a rate counts (10 signed) stands beside the numerator.
    const isRate = metric.kind === 'rate' && figure.unit === '%';
    const rate = group && isRate ? rateOf(group) : null;
    const count = group && !isRate ? boundSign(figure.category) + countText(group.numerator) : null;
    return [
      {
        figure,
        stated: statedText(figure, locale),
        computed: rate === null ? (count === null ? null : `${count}${unitText(figure, locale)}`) : percentText(rate),
        fraction: group?.denominator && metric.kind === 'rate' ? group : null,
      },
    ];
  });
}
