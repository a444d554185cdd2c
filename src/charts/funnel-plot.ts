import { rateOf } from '../cube';
import { countText, declaredPercent } from '../domain';
import type { FunnelLimits } from '../stats';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { type KeyEntry, type KeyLine, keyLine } from './key-line';
import { type Box, placeLabels } from './label-place';
import { textWidth } from './measure';
import { centred } from './place';
import { type Counted, type RateRow, rateTip, rateWithFraction, signalWord } from './rate-row';
import { type Scale, countScale, rateScale } from './scale';
import { type Shape, circle, line, polyline, text } from './shape';
import { word } from './words';

/** Rates against the size of their denominators. Rows without a rate are left out of the plot. */
export interface FunnelPlotData extends Setting {
  readonly rows: readonly RateRow[];
  readonly whole: Counted;
  readonly wholeLabel?: string;
  /** From `funnelCurve`: limits by size, smallest first. */
  readonly limits: readonly FunnelLimits[];
  /** What the size counts, for example 实体运营单位. */
  readonly denominatorLabel: string;
}

type Known = RateRow & { readonly denominator: number };

const SMALL = { size: 12 } as const;
const NAME = { size: 12, weight: 600 } as const;
const WHOLE = { size: 12, weight: 500 } as const;
const LEFT = 44;

interface Plane {
  /** Size below which limits are not drawn: nothing is that small, and exact limits zigzag there. */
  readonly smallest: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

function planeOf(data: FunnelPlotData, rows: readonly Known[], head: number): Plane {
  const height = Math.max(280, Math.min(440, data.width * 0.56));
  const [top, bottom, right] = [head + 12, head + height - 44, data.width - 12];
  const smallest = rows.length === 0 ? 1 : Math.min(...rows.map(({ denominator }) => denominator)) * 0.6;
  const shown = data.limits.filter(({ denominator }) => denominator >= smallest);
  const rates = rows.map((row) => rateOf(row) ?? 0);
  const edges = shown.slice(0, 1).flatMap(({ outer }) => [outer.low, outer.high]);
  const sizes = rows.map(({ denominator }) => denominator * 1.06);
  return {
    smallest,
    x: countScale(sizes, [LEFT, right], Math.max(2, Math.floor((right - LEFT) / 90))),
    y: rateScale(
      [...rates, ...edges, rateOf(data.whole) ?? 0],
      [bottom, top],
      Math.max(2, Math.floor((bottom - top) / 36)),
    ),
    top,
    bottom,
    right,
  };
}

/** One limit as a line, where it lies inside the plane. */
function limitLine(
  data: FunnelPlotData,
  plane: Plane,
  pick: (limits: FunnelLimits) => number,
  dashed: boolean,
): Shape[] {
  const points = data.limits.flatMap((limits) => {
    const value = pick(limits);
    const x = plane.x.at(limits.denominator);
    const inside =
      limits.denominator >= plane.smallest && value >= plane.y.low && value <= plane.y.high && x <= plane.right;
    return inside ? [[x, plane.y.at(value)] as const] : [];
  });
  const style = { stroke: data.theme.context, width: 1.5, ...(dashed ? { dash: [5, 4] } : {}) };
  return points.length > 1 ? [polyline(points, style)] : [];
}

function keyEntries({ theme, locale }: FunnelPlotData): KeyEntry[] {
  const sample =
    (dash?: readonly number[]) =>
    (x: number, y: number): Shape[] => [
      line(x, y, x + 22, y, { stroke: theme.context, width: 1.5, ...(dash ? { dash } : {}) }),
    ];
  return [
    { label: word('limit95', locale), width: 22, glyph: sample([5, 4]) },
    { label: word('limit998', locale), width: 22, glyph: sample() },
  ];
}

/** The whole in words, standing on its line. */
const wholeText = ({ whole, wholeLabel, locale }: FunnelPlotData): string =>
  `${wholeLabel ?? word('whole', locale)} ${rateWithFraction(whole, locale)}`;

/** Where the whole's words cover no point: from the left, over the line and else under it. */
function wholeBox(data: FunnelPlotData, rows: readonly Known[], plane: Plane): Box {
  const width = textWidth(wholeText(data), WHOLE) + 8;
  const y = plane.y.at(rateOf(data.whole) ?? 0);
  const [first, last] = [LEFT + 4, Math.max(LEFT + 4, plane.right - width)];
  const steps = Array.from({ length: Math.floor((last - first) / 8) + 1 }, (_, i) => first + i * 8);
  const boxes = [y - 19, y + 2].flatMap((top) => steps.map((x): Box => ({ x, y: top, width, height: 17 })));
  const free = boxes.find((box) =>
    rows.every((row) => {
      const [px, py] = [plane.x.at(row.denominator), plane.y.at(rateOf(row) ?? 0)];
      return px < box.x - 6 || px > box.x + box.width + 6 || py < box.y - 5 || py > box.y + box.height + 5;
    }),
  );
  return free ?? { x: first, y: y - 19, width, height: 17 };
}

function frame(data: FunnelPlotData, plane: Plane, words: Box): Shape[] {
  const { theme, width } = data;
  const small = { ...SMALL, fill: theme.ink3 };
  const all = rateOf(data.whole);
  const wholeY = plane.y.at(all ?? 0);
  return [
    ...plane.y.ticks.flatMap((tick) => [
      line(LEFT, plane.y.at(tick), plane.right, plane.y.at(tick), { stroke: theme.hair }),
      text(LEFT - 8, plane.y.at(tick), declaredPercent(tick), { ...small, align: 'right' }),
    ]),
    ...plane.x.ticks.map((tick) => {
      const label = countText(tick);
      return text(centred(plane.x.at(tick), label, SMALL, 0, width), plane.bottom + 14, label, {
        ...small,
        align: 'center',
      });
    }),
    text(plane.right, plane.bottom + 32, `${data.denominatorLabel} →`, { ...small, align: 'right' }),
    ...limitLine(data, plane, ({ inner }) => inner.low, true),
    ...limitLine(data, plane, ({ inner }) => inner.high, true),
    ...limitLine(data, plane, ({ outer }) => outer.low, false),
    ...limitLine(data, plane, ({ outer }) => outer.high, false),
    ...(all === null
      ? []
      : [
          line(LEFT, wholeY, plane.right, wholeY, { stroke: theme.ink }),
          text(words.x, words.y + 9, wholeText(data), { ...WHOLE, fill: theme.ink, plate: theme.paper }),
        ]),
  ];
}

const figuresOf = (row: Known, locale: Setting['locale']): string => rateWithFraction(row, locale);

/** Name over rate and x/n for the points that differ, set where they cover nothing; those without room are named below. */
function labels(
  data: FunnelPlotData,
  rows: readonly Known[],
  plane: Plane,
  words: Box,
): { shapes: Shape[]; unnamed: Known[] } {
  const { theme, locale } = data;
  const told = rows.filter(({ signal }) => signal !== 'none');
  const at = (row: Known) => ({ x: plane.x.at(row.denominator), y: plane.y.at(rateOf(row) ?? 0) });
  const wanted = told.map((row) => ({
    ...at(row),
    width: Math.max(textWidth(row.label, NAME), textWidth(figuresOf(row, locale), SMALL)) + 4,
    height: 32,
  }));
  const bounds: Box = { x: LEFT, y: plane.top - 10, width: data.width - LEFT, height: plane.bottom - plane.top + 10 };
  const wholeY = plane.y.at(rateOf(data.whole) ?? 0);
  const places = placeLabels(wanted, rows.map(at), bounds, [
    words,
    { x: LEFT, y: wholeY - 1, width: data.width, height: 2 },
  ]);
  const shapes = places.flatMap((box, i) => {
    const row = told[i];
    if (!row || !box) return [];
    return [
      text(box.x + 2, box.y + 8, row.label, { ...NAME, fill: theme.signal, plate: theme.paper }),
      text(box.x + 2, box.y + 24, figuresOf(row, locale), { ...SMALL, fill: theme.ink2, plate: theme.paper }),
    ];
  });
  return { shapes, unnamed: told.filter((_, i) => !places[i]) };
}

/** The rows that differ but had no room for a label, as running text under the plot. */
function below(rows: readonly Known[], data: FunnelPlotData, top: number): KeyLine {
  const entries = rows.map((row) => ({
    label: `${row.label} ${figuresOf(row, data.locale)}`,
    width: 9,
    glyph: (x: number, y: number) => [circle(x + 4.5, y, 4.5, { fill: data.theme.signal })],
  }));
  return keyLine(entries, data.width, data.theme, top);
}

/** Rates against their denominators inside the limits of chance; only what lies outside is coloured and named. */
export function funnelPlot(data: FunnelPlotData): Drawing {
  const rows = data.rows.filter((row): row is Known => rateOf(row) !== null);
  const key = keyLine(keyEntries(data), data.width, data.theme);
  const plane = planeOf(data, rows, key.height);
  const marks = rows.map((row): Mark => {
    const fill = row.signal === 'none' ? data.theme.ink : data.theme.signal;
    const shapes = [
      circle(0, 0, 9, { fill: 'transparent' }),
      circle(0, 0, 4.5, { fill, stroke: data.theme.paper, width: 1 }),
    ];
    const tip = rateTip(row, data.whole, word('previous', data.locale), data.locale);
    return {
      id: row.key,
      x: plane.x.at(row.denominator),
      y: plane.y.at(rateOf(row) ?? 0),
      shapes,
      tip,
      picked: { row: row.key },
    };
  });
  const words = wholeBox(data, rows, plane);
  const named = labels(data, rows, plane, words);
  const foot = below(named.unnamed, data, plane.bottom + 48);
  const told = rows.map((row) =>
    [row.label, rateWithFraction(row, data.locale), signalWord(row.signal, data.locale)].filter(Boolean).join(' '),
  );
  return draw({
    ...data,
    height: plane.bottom + 44 + (foot.height > 0 ? foot.height + 8 : 0),
    description: told.join('; '),
    ground: [...key.shapes, ...frame(data, plane, words), ...named.shapes, ...foot.shapes],
    marks,
  });
}
