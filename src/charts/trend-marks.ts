import { rateOf } from '../cube';
import { dodge } from './dodge';
import type { Mark, Picked } from './drawing';
import { periodName } from './period-axis';
import { fractionText, rateText, rateWithFraction } from './rate-row';
import type { Scale } from './scale';
import { type Shape, circle, hoverArea, line, polyline, text } from './shape';
import {
  type Ending,
  type Frame,
  LABEL_HEIGHT,
  RATE_HEIGHT,
  SMALL,
  STRONG,
  type TrendData,
  type TrendLine,
  label,
  lineStyle,
} from './trend-layout';

/** A thin line from a point to its label, where they are not side by side. */
function leader(from: readonly [number, number], to: readonly [number, number], stroke: string): Shape[] {
  return to[0] - from[0] > 16 || Math.abs(from[1] - to[1]) > 6 ? [polyline([from, to], { stroke })] : [];
}

/** What a point of a line opens: of the whole there is no row to name. */
export const pickedOf = (drawn: TrendLine, whole: TrendLine | null, period: string): Picked =>
  drawn === whole ? { column: period } : { row: drawn.key, column: period };

/** Names, rates and x/n at the right ends, moved apart where lines end close together. */
export function endLabels(data: TrendData, ends: readonly Ending[], frame: Frame, scale: Scale): Mark[] {
  const { theme, locale } = data;
  const wanted = ends.map(({ last }) => ({
    // Two-line labels have their first line beside the point.
    at: scale.at(rateOf(last) ?? 0) + (frame.keyed ? 0 : 8),
    size: frame.keyed ? RATE_HEIGHT : LABEL_HEIGHT,
  }));
  const centres = dodge(wanted, frame.top - 12, frame.barsTop - 6);
  return ends.map(({ drawn, index, last }, i) => {
    const x = frame.right + 10;
    const y = centres[i] ?? 0;
    const strong = drawn.highlighted || drawn === data.whole;
    const fill = drawn === data.whole ? theme.ink : drawn.highlighted ? theme.signal : theme.ink2;
    const style = { ...STRONG, weight: strong ? (600 as const) : (400 as const), fill };
    const from: [number, number] = [frame.x(index), scale.at(rateOf(last) ?? 0)];
    const shapes = [
      circle(from[0], from[1], drawn === data.whole ? 4 : 3.5, {
        fill: lineStyle(drawn, data).stroke,
        stroke: theme.paper,
        width: 1.5,
      }),
      ...leader([from[0] + 5, from[1]], [x - 3, frame.keyed ? y : y - 8], theme.context),
      ...(frame.keyed
        ? [text(x, y, rateText(last, locale), style)]
        : [
            text(x, y - 8, label(drawn, last, data), style),
            text(x, y + 9, fractionText(last), { ...SMALL, fill: theme.ink3 }),
          ]),
    ];
    const period = data.periods[index] ?? '';
    const tip = [drawn.label, periodName(period, locale), rateWithFraction(last, locale)];
    return { id: `end:${drawn.key}`, shapes, tip, picked: pickedOf(drawn, data.whole, period) };
  });
}

/** A column a period: the pointer anywhere in it reads the whole and the highlighted lines. */
export function columns(data: TrendData, frame: Frame): Mark[] {
  const { theme, locale, periods } = data;
  const told = [data.whole, ...data.lines.filter(({ highlighted }) => highlighted || data.lines.length <= 4)].filter(
    (drawn) => drawn !== null,
  );
  const pitch = periods.length > 1 ? frame.x(1) - frame.x(0) : frame.right - frame.left;
  return periods.map((period, i) => ({
    id: `at:${period}`,
    x: frame.x(i),
    shapes: [
      hoverArea(-pitch / 2, frame.top, pitch, frame.barsBottom - frame.top, 'transparent'),
      line(0, frame.top, 0, frame.barsBottom, { stroke: theme.ink3, shown: 'hover' }),
    ],
    tip: [
      periodName(period, locale),
      ...told.flatMap((drawn) => {
        const point = drawn.points[i];
        return point ? [`${drawn.label} ${rateWithFraction(point, locale)}`] : [];
      }),
    ],
    ...((data.whole === null || data.whole.points[i]) && { picked: { column: period } }),
  }));
}
