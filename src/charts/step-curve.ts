import { countText, declaredPercent, percentText } from '../domain';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { type KeyEntry, keyLine } from './key-line';
import { textWidth, widest } from './measure';
import { type Scale, countScale } from './scale';
import { type Shape, circle, hoverArea, line, polyline, text } from './shape';

/** A survival curve: the share left falls at each step and stays until the next. */
export interface StepLine {
  readonly key: string;
  readonly label: string;
  readonly highlighted: boolean;
  readonly steps: readonly { readonly time: number; readonly survival: number }[];
  /** How long the longest was watched: the curve says nothing beyond. */
  readonly longest: number;
}

/** Shares still open over time, with the median of the whole marked and how many are still watched underneath. */
export interface StepCurveData extends Setting {
  readonly whole: StepLine;
  readonly lines: readonly StepLine[];
  /** Time by which half of the whole have ended, and how it is said; null when the curve never comes down to ½. */
  readonly median: { readonly time: number; readonly label: string } | null;
  /** How many of the whole are still watched and open at a time. */
  readonly atRisk: (time: number) => number;
  /** What the times are counted in, for example 天. */
  readonly unit: string;
  /** What the share is of, for example 尚未完成. */
  readonly shareLabel: string;
  readonly atRiskLabel: string;
}

const SMALL = { size: 12 } as const;
const STRONG = { size: 13, weight: 600 } as const;
const DASHES = [undefined, [6, 3], [2, 3]] as const;
const LEFT = 44;
/** The whole is drawn while at least so many are still watched (what fewer say is chance) and so much of it is left. */
const FEW = 5;
const TAIL = 0.05;
/** How many places along the axis answer the pointer. */
const SLICES = 48;
const STEPS = [5, 10, 15, 30, 60, 90, 180, 360, 720];

/** The last time worth drawing and the distance of its ticks, in whole steps. */
function spanOf({ whole, lines, atRisk }: StepCurveData, most: number): { end: number; step: number } {
  const enough = Math.min(FEW, atRisk(0));
  const watched = whole.steps.findLast(({ time }) => atRisk(time) >= enough)?.time ?? whole.longest;
  const shown = Math.min(watched, whole.steps.find(({ survival }) => survival <= TAIL)?.time ?? watched);
  const slow = lines.filter(({ highlighted }) => highlighted).map(({ longest }) => Math.min(longest, shown * 1.5));
  const longest = Math.max(1, shown, ...slow);
  const step = STEPS.find((size) => longest / size <= most) ?? 720;
  return { end: Math.ceil(longest / step) * step, step };
}

/** The share left right after a time; 1 before the first step, null beyond what was watched. */
function leftAt({ steps, longest }: StepLine, time: number): number | null {
  return time > longest ? null : (steps.findLast((step) => step.time <= time)?.survival ?? 1);
}

function styleOf(drawn: StepLine, data: StepCurveData) {
  const { theme } = data;
  if (drawn === data.whole) return { stroke: theme.ink, width: 2.5 };
  if (!drawn.highlighted) return { stroke: theme.context, width: 1 };
  const dash = DASHES[data.lines.filter(({ highlighted }) => highlighted).indexOf(drawn) % DASHES.length];
  return { stroke: theme.signal, width: 2, ...(dash ? { dash } : {}) };
}

function curve(drawn: StepLine, data: StepCurveData, x: Scale, y: Scale): Shape {
  const end = Math.min(drawn.longest, x.high);
  const points: [number, number][] = [[x.at(0), y.at(1)]];
  let left = 1;
  for (const { time, survival } of drawn.steps) {
    if (time > end) break;
    points.push([x.at(time), y.at(left)], [x.at(time), y.at(survival)]);
    left = survival;
  }
  points.push([x.at(end), y.at(left)]);
  return polyline(points, styleOf(drawn, data));
}

function grid(data: StepCurveData, x: Scale, y: Scale, ticks: readonly number[]): Shape[] {
  const { theme, unit } = data;
  const label = { ...SMALL, fill: theme.ink3 };
  const bottom = y.at(0);
  return [
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      line(LEFT, y.at(share), x.at(x.high), y.at(share), { stroke: share === 0 ? theme.context : theme.hair }),
      text(LEFT - 8, y.at(share), declaredPercent(share), { ...label, align: 'right' }),
    ]),
    ...ticks.flatMap((tick) => [
      line(x.at(tick), bottom, x.at(tick), bottom + 4, { stroke: theme.context }),
      text(x.at(tick), bottom + 14, tick === x.high ? `${countText(tick)} ${unit}` : countText(tick), {
        ...label,
        align: 'center',
      }),
    ]),
  ];
}

/** Half of the whole: across to the curve, down to the days, and the number beside the point. */
function medianMark(data: StepCurveData, x: Scale, y: Scale): Shape[] {
  const { median, theme } = data;
  if (median === null || median.time > x.high) return [];
  const [at, half] = [x.at(median.time), y.at(0.5)];
  const right = at + 12 + textWidth(median.label, STRONG) <= data.width;
  return [
    polyline(
      [
        [LEFT, half],
        [at, half],
        [at, y.at(0)],
      ],
      { stroke: theme.ink2, dash: [3, 3] },
    ),
    circle(at, half, 4.5, { fill: theme.ink, stroke: theme.paper, width: 1.5 }),
    text(right ? at + 12 : at - 12, half - 14, median.label, {
      ...STRONG,
      fill: theme.ink,
      align: right ? 'left' : 'right',
      plate: theme.paper,
    }),
  ];
}

/** The pointer anywhere in a slice of time reads the whole and the highlighted lines. */
function slices(data: StepCurveData, x: Scale, y: Scale): Mark[] {
  const { theme, whole, lines, unit, shareLabel } = data;
  const size = Math.max(1, Math.round(x.high / SLICES));
  const told = [whole, ...lines.filter(({ highlighted }) => highlighted)];
  const width = x.at(size) - x.at(0);
  return Array.from({ length: Math.floor(x.high / size) + 1 }, (_, at) => at * size).map((time, nth) => ({
    id: `slice:${nth}`,
    x: x.at(time),
    shapes: [
      hoverArea(-width / 2, y.at(1), width, y.at(0) - y.at(1), 'transparent'),
      line(0, y.at(1), 0, y.at(0), { stroke: theme.ink3, shown: 'hover' }),
    ],
    tip: [
      `${countText(time)} ${unit}`,
      ...told.flatMap((drawn) => {
        const left = leftAt(drawn, time);
        return left === null ? [] : [`${drawn.label} ${shareLabel} ${percentText(left)}`];
      }),
    ],
  }));
}

/** Falling steps: the whole thick, highlighted lines in the colour of signals, the others grey; the median read off; numbers still watched below. */
export function stepCurve(data: StepCurveData): Drawing {
  const { width, theme, whole, lines } = data;
  const named = [whole, ...lines.filter(({ highlighted }) => highlighted)];
  const key = keyLine(
    named.map((drawn): KeyEntry => ({
      label: drawn.label,
      width: 20,
      glyph: (x, y) => [line(x, y, x + 20, y, styleOf(drawn, data))],
    })),
    width,
    theme,
  );
  const risk = Math.ceil(widest([countText(data.atRisk(0))], SMALL)) + 10;
  const { end, step } = spanOf(data, Math.max(2, Math.floor((width - LEFT) / Math.max(52, risk))));
  const right = width - Math.max(risk, widest([`${countText(end)} ${data.unit}`], SMALL)) / 2 - 2;
  const top = key.height + 34;
  const bottom = top + Math.max(190, Math.min(280, width * 0.42));
  const x = countScale([end], [LEFT, right], 4);
  const y = countScale([1], [bottom, top], 4);
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step);
  const riskY = bottom + 60;
  const small = { ...SMALL, fill: theme.ink3 };
  const background = [...lines].sort((a, b) => Number(a.highlighted) - Number(b.highlighted));
  const medianText = data.median === null ? '' : `; ${data.median.label}`;
  return draw({
    ...data,
    height: riskY + 14,
    description: `${named.map((drawn) => `${drawn.label}: ${ticks.map((tick) => `${tick} ${data.unit} ${leftAt(drawn, tick) === null ? '–' : percentText(leftAt(drawn, tick) ?? 0)}`).join(', ')}`).join('; ')}${medianText}`,
    ground: [
      ...key.shapes,
      text(0, key.height + 14, data.shareLabel, small),
      ...grid(data, x, y, ticks),
      ...[...background, whole].map((drawn) => curve(drawn, data, x, y)),
      text(0, bottom + 41, data.atRiskLabel, small),
      ...ticks.map((tick) =>
        text(x.at(tick), riskY, countText(data.atRisk(tick)), { ...SMALL, fill: theme.ink2, align: 'center' }),
      ),
    ],
    marks: slices(data, x, y),
    cover: medianMark(data, x, y),
  });
}
