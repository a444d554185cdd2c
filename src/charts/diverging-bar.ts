import { countText, signedCount } from '../domain';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { type KeyEntry, keyLine } from './key-line';
import { widest } from './measure';
import { type NameGutter, NAME_LEADING, nameGutter, rowHeight } from './name-gutter';
import { type Scale, countScale } from './scale';
import { type Shape, circle, hoverArea, line, lines, rect, text } from './shape';
import type { Theme } from './theme';
import { word } from './words';

/** What came and what went. */
export interface NetRow {
  readonly key: string;
  readonly label: string;
  /** Null where nothing was reported. */
  readonly founded: number | null;
  readonly dissolved: number | null;
}

/** Founded against dissolved, in the order given: by zone or by period. */
export interface DivergingBarData extends Setting {
  readonly rows: readonly NetRow[];
}

const SMALL = { size: 12 } as const;
const NET = { size: 13, weight: 600 } as const;
const BAR = 14;
const ROW = 28;

const netOf = ({ founded, dissolved }: NetRow): number | null =>
  founded === null && dissolved === null ? null : (founded ?? 0) - (dissolved ?? 0);

const netText = (row: NetRow, { locale }: Setting): string => {
  const net = netOf(row);
  return net === null ? word('noData', locale) : signedCount(net);
};

const inStyle = (theme: Theme) => ({ fill: theme.ink3 });
const outStyle = (theme: Theme) => ({ fill: theme.none });

function keyEntries({ theme, locale }: DivergingBarData): KeyEntry[] {
  const swatch =
    (style: { fill: string }) =>
    (x: number, y: number): Shape[] => [rect(x, y - 5, 10, 10, style)];
  return [
    { label: word('dissolved', locale), width: 10, glyph: swatch(outStyle(theme)) },
    { label: word('founded', locale), width: 10, glyph: swatch(inStyle(theme)) },
    { label: word('net', locale), width: 10, glyph: (x, y) => [circle(x + 5, y, 4.5, { fill: theme.ink })] },
  ];
}

function tipOf(row: NetRow, setting: Setting): string[] {
  const { locale } = setting;
  const known = (value: number | null): string => (value === null ? word('noData', locale) : countText(value));
  return [
    row.label,
    `${word('founded', locale)} ${known(row.founded)}`,
    `${word('dissolved', locale)} ${known(row.dissolved)}`,
    `${word('net', locale)} ${netText(row, setting)}`,
  ];
}

function rowMark(
  row: NetRow,
  index: number,
  y: number,
  data: DivergingBarData,
  gutter: NameGutter,
  scale: Scale,
): Mark {
  const { theme } = data;
  const { height, nameY, markY } = rowHeight(gutter, index, ROW);
  const net = netOf(row);
  const zero = scale.at(0);
  const small = { ...SMALL, fill: theme.ink2 };
  const shapes: Shape[] = [
    hoverArea(-8, 0, data.width + 16, height, theme.wash),
    ...lines(0, nameY, gutter.lines[index] ?? [], NAME_LEADING, { size: 13, fill: theme.ink }),
    text(data.width, gutter.above ? nameY : markY, netText(row, data), {
      ...NET,
      weight: net === null ? 400 : 600,
      fill: net === null ? theme.ink3 : theme.ink,
      align: 'right',
    }),
  ];
  if (row.founded) {
    const end = scale.at(row.founded);
    shapes.push(
      rect(zero, markY - BAR / 2, end - zero, BAR, inStyle(theme)),
      text(end + 9, markY, countText(row.founded), small),
    );
  }
  if (row.dissolved) {
    const end = scale.at(-row.dissolved);
    shapes.push(rect(end, markY - BAR / 2, zero - end, BAR, outStyle(theme)));
    shapes.push(text(end - 9, markY, countText(row.dissolved), { ...small, align: 'right' }));
  }
  if (net !== null)
    shapes.push(circle(scale.at(net), markY, 4.5, { fill: theme.ink, stroke: theme.paper, width: 1.5 }));
  return { id: row.key, y, shapes, tip: tipOf(row, data), picked: { row: row.key } };
}

/** Founded to the right, dissolved to the left, the net as a dot and as a number. */
export function divergingBar(data: DivergingBarData): Drawing {
  const { rows, width, theme, locale } = data;
  const key = keyLine(keyEntries(data), width, theme);
  const nets = widest([...rows.map((row) => netText(row, data)), word('net', locale)], NET) + 12;
  const ins =
    widest(
      rows.map(({ founded }) => countText(founded ?? 0)),
      SMALL,
    ) + 10;
  const outs =
    widest(
      rows.map(({ dissolved }) => countText(dissolved ?? 0)),
      SMALL,
    ) + 10;
  const gutter = nameGutter(
    rows.map(({ label }) => label),
    width,
    nets + ins + outs,
    120,
  );
  const right = width - (gutter.above ? 0 : nets) - ins;
  const values = rows.flatMap(({ founded, dissolved }) => [founded ?? 0, -(dissolved ?? 0)]);
  const scale = countScale(values, [gutter.width + outs, right], 4);
  const head = key.height + 22;
  let y = head;
  const marks: Mark[] = [];
  const base: Shape[] = [];
  rows.forEach((row, index) => {
    marks.push(rowMark(row, index, y, data, gutter, scale));
    const { height, markY } = rowHeight(gutter, index, ROW);
    const reach = gutter.above ? BAR / 2 + 3 : height / 2;
    base.push(line(scale.at(0), y + markY - reach, scale.at(0), y + markY + reach, { stroke: theme.ink }));
    y += height;
  });
  const title = word('net', locale);
  const ground = [...key.shapes, text(width, key.height + 8, title, { ...SMALL, fill: theme.ink3, align: 'right' })];
  const description = rows.map((row) => tipOf(row, data).join(' ')).join('; ');
  return draw({ ...data, height: y + 4, description, ground, marks, cover: base });
}
