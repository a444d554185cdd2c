import type { Setting } from './drawing';
import { textWidth, widest, wrap } from './measure';
import { type RateRow, fractionText, rateText, signalWord } from './rate-row';

/** Where one row goes: `y` from the top of the picture, the rest from the top of the row. */
interface RowPlace {
  readonly y: number;
  readonly height: number;
  /** The name, broken into lines. */
  readonly lines: readonly string[];
  readonly nameY: number;
  readonly stripY: number;
  readonly figureY: number;
  readonly fractionY: number;
}

/** Where the parts of a dot chart go, px. */
export interface DotLayout {
  /** First and last pixel of the scale. */
  readonly strip: { readonly from: number; readonly to: number };
  /** Right edges of the columns (the left edge for a left-aligned tag). */
  readonly columns: { readonly figure: number; readonly fraction: number; readonly tag: number };
  readonly tagAlign: 'left' | 'right';
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly RowPlace[];
  /** From and to of the stretches that upright lines may use. */
  readonly uprights: readonly (readonly [number, number])[];
}

const NAME = { size: 13, weight: 600 } as const;
const FIGURE = { size: 13, weight: 600 } as const;
const SMALL = { size: 12 } as const;
const LEADING = 18;
const GAP = 16;
/** Below this the strip says too little: the name and the figures move above it. */
const LEAST_STRIP = 200;
/** Room for half a dot at the ends of the scale. */
const PAD = 8;
const WHOLE_LABEL = 24;

interface Columns {
  readonly figure: number;
  readonly fraction: number;
  readonly tag: number;
}

function columnWidths(rows: readonly RateRow[], { locale }: Setting): Columns {
  return {
    figure: widest(
      rows.map((row) => rateText(row, locale)),
      FIGURE,
    ),
    fraction: widest(
      rows.map((row) => fractionText(row)),
      SMALL,
    ),
    tag: widest(
      rows.map((row) => signalWord(row.signal, locale) ?? ''),
      SMALL,
    ),
  };
}

/** Something stands in words under the strip of a row: what was published, or its own target. */
const hasNote = ({ published, target }: RateRow): boolean => Boolean(published ?? target);

const rightOf = ({ figure, fraction, tag }: Columns): number => figure + 12 + fraction + (tag > 0 ? 12 + tag : 0);

/** Name left, strip, figures right: one line a row. */
function besideLayout(
  rows: readonly RateRow[],
  setting: Setting,
  top: number,
  gutter: number,
  sizes: Columns,
): DotLayout {
  const { width } = setting;
  const right = width - rightOf(sizes);
  let y = top;
  const places = rows.map((row): RowPlace => {
    const named = wrap(row.label, NAME, gutter);
    const note = hasNote(row) ? 16 : 0;
    const height = Math.max(28, named.length * LEADING + 8) + note;
    const middle = (height - note) / 2;
    const place = { y, height, lines: named, nameY: middle, stripY: middle, figureY: middle, fractionY: middle };
    y += height;
    return place;
  });
  return {
    strip: { from: gutter + GAP + PAD, to: right - GAP - PAD },
    columns: {
      figure: right + sizes.figure,
      fraction: right + sizes.figure + 12 + sizes.fraction,
      tag: width - sizes.tag,
    },
    tagAlign: 'left',
    top,
    bottom: y,
    rows: places,
    uprights: [[top, y]],
  };
}

/** Name and figures on a line, the strip under them over the whole width: for narrow pictures. */
function aboveLayout(rows: readonly RateRow[], setting: Setting, top: number, sizes: Columns): DotLayout {
  const { width } = setting;
  const fraction = width;
  const figure = fraction - sizes.fraction - 10;
  const tag = figure - sizes.figure - 10;
  let y = top;
  const places = rows.map((row): RowPlace => {
    const room = tag - (signalWord(row.signal, setting.locale) ? sizes.tag + 10 : 0);
    const beside = textWidth(row.label, NAME) <= room;
    // A name that does not fit beside the figures gets lines of its own above them.
    const named = beside ? [row.label] : wrap(row.label, NAME, width);
    const figuresY = beside ? 14 : 14 + named.length * LEADING;
    const stripY = figuresY + 18;
    const height = stripY + 14 + (hasNote(row) ? 14 : 0);
    const nameY = beside ? 14 : 14 + ((named.length - 1) * LEADING) / 2;
    const place = { y, height, lines: named, nameY, stripY, figureY: figuresY, fractionY: figuresY };
    y += height;
    return place;
  });
  return {
    strip: { from: PAD, to: width - PAD },
    columns: { figure, fraction, tag },
    tagAlign: 'right',
    top,
    bottom: y,
    rows: places,
    uprights: places.map((place) => [place.y + place.stripY - 9, place.y + place.stripY + 9]),
  };
}

/** Chooses between one line and two lines a row from the texts themselves, and places everything; `head` is what stands above. */
export function dotLayout(rows: readonly RateRow[], setting: Setting, head: number): DotLayout {
  const top = head + WHOLE_LABEL;
  const sizes = columnWidths(rows, setting);
  const names = widest(
    rows.map(({ label }) => label),
    NAME,
  );
  const gutter = Math.min(names, setting.width * 0.3);
  const strip = setting.width - gutter - rightOf(sizes) - 2 * (GAP + PAD);
  return strip >= LEAST_STRIP
    ? besideLayout(rows, setting, top, Math.ceil(gutter), sizes)
    : aboveLayout(rows, setting, top, sizes);
}
