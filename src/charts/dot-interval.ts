import { rateOf } from '../cube';
import { declaredPercent } from '../domain';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { type DotLayout, dotLayout } from './dot-layout';
import { type KeyEntry, keyLine } from './key-line';
import { textWidth } from './measure';
import { centred } from './place';
import {
  type Counted,
  type RateRow,
  byRate,
  fractionText,
  publishedText,
  rateText,
  rateTip,
  rateWithFraction,
  signalWord,
} from './rate-row';
import { type Scale, rateScale } from './scale';
import { type Shape, circle, diamond, hoverArea, line, lines, text } from './shape';
import { blend } from './contrast';
import { word } from './words';

/** Rates side by side, each with its interval, against the whole. */
export interface DotIntervalData extends Setting {
  readonly rows: readonly RateRow[];
  /** The pooled whole, drawn as the vertical line; null for none. */
  readonly whole: Counted | null;
  readonly wholeLabel?: string;
  /** What the filled and the hollow dots are, for example 2018 年四季度 and 2018 年三季度. */
  readonly currentLabel: string;
  readonly previousLabel?: string;
  /** The target declared for all, drawn as a dashed upright line with its label at the foot; null for none. */
  readonly target?: { readonly rate: number; readonly label: string } | null;
  /** `value` (default): highest first. `given`: as they come. Unknown rates are last either way. */
  readonly sort?: 'value' | 'given';
}

const TICK = { size: 12 } as const;
const NAME = { size: 13 } as const;
const DOT = 5;
const TARGET_DASH = [4, 3];
const TARGET_HEIGHT = 18;

/** Colours of a row: that of signals only for what differs from the whole. */
function coloursOf(row: RateRow, { theme }: Setting) {
  if (row.signal === 'significant')
    return { name: theme.signal, dot: theme.signal, bar: theme.signal, weight: 600 as const };
  if (row.signal === 'watch') {
    return { name: theme.ink, dot: theme.signal, bar: blend(theme.signal, theme.paper, 0.35), weight: 400 as const };
  }
  return { name: theme.ink, dot: theme.ink, bar: theme.context, weight: 400 as const };
}

function keyEntries(data: DotIntervalData): KeyEntry[] {
  const { theme, locale, rows } = data;
  const entries: KeyEntry[] = [
    { label: data.currentLabel, width: 10, glyph: (x, y) => [circle(x + 5, y, DOT, { fill: theme.ink })] },
  ];
  if (rows.some(({ previous }) => previous && rateOf(previous) !== null)) {
    const label = data.previousLabel ?? word('previous', locale);
    entries.push({ label, width: 10, glyph: (x, y) => [ring(x + 5, y, data)] });
  }
  if (rows.some(({ interval }) => interval)) {
    const glyph = (x: number, y: number): Shape[] => [line(x, y, x + 20, y, { stroke: theme.context, width: 2 })];
    entries.push({ label: word('interval', locale), width: 20, glyph });
  }
  if (rows.some(({ published }) => published)) {
    const glyph = (x: number, y: number): Shape[] => [diamond(x + 5, y, 5, publishedStyle(data))];
    entries.push({ label: word('published', locale), width: 10, glyph });
  }
  return entries;
}

const ring = (x: number, y: number, { theme }: Setting): Shape =>
  circle(x, y, 4, { fill: theme.paper, stroke: theme.context, width: 1.5 });

const publishedStyle = ({ theme }: Setting) => ({ fill: theme.paper, stroke: theme.ink2, width: 1.5 });

/** Interval, hollow dot, dot and published diamond of a row, on the strip at height `y`. */
function strip(row: RateRow, scale: Scale, y: number, data: DotIntervalData): Shape[] {
  const { theme } = data;
  const rate = rateOf(row);
  const before = row.previous ? rateOf(row.previous) : null;
  const colours = coloursOf(row, data);
  const shapes: Shape[] = [];
  if (row.interval) {
    shapes.push(line(scale.at(row.interval.low), y, scale.at(row.interval.high), y, { stroke: colours.bar, width: 2 }));
  }
  if (row.target) {
    const x = scale.at(row.target.rate);
    shapes.push(line(x, y - 8, x, y + 8, { stroke: theme.ink2, width: 1.5 }));
  }
  if (before !== null) shapes.push(ring(scale.at(before), y, data));
  if (rate !== null)
    shapes.push(circle(scale.at(rate), y, DOT, { fill: colours.dot, stroke: theme.paper, width: 1.5 }));
  if (row.published) {
    const x = scale.at(row.published.rate);
    // Where the computed rate is the same the diamond goes around the dot, so that both are seen.
    const meets = rate !== null && Math.abs(scale.at(rate) - x) < 11;
    shapes.push(diamond(x, y, meets ? 9 : 5, { ...publishedStyle(data), ...(meets ? { fill: 'none' } : {}) }));
  }
  return shapes;
}

/** What stands in words under the strip: the published figure under its diamond, the row's own target beside its mark. */
function noteLabel(row: RateRow, scale: Scale, y: number, data: DotIntervalData, layout: DotLayout): Shape[] {
  const { published, target } = row;
  const said = [
    ...(published ? [`${word('published', data.locale)} ${publishedText(published)}`] : []),
    ...(target ? [target.label] : []),
  ];
  const label = said.join(data.locale === 'zh' ? '；' : '; ');
  const at = published?.rate ?? target?.rate;
  if (at === undefined) return [];
  const x = centred(scale.at(at), label, TICK, layout.strip.from - 4, layout.strip.to + 4);
  return [text(x, y + 16, label, { ...TICK, fill: data.theme.ink2, align: 'center', plate: data.theme.paper })];
}

function rowMark(row: RateRow, index: number, data: DotIntervalData, layout: DotLayout, scale: Scale): Mark {
  const { theme, locale } = data;
  const place = layout.rows[index] ?? {
    y: 0,
    height: 0,
    lines: [row.label],
    nameY: 0,
    stripY: 0,
    figureY: 0,
    fractionY: 0,
  };
  const colours = coloursOf(row, data);
  const known = rateOf(row) !== null;
  const tag = signalWord(row.signal, locale);
  const { columns } = layout;
  const figure = { size: 13, weight: known ? (500 as const) : (400 as const), align: 'right' as const };
  const shapes: Shape[] = [
    hoverArea(-8, 0, data.width + 16, place.height, theme.wash),
    ...lines(0, place.nameY, place.lines, 18, { ...NAME, weight: colours.weight, fill: colours.name }),
    ...strip(row, scale, place.stripY, data),
    ...noteLabel(row, scale, place.stripY, data, layout),
    text(columns.figure, place.figureY, rateText(row, locale), { ...figure, fill: known ? colours.dot : theme.ink3 }),
    text(columns.fraction, place.fractionY, fractionText(row), { size: 12, fill: theme.ink3, align: 'right' }),
  ];
  if (tag) shapes.push(text(columns.tag, place.figureY, tag, { size: 12, fill: theme.signal, align: layout.tagAlign }));
  const previousLabel = data.previousLabel ?? word('previous', locale);
  return {
    id: row.key,
    y: place.y,
    shapes,
    tip: rateTip(row, data.whole, previousLabel, locale),
    picked: { row: row.key },
  };
}

/** Grid, ticks at the foot, and the line of the whole with its figures at the head. */
function frame(data: DotIntervalData, layout: DotLayout, scale: Scale): Shape[] {
  const { theme, locale, width } = data;
  const { top, bottom } = layout;
  const shapes: Shape[] = [];
  /** An upright line, only beside the dots: where names and figures stand above the strip it must not run through them. */
  const upright = (x: number, stroke: string): Shape[] =>
    layout.uprights.map(([y1, y2]) => line(x, y1, x, y2, { stroke }));
  for (const tick of scale.ticks) {
    const x = scale.at(tick);
    const label = declaredPercent(tick);
    shapes.push(...upright(x, theme.hair));
    shapes.push(
      text(centred(x, label, TICK, 0, width), bottom + 12, label, { ...TICK, fill: theme.ink3, align: 'center' }),
    );
  }
  if (data.target) {
    const { rate, label } = data.target;
    const x = scale.at(rate);
    for (const [y1, y2] of layout.uprights) shapes.push(line(x, y1, x, y2, { stroke: theme.ink2, dash: TARGET_DASH }));
    shapes.push(
      line(x, bottom + 20, x, bottom + 23, { stroke: theme.ink2 }),
      text(centred(x, label, TICK, 0, width), bottom + 32, label, { ...TICK, fill: theme.ink2, align: 'center' }),
    );
  }
  const all = data.whole ? rateOf(data.whole) : null;
  if (data.whole && all !== null) {
    const label = `${data.wholeLabel ?? word('whole', locale)} ${rateWithFraction(data.whole, locale)}`;
    const type = { size: 12, weight: 500 as const };
    const x = centred(scale.at(all), label, type, Math.min(layout.strip.from, width - textWidth(label, type)), width);
    shapes.push(
      line(scale.at(all), top - 4, scale.at(all), top + 2, { stroke: theme.ink }),
      ...upright(scale.at(all), theme.ink),
    );
    shapes.push(text(x, top - 14, label, { ...type, fill: theme.ink, align: 'center' }));
  }
  return shapes;
}

function describe(data: DotIntervalData, rows: readonly RateRow[]): string {
  const { locale } = data;
  const all =
    data.whole && rateOf(data.whole) !== null
      ? [`${data.wholeLabel ?? word('whole', locale)} ${rateWithFraction(data.whole, locale)}`]
      : [];
  const each = rows.map((row) =>
    [row.label, rateWithFraction(row, locale), signalWord(row.signal, locale), row.target?.label]
      .filter(Boolean)
      .join(' '),
  );
  return [...all, ...(data.target ? [data.target.label] : []), ...each].join(locale === 'zh' ? '；' : '; ');
}

function scaleFor(data: DotIntervalData, layout: DotLayout): Scale {
  const rates = [data.whole, ...data.rows, ...data.rows.map(({ previous }) => previous ?? null)].map((counted) =>
    counted ? rateOf(counted) : null,
  );
  const limits = data.rows.flatMap(({ interval, published, target }) => [
    interval?.low,
    interval?.high,
    published?.rate,
    target?.rate,
  ]);
  const values = [...rates, ...limits, data.target?.rate].filter((value) => value !== null && value !== undefined);
  const { from, to } = layout.strip;
  return rateScale(values, [from, to], Math.max(2, Math.floor((to - from) / 64)));
}

/** Rates by zone: dot, reference interval, hollow dot of the comparison period, line of the whole, % and x/n. */
export function dotInterval(data: DotIntervalData): Drawing {
  const rows = data.sort === 'given' ? [...data.rows] : byRate(data.rows);
  const key = keyLine(keyEntries(data), data.width, data.theme);
  const layout = dotLayout(rows, data, key.height);
  const scale = scaleFor(data, layout);
  return draw({
    ...data,
    height: layout.bottom + 24 + (data.target ? TARGET_HEIGHT : 0),
    description: describe(data, rows),
    ground: [...key.shapes, ...frame(data, layout, scale)],
    marks: rows.map((row, index) => rowMark(row, index, data, layout, scale)),
  });
}
