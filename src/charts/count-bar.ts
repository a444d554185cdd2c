import { countText } from '../domain';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { widest } from './measure';
import { type NameGutter, NAME_LEADING, nameGutter, rowHeight } from './name-gutter';
import { type Scale, countScale } from './scale';
import { type Shape, hoverArea, line, lines, rect, text } from './shape';
import { word } from './words';

/** One count: how many of something a zone has. */
export interface CountRow {
  readonly key: string;
  readonly label: string;
  /** Null where nothing was reported. */
  readonly value: number | null;
  /** `≥` or `≈` for a count that is only known so. */
  readonly bound?: '=' | '≥' | '≈';
  readonly highlighted?: boolean;
}

/** Counts side by side. */
export interface CountBarData extends Setting {
  readonly rows: readonly CountRow[];
  /** `value` (default): largest first. `given`: as they come. Unknown counts are last either way. */
  readonly sort?: 'value' | 'given';
}

const VALUE = { size: 13, weight: 500 } as const;
const BAR = 16;
const ROW = 28;

function valueText({ value, bound = '=' }: CountRow, { locale }: Setting): string {
  if (value === null) return word('noData', locale);
  return `${bound === '=' ? '' : bound}${countText(value)}`;
}

function ordered({ rows, sort = 'value' }: CountBarData): CountRow[] {
  if (sort === 'given') return [...rows];
  return [...rows].sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return b.value - a.value;
  });
}

function rowMark(row: CountRow, index: number, y: number, data: CountBarData, gutter: NameGutter, scale: Scale): Mark {
  const { theme } = data;
  const place = rowHeight(gutter, index, ROW);
  const fill = row.highlighted ? theme.signal : theme.context;
  const end = row.value === null ? scale.at(0) : scale.at(row.value);
  const style = { ...VALUE, fill: row.value === null ? theme.ink3 : row.highlighted ? theme.signal : theme.ink };
  const shapes: Shape[] = [
    hoverArea(-8, 0, data.width + 16, place.height, theme.wash),
    ...lines(0, place.nameY, gutter.lines[index] ?? [], NAME_LEADING, {
      size: 13,
      weight: row.highlighted ? 600 : 400,
      fill: row.highlighted ? theme.signal : theme.ink,
    }),
    ...(row.value === null ? [] : [rect(scale.at(0), place.markY - BAR / 2, end - scale.at(0), BAR, { fill })]),
    text(end + 8, place.markY, valueText(row, data), style),
  ];
  return {
    id: row.key,
    y,
    shapes,
    tip: [row.label, valueText(row, data)],
    ...(row.value !== null && { picked: { row: row.key } }),
  };
}

/** Horizontal bars from zero, each with its number at its end. */
export function countBar(data: CountBarData): Drawing {
  const rows = ordered(data);
  const values =
    widest(
      rows.map((row) => valueText(row, data)),
      VALUE,
    ) + 10;
  const gutter = nameGutter(
    rows.map(({ label }) => label),
    data.width,
    values,
    120,
  );
  const known = rows.map(({ value }) => value ?? 0);
  const scale = countScale(known, [gutter.width, data.width - values], 4);
  let y = 4;
  const marks: Mark[] = [];
  const base: Shape[] = [];
  rows.forEach((row, index) => {
    marks.push(rowMark(row, index, y, data, gutter, scale));
    const { height, markY } = rowHeight(gutter, index, ROW);
    const reach = gutter.above ? BAR / 2 + 2 : height / 2;
    base.push(line(scale.at(0), y + markY - reach, scale.at(0), y + markY + reach, { stroke: data.theme.ink }));
    y += height;
  });
  const description = rows.map((row) => `${row.label} ${valueText(row, data)}`).join('; ');
  return draw({ ...data, height: y + 4, description, ground: [], marks, cover: base });
}
