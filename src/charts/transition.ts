import { countText, percentText, fractionText } from '../domain';
import { blend, inkOn } from './contrast';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { type KeyEntry, keyLine } from './key-line';
import { textWidth, widest } from './measure';
import { type Shape, line, rect, text } from './shape';
import type { Theme } from './theme';
import { word } from './words';

/** Who moved from which level to which between two cycles. */
export interface TransitionData extends Setting {
  /** From the best to the lowest. */
  readonly levels: readonly { readonly key: string; readonly label: string }[];
  /** `counts[from][to]`, by index of the level. Only those rated in both cycles. */
  readonly counts: readonly (readonly number[])[];
  readonly previousLabel: string;
  readonly currentLabel: string;
  /** What moving up and down is called, for example 晋星 and 降星. */
  readonly upLabel?: string;
  readonly downLabel?: string;
}

type Way = 'up' | 'same' | 'down';

const SMALL = { size: 12 } as const;
const NAME = { size: 13 } as const;
const HEIGHT = 36;
const GAP = 2;

const wayOf = (from: number, to: number): Way => (to < from ? 'up' : to > from ? 'down' : 'same');
const at = (data: TransitionData, from: number, to: number): number => data.counts[from]?.[to] ?? 0;

function labelOf(way: Way, { upLabel, downLabel, locale }: TransitionData): string {
  if (way === 'same') return word('same', locale);
  return way === 'up' ? (upLabel ?? word('up', locale)) : (downLabel ?? word('down', locale));
}

/** The more in a cell the stronger its tint; up in the tone of amounts, down and unchanged in greys. */
function fillOf(way: Way, value: number, most: number, theme: Theme): string {
  if (value === 0) return theme.wash;
  const share = 0.25 + 0.75 * Math.sqrt(value / most);
  if (way === 'up') return blend(theme.paper, theme.amount[4], share * 0.85);
  return way === 'down' ? blend(theme.paper, theme.ink3, share * 0.8) : blend(theme.wash, theme.none, share);
}

function totals(data: TransitionData): Record<Way, number> & { all: number } {
  const sums = { up: 0, same: 0, down: 0, all: 0 };
  data.levels.forEach((_, from) =>
    data.levels.forEach((__, to) => {
      sums[wayOf(from, to)] += at(data, from, to);
      sums.all += at(data, from, to);
    }),
  );
  return sums;
}

function keyEntries(data: TransitionData): KeyEntry[] {
  const sums = totals(data);
  const ways: readonly Way[] = ['up', 'same', 'down'];
  return ways.map((way) => {
    const rate = sums.all === 0 ? '' : ` ${percentText(sums[way] / sums.all)}`;
    return {
      label: `${labelOf(way, data)}${rate}  ${fractionText({ numerator: sums[way], denominator: sums.all })}`,
      width: 10,
      glyph: (x: number, y: number) => [rect(x, y - 5, 10, 10, { fill: fillOf(way, 1, 1, data.theme) })],
    };
  });
}

interface Layout {
  readonly gutter: number;
  readonly cell: number;
  readonly total: number;
  readonly top: number;
}

function layoutOf(data: TransitionData, head: number): Layout {
  const gutter =
    Math.ceil(
      Math.max(
        widest(
          data.levels.map(({ label }) => label),
          NAME,
        ),
        textWidth(data.previousLabel, SMALL),
      ),
    ) + 12;
  const total = Math.max(textWidth(word('total', data.locale), SMALL), 28) + 8;
  const cell = Math.min(88, (data.width - gutter - total) / Math.max(1, data.levels.length) - GAP);
  return { gutter, cell, total, top: head + 52 };
}

/** A level's name as it fits over its column: whole, or cut to its first characters when the column is a sliver. */
function headings(data: TransitionData, layout: Layout): Shape[] {
  const { theme, locale, levels } = data;
  const x = (i: number): number => layout.gutter + i * (layout.cell + GAP);
  const end = x(levels.length);
  const small = { ...SMALL, fill: theme.ink3 };
  const sum = (from: number): number => levels.reduce((total, _, to) => total + at(data, from, to), 0);
  const into = (to: number): number => levels.reduce((total, _, from) => total + at(data, from, to), 0);
  const y = (i: number): number => layout.top + i * (HEIGHT + GAP) + HEIGHT / 2;
  const foot = layout.top + levels.length * (HEIGHT + GAP) + 12;
  return [
    text(layout.gutter, layout.top - 36, `${data.currentLabel} →`, small),
    text(0, layout.top - 14, `${data.previousLabel} ↓`, small),
    text(end + layout.total, layout.top - 14, word('total', locale), { ...small, align: 'right' }),
    text(0, foot, word('total', locale), small),
    ...levels.flatMap((level, i) => [
      text(x(i) + layout.cell / 2, layout.top - 14, level.label, {
        ...SMALL,
        fill: theme.ink2,
        align: 'center' as const,
      }),
      text(0, y(i), level.label, { ...NAME, fill: theme.ink }),
      text(end + layout.total, y(i), countText(sum(i)), { ...small, align: 'right' as const }),
      text(x(i) + layout.cell / 2, foot, countText(into(i)), { ...small, align: 'center' as const }),
    ]),
  ];
}

function cellMark(from: number, to: number, most: number, data: TransitionData, layout: Layout): Mark {
  const { theme, levels } = data;
  const value = at(data, from, to);
  const way = wayOf(from, to);
  const fill = fillOf(way, value, most, theme);
  const [before, after] = [levels[from], levels[to]];
  const shapes: Shape[] = [
    rect(0, 0, layout.cell, HEIGHT, { fill }),
    text(layout.cell / 2, HEIGHT / 2, countText(value), {
      size: 13,
      weight: value > 0 && way !== 'same' ? 600 : 400,
      fill: value === 0 ? theme.ink3 : inkOn(fill, theme),
      align: 'center',
    }),
    rect(0.75, 0.75, layout.cell - 1.5, HEIGHT - 1.5, {
      fill: 'transparent',
      stroke: theme.ink,
      width: 1.5,
      shown: 'hover',
    }),
  ];
  return {
    id: `${before?.key ?? ''}/${after?.key ?? ''}`,
    x: layout.gutter + to * (layout.cell + GAP),
    y: layout.top + from * (HEIGHT + GAP),
    shapes,
    tip: [`${before?.label ?? ''} → ${after?.label ?? ''}`, `${labelOf(way, data)} ${countText(value)}`],
    ...(value > 0 && { picked: { row: before?.key ?? '', column: after?.key ?? '' } }),
  };
}

/** A matrix from the previous level (rows) to the current (columns): up in the tone of amounts, down and unchanged in greys, with totals. */
export function transition(data: TransitionData): Drawing {
  const key = keyLine(keyEntries(data), data.width, data.theme);
  const layout = layoutOf(data, key.height);
  const most = Math.max(
    1,
    ...data.levels.flatMap((_, from) => data.levels.map((__, to) => (from === to ? 0 : at(data, from, to)))),
  );
  const marks = data.levels.flatMap((_, from) =>
    data.levels.map((__, to) =>
      cellMark(from, to, from === to ? Math.max(most, at(data, from, to)) : most, data, layout),
    ),
  );
  const bottom = layout.top + data.levels.length * (HEIGHT + GAP);
  const rule = line(0, bottom, layout.gutter + data.levels.length * (layout.cell + GAP) + layout.total, bottom, {
    stroke: data.theme.hair,
  });
  return draw({
    ...data,
    height: bottom + 26,
    description: [...keyEntries(data).map(({ label }) => label), ...marks.map(({ tip }) => (tip ?? []).join(' '))].join(
      '; ',
    ),
    ground: [...key.shapes, ...headings(data, layout), rule],
    marks,
  });
}
