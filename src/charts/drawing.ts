import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { Shape } from './shape';
import { FONT_FAMILY, type Theme } from './theme';
import { tipHtml } from './tip';

/** What a reader picked: the row (zone, level …) and the column (period, domain …) of the mark, where it has them. */
export interface Picked {
  readonly row?: string;
  readonly column?: string;
}

/** A mark: shapes that belong together, are hovered together and are picked together. */
export interface Mark {
  /** Stable between drawings, so that a mark moves to its new place instead of being replaced. */
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly shapes: readonly Shape[];
  /** Plain text, a line each; the first is the heading. None: the mark says nothing. */
  readonly tip?: readonly string[];
  readonly picked?: Picked;
}

/** Everything a picture is made of. `ground` lies below the marks, `cover` above; neither answers the pointer. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** The picture in words, for those who do not see it. */
  readonly description: string;
  readonly ground: readonly Shape[];
  readonly marks: readonly Mark[];
  readonly cover?: readonly Shape[];
}

/** A mark the keyboard stops at: its place among all marks, and what it says. */
export interface Stop {
  readonly mark: number;
  readonly tip: readonly string[];
  readonly picked?: Picked;
}

/** A finished chart: the option for ECharts and the size it was laid out for, px. The option is right at that size only. */
export interface Drawing {
  readonly option: EChartsOption;
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly theme: Theme;
  readonly stops: readonly Stop[];
}

/** What every chart is given besides its data. */
export interface Setting {
  readonly width: number;
  readonly theme: Theme;
  readonly locale: 'zh' | 'en';
}

/** Height no picture goes below, so that an empty one still is one. */
const LEAST_HEIGHT = 40;

/** Room between the layers of a scene, more than any of them has shapes: what ECharts lifts under the pointer stays in its layer. */
const LAYER = 100_000;

/**
 * Shapes as the children of a group: each named by its kind and nailed to its place in the pile. ECharts otherwise matches the
 * shapes of two drawings by their index alone; a text that becomes a line keeps the place of the text, and lines vanish
 * when the width or the number of ticks changes.
 */
function group(shapes: readonly Shape[], from: number, at: { readonly x?: number; readonly y?: number } = {}): Shape {
  const kinds = new Map<string, number>();
  const children = shapes.map((shape, nth) => {
    const before = kinds.get(shape.type) ?? 0;
    kinds.set(shape.type, before + 1);
    return { z2: from + nth, ...shape, name: `${shape.type}${before}` };
  });
  return { type: 'group', ...at, diffChildrenByName: true, children };
}

const still = (id: string, shapes: readonly Shape[], layer: number): CustomSeriesOption => ({
  id,
  type: 'custom',
  coordinateSystem: 'none',
  silent: true,
  tooltip: { show: false },
  data: [{ id, value: [0] }],
  renderItem: () => group(shapes, layer * LAYER),
});

function marksOf(marks: readonly Mark[], layer: number): CustomSeriesOption {
  let next = layer * LAYER;
  const from = marks.map(({ shapes }) => (next += shapes.length) - shapes.length);
  return {
    id: 'marks',
    type: 'custom',
    coordinateSystem: 'none',
    cursor: marks.some(({ picked }) => picked) ? 'pointer' : 'default',
    data: marks.map(({ id, picked }) => ({ id, value: [0], picked })),
    renderItem: ({ dataIndex }) => {
      const mark = marks[dataIndex];
      return mark ? group(mark.shapes, from[dataIndex] ?? 0, { x: mark.x ?? 0, y: mark.y ?? 0 }) : null;
    },
  };
}

const stopsOf = (marks: readonly Mark[]): Stop[] =>
  marks.flatMap(({ tip, picked }, mark) => (tip?.length ? [{ mark, tip, ...(picked && { picked }) }] : []));

/** The series that holds the marks; below it the ground, above it the cover. */
export const MARKS = 1;

/** Turns a scene into an ECharts option: three custom series over one another, a text tooltip, a description. */
export function draw(scene: Scene): Drawing {
  const { theme, marks, width, description } = scene;
  const height = Math.max(LEAST_HEIGHT, Math.ceil(scene.height));
  const option: EChartsOption = {
    animation: true,
    // The first picture stands at once; only a change is shown as movement.
    animationDuration: 0,
    animationDurationUpdate: 240,
    animationEasingUpdate: 'cubicOut',
    aria: { enabled: true, label: { description } },
    textStyle: { fontFamily: FONT_FAMILY },
    tooltip: {
      trigger: 'item',
      confine: true,
      transitionDuration: 0,
      backgroundColor: theme.panel,
      borderColor: theme.context,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: theme.ink, fontSize: 12, fontFamily: FONT_FAMILY },
      extraCssText:
        'box-shadow:none;border-radius:2px;max-width:280px;white-space:normal;font-variant-numeric:tabular-nums',
      formatter: (params) => {
        const { dataIndex } = Array.isArray(params) ? (params[0] ?? { dataIndex: -1 }) : params;
        return tipHtml(marks[dataIndex]?.tip ?? []);
      },
    },
    series: [still('ground', scene.ground, 0), marksOf(marks, MARKS), still('cover', scene.cover ?? [], 2)],
  };
  return { option, width, height, description, theme, stops: stopsOf(marks) };
}
