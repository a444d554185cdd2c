import { rateOf } from '../cube';
import { declaredPercent, percentText } from '../domain';
import { inkOn } from './contrast';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { type Type, widest, widestPiece, wrap } from './measure';
import { type Counted, fractionText, rateWithFraction } from './rate-row';
import { classBreaks, classOf } from './scale';
import { type Shape, hatch, lines, rect, text } from './shape';
import { word } from './words';

/** Rates over two dimensions: zone × domain, zone × named star, zone × month. */
export interface HeatMapData extends Setting {
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  /** `cells[row][column]`; null where nothing was reported. */
  readonly cells: readonly (readonly (Counted | null)[])[];
}

/** Columns that stand side by side, and where they begin; a wide table is cut into several blocks under one another. */
interface Block {
  readonly first: number;
  readonly count: number;
}

interface Layout {
  readonly gutter: number;
  readonly cellWidth: number;
  /** How the headings are set: smaller where a word would not fit. */
  readonly heading: Type;
  readonly blocks: readonly Block[];
  readonly names: readonly (readonly string[])[];
  readonly heights: readonly number[];
}

const NAME = { size: 13 } as const;
const VALUE = { size: 13, weight: 500 } as const;
const SMALL = { size: 12 } as const;
const TIGHT = { size: 11 } as const;
const CELL = 44;
const BETWEEN = 2;
const WIDEST_CELL = 132;

const cellTexts = (cell: Counted | null): [string, string] => {
  const rate = cell ? rateOf(cell) : null;
  return [rate === null ? '—' : percentText(rate), cell ? fractionText(cell) : ''];
};

function layoutOf(data: HeatMapData): Layout {
  const names = widest(
    data.rows.map(({ label }) => label),
    NAME,
  );
  const gutter = Math.ceil(Math.min(names, Math.max(52, data.width * 0.28))) + 12;
  const texts = data.cells.flat().map((cell) => cellTexts(cell));
  const values = widest(
    texts.map(([value]) => value),
    VALUE,
  );
  const fractions = widest(
    texts.map(([, fraction]) => fraction),
    SMALL,
  );
  const headings = data.columns.map(({ label }) => label);
  // A heading may break into lines, but not inside a word.
  const least = Math.max(values + 8, fractions + 8, widestPiece(headings, TIGHT) + 2);
  const fit = Math.max(1, Math.floor((data.width - gutter) / (least + BETWEEN)));
  const count = Math.max(1, Math.ceil(data.columns.length / fit));
  // Blocks of even length, so that the last is not a lonely column.
  const each = Math.ceil(data.columns.length / count);
  const blocks = Array.from({ length: count }, (_, i) => ({
    first: i * each,
    count: Math.min(each, data.columns.length - i * each),
  }));
  const cellWidth = Math.min(WIDEST_CELL, (data.width - gutter) / Math.max(1, each) - BETWEEN);
  const broken = data.rows.map(({ label }) => wrap(label, NAME, gutter - 12));
  return {
    gutter,
    cellWidth,
    heading: widestPiece(headings, SMALL) <= cellWidth - 2 ? SMALL : TIGHT,
    blocks,
    names: broken,
    heights: broken.map((part) => Math.max(CELL, part.length * 18 + 4)),
  };
}

/** The five classes of the scale with the borders between them. */
function scaleKey(data: HeatMapData, breaks: readonly number[]): Shape[] {
  const { theme, width } = data;
  const swatch = Math.min(40, (width - 40) / 5);
  return [
    ...theme.amount.map((fill, i) => rect(i * swatch, 4, swatch - 1, 8, { fill })),
    ...breaks.map((border, i) =>
      text((i + 1) * swatch, 22, declaredPercent(border, 1), {
        ...SMALL,
        size: 12,
        fill: theme.ink3,
        align: 'center',
      }),
    ),
  ];
}

function cellMark(
  row: number,
  column: number,
  x: number,
  y: number,
  layout: Layout,
  data: HeatMapData,
  breaks: readonly number[],
): Mark | null {
  const { theme, locale } = data;
  const [rowHead, columnHead] = [data.rows[row], data.columns[column]];
  if (!rowHead || !columnHead) return null;
  const cell = data.cells[row]?.[column] ?? null;
  const rate = cell ? rateOf(cell) : null;
  const [value, under] = cellTexts(cell);
  const width = layout.cellWidth;
  const height = (layout.heights[row] ?? CELL) - BETWEEN;
  const fill = rate === null ? theme.paper : (theme.amount[classOf(rate, breaks)] ?? theme.none);
  const ink = rate === null ? theme.ink3 : inkOn(fill, theme);
  const middle = height / 2;
  const shapes: Shape[] = [
    rect(0, 0, width, height, { fill }),
    ...(rate === null ? hatch(0, 0, width, height, theme.hair) : []),
    text(width / 2, under === '' ? middle : middle - 8, value, {
      ...VALUE,
      fill: ink,
      align: 'center',
      ...(rate === null ? { plate: theme.paper } : {}),
    }),
    ...(under === ''
      ? []
      : [
          text(width / 2, middle + 9, under, {
            ...SMALL,
            fill: ink,
            align: 'center',
            ...(rate === null ? { plate: theme.paper } : {}),
          }),
        ]),
    rect(0.75, 0.75, width - 1.5, height - 1.5, { fill: 'transparent', stroke: theme.ink, width: 1.5, shown: 'hover' }),
  ];
  const tip = [`${rowHead.label}　${columnHead.label}`, cell ? rateWithFraction(cell, locale) : word('noData', locale)];
  return {
    id: `${rowHead.key}/${columnHead.key}`,
    x,
    y,
    shapes,
    tip,
    ...(rate !== null && { picked: { row: rowHead.key, column: columnHead.key } }),
  };
}

interface Placed {
  readonly ground: Shape[];
  readonly marks: Mark[];
  readonly bottom: number;
}

/** One block: headings, row names, cells. */
function placeBlock(block: Block, top: number, layout: Layout, data: HeatMapData, breaks: readonly number[]): Placed {
  const { theme } = data;
  const heads = data.columns
    .slice(block.first, block.first + block.count)
    .map(({ label }) => wrap(label, layout.heading, layout.cellWidth - 2));
  const headHeight = Math.max(1, ...heads.map((part) => part.length)) * 16 + 8;
  const x = (i: number): number => layout.gutter + i * (layout.cellWidth + BETWEEN);
  const ground: Shape[] = heads.flatMap((part, i) =>
    part.map((content, k) =>
      text(x(i) + layout.cellWidth / 2, top + headHeight - 12 - (part.length - 1 - k) * 16, content, {
        ...layout.heading,
        fill: theme.ink2,
        align: 'center',
      }),
    ),
  );
  const marks: Mark[] = [];
  let y = top + headHeight;
  data.rows.forEach((_, row) => {
    const height = layout.heights[row] ?? CELL;
    ground.push(...lines(0, y + height / 2 - 1, layout.names[row] ?? [], 18, { ...NAME, fill: theme.ink }));
    for (let i = 0; i < block.count; i++) {
      const mark = cellMark(row, block.first + i, x(i), y, layout, data, breaks);
      if (mark) marks.push(mark);
    }
    y += height;
  });
  return { ground, marks, bottom: y };
}

function describe(data: HeatMapData): string {
  const each = data.rows.map((row, i) => {
    const parts = data.columns.map((column, k) => {
      const cell = data.cells[i]?.[k] ?? null;
      return `${column.label} ${cell ? rateWithFraction(cell, data.locale) : word('noData', data.locale)}`;
    });
    return `${row.label}: ${parts.join(', ')}`;
  });
  return each.join('; ');
}

/** Rates as a table of tinted cells, each with its value and x/n; hatched with a dash where nothing is known. */
export function heatMap(data: HeatMapData): Drawing {
  const layout = layoutOf(data);
  const rates = data.cells
    .flat()
    .map((cell) => (cell ? rateOf(cell) : null))
    .filter((rate) => rate !== null);
  const breaks = classBreaks(rates);
  const ground = scaleKey(data, breaks);
  const marks: Mark[] = [];
  let y = 36;
  for (const block of layout.blocks) {
    const placed = placeBlock(block, y, layout, data, breaks);
    ground.push(...placed.ground);
    marks.push(...placed.marks);
    y = placed.bottom + 12;
  }
  return draw({ ...data, height: y - 10, description: describe(data), ground, marks });
}
