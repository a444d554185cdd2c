import { countText } from '../domain';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { inkOn } from './contrast';
import { type KeyEntry, keyLine } from './key-line';
import { textWidth, widest } from './measure';
import { type NameGutter, NAME_LEADING, nameGutter, rowHeight } from './name-gutter';
import { type Scale, countScale } from './scale';
import { type Shape, hoverArea, line, lines, rect, text } from './shape';
import { word } from './words';

/** A part every bar is divided into, in order of the scale. */
export interface CountPart {
  readonly key: string;
  readonly label: string;
  /** A part that is not on the scale, such as what has not come yet: it has a quiet fill of its own and stands last. */
  readonly none?: boolean;
}

/** One bar: how many of each part, in the order of the parts; null where nothing was reported. */
export interface StackedCountRow {
  readonly key: string;
  readonly label: string;
  readonly counts: readonly number[] | null;
}

/** Counts by part, side by side, in the order given. */
export interface StackedCountData extends Setting {
  readonly rows: readonly StackedCountRow[];
  /** From the lightest to the darkest. */
  readonly parts: readonly CountPart[];
}

const TOTAL = { size: 13, weight: 500 } as const;
const PART = { size: 12, weight: 500 } as const;
const BAR = 20;
/** One or two things must not fill the picture. */
const LEAST_SPAN = 5;
const ROW = 32;

const totalOf = ({ counts }: StackedCountRow): number | null => counts && counts.reduce((sum, value) => sum + value, 0);

function totalText(row: StackedCountRow, { locale }: Setting): string {
  const total = totalOf(row);
  return total === null ? word('noData', locale) : countText(total);
}

/** The sequential scale spread over the parts, the last one darkest. */
function fillsOf({ parts, theme }: StackedCountData): string[] {
  const most = theme.amount.length - 1;
  const filled = parts.filter(({ none }) => !none).length;
  return parts.map(({ none }, at) => {
    if (none) return theme.none;
    const step = filled < 2 ? most : Math.round(1 + (at * (most - 1)) / (filled - 1));
    return theme.amount[step] ?? theme.context;
  });
}

/** What stands where: names, bars, the fills of the parts. */
interface Layout {
  readonly gutter: NameGutter;
  readonly scale: Scale;
  readonly fills: readonly string[];
}

function segmentMarks(row: StackedCountRow, y: number, middle: number, data: StackedCountData, layout: Layout): Mark[] {
  const { theme } = data;
  const { scale, fills } = layout;
  let before = 0;
  return data.parts.flatMap((part, at) => {
    const value = row.counts?.[at] ?? 0;
    if (value === 0) return [];
    const [from, to] = [scale.at(before), scale.at(before + value)];
    before += value;
    const fill = fills[at] ?? theme.context;
    const width = Math.max(1, to - from - 1);
    const shown = countText(value);
    const shapes: Shape[] = [
      rect(from, middle - BAR / 2, width, BAR, { fill }),
      ...(textWidth(shown, PART) + 6 <= width
        ? [text(from + width / 2, middle, shown, { ...PART, fill: inkOn(fill, theme), align: 'center' })]
        : []),
      rect(from, middle - BAR / 2, width, BAR, { fill: 'transparent', stroke: theme.ink, width: 1.5, shown: 'hover' }),
    ];
    const tip = [row.label, `${part.label} ${shown}`];
    return [{ id: `${row.key}/${part.key}`, y, shapes, tip, picked: { row: row.key, column: part.key } }];
  });
}

function rowMark(row: StackedCountRow, index: number, y: number, data: StackedCountData, layout: Layout): Mark {
  const { theme } = data;
  const { gutter, scale } = layout;
  const place = rowHeight(gutter, index, ROW);
  const total = totalOf(row);
  const shapes: Shape[] = [
    hoverArea(-8, 0, data.width + 16, place.height, theme.wash),
    ...lines(0, place.nameY, gutter.lines[index] ?? [], NAME_LEADING, { size: 13, fill: theme.ink }),
    text(scale.at(total ?? 0) + 8, place.markY, totalText(row, data), {
      ...TOTAL,
      fill: total === null ? theme.ink3 : theme.ink,
    }),
  ];
  const told = data.parts.map((part, at) => `${part.label} ${countText(row.counts?.[at] ?? 0)}`);
  return {
    id: row.key,
    y,
    shapes,
    tip: [row.label, totalText(row, data), ...(total ? told : [])],
    picked: { row: row.key },
  };
}

/** Horizontal bars from zero, divided into parts of growing darkness, the count in each that has room and the total at the end. */
export function stackedCount(data: StackedCountData): Drawing {
  const { rows, width, theme } = data;
  const fills = fillsOf(data);
  const totals =
    widest(
      rows.map((row) => totalText(row, data)),
      TOTAL,
    ) + 10;
  const gutter = nameGutter(
    rows.map(({ label }) => label),
    width,
    totals,
    140,
  );
  const scale = countScale([LEAST_SPAN, ...rows.map((row) => totalOf(row) ?? 0)], [gutter.width, width - totals], 4);
  const layout = { gutter, scale, fills };
  const key = keyLine(
    data.parts.map(({ label }, at): KeyEntry => ({
      label,
      width: 10,
      glyph: (x, y) => [rect(x, y - 5, 10, 10, { fill: fills[at] ?? theme.context })],
    })),
    width,
    theme,
  );
  let y = key.height + 10;
  const marks: Mark[] = [];
  const base: Shape[] = [];
  rows.forEach((row, index) => {
    const { height, markY } = rowHeight(gutter, index, ROW);
    marks.push(rowMark(row, index, y, data, layout), ...segmentMarks(row, y, markY, data, layout));
    const reach = gutter.above ? BAR / 2 + 2 : height / 2;
    base.push(line(scale.at(0), y + markY - reach, scale.at(0), y + markY + reach, { stroke: theme.ink }));
    y += height;
  });
  const description = rows
    .map((row) => {
      const told = data.parts.map((part, at) => `${part.label} ${countText(row.counts?.[at] ?? 0)}`);
      return `${row.label} ${totalText(row, data)}${row.counts ? ` (${told.join(', ')})` : ''}`;
    })
    .join('; ');
  return draw({ ...data, height: y + 4, description, ground: key.shapes, marks, cover: base });
}
