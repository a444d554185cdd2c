import { rateOf } from '../cube';
import { declaredPercent, grainOf } from '../domain';
import { type Drawing, type Mark, draw } from './drawing';
import { type KeyEntry, keyLine } from './key-line';
import { textWidth, wrap } from './measure';
import { periodName, shortPeriod } from './period-axis';
import { byRate, fractionText, rateText, rateWithFraction } from './rate-row';
import { runsOf } from './runs';
import { type Scale, atLeast, rateScale } from './scale';
import { type PathStyle, type Shape, circle, hoverArea, line, polyline, text } from './shape';
import { SMALL, STRONG, type TrendData, type TrendLine, describe, targetStyle } from './trend-layout';
import { pickedOf } from './trend-marks';

const LEADING = 18;
const PLOT = 72;
const LEAST_WIDTH = 116;
const MOST_COLUMNS = 7;
const BETWEEN = { x: 24, y: 20 };
const TICKS = 40;
const AXIS = 20;

/** A line with the place of its small picture. */
interface Panel {
  readonly drawn: TrendLine;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  /** The name, broken where it is long. */
  readonly name: readonly string[];
  readonly first: boolean;
  readonly lowest: boolean;
}

/** The last rate and its x/n, with where the x/n begins and how wide both are. */
function told(drawn: TrendLine, { locale }: TrendData): { rate: string; fraction: string; at: number; width: number } {
  const point = drawn.points[last(drawn)];
  if (!point) return { rate: '', fraction: '', at: 0, width: 0 };
  const [rate, fraction] = [rateText(point, locale), fractionText(point)];
  const at = textWidth(rate, { ...SMALL, weight: 600 }) + 6;
  return { rate, fraction, at, width: at + textWidth(fraction, SMALL) };
}

/** Panels from the left, as many beside one another as fit, the rows as even as they can be. */
function laidOut(data: TrendData, all: readonly TrendLine[], top: number): { panels: Panel[]; height: number } {
  const room = data.width - TICKS;
  const least = Math.max(LEAST_WIDTH, ...all.map((drawn) => told(drawn, data).width));
  const most = Math.floor((room + BETWEEN.x) / (least + BETWEEN.x));
  const fit = Math.max(1, Math.min(MOST_COLUMNS, most, all.length));
  const columns = Math.ceil(all.length / Math.ceil(all.length / fit));
  const width = (room - (columns - 1) * BETWEEN.x) / columns;
  const panels: Panel[] = [];
  let y = top;
  for (let from = 0; from < all.length; from += columns) {
    const row = all.slice(from, from + columns).map((drawn) => ({ drawn, name: wrap(drawn.label, STRONG, width) }));
    const lines = Math.max(...row.map(({ name }) => name.length)) + 1;
    y += lines * LEADING + 4;
    row.forEach(({ drawn, name }, nth) => {
      const left = TICKS + nth * (width + BETWEEN.x);
      panels.push({ drawn, name, left, width, top: y, first: nth === 0, lowest: from + nth + columns >= all.length });
    });
    y += PLOT + BETWEEN.y;
  }
  return { panels, height: y - BETWEEN.y + AXIS };
}

const last = ({ points }: TrendLine): number =>
  points.findLastIndex((point) => point !== null && rateOf(point) !== null);

function strokes(drawn: TrendLine, data: TrendData, x: (at: number) => number, y: Scale, style: PathStyle): Shape[] {
  const own = data.breaks.filter(({ lines }) => lines === undefined || lines.includes(drawn.key));
  const starts = new Set(own.map(({ period }) => data.periods.indexOf(period)));
  return runsOf(
    drawn.points.map((point) => (point ? rateOf(point) : null)),
    starts,
  ).map((run) => {
    const points = run.map(({ index, value }) => [x(index), y.at(value)] as const);
    const [only] = points;
    return points.length === 1 && only && style.stroke !== undefined
      ? circle(only[0], only[1], 1.75, { fill: style.stroke })
      : polyline(points, style);
  });
}

const along = (data: TrendData, { left, width }: Panel) => {
  const { length } = data.periods;
  return (at: number): number => (length === 1 ? left + width / 2 : left + 3 + (at * (width - 6)) / (length - 1));
};

/** Years where they tell the ends apart, else the parts of the year. */
function ends({ periods, locale }: TrendData): readonly string[] {
  const [from = '', to = ''] = [periods[0], periods.at(-1)];
  if (from === to) return [periodName(to, locale)];
  return [from, to].map((period) =>
    from.slice(0, 4) === to.slice(0, 4) ? shortPeriod(period, grainOf(period), locale) : period.slice(0, 4),
  );
}

function ground(data: TrendData, panel: Panel, scale: Scale): Shape[] {
  const { theme } = data;
  const { drawn, left, width, top, name } = panel;
  const x = along(data, panel);
  const y: Scale = { ...scale, at: (value) => top + scale.at(value) };
  const whole = drawn === data.whole;
  const colour = drawn.highlighted && !whole ? theme.signal : theme.ink;
  const point = drawn.points[last(drawn)] ?? null;
  const { rate, fraction, at: beside } = told(drawn, data);
  const head = top - 4 - (name.length + 1) * LEADING + LEADING / 2;
  const shapes = name.map((part, nth) =>
    text(left, head + nth * LEADING, part, {
      ...STRONG,
      weight: whole || drawn.highlighted ? 600 : 400,
      fill: colour,
    }),
  );
  const under = top - 4 - LEADING / 2;
  shapes.push(
    text(left, under, rate, { ...SMALL, weight: 600, fill: colour }),
    text(left + beside, under, fraction, { ...SMALL, fill: theme.ink3 }),
  );
  for (const tick of scale.ticks) {
    shapes.push(line(left, y.at(tick), left + width, y.at(tick), { stroke: theme.hair }));
    if (panel.first)
      shapes.push(text(TICKS - 8, y.at(tick), declaredPercent(tick), { ...SMALL, fill: theme.ink3, align: 'right' }));
  }
  for (const { period, lines } of data.breaks) {
    const at = data.periods.indexOf(period);
    if (at < 0 || (lines !== undefined && !lines.includes(drawn.key))) continue;
    const middle = at === 0 ? left : (x(at - 1) + x(at)) / 2;
    shapes.push(line(middle, top, middle, top + PLOT, { stroke: theme.context, dash: [2, 3] }));
  }
  if (data.target)
    shapes.push(line(left, y.at(data.target.rate), left + width, y.at(data.target.rate), targetStyle(data)));
  const behind = whole ? data.lines.filter(({ reference }) => reference === true) : data.whole ? [data.whole] : [];
  for (const other of behind) shapes.push(...strokes(other, data, x, y, behindStyle(other, data)));
  shapes.push(...strokes(drawn, data, x, y, { stroke: colour, width: whole ? 2.25 : 1.75 }));
  const end = last(drawn);
  if (point !== null) shapes.push(circle(x(end), y.at(rateOf(point) ?? 0), 3, { fill: colour }));
  if (panel.lowest) {
    const style = { ...SMALL, fill: theme.ink3 };
    ends(data).forEach((end, nth) =>
      shapes.push(text(left + nth * width, top + PLOT + 12, end, { ...style, align: nth === 0 ? 'left' : 'right' })),
    );
  }
  return shapes;
}

const behindStyle = (other: TrendLine, { theme }: TrendData): PathStyle =>
  other.reference === true ? { stroke: theme.ink2, width: 1.5, dash: [5, 3] } : { stroke: theme.context, width: 1.5 };

function key(data: TrendData): KeyEntry[] {
  const known = [data.whole, ...data.lines.filter(({ reference }) => reference === true)];
  const behind = known.flatMap((drawn): KeyEntry[] => {
    if (drawn === null) return [];
    const point = drawn.reference === true ? (drawn.points[last(drawn)] ?? null) : null;
    const label = point === null ? drawn.label : `${drawn.label} ${rateWithFraction(point, data.locale)}`;
    return [{ label, width: 20, glyph: (x, y) => [line(x, y, x + 20, y, behindStyle(drawn, data))] }];
  });
  const broken = [...new Set(data.breaks.map(({ label }) => label))].map((label): KeyEntry => {
    const style = { stroke: data.theme.context, dash: [2, 3] };
    return { label, width: 8, glyph: (x, y) => [line(x + 4, y - 7, x + 4, y + 7, style)] };
  });
  const { target } = data;
  const aim = target && {
    label: target.label,
    width: 20,
    glyph: (x: number, y: number) => [line(x, y, x + 20, y, targetStyle(data))],
  };
  return [...behind, ...(aim ? [aim] : []), ...broken];
}

/** A column a period in every panel: the pointer reads the line and the whole there. */
function marks(data: TrendData, panel: Panel): Mark[] {
  const { locale, periods, whole, theme } = data;
  const { drawn, left, width, top } = panel;
  const x = along(data, panel);
  const pitch = periods.length > 1 ? x(1) - x(0) : width;
  return periods.map((period, at) => ({
    id: `${drawn.key}:${period}`,
    x: x(at),
    shapes: [
      hoverArea(Math.max(-pitch / 2, left - x(at)), top, pitch, PLOT, 'transparent'),
      line(0, top, 0, top + PLOT, { stroke: theme.ink3, shown: 'hover' }),
    ],
    tip: [
      periodName(period, locale),
      ...[drawn, ...(whole && whole !== drawn ? [whole] : [])].flatMap((one) => {
        const point = one.points[at];
        return point ? [`${one.label} ${rateWithFraction(point, locale)}`] : [];
      }),
    ],
    ...(drawn.points[at] && { picked: pickedOf(drawn, whole, period) }),
  }));
}

/** By the rate of the last period, falling; those without one come last, in the order given. */
function byLast(drawn: readonly TrendLine[]): TrendLine[] {
  const known = drawn.map((own) => ({ own, ...(own.points.at(-1) ?? { numerator: 0, denominator: 0 }) }));
  return byRate(known).map(({ own }) => own);
}

/** One small picture a line, the whole behind it in grey, all to the same scale: who goes where, without a tangle. */
export function trendPanels(data: TrendData): Drawing {
  const head = keyLine(key(data), data.width, data.theme);
  const all = [data.whole, ...byLast(data.lines.filter(({ reference }) => reference !== true))].filter(
    (drawn) => drawn !== null,
  );
  const { panels, height } = laidOut(data, all, head.height + 8);
  const rates = [...all, ...data.lines].flatMap(({ points }) =>
    points.map((point) => (point ? rateOf(point) : null)).filter((rate) => rate !== null),
  );
  const scale = rateScale(atLeast([...rates, ...(data.target ? [data.target.rate] : [])], 0.1), [PLOT, 0], 3);
  return draw({
    ...data,
    height,
    description: describe(data),
    ground: [...head.shapes, ...panels.flatMap((panel) => ground(data, panel, scale))],
    marks: panels.flatMap((panel) => marks(data, panel)),
  });
}
