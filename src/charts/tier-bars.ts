import { countText } from '../domain';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { widest, wrap } from './measure';
import { NAME_LEADING } from './name-gutter';
import { type Scale, countScale } from './scale';
import { type Shape, hoverArea, line, lines, polyline, rect, text } from './shape';

/** One kind of thing in a tier: how many there are, and how far below the top the tier lies. */
export interface TierRow {
  readonly key: string;
  readonly label: string;
  /** 0 for the top tier; several rows may share a tier. */
  readonly depth: number;
  readonly value: number;
}

/** The tiers of an organisation from the top down, in the order given. */
export interface TierBarsData extends Setting {
  readonly rows: readonly TierRow[];
}

const NAME = { size: 13 } as const;
const VALUE = { size: 13, weight: 500 } as const;
const BAR = 16;
const ROW = 30;
const GAP = 16;

interface Layout {
  readonly step: number;
  readonly named: readonly (readonly string[])[];
  readonly scale: Scale;
  readonly tops: readonly number[];
  readonly heights: readonly number[];
}

function layoutOf({ rows, width }: TierBarsData): Layout {
  const step = width < 420 ? 12 : 22;
  const values =
    widest(
      rows.map(({ value }) => countText(value)),
      VALUE,
    ) + 10;
  const room = width * 0.5;
  const named = rows.map(({ label, depth }) => wrap(label, NAME, room - depth * step));
  const gutter = named.reduce(
    (most, texts, at) => Math.max(most, (rows[at]?.depth ?? 0) * step + widest(texts, NAME)),
    0,
  );
  const heights = named.map((texts) => Math.max(ROW, texts.length * NAME_LEADING + 8));
  let y = 4;
  const tops = heights.map((height) => (y += height) - height);
  const scale = countScale(
    rows.map(({ value }) => value),
    [Math.ceil(gutter) + GAP, width - values],
    4,
  );
  return { step, named, scale, tops, heights };
}

/** Elbows from every tier to the one it hangs below: down from the last row above that is nearer the top. */
function branches({ rows, theme }: TierBarsData, { step, tops, heights }: Layout): Shape[] {
  return rows.flatMap((row, at) => {
    const above = rows.slice(0, at).findLastIndex(({ depth }) => depth < row.depth);
    if (above < 0) return [];
    const x = (rows[above]?.depth ?? 0) * step + 5;
    const from = (tops[above] ?? 0) + (heights[above] ?? 0) / 2 + 9;
    const to = (tops[at] ?? 0) + (heights[at] ?? 0) / 2;
    const elbow: [number, number][] = [
      [x, from],
      [x, to],
      [row.depth * step - 4, to],
    ];
    return [polyline(elbow, { stroke: theme.context })];
  });
}

/** Bars from one zero line, their names stepped in as the tiers are, joined by elbows; each with its number at its end. */
export function tierBars(data: TierBarsData): Drawing {
  const { rows, theme, width } = data;
  const layout = layoutOf(data);
  const { step, named, scale, tops, heights } = layout;
  const zero = scale.at(0);
  const marks = rows.map((row, at): Mark => {
    const height = heights[at] ?? ROW;
    const middle = height / 2;
    const shown = countText(row.value);
    const shapes: Shape[] = [
      hoverArea(-8, 0, width + 16, height, theme.wash),
      ...lines(row.depth * step, middle, named[at] ?? [], NAME_LEADING, { ...NAME, fill: theme.ink }),
      rect(zero, middle - BAR / 2, scale.at(row.value) - zero, BAR, { fill: theme.context }),
      text(scale.at(row.value) + 8, middle, shown, { ...VALUE, fill: theme.ink }),
    ];
    return { id: row.key, y: tops[at] ?? 0, shapes, tip: [row.label, shown], picked: { row: row.key } };
  });
  const bottom = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0);
  const axis = rows.length === 0 ? [] : [line(zero, 4, zero, bottom, { stroke: theme.ink })];
  const description = rows.map(({ label, value }) => `${label} ${countText(value)}`).join('; ');
  return draw({ ...data, height: bottom + 4, description, ground: branches(data, layout), marks, cover: axis });
}
