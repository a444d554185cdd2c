import { countText, scoreText, signedCount, signedScore } from '../domain';
import type { Quartiles } from '../stats';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { type KeyEntry, keyLine } from './key-line';
import { textWidth, widest } from './measure';
import { type NameGutter, NAME_LEADING, nameGutter, rowHeight } from './name-gutter';
import { centred } from './place';
import { type Scale, scoreScale } from './scale';
import { type Shape, circle, hoverArea, line, lines, text } from './shape';
import { word } from './words';

/** Scores of one zone: their median and quartiles, null where nobody has a score. */
export interface QuartileRow {
  readonly key: string;
  readonly label: string;
  readonly now: Quartiles | null;
  /** The median of the period compared with; null or absent for none. */
  readonly before?: number | null;
  readonly highlighted?: boolean;
}

/** Medians side by side, each with the range of the middle half. */
export interface QuartileDotsData extends Setting {
  readonly rows: readonly QuartileRow[];
  /** Everybody together, drawn as the upright line; null for none. */
  readonly whole: Quartiles | null;
  readonly wholeLabel?: string;
  readonly currentLabel: string;
  readonly previousLabel?: string;
  /** The unit of a score: 分, points. */
  readonly unitLabel: string;
  /** What the small number beside a median counts, for example 个 or organisations. */
  readonly sizeLabel: string;
  /** Scores are differences: they carry their sign, and zero is on the scale. */
  readonly signed?: boolean;
  /** `value` (default): highest median first. `given`: as they come. Unknown ones are last either way. */
  readonly sort?: 'value' | 'given';
}

const FIGURE = { size: 13, weight: 600 } as const;
const SMALL = { size: 12 } as const;
const ROW = 28;
const PAD = 8;
const DOT = 5;
const HEAD = 24;

const valueText = (value: number, { signed = false }: QuartileDotsData): string =>
  signed ? signedScore(value) : scoreText(value);
const tickText = (tick: number, { signed = false }: QuartileDotsData): string =>
  signed ? signedCount(tick) : countText(tick);
const medianText = ({ now }: QuartileRow, data: QuartileDotsData): string =>
  now === null ? word('noData', data.locale) : valueText(now.median, data);
const sizeText = (now: Quartiles | null): string => (now === null ? '' : `n ${countText(now.size)}`);
const wholeText = (whole: Quartiles, data: QuartileDotsData): string =>
  `${data.wholeLabel ?? word('whole', data.locale)} ${valueText(whole.median, data)}  ${sizeText(whole)}`;

function ordered({ rows, sort = 'value' }: QuartileDotsData): QuartileRow[] {
  const unknown = (row: QuartileRow): number => Number(row.now === null);
  return [...rows].sort(
    (a, b) => unknown(a) - unknown(b) || (sort === 'given' ? 0 : (b.now?.median ?? 0) - (a.now?.median ?? 0)),
  );
}

interface Layout {
  readonly gutter: NameGutter;
  readonly scale: Scale;
  readonly from: number;
  readonly to: number;
  /** Right edges of the two columns of numbers. */
  readonly figure: number;
  readonly size: number;
  readonly top: number;
}

function layoutOf(data: QuartileDotsData, rows: readonly QuartileRow[], head: number): Layout {
  const figures = widest(
    rows.map((row) => medianText(row, data)),
    FIGURE,
  );
  const sizes = widest(
    rows.map(({ now }) => sizeText(now)),
    SMALL,
  );
  const taken = figures + sizes + 12 + PAD;
  const gutter = nameGutter(
    rows.map(({ label }) => label),
    data.width,
    taken,
    200,
  );
  const from = gutter.width + PAD;
  const to = data.width - taken - PAD;
  const told = [...rows.map(({ now }) => now), data.whole].flatMap((one) =>
    one ? [one.lower, one.median, one.upper] : [],
  );
  const before = rows.flatMap((row) => (row.before === null || row.before === undefined ? [] : [row.before]));
  const values = [...told, ...before, ...(data.signed ? [0] : [])];
  return {
    gutter,
    from,
    to,
    scale: scoreScale(values, [from, to], Math.max(2, Math.floor((to - from) / 56))),
    figure: data.width - sizes - 12,
    size: data.width,
    top: head + (data.whole ? HEAD : 6),
  };
}

function keyEntries(data: QuartileDotsData): KeyEntry[] {
  const { theme, locale, rows } = data;
  const entries: KeyEntry[] = [
    {
      label: `${data.currentLabel} ${word('median', locale)}`,
      width: 10,
      glyph: (x, y) => [circle(x + 5, y, DOT, { fill: theme.ink })],
    },
    {
      label: word('middleHalf', locale),
      width: 20,
      glyph: (x, y) => [line(x, y, x + 20, y, { stroke: theme.context, width: 6 })],
    },
  ];
  if (rows.some(({ before }) => before !== null && before !== undefined)) {
    const label = `${data.previousLabel ?? word('previous', locale)} ${word('median', locale)}`;
    entries.push({ label, width: 10, glyph: (x, y) => [ring(x + 5, y, data)] });
  }
  return entries;
}

const ring = (x: number, y: number, { theme }: Setting): Shape =>
  circle(x, y, 4, { fill: theme.paper, stroke: theme.context, width: 1.5 });

function tipOf(row: QuartileRow, data: QuartileDotsData): string[] {
  const { locale, unitLabel } = data;
  const { now, before } = row;
  if (now === null) return [row.label, word('noData', locale)];
  const tip = [
    row.label,
    `${word('median', locale)} ${valueText(now.median, data)} ${unitLabel}`,
    `${word('middleHalf', locale)} ${valueText(now.lower, data)} – ${valueText(now.upper, data)} ${unitLabel}`,
    `${countText(now.size)} ${data.sizeLabel}`,
  ];
  if (before !== null && before !== undefined)
    tip.push(`${data.previousLabel ?? word('previous', locale)} ${valueText(before, data)} ${unitLabel}`);
  return tip;
}

function rowMark(row: QuartileRow, index: number, y: number, data: QuartileDotsData, layout: Layout): Mark {
  const { theme } = data;
  const { scale, gutter } = layout;
  const place = rowHeight(gutter, index, ROW);
  const colour = row.highlighted ? theme.signal : theme.ink;
  const { now, before } = row;
  const shapes: Shape[] = [
    hoverArea(-8, 0, data.width + 16, place.height, theme.wash),
    ...lines(0, place.nameY, gutter.lines[index] ?? [], NAME_LEADING, {
      size: 13,
      weight: row.highlighted ? 600 : 400,
      fill: colour,
    }),
  ];
  if (now !== null)
    shapes.push(
      line(scale.at(now.lower), place.markY, scale.at(now.upper), place.markY, { stroke: theme.context, width: 6 }),
    );
  if (before !== null && before !== undefined) shapes.push(ring(scale.at(before), place.markY, data));
  if (now !== null)
    shapes.push(circle(scale.at(now.median), place.markY, DOT, { fill: colour, stroke: theme.paper, width: 1.5 }));
  const figure = { ...FIGURE, weight: now === null ? (400 as const) : (500 as const), align: 'right' as const };
  shapes.push(
    text(now === null ? layout.size : layout.figure, place.markY, medianText(row, data), {
      ...figure,
      fill: now === null ? theme.ink3 : colour,
    }),
    text(layout.size, place.markY, sizeText(now), { ...SMALL, fill: theme.ink3, align: 'right' }),
  );
  return { id: row.key, y, shapes, tip: tipOf(row, data), picked: { row: row.key } };
}

/** Grid over the stretches given, ticks at the foot, zero and the median of the whole as lines. */
function frame(
  data: QuartileDotsData,
  layout: Layout,
  stretches: readonly (readonly [number, number])[],
  foot: number,
): Shape[] {
  const { theme, whole, width } = data;
  const { scale } = layout;
  const upright = (value: number, stroke: string, weight = 1): Shape[] =>
    stretches.map(([from, to]) => line(scale.at(value), from, scale.at(value), to, { stroke, width: weight }));
  const shapes = scale.ticks.flatMap((tick) => {
    const label = tickText(tick, data);
    return [
      ...upright(tick, tick === 0 && data.signed ? theme.context : theme.hair),
      text(centred(scale.at(tick), label, SMALL, 0, width), foot + 12, label, {
        ...SMALL,
        fill: theme.ink3,
        align: 'center' as const,
      }),
    ];
  });
  if (whole === null) return shapes;
  const type = { size: 12, weight: 500 as const };
  const label = wholeText(whole, data);
  const low = Math.min(layout.from, width - textWidth(label, type));
  return [
    ...shapes,
    line(scale.at(whole.median), layout.top - 4, scale.at(whole.median), layout.top + 2, { stroke: theme.ink }),
    ...upright(whole.median, theme.ink),
    text(centred(scale.at(whole.median), label, type, low, width), layout.top - 14, label, {
      ...type,
      fill: theme.ink,
      align: 'center',
    }),
  ];
}

function describe(data: QuartileDotsData, rows: readonly QuartileRow[]): string {
  const each = rows.map((row) => [row.label, medianText(row, data), sizeText(row.now)].filter(Boolean).join(' '));
  return [...(data.whole ? [wholeText(data.whole, data)] : []), ...each].join(data.locale === 'zh' ? '；' : '; ');
}

/** Medians by zone, the range of the middle half, a hollow dot for the median before, the line of the whole, n beside each. */
export function quartileDots(data: QuartileDotsData): Drawing {
  const rows = ordered(data);
  const key = keyLine(keyEntries(data), data.width, data.theme);
  const layout = layoutOf(data, rows, key.height);
  let y = layout.top;
  const stretches: [number, number][] = [];
  const marks = rows.map((row, index) => {
    const { height, markY } = rowHeight(layout.gutter, index, ROW);
    const mark = rowMark(row, index, y, data, layout);
    stretches.push(layout.gutter.above ? [y + markY - 9, y + markY + 9] : [y, y + height]);
    y += height;
    return mark;
  });
  return draw({
    ...data,
    height: y + 24,
    description: describe(data, rows),
    ground: [...key.shapes, ...frame(data, layout, stretches, y)],
    marks,
  });
}
