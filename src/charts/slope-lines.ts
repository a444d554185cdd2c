import { dodge } from './dodge';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { textWidth, widest, wrap } from './measure';
import type { Scale } from './scale';
import { type Shape, circle, line, lines, polyline, text } from './shape';

/** Where an end of a line stands, and what it says: `81.0%  85/105`, `84.5 分`. */
export interface SlopeEnd {
  readonly value: number;
  readonly text: string;
}

/** One figure in two periods; null where it is not known. */
export interface SlopeLine {
  readonly key: string;
  readonly label: string;
  readonly previous: SlopeEnd | null;
  readonly current: SlopeEnd | null;
  readonly highlighted: boolean;
  /** The change in words, for the pointer; null where an end is not known. */
  readonly change: string | null;
}

/** Figures in two periods, joined, whatever they are. */
export interface SlopeLinesData extends Setting {
  readonly rows: readonly SlopeLine[];
  readonly previousLabel: string;
  readonly currentLabel: string;
  /** A scale that holds the values on these pixels. */
  readonly scale: (values: readonly number[], pixels: readonly [number, number]) => Scale;
}

const FIGURE = { size: 13, weight: 600 } as const;
const SMALL = { size: 12 } as const;
const LEADING = 16;
const HEAD = 28;

interface Side {
  readonly row: SlopeLine;
  readonly end: SlopeEnd;
  /** The name (right side only) and the figure, a line each. */
  readonly lines: readonly string[];
}

function sideOf(data: SlopeLinesData, which: 'previous' | 'current', room: number): Side[] {
  return data.rows.flatMap((row) => {
    const end = row[which];
    if (end === null) return [];
    const names = which === 'current' || row.current === null ? wrap(row.label, FIGURE, room) : [];
    return [{ row, end, lines: [...names, end.text] }];
  });
}

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly scale: Scale;
  readonly height: number;
}

function layoutOf(data: SlopeLinesData, before: readonly Side[], after: readonly Side[]): Layout {
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
  const values = [...before, ...after].map(({ end }) => end.value);
  return { left, right, height, scale: data.scale(values, [height - 16, HEAD + 16]) };
}

function colourOf(row: SlopeLine, { theme }: Setting): { line: string; text: string } {
  return row.highlighted ? { line: theme.signal, text: theme.signal } : { line: theme.context, text: theme.ink };
}

/** The labels of one side, moved apart, each with a thin line to its point where it had to move. */
function sideLabels(sides: readonly Side[], data: SlopeLinesData, layout: Layout, right: boolean): Shape[] {
  const { theme } = data;
  const wanted = sides.map(({ end, lines: told }) => ({
    at: layout.scale.at(end.value),
    size: told.length * LEADING + 6,
  }));
  const centres = dodge(wanted, HEAD, layout.height);
  const edge = right ? layout.right : layout.left;
  const way = right ? 1 : -1;
  return sides.flatMap(({ row, end, lines: told }, i) => {
    const y = centres[i] ?? 0;
    const from = layout.scale.at(end.value);
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

function rowMark(row: SlopeLine, data: SlopeLinesData, layout: Layout): Mark {
  const { theme, previousLabel, currentLabel } = data;
  const stroke = colourOf(row, data).line;
  const { previous, current } = row;
  const dot = (x: number, end: SlopeEnd | null): Shape[] =>
    end === null ? [] : [circle(x, layout.scale.at(end.value), 4, { fill: stroke, stroke: theme.paper, width: 1.5 })];
  const joined =
    previous === null || current === null
      ? []
      : [
          line(layout.left, layout.scale.at(previous.value), layout.right, layout.scale.at(current.value), {
            stroke,
            width: row.highlighted ? 2 : 1.5,
          }),
        ];
  const tip = [
    row.label,
    ...(previous === null ? [] : [`${previousLabel} ${previous.text}`]),
    ...(current === null ? [] : [`${currentLabel} ${current.text}`]),
    ...(row.change === null ? [] : [row.change]),
  ];
  return {
    id: row.key,
    shapes: [...joined, ...dot(layout.left, previous), ...dot(layout.right, current)],
    tip,
    picked: { row: row.key },
  };
}

/** Two periods side by side, a line a row, named at the right; highlighted ones in the colour of signals. */
export function slopeLines(data: SlopeLinesData): Drawing {
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
