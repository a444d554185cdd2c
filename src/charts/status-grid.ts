import { rateOf } from '../cube';
import { type Drawing, type Mark, type Setting, draw } from './drawing';
import { keyLine } from './key-line';
import { widest, wrap } from './measure';
import { type Counted, fractionText } from './rate-row';
import { type Shape, line, lines, rect, text } from './shape';
import { word } from './words';

/** One recurring duty: its periods stand side by side under its name. */
export interface StatusGroup {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  /** `cells[row][column]`: how many did what they owed, of how many; null or of none where nothing was due. */
  readonly cells: readonly (readonly (Counted | null)[])[];
}

/** Duties kept and not kept, by row and period. */
export interface StatusGridData extends Setting {
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly groups: readonly StatusGroup[];
  /** What stands in the tooltip over a cell, besides the row and the duty: the period in full. */
  readonly periodName: (column: string) => string;
}

const NAME = { size: 13 } as const;
const SMALL = { size: 12 } as const;
const HEAD = { size: 12, weight: 600 } as const;
const ROW = 28;
const BOX = 14;
const GAP = 20;

type State = 'done' | 'partly' | 'undone' | 'notDue';

function stateOf(cell: Counted | null): State {
  const rate = cell ? rateOf(cell) : null;
  if (cell === null || rate === null) return 'notDue';
  if (rate >= 1) return 'done';
  return cell.numerator === 0 ? 'undone' : 'partly';
}

/** A filled box is done, an empty one in the colour of signals is not, a short line was not due. */
function box(x: number, y: number, state: State, { theme }: Setting): Shape[] {
  const left = x - BOX / 2;
  const top = y - BOX / 2;
  if (state === 'notDue') return [line(x - 4, y, x + 4, y, { stroke: theme.context })];
  if (state === 'done') return [rect(left, top, BOX, BOX, { fill: theme.context })];
  return [rect(left + 1, top + 1, BOX - 2, BOX - 2, { fill: theme.paper, stroke: theme.signal, width: 2 })];
}

interface Layout {
  readonly gutter: number;
  readonly cell: number;
  readonly counts: boolean;
  readonly names: readonly (readonly string[])[];
  readonly heights: readonly number[];
  /** Groups that stand beside one another, block under block. */
  readonly blocks: readonly (readonly StatusGroup[])[];
}

const fits = (groups: readonly StatusGroup[], cell: number, room: number): boolean =>
  groups.reduce((sum, { columns }) => sum + columns.length * cell, 0) + (groups.length - 1) * GAP <= room;

function layoutOf(data: StatusGridData): Layout {
  const cells = data.groups.flatMap((group) => group.cells.flat());
  const counts = cells.some((cell) => cell !== null && (cell.denominator ?? 0) > 1);
  const names = widest(
    data.rows.map(({ label }) => label),
    NAME,
  );
  const gutter = Math.ceil(Math.min(names, Math.max(72, data.width * 0.3))) + 12;
  const room = data.width - gutter;
  const fractions = widest(counts ? cells.map((cell) => (cell ? fractionText(cell) : '')) : [], SMALL);
  const headings = widest(
    data.groups.flatMap(({ columns }) => columns.map(({ label }) => label)),
    SMALL,
  );
  const least = Math.max(BOX + 4, fractions + 8, headings + 4);
  // A long duty is cut into parts that fit, so that nothing leaves the picture.
  const most = Math.max(1, Math.floor(room / least));
  const parts = data.groups.flatMap((group): StatusGroup[] => {
    const count = Math.ceil(group.columns.length / most);
    const each = Math.ceil(group.columns.length / Math.max(1, count));
    return Array.from({ length: count }, (_, i) => ({
      ...group,
      columns: group.columns.slice(i * each, (i + 1) * each),
      cells: group.cells.map((row) => row.slice(i * each, (i + 1) * each)),
    }));
  });
  const blocks: StatusGroup[][] = [];
  for (const part of parts) {
    const last = blocks.at(-1);
    if (last && fits([...last, part], least, room)) last.push(part);
    else blocks.push([part]);
  }
  const widths = blocks.map((block) => {
    const columns = block.reduce((sum, { columns: own }) => sum + own.length, 0);
    return (room - (block.length - 1) * GAP) / columns;
  });
  const broken = data.rows.map(({ label }) => wrap(label, NAME, gutter - 12));
  return {
    gutter,
    cell: Math.max(least, Math.min(counts ? 64 : 44, ...widths)),
    counts,
    names: broken,
    heights: broken.map((part) => Math.max(ROW, part.length * 18 + 6)),
    blocks,
  };
}

function cellMark(
  at: { readonly group: StatusGroup; readonly row: number; readonly column: number },
  place: { readonly x: number; readonly y: number; readonly height: number },
  layout: Layout,
  data: StatusGridData,
): Mark | null {
  const { group, row, column } = at;
  const [head, period] = [data.rows[row], group.columns[column]];
  if (!head || !period) return null;
  const { theme, locale } = data;
  const cell = group.cells[row]?.[column] ?? null;
  const state = stateOf(cell);
  const middle = place.height / 2;
  const said = cell === null || state === 'notDue' ? '' : fractionText(cell);
  const figure: Shape[] =
    layout.counts && said !== ''
      ? [
          ...(state === 'done' ? [] : [rect(1, 3, layout.cell - 2, place.height - 6, { fill: theme.signalWash })]),
          text(layout.cell / 2, middle, said, {
            ...SMALL,
            fill: state === 'done' ? theme.ink2 : theme.ink,
            weight: state === 'done' ? 400 : 500,
            align: 'center',
          }),
        ]
      : box(layout.cell / 2, middle, state, data);
  const frame = { fill: 'transparent', stroke: theme.ink, width: 1.5, shown: 'hover' } as const;
  const meaning =
    state === 'notDue' ? word('notDue', locale) : state === 'done' ? word('done', locale) : word('undone', locale);
  return {
    id: `${head.key}/${group.key}/${period.key}`,
    x: place.x,
    y: place.y,
    shapes: [...figure, rect(0.75, 1.75, layout.cell - 1.5, place.height - 3.5, frame)],
    tip: [head.label, `${group.label}　${data.periodName(period.key)}`, layout.counts && said !== '' ? said : meaning],
    ...(state === 'notDue' ? {} : { picked: { row: head.key, column: `${group.key}/${period.key}` } }),
  };
}

interface Placed {
  readonly ground: Shape[];
  readonly marks: Mark[];
  readonly bottom: number;
}

function placeBlock(block: readonly StatusGroup[], top: number, layout: Layout, data: StatusGridData): Placed {
  const { theme } = data;
  const ground: Shape[] = [];
  const marks: Mark[] = [];
  const titles = block.map(({ label, columns }, nth) =>
    wrap(label, HEAD, columns.length * layout.cell + (nth < block.length - 1 ? GAP - 6 : -4)),
  );
  const deep = Math.max(1, ...titles.map((title) => title.length)) * 16;
  let y = top + deep + 30;
  data.rows.forEach((_, row) => {
    const height = layout.heights[row] ?? ROW;
    ground.push(...lines(0, y + height / 2, layout.names[row] ?? [], 18, { ...NAME, fill: theme.ink }));
    let x = layout.gutter;
    for (const group of block) {
      group.columns.forEach((__, column) => {
        const mark = cellMark({ group, row, column }, { x: x + column * layout.cell, y, height }, layout, data);
        if (mark) marks.push(mark);
      });
      x += group.columns.length * layout.cell + GAP;
    }
    y += height;
  });
  let x = layout.gutter;
  for (const [nth, group] of block.entries()) {
    const width = group.columns.length * layout.cell;
    const next = x;
    ground.push(
      ...(titles[nth] ?? []).map((part, k, all) =>
        text(x + 2, top + deep - 8 - (all.length - 1 - k) * 16, part, { ...HEAD, fill: theme.ink }),
      ),
      line(x + 2, top + deep + 4, x + width - 2, top + deep + 4, { stroke: theme.context }),
      ...group.columns.map(({ label }, i) =>
        text(next + (i + 0.5) * layout.cell, top + deep + 17, label, { ...SMALL, fill: theme.ink3, align: 'center' }),
      ),
    );
    x += width + GAP;
  }
  return { ground, marks, bottom: y };
}

function describe(data: StatusGridData): string {
  const { locale } = data;
  const each = data.rows.map((row, i) => {
    const parts = data.groups.map((group) => {
      const own = (group.cells[i] ?? []).filter((cell) => cell !== null);
      const done = own.reduce((sum, cell) => sum + cell.numerator, 0);
      const due = own.reduce((sum, cell) => sum + (cell.denominator ?? 0), 0);
      return `${group.label} ${due === 0 ? word('notDue', locale) : fractionText({ numerator: done, denominator: due })}`;
    });
    return `${row.label}: ${parts.join(', ')}`;
  });
  return each.join('; ');
}

/** Duties by row and period: boxes where a row is one committee, x/n where it is several. */
export function statusGrid(data: StatusGridData): Drawing {
  const layout = layoutOf(data);
  const states: readonly State[] = layout.counts ? [] : ['done', 'undone', 'notDue'];
  const key = keyLine(
    states.map((state) => ({
      label: word(state === 'partly' ? 'undone' : state, data.locale),
      width: BOX,
      glyph: (x: number, y: number) => box(x + BOX / 2, y, state, data),
    })),
    data.width,
    data.theme,
  );
  const ground: Shape[] = [...key.shapes];
  const marks: Mark[] = [];
  let y = key.height + (key.height > 0 ? 12 : 0);
  for (const block of layout.blocks) {
    const placed = placeBlock(block, y, layout, data);
    ground.push(...placed.ground);
    marks.push(...placed.marks);
    y = placed.bottom + 20;
  }
  return draw({ ...data, height: y - 16, description: describe(data), ground, marks });
}
