import { countText, declaredPercent, percentText, wholeShareText, fractionText } from '../domain';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { inkOn } from './contrast';
import { type KeyEntry, type KeyLine, keyLine } from './key-line';
import { textWidth, widest, wrap } from './measure';
import { centred } from './place';
import { type Shape, hoverArea, line, lines, rect, text } from './shape';
import { word } from './words';

/** One level of a distribution. `none` marks the level for nothing: no star, not rated. */
export interface ShareLevel {
  readonly key: string;
  readonly label: string;
  readonly none?: boolean;
}

/** One bar: how many in each level, in the order of the levels. */
export interface ShareRow {
  readonly key: string;
  readonly label: string;
  readonly counts: readonly number[];
}

/** Compositions side by side as 100 % bars. */
export interface StackedShareData extends Setting {
  readonly rows: readonly ShareRow[];
  /** From the best to the lowest: the order of the segments. */
  readonly levels: readonly ShareLevel[];
  /** What the number at the right counts, for example 参评. */
  readonly totalLabel: string;
  /** The largest share the first level may have under its scheme, 0…1; null for none. */
  readonly cap?: number | null;
}

interface Layout {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly totalY: number;
  readonly key: KeyLine;
  readonly above: boolean;
  readonly gutter: number;
}

const NAME = { size: 13 } as const;
const SMALL = { size: 12 } as const;
const COUNT = { size: 12, weight: 600 } as const;
const SHARE = { size: 11 } as const;
const BAR = 24;
const GAP = 16;

const totalOf = ({ counts }: ShareRow): number => counts.reduce((sum, value) => sum + value, 0);

/** The sequential scale spread over the levels, best darkest; `none` has its own quiet fill. */
function fillsOf({ levels, theme }: StackedShareData): string[] {
  const filled = levels.filter(({ none }) => !none).length;
  return levels.map((level, i) => {
    if (level.none) return theme.none;
    const step = filled <= 1 ? 4 : Math.round(4 - (i * 4) / Math.max(filled - 1, 4));
    return theme.amount[Math.max(0, Math.min(4, step))] ?? theme.none;
  });
}

function layoutOf(data: StackedShareData, fills: readonly string[]): Layout {
  const totals = widest([...data.rows.map((row) => countText(totalOf(row))), data.totalLabel], SMALL);
  const gutter = Math.ceil(
    Math.min(
      widest(
        data.rows.map(({ label }) => label),
        NAME,
      ),
      data.width * 0.3,
    ),
  );
  const above = data.width - gutter - totals - 2 * GAP < 260;
  const [from, to] = above ? [0, data.width] : [gutter + GAP, data.width - totals - GAP];
  const key = keyLine(keyEntries(data, fills), data.width, data.theme);
  const totalY = key.height + 10;
  return {
    from,
    to,
    top: totalY + (above ? 12 : 22),
    totalY,
    above,
    key,
    gutter: above ? data.width - totals - GAP : gutter,
  };
}

function keyEntries({ levels, theme }: StackedShareData, fills: readonly string[]): KeyEntry[] {
  return levels.map((level, i) => ({
    label: level.label,
    width: 10,
    glyph: (x, y) => [rect(x, y - 5, 10, 10, { fill: fills[i] ?? theme.none })],
  }));
}

/** The key of the levels in one line, apart from the bars; below it the word over the totals. */
function header(data: StackedShareData, { key, totalY }: Layout): Shape[] {
  const { theme, width, totalLabel } = data;
  return [...key.shapes, text(width, totalY, totalLabel, { ...SMALL, fill: theme.ink3, align: 'right' })];
}

/** What a segment says: count and share where both fit, the count where only that does, else nothing. */
function segmentTexts(
  value: number,
  total: number,
  x: number,
  width: number,
  fill: string,
  data: StackedShareData,
): Shape[] {
  const { theme } = data;
  const [alone, part] = [countText(value), wholeShareText(value, total)];
  const [first, second] = [textWidth(alone, COUNT), textWidth(part, SHARE)];
  const both = first + 6 + second;
  const style = { fill: inkOn(fill, theme) };
  const from = x + (width - both) / 2;
  if (both + 10 <= width) {
    return [
      text(from, BAR / 2, alone, { ...COUNT, ...style }),
      text(from + first + 6, BAR / 2, part, { ...SHARE, ...style }),
    ];
  }
  return first + 4 <= width ? [text(x + width / 2, BAR / 2, alone, { ...COUNT, ...style, align: 'center' })] : [];
}

function segments(row: ShareRow, y: number, data: StackedShareData, fills: readonly string[], layout: Layout): Mark[] {
  const { theme } = data;
  const total = totalOf(row);
  let edge = layout.from;
  return data.levels.flatMap((level, i) => {
    const value = row.counts[i] ?? 0;
    if (value === 0 || total === 0) return [];
    const width = (value / total) * (layout.to - layout.from);
    const x = edge;
    edge += width;
    const fill = fills[i] ?? theme.none;
    const shapes = [
      rect(x, 0, Math.max(1, width - 1), BAR, { fill }),
      ...segmentTexts(value, total, x, width, fill, data),
      hoverOutline(x, width, theme.ink),
    ];
    const tip = [
      `${row.label}　${level.label}`,
      `${percentText(value / total)}  ${fractionText({ numerator: value, denominator: total })}`,
    ];
    return [{ id: `${row.key}/${level.key}`, y, shapes, tip, picked: { row: row.key, column: level.key } }];
  });
}

const hoverOutline = (x: number, width: number, stroke: string): Shape =>
  rect(x, 0, Math.max(1, width - 1), BAR, { fill: 'transparent', stroke, width: 1.5, shown: 'hover' });

/** The name, the total, and the bar's place when there is nothing to divide. */
function rowLabels(row: ShareRow, named: readonly string[], y: number, data: StackedShareData, layout: Layout): Mark {
  const { theme, locale } = data;
  const total = totalOf(row);
  const nameY = layout.above ? -named.length * 9 - 3 : BAR / 2;
  const figureY = layout.above ? -12 : BAR / 2;
  const shapes: Shape[] = [
    hoverArea(0, layout.above ? -24 : 0, layout.above ? data.width : layout.from - GAP, 24, 'transparent'),
    ...lines(0, nameY, named, 18, { ...NAME, fill: theme.ink }),
    text(data.width, figureY, countText(total), { ...SMALL, fill: theme.ink2, align: 'right' }),
  ];
  if (total === 0) {
    shapes.push(rect(layout.from, 0.5, layout.to - layout.from - 1, BAR - 1, { stroke: theme.hair }));
    shapes.push(text(layout.from + 8, BAR / 2, word('noData', locale), { ...SMALL, fill: theme.ink3 }));
  }
  const tip = [row.label, `${data.totalLabel} ${countText(total)}`];
  return { id: row.key, y, shapes, tip, picked: { row: row.key } };
}

/** The cap of the first level as ticks at the edges of every bar (the numbers stay legible), named at the foot. */
function capLine(data: StackedShareData, layout: Layout, tops: readonly number[], bottom: number): Shape[] {
  const { cap, theme, locale, levels } = data;
  const [first] = levels;
  if (cap === null || cap === undefined || !first) return [];
  const x = layout.from + cap * (layout.to - layout.from);
  const label = `${first.label}${locale === 'zh' ? '' : ' '}${word('cap', locale)} ${declaredPercent(cap)}`;
  const type = { ...SMALL, weight: 500 as const };
  const ticks = tops.flatMap((top) => [
    line(x, top - 4, x, top + 4, { stroke: theme.ink, width: 2 }),
    line(x, top + BAR - 4, x, top + BAR + 4, { stroke: theme.ink, width: 2 }),
  ]);
  const name = text(centred(x, label, type, 0, data.width), bottom + 14, label, {
    ...type,
    fill: theme.ink,
    align: 'center',
  });
  return [...ticks, name];
}

function describe(data: StackedShareData): string {
  const each = data.rows.map((row) => {
    const parts = data.levels.map((level, i) => `${level.label} ${countText(row.counts[i] ?? 0)}`);
    return `${row.label} ${data.totalLabel} ${countText(totalOf(row))}: ${parts.join(', ')}`;
  });
  return each.join('; ');
}

/** 100 % bars in level order: the count and share in each segment, the total at the right, a scheme's cap as a line. */
export function stackedShare(data: StackedShareData): Drawing {
  const fills = fillsOf(data);
  const layout = layoutOf(data, fills);
  const tops: number[] = [];
  let y = layout.top;
  const marks = data.rows.flatMap((row) => {
    const named = wrap(row.label, NAME, layout.gutter);
    const before = layout.above ? named.length * 18 + 6 : Math.max(0, (named.length * 18 - BAR) / 2);
    const at = y + before;
    tops.push(at);
    y = at + BAR + (layout.above ? 6 : 8 + before);
    return [rowLabels(row, named, at, data, layout), ...segments(row, at, data, fills, layout)];
  });
  const cap = capLine(data, layout, tops, y - 8);
  return draw({
    ...data,
    height: y + (cap.length > 0 ? 20 : 0),
    description: describe(data),
    ground: header(data, layout),
    marks,
    cover: cap,
  });
}
