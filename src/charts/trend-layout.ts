import { rateOf } from '../cube';
import type { Period } from '../domain';
import type { Setting } from './drawing';
import { type KeyEntry, keyLine } from './key-line';
import { widest } from './measure';
import { PERIOD_AXIS } from './period-axis';
import { type Counted, fractionText, rateText, rateWithFraction } from './rate-row';
import { line } from './shape';

/** One line: a point a period, null where nothing was reported. */
export interface TrendLine {
  readonly key: string;
  readonly label: string;
  readonly points: readonly (Counted | null)[];
  readonly highlighted: boolean;
  /** Something to compare with, not one of what is compared: dashed in ink, and named. */
  readonly reference?: boolean;
}

/** A change of definition; `lines` are the keys of the lines it breaks, absent for all. */
export interface TrendBreak {
  readonly period: Period;
  readonly label: string;
  readonly lines?: readonly string[];
}

/** Rates over time, with the denominator of the whole underneath. */
export interface TrendData extends Setting {
  /** All of one grain, in order, without holes. */
  readonly periods: readonly Period[];
  readonly whole: TrendLine | null;
  readonly lines: readonly TrendLine[];
  /** Where the definition changes: the first period under the new one, and what changed. Lines are broken before it. */
  readonly breaks: readonly TrendBreak[];
  /** The target declared for what is drawn, a dashed line with its label; null for none. */
  readonly target?: { readonly rate: number; readonly label: string } | null;
  /** What the bars count, for example 实体运营单位. */
  readonly denominatorLabel: string;
}

/** Where the parts of a trend go, px. */
export interface Frame {
  /** Names stand in a key above the picture instead of beside the lines: it is too narrow for both. */
  readonly keyed: boolean;
  readonly head: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly barsTop: number;
  readonly barsBottom: number;
  x(index: number): number;
}

export const SMALL = { size: 12 } as const;
export const STRONG = { size: 13, weight: 600 } as const;
const DASHES = [undefined, [6, 3], [2, 3]] as const;
export const LABEL_HEIGHT = 38;
export const RATE_HEIGHT = 18;
const BARS = 44;

/** A line that is named at its end, with its last known point. */
export interface Ending {
  readonly drawn: TrendLine;
  readonly index: number;
  readonly last: Counted;
}

/** The name of a line with a rate. */
export const label = (drawn: TrendLine, point: Counted, data: TrendData): string =>
  `${drawn.label} ${rateText(point, data.locale)}`;

/** The lines that are named at their end, thick first, with their last known point. */
export function endings(data: TrendData): Ending[] {
  const named = [
    data.whole,
    ...data.lines.filter(({ highlighted, reference }) => highlighted || reference === true),
  ].filter((drawn) => drawn !== null);
  const all =
    named.length + data.lines.length <= 5 ? [...named, ...data.lines.filter((line) => !named.includes(line))] : named;
  return all.flatMap((drawn) => {
    const index = drawn.points.findLastIndex((point) => point !== null && rateOf(point) !== null);
    const last = drawn.points[index];
    return last ? [{ drawn, index, last }] : [];
  });
}

/** How a line is drawn: the whole thick, highlighted ones in the colour of signals and told apart by dashes, the others thin and grey. */
export function lineStyle(drawn: TrendLine, data: TrendData) {
  const { theme } = data;
  if (drawn === data.whole) return { stroke: theme.ink, width: 2.5 };
  if (drawn.reference === true) return { stroke: theme.ink2, width: 1.5, dash: [5, 3] as const };
  if (!drawn.highlighted) return { stroke: theme.context, width: 1 };
  const order = data.lines.filter(({ highlighted }) => highlighted).indexOf(drawn);
  const dash = DASHES[order % DASHES.length];
  return { stroke: theme.signal, width: 2, ...(dash ? { dash } : {}) };
}

/** Lays a trend out from its texts: names beside the lines, or above them where that leaves too little for the lines. */
export function frameOf(data: TrendData, ends: readonly Ending[]): Frame {
  const { locale, width, periods } = data;
  const names = widest(
    ends.map(({ drawn, last }) => label(drawn, last, data)),
    STRONG,
  );
  const small = widest([...ends.map(({ last }) => fractionText(last)), data.denominatorLabel], SMALL);
  const keyed = Math.max(names, small) + 14 > width * 0.3;
  const beside = keyed
    ? widest(
        ends.map(({ last }) => rateText(last, locale)),
        STRONG,
      ) + 14
    : Math.max(names, small) + 14;
  const key = keyEntries(data, ends, keyed);
  const head = key.length > 0 ? keyLine(key, width, data.theme).height + 4 : 0;
  const labels = ends.length * (keyed ? RATE_HEIGHT : LABEL_HEIGHT);
  const height = head + Math.max(300, Math.min(400, width * 0.5), labels + BARS + PERIOD_AXIS + 60);
  const left = 44;
  const right = width - beside;
  const inset = Math.min(14, (right - left) / (2 * Math.max(1, periods.length)));
  const step = (right - left - 2 * inset) / Math.max(1, periods.length - 1);
  const barsBottom = height - PERIOD_AXIS;
  return {
    keyed,
    head,
    height,
    left,
    right,
    top: head + (data.breaks.length > 0 ? 28 : 12),
    bottom: barsBottom - BARS - 28,
    barsTop: barsBottom - BARS,
    barsBottom,
    x: (index) => (periods.length === 1 ? (left + right) / 2 : left + inset + index * step),
  };
}

/** How the target is drawn. */
export const targetStyle = ({ theme }: TrendData) => ({ stroke: theme.ink2, dash: [4, 3] as const });

/** The key above the picture: the named lines with their last rate and x/n where there is no room beside them, and the target. */
export function keyEntries(data: TrendData, ends: readonly Ending[], keyed: boolean): KeyEntry[] {
  const named = ends.map(({ drawn, last }) => ({
    label: `${drawn.label} ${rateWithFraction(last, data.locale)}`,
    width: 20,
    glyph: (x: number, y: number) => [line(x, y, x + 20, y, lineStyle(drawn, data))],
  }));
  const target = data.target && {
    label: data.target.label,
    width: 20,
    glyph: (x: number, y: number) => [line(x, y, x + 20, y, targetStyle(data))],
  };
  return [...(keyed ? named : []), ...(target ? [target] : [])];
}

/** All of it in words, for those who do not see it. */
export function describe(data: TrendData): string {
  const all = [data.whole, ...data.lines].filter((drawn) => drawn !== null);
  const each = all.map((drawn) => {
    const told = drawn.points.flatMap((point, i) =>
      point ? [`${data.periods[i] ?? ''} ${rateWithFraction(point, data.locale)}`] : [],
    );
    return `${drawn.label}: ${told.join(', ')}`;
  });
  return [...(data.target ? [data.target.label] : []), ...each].join('; ');
}
