import { rateOf } from '../cube';
import { dodge } from './dodge';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { points } from './format';
import { textWidth, widest, wrap } from './measure';
import { type Counted, rateWithFraction } from './rate-row';
import { type Scale, atLeast, rateScale } from './scale';
import { type Shape, circle, line, lines, polyline, text } from './shape';

/** One rate in two periods; null where it is not known. */
export interface SlopeRow {
  readonly key: string;
  readonly label: string;
  readonly previous: Counted | null;
  readonly current: Counted | null;
  readonly highlighted: boolean;
}

/** Rates in two periods, joined. */
export interface SlopeData extends Setting {
  readonly rows: readonly SlopeRow[];
  readonly previousLabel: string;
  readonly currentLabel: string;
}

const FIGURE = { size: 13, weight: 600 } as const;
const SMALL = { size: 12 } as const;
const LEADING = 16;
const HEAD = 28;

interface Side {
  readonly row: SlopeRow;
  readonly counted: Counted;
  /** The name (right side only), the rate, the x/n, a line each. */
  readonly lines: readonly string[];
}

const known = (counted: Counted | null): counted is Counted => counted !== null && rateOf(counted) !== null;

function sideOf(data: SlopeData, which: 'previous' | 'current', room: number): Side[] {
  return data.rows.flatMap((row) => {
    const counted = row[which];
    if (!known(counted)) return [];
    const names = which === 'current' || !known(row.current) ? wrap(row.label, FIGURE, room) : [];
    return [{ row, counted, lines: [...names, rateWithFraction(counted, data.locale)] }];
  });
}

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly scale: Scale;
  readonly height: number;
}

function layoutOf(data: SlopeData, before: readonly Side[], after: readonly Side[]): Layout {
  const tall = (sides: readonly Side[]): number =>
    sides.reduce((sum, side) => sum + side.lines.length * LEADING + 6, 0);
  const height = HEAD + Math.max(240, Math.min(380, data.width * 0.5), tall(before) + 8, tall(after) + 8);
  const width = (sides: readonly Side[]): number =>
    widest(
      sides.flatMap(({ lines: told }) => told),
      FIGURE,
    );
  const left = Math.max(width(before), textWidth(data.previousLabel, SMALL)) + 18;
  const right = data.width - Math.max(width(after), textWidth(data.currentLabel, SMALL)) - 18;
  const rates = [...before, ...after].map(({ counted }) => rateOf(counted) ?? 0);
  return { left, right, height, scale: rateScale(atLeast(rates, 0.1), [height - 16, HEAD + 16], 6) };
}

function colourOf(row: SlopeRow, { theme }: Setting): { line: string; text: string } {
  return row.highlighted ? { line: theme.accent, text: theme.accent } : { line: theme.context, text: theme.ink };
}

/** The labels of one side, moved apart, each with a thin line to its point where it had to move. */
function sideLabels(sides: readonly Side[], data: SlopeData, layout: Layout, right: boolean): Shape[] {
  const { theme } = data;
  const wanted = sides.map(({ counted, lines: told }) => ({
    at: layout.scale.at(rateOf(counted) ?? 0),
    size: told.length * LEADING + 6,
  }));
  const centres = dodge(wanted, HEAD, layout.height);
  const edge = right ? layout.right : layout.left;
  const way = right ? 1 : -1;
  return sides.flatMap(({ row, counted, lines: told }, i) => {
    const y = centres[i] ?? 0;
    const from = layout.scale.at(rateOf(counted) ?? 0);
    const align = right ? ('left' as const) : ('right' as const);
    const names = told.slice(0, -1);
    const top = y - ((told.length - 1) * LEADING) / 2;
    const figures = { size: 12, fill: names.length === 0 ? colourOf(row, data).text : theme.ink2, align };
    return [
      ...(Math.abs(from - y) > 4
        ? [
            polyline(
              [
                [edge + way * 5, from],
                [edge + way * 14, y],
              ],
              { stroke: theme.context },
            ),
          ]
        : []),
      ...lines(edge + way * 18, top + ((names.length - 1) * LEADING) / 2, names, LEADING, {
        size: 13,
        weight: row.highlighted ? 600 : 400,
        fill: colourOf(row, data).text,
        align,
      }),
      text(edge + way * 18, top + names.length * LEADING, told.at(-1) ?? '', figures),
    ];
  });
}

function rowMark(row: SlopeRow, data: SlopeData, layout: Layout): Mark {
  const { theme, locale, previousLabel, currentLabel } = data;
  const stroke = colourOf(row, data).line;
  const before = known(row.previous) ? (rateOf(row.previous) ?? null) : null;
  const after = known(row.current) ? (rateOf(row.current) ?? null) : null;
  const dot = (x: number, rate: number | null): Shape[] =>
    rate === null ? [] : [circle(x, layout.scale.at(rate), 4, { fill: stroke, stroke: theme.paper, width: 1.5 })];
  const joined =
    before === null || after === null
      ? []
      : [
          line(layout.left, layout.scale.at(before), layout.right, layout.scale.at(after), {
            stroke,
            width: row.highlighted ? 2 : 1.5,
          }),
        ];
  const tip = [
    row.label,
    ...(known(row.previous) ? [`${previousLabel} ${rateWithFraction(row.previous, locale)}`] : []),
    ...(known(row.current) ? [`${currentLabel} ${rateWithFraction(row.current, locale)}`] : []),
    ...(before === null || after === null ? [] : [points(after - before, locale)]),
  ];
  return {
    id: row.key,
    shapes: [...joined, ...dot(layout.left, before), ...dot(layout.right, after)],
    tip,
    picked: { row: row.key },
  };
}

/** Two periods side by side, a line a row, named at the right; highlighted ones in the accent. */
export function slope(data: SlopeData): Drawing {
  const room = data.width * 0.32;
  const before = sideOf(data, 'previous', room);
  const after = sideOf(data, 'current', room);
  const layout = layoutOf(data, before, after);
  const { theme } = data;
  const head = { ...SMALL, fill: theme.ink2 };
  const ordered = [...data.rows].sort((a, b) => Number(a.highlighted) - Number(b.highlighted));
  return draw({
    ...data,
    height: layout.height + 4,
    description: data.rows.map((row) => rowMark(row, data, layout).tip?.join(' ') ?? '').join('; '),
    ground: [
      text(layout.left, 10, data.previousLabel, { ...head, align: 'right' }),
      text(layout.right, 10, data.currentLabel, head),
      line(layout.left, HEAD - 4, layout.left, layout.height, { stroke: theme.hair }),
      line(layout.right, HEAD - 4, layout.right, layout.height, { stroke: theme.hair }),
      ...sideLabels(before, data, layout, false),
      ...sideLabels(after, data, layout, true),
    ],
    marks: ordered.map((row) => rowMark(row, data, layout)),
  });
}
