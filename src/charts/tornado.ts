import { countText } from '../domain';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { type KeyEntry, keyLine } from './key-line';
import { widest } from './measure';
import { type NameGutter, NAME_LEADING, nameGutter, rowHeight } from './name-gutter';
import { type Scale, countScale } from './scale';
import { type Shape, hoverArea, line, lines, rect, text } from './shape';

/** One thing that is moved both ways, and how many change with it; null where it cannot be moved that way. */
export interface TornadoRow {
  readonly key: string;
  readonly label: string;
  readonly less: number | null;
  readonly more: number | null;
  /** What the pointer is told besides, a line each. */
  readonly tip?: readonly string[];
}

/** How much follows from moving each thing a little, the strongest first. */
export interface TornadoData extends Setting {
  readonly rows: readonly TornadoRow[];
  readonly lessLabel: string;
  readonly moreLabel: string;
  /** Stands where a thing cannot be moved that way, for example 不可行. */
  readonly noneLabel: string;
}

const SMALL = { size: 12 } as const;
const BAR = 14;
const ROW = 28;

const sideText = (value: number | null, { noneLabel }: TornadoData): string =>
  value === null ? noneLabel : countText(value);

const tipOf = (row: TornadoRow, data: TornadoData): string[] => [
  row.label,
  `${data.lessLabel} ${sideText(row.less, data)}`,
  `${data.moreLabel} ${sideText(row.more, data)}`,
  ...(row.tip ?? []),
];

function rowMark(row: TornadoRow, index: number, y: number, data: TornadoData, gutter: NameGutter, scale: Scale): Mark {
  const { theme } = data;
  const { height, nameY, markY } = rowHeight(gutter, index, ROW);
  const zero = scale.at(0);
  const style = (value: number | null) => ({ ...SMALL, fill: value === null ? theme.ink3 : theme.ink });
  const left = scale.at(-(row.less ?? 0));
  const right = scale.at(row.more ?? 0);
  const shapes: Shape[] = [
    hoverArea(-8, 0, data.width + 16, height, theme.wash),
    ...lines(0, nameY, gutter.lines[index] ?? [], NAME_LEADING, { size: 13, fill: theme.ink }),
    rect(left, markY - BAR / 2, zero - left, BAR, { fill: theme.none }),
    rect(zero, markY - BAR / 2, right - zero, BAR, { fill: theme.ink3 }),
    text(left - 8, markY, sideText(row.less, data), { ...style(row.less), align: 'right' }),
    text(right + 8, markY, sideText(row.more, data), style(row.more)),
  ];
  return { id: row.key, y, shapes, tip: tipOf(row, data) };
}

/** How many change when each thing is moved down (to the left) and up (to the right), in the order given. */
export function tornado(data: TornadoData): Drawing {
  const { rows, width, theme } = data;
  const swatch =
    (fill: string): KeyEntry['glyph'] =>
    (x, y) => [rect(x, y - 5, 10, 10, { fill })];
  const key = keyLine(
    [
      { label: data.lessLabel, width: 10, glyph: swatch(theme.none) },
      { label: data.moreLabel, width: 10, glyph: swatch(theme.ink3) },
    ],
    width,
    theme,
  );
  const side =
    widest(
      rows.flatMap(({ less, more }) => [sideText(less, data), sideText(more, data)]),
      SMALL,
    ) + 12;
  const gutter = nameGutter(
    rows.map(({ label }) => label),
    width,
    2 * side,
    120,
  );
  // Both sides have the same scale, so that bars can be compared across the middle.
  const most = Math.max(1, ...rows.flatMap(({ less, more }) => [less ?? 0, more ?? 0]));
  const scale = countScale([most, -most], [gutter.width + side, width - side], 2);
  let y = key.height + 10;
  const marks: Mark[] = [];
  const base: Shape[] = [];
  rows.forEach((row, index) => {
    marks.push(rowMark(row, index, y, data, gutter, scale));
    const { height, markY } = rowHeight(gutter, index, ROW);
    const reach = gutter.above ? BAR / 2 + 3 : height / 2;
    base.push(line(scale.at(0), y + markY - reach, scale.at(0), y + markY + reach, { stroke: theme.ink }));
    y += height;
  });
  const description = rows.map((row) => tipOf(row, data).join(' ')).join('; ');
  return draw({ ...data, height: y + 4, description, ground: key.shapes, marks, cover: base });
}
