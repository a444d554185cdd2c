import { type Period } from '../domain';
import { rateOf } from '../cube';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { count, wholePercent } from './format';
import { widest } from './measure';
import { dodge } from './dodge';
import { PERIOD_AXIS, periodAxis, periodName } from './period-axis';
import { centred } from './place';
import { type Counted, fractionText, rateText, rateWithFraction } from './rate-row';
import { type Scale, countScale, rateScale } from './scale';
import { type Shape, circle, hoverArea, line, polyline, rect, text } from './shape';
import { runsOf } from './runs';

/** One line: a point a period, null where nothing was reported. */
export interface TrendLine {
  readonly key: string;
  readonly label: string;
  readonly points: readonly (Counted | null)[];
  readonly highlighted: boolean;
}

/** Rates over time, with the denominator of the whole underneath. */
export interface TrendData extends Setting {
  /** All of one grain, in order, without holes. */
  readonly periods: readonly Period[];
  readonly whole: TrendLine | null;
  readonly lines: readonly TrendLine[];
  /** Where the definition changes: the first period under the new one, and what changed. Every line is broken before it. */
  readonly breaks: readonly { readonly period: Period; readonly label: string }[];
  /** What the bars count, for example 实体运营单位. */
  readonly denominatorLabel: string;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly barsTop: number;
  readonly barsBottom: number;
  x(index: number): number;
}

const SMALL = { size: 12 } as const;
const STRONG = { size: 13, weight: 600 } as const;
const DASHES = [undefined, [6, 3], [2, 3]] as const;
const LABEL_HEIGHT = 34;
const BARS = 44;

interface Ending {
  readonly drawn: TrendLine;
  readonly index: number;
  readonly last: Counted;
}

const label = (drawn: TrendLine, point: Counted, data: TrendData): string =>
  `${drawn.label} ${rateText(point, data.locale)}`;

/** The lines that are named at their end, thick first, with their last known point. */
function endings(data: TrendData): Ending[] {
  const named = [data.whole, ...data.lines.filter(({ highlighted }) => highlighted)].filter((drawn) => drawn !== null);
  const all =
    named.length + data.lines.length <= 5 ? [...named, ...data.lines.filter(({ highlighted }) => !highlighted)] : named;
  return all.flatMap((drawn) => {
    const index = drawn.points.findLastIndex((point) => point !== null && rateOf(point) !== null);
    const last = drawn.points[index];
    return last ? [{ drawn, index, last }] : [];
  });
}

function frameOf(data: TrendData, ends: readonly Ending[], height: number): Frame {
  const names = widest(
    ends.map(({ drawn, last }) => label(drawn, last, data)),
    STRONG,
  );
  const fractions = widest([...ends.map(({ last }) => fractionText(last, data.locale)), data.denominatorLabel], SMALL);
  const left = 40;
  const beside = Math.max(names, fractions) + 14;
  const right = data.width - Math.min(beside, data.width * 0.45);
  const inset = Math.min(14, (right - left) / (2 * Math.max(1, data.periods.length)));
  const step = (right - left - 2 * inset) / Math.max(1, data.periods.length - 1);
  const barsBottom = height - PERIOD_AXIS;
  return {
    left,
    right,
    top: data.breaks.length > 0 ? 28 : 12,
    bottom: barsBottom - BARS - 24,
    barsTop: barsBottom - BARS,
    barsBottom,
    x: (index) => (data.periods.length === 1 ? (left + right) / 2 : left + inset + index * step),
  };
}

function lineStyle(drawn: TrendLine, data: TrendData) {
  const { theme } = data;
  if (drawn === data.whole) return { stroke: theme.ink, width: 2.5 };
  if (!drawn.highlighted) return { stroke: theme.context, width: 1 };
  const order = data.lines.filter(({ highlighted }) => highlighted).indexOf(drawn);
  const dash = DASHES[order % DASHES.length];
  return { stroke: theme.accent, width: 2, ...(dash ? { dash } : {}) };
}

/** A line in unbroken runs; a run of a single point is a dot, or it would not be seen. */
function drawLine(drawn: TrendLine, data: TrendData, frame: Frame, scale: Scale): Shape[] {
  const style = lineStyle(drawn, data);
  const starts = new Set(data.breaks.map(({ period }) => data.periods.indexOf(period)));
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
  const { theme, locale } = data;
  return scale.ticks.flatMap((tick) => [
    line(frame.left, scale.at(tick), frame.right, scale.at(tick), { stroke: theme.hair }),
    text(frame.left - 8, scale.at(tick), wholePercent(tick, locale), { ...SMALL, fill: theme.ink3, align: 'right' }),
  ]);
}

function breakLines(data: TrendData, frame: Frame): Shape[] {
  const { theme } = data;
  return data.breaks.flatMap(({ period, label: why }) => {
    const index = data.periods.indexOf(period);
    if (index < 0) return [];
    const x = index === 0 ? frame.left : (frame.x(index - 1) + frame.x(index)) / 2;
    return [
      line(x, frame.top - 8, x, frame.barsBottom, { stroke: theme.context, dash: [2, 3] }),
      text(centred(x, why, SMALL, 0, data.width), frame.top - 18, why, { ...SMALL, fill: theme.ink2, align: 'center' }),
    ];
  });
}

/** The denominator of the whole (or of the only line) as bars under the lines, first and last with their number. */
function bars(data: TrendData, frame: Frame): Shape[] {
  const { theme, locale, periods } = data;
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
  shapes.push(text(side, frame.barsBottom - 26, data.denominatorLabel, { ...SMALL, fill: theme.ink3 }));
  shapes.push(text(side, frame.barsBottom - 8, count(sizes[last] ?? 0, locale), { ...SMALL, fill: theme.ink2 }));
  shapes.push(line(frame.left, frame.barsBottom, frame.right, frame.barsBottom, { stroke: theme.context }));
  return shapes;
}

/** Names, rates and x/n at the right ends, moved apart where lines end close together. */
function endLabels(data: TrendData, ends: readonly Ending[], frame: Frame, scale: Scale): Mark[] {
  const { theme, locale } = data;
  const wanted = ends.map(({ last }) => ({ at: scale.at(rateOf(last) ?? 0), size: LABEL_HEIGHT }));
  const centres = dodge(wanted, frame.top - 12, frame.barsTop - 6);
  return ends.map(({ drawn, index, last }, i) => {
    const x = frame.right + 10;
    const y = centres[i] ?? 0;
    const fill = drawn === data.whole ? theme.ink : drawn.highlighted ? theme.accent : theme.ink2;
    const from: [number, number] = [frame.x(index), scale.at(rateOf(last) ?? 0)];
    const shapes = [
      circle(from[0], from[1], drawn === data.whole ? 4 : 3.5, {
        fill: lineStyle(drawn, data).stroke,
        stroke: theme.paper,
        width: 1.5,
      }),
      ...(index < data.periods.length - 1 || Math.abs(from[1] - y) > 12
        ? [
            polyline(
              [
                [from[0] + 5, from[1]],
                [x - 3, y - 8],
              ],
              { stroke: theme.context },
            ),
          ]
        : []),
      text(x, y - 8, label(drawn, last, data), {
        ...STRONG,
        weight: drawn.highlighted || drawn === data.whole ? 600 : 400,
        fill,
      }),
      text(x, y + 9, fractionText(last, locale), { ...SMALL, fill: theme.ink3 }),
    ];
    const tip = [drawn.label, periodName(data.periods[index] ?? '', locale), rateWithFraction(last, locale)];
    return { id: `end:${drawn.key}`, shapes, tip, picked: { row: drawn.key } };
  });
}

/** A column a period: the pointer anywhere in it reads the whole and the highlighted lines. */
function columns(data: TrendData, frame: Frame): Mark[] {
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
    picked: { column: period },
  }));
}

function describe(data: TrendData): string {
  const all = [data.whole, ...data.lines].filter((drawn) => drawn !== null);
  const each = all.map((drawn) => {
    const told = drawn.points.flatMap((point, i) =>
      point ? [`${data.periods[i] ?? ''} ${rateWithFraction(point, data.locale)}`] : [],
    );
    return `${drawn.label}: ${told.join(', ')}`;
  });
  return each.join('; ');
}

/** Lines over time: the whole thick, highlighted ones in the accent, the others grey; broken where the definition changes. */
export function trend(data: TrendData): Drawing {
  const ends = endings(data);
  const height = Math.max(300, Math.min(420, data.width * 0.52), ends.length * LABEL_HEIGHT + BARS + PERIOD_AXIS + 60);
  const frame = frameOf(data, ends, height);
  const every = [data.whole, ...data.lines].filter((drawn) => drawn !== null);
  const rates = every
    .flatMap(({ points }) => points.map((point) => (point ? rateOf(point) : null)))
    .filter((rate) => rate !== null);
  const scale = rateScale(rates, [frame.bottom, frame.top], Math.max(2, Math.floor((frame.bottom - frame.top) / 44)));
  const background = every
    .filter((drawn) => drawn !== data.whole)
    .sort((a, b) => Number(a.highlighted) - Number(b.highlighted));
  return draw({
    ...data,
    height,
    description: describe(data),
    ground: [
      ...grid(data, frame, scale),
      ...bars(data, frame),
      ...breakLines(data, frame),
      ...[...background, ...(data.whole ? [data.whole] : [])].flatMap((drawn) => drawLine(drawn, data, frame, scale)),
      ...periodAxis(data.periods, frame.x, frame.barsBottom + 2, [0, data.width], data),
    ],
    marks: [...columns(data, frame), ...endLabels(data, ends, frame, scale)],
  });
}
