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

/** A finished chart: the option for ECharts and the size it was laid out for, px. The option is right at that size only. */
export interface Drawing {
  readonly option: EChartsOption;
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly theme: Theme;
}

/** What every chart is given besides its data. */
export interface Setting {
  readonly width: number;
  readonly theme: Theme;
  readonly locale: 'zh' | 'en';
}

/** Height no picture goes below, so that an empty one still is one. */
const LEAST_HEIGHT = 40;

const still = (id: string, shapes: readonly Shape[]): CustomSeriesOption => ({
  id,
  type: 'custom',
  coordinateSystem: 'none',
  silent: true,
  tooltip: { show: false },
  data: [{ id, value: [0] }],
  renderItem: () => ({ type: 'group', children: [...shapes] }),
});

function marksOf(marks: readonly Mark[]): CustomSeriesOption {
  return {
    id: 'marks',
    type: 'custom',
    coordinateSystem: 'none',
    cursor: marks.some(({ picked }) => picked) ? 'pointer' : 'default',
    data: marks.map(({ id, picked }) => ({ id, value: [0], picked })),
    renderItem: ({ dataIndex }) => {
      const mark = marks[dataIndex];
      return mark ? { type: 'group', x: mark.x ?? 0, y: mark.y ?? 0, children: [...mark.shapes] } : null;
    },
  };
}

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
    series: [still('ground', scene.ground), marksOf(marks), still('cover', scene.cover ?? [])],
  };
  return { option, width, height, description, theme };
}
