import { rateOf } from '../cube';
import { countText, declaredPercent } from '../domain';
import { type Drawing, draw } from './drawing';
import { keyLine } from './key-line';
import { textWidth } from './measure';
import { periodAxis } from './period-axis';
import { centred } from './place';
import { runsOf } from './runs';
import { type Scale, atLeast, countScale, rateScale } from './scale';
import { type Shape, circle, line, polyline, rect, text } from './shape';
import {
  type Frame,
  SMALL,
  type TrendData,
  type TrendLine,
  describe,
  endings,
  frameOf,
  keyEntries,
  lineStyle,
  targetStyle,
} from './trend-layout';
import { columns, endLabels } from './trend-marks';

export type { TrendBreak, TrendData, TrendLine } from './trend-layout';

/** A line in unbroken runs; a run of a single point is a dot, or it would not be seen. */
function drawLine(drawn: TrendLine, data: TrendData, frame: Frame, scale: Scale): Shape[] {
  const style = lineStyle(drawn, data);
  const own = data.breaks.filter(({ lines }) => lines === undefined || lines.includes(drawn.key));
  const starts = new Set(own.map(({ period }) => data.periods.indexOf(period)));
  return runsOf(
    drawn.points.map((point) => (point ? rateOf(point) : null)),
    starts,
  ).map((run) => {
    const points = run.map(({ index, value }) => [frame.x(index), scale.at(value)] as const);
    const [only] = points;
    return points.length === 1 && only
      ? circle(only[0], only[1], 2.5, { fill: style.stroke })
      : polyline(points, style);
  });
}

function grid(data: TrendData, frame: Frame, scale: Scale): Shape[] {
  const { theme } = data;
  return scale.ticks.flatMap((tick) => [
    line(frame.left, scale.at(tick), frame.right, scale.at(tick), { stroke: theme.hair }),
    text(frame.left - 8, scale.at(tick), declaredPercent(tick), { ...SMALL, fill: theme.ink3, align: 'right' }),
  ]);
}

function breakLines(data: TrendData, frame: Frame): Shape[] {
  const { theme } = data;
  let taken = -Infinity;
  return data.breaks.flatMap(({ period, label: why }) => {
    const index = data.periods.indexOf(period);
    if (index < 0) return [];
    const x = index === 0 ? frame.left : (frame.x(index - 1) + frame.x(index)) / 2;
    const rule = line(x, frame.top - 8, x, frame.barsBottom, { stroke: theme.context, dash: [2, 3] });
    const half = textWidth(why, SMALL) / 2;
    // A name that would run into the one before is left to the text above the picture.
    if (x - half < taken + 8) return [rule];
    taken = x + half;
    return [
      rule,
      text(centred(x, why, SMALL, 0, data.width), frame.top - 18, why, { ...SMALL, fill: theme.ink2, align: 'center' }),
    ];
  });
}

function targetLine(data: TrendData, frame: Frame, scale: Scale): Shape[] {
  if (!data.target) return [];
  const y = scale.at(data.target.rate);
  return [line(frame.left, y, frame.right, y, targetStyle(data))];
}

/** The denominator of the whole (or of the only line) as bars under the lines, first and last with their number. */
function bars(data: TrendData, frame: Frame): Shape[] {
  const { theme, periods } = data;
  const source = data.whole ?? data.lines[0];
  const sizes = periods.map((_, i) => source?.points[i]?.denominator ?? null);
  const known = sizes.filter((size) => size !== null);
  if (known.length === 0) return [];
  const scale = countScale(known, [frame.barsBottom, frame.barsTop], 2);
  const pitch = periods.length > 1 ? frame.x(1) - frame.x(0) : 40;
  const width = Math.max(2, Math.min(24, pitch * 0.6));
  const shapes = sizes.flatMap((size, i) => {
    if (size === null) return [];
    const y = scale.at(size);
    const x = frame.x(i) - width / 2;
    return [
      rect(x, y, width, frame.barsBottom - y, { fill: theme.none }),
      line(x, y, x + width, y, { stroke: theme.context }),
    ];
  });
  const last = sizes.findLastIndex((size) => size !== null);
  const side = frame.right + 10;
  const size = countText(sizes[last] ?? 0);
  if (frame.keyed) {
    shapes.push(
      text(frame.left, frame.barsTop - 10, `${data.denominatorLabel} ${size}`, { ...SMALL, fill: theme.ink3 }),
    );
  } else {
    shapes.push(text(side, frame.barsBottom - 26, data.denominatorLabel, { ...SMALL, fill: theme.ink3 }));
    shapes.push(text(side, frame.barsBottom - 8, size, { ...SMALL, fill: theme.ink2 }));
  }
  shapes.push(line(frame.left, frame.barsBottom, frame.right, frame.barsBottom, { stroke: theme.context }));
  return shapes;
}

/** Lines over time: the whole thick, highlighted ones in the colour of signals, the others grey; broken where the definition changes. */
export function trend(data: TrendData): Drawing {
  const ends = endings(data);
  const frame = frameOf(data, ends);
  const key = keyLine(keyEntries(data, ends, frame.keyed), data.width, data.theme).shapes;
  const every = [data.whole, ...data.lines].filter((drawn) => drawn !== null);
  const rates = every
    .flatMap(({ points }) => points.map((point) => (point ? rateOf(point) : null)))
    .filter((rate) => rate !== null);
  const scale = rateScale(
    atLeast([...rates, ...(data.target ? [data.target.rate] : [])], 0.1),
    [frame.bottom, frame.top],
    Math.max(2, Math.floor((frame.bottom - frame.top) / 36)),
  );
  const background = every
    .filter((drawn) => drawn !== data.whole)
    .sort((a, b) => Number(a.highlighted) - Number(b.highlighted));
  return draw({
    ...data,
    height: frame.height,
    description: describe(data),
    ground: [
      ...key,
      ...grid(data, frame, scale),
      ...bars(data, frame),
      ...breakLines(data, frame),
      ...[...background, ...(data.whole ? [data.whole] : [])].flatMap((drawn) => drawLine(drawn, data, frame, scale)),
      ...targetLine(data, frame, scale),
      ...periodAxis(data.periods, frame.x, frame.barsBottom + 2, [0, data.width], data),
    ],
    marks: [...columns(data, frame), ...endLabels(data, ends, frame, scale)],
  });
}
