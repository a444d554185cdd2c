import type { Drawing, Picked } from './drawing';
import { init } from './echarts';

/** What a page may want to hear from a chart. */
export interface ChartHandlers {
  /** A mark was clicked or tapped. The keyboard's way to the same rows is the figure's table. */
  readonly onselect?: (picked: Picked) => void;
  /** A picture stands on the page: the first one, or one after a change. */
  readonly ondraw?: (drawing: Drawing) => void;
}

type Chart = ReturnType<typeof init>;

const charts = new WeakMap<HTMLElement, { readonly chart: Chart; holder: symbol }>();

/** The chart of a node. One that has just been let go is taken over, so that a change is a movement and not a new picture. */
function hold(node: HTMLElement, holder: symbol): Chart {
  const kept = charts.get(node);
  if (kept) {
    kept.holder = holder;
    return kept.chart;
  }
  // A size is given because the node has no height yet, and ECharts complains about that on the console.
  const chart = init(node, null, { renderer: 'svg', width: 1, height: 1 });
  charts.set(node, { chart, holder });
  return chart;
}

/** Disposes of the chart unless somebody takes it over within this turn: Svelte tears an attachment down and sets it up again at once. */
function letGo(node: HTMLElement, holder: symbol): void {
  queueMicrotask(() => {
    const kept = charts.get(node);
    if (kept?.holder !== holder) return;
    charts.delete(node);
    kept.chart.dispose();
  });
}

function show(node: HTMLElement, chart: Chart, drawing: Drawing): void {
  const moving = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  node.style.height = `${drawing.height}px`;
  chart.resize({ width: drawing.width, height: drawing.height, silent: true });
  chart.setOption({ ...drawing.option, animation: moving });
  node.setAttribute('role', 'img');
}

/**
 * A Svelte attachment that keeps a chart in its node: `{@attach chart((width) => dotInterval({ …, width }), { onselect })}`.
 * `drawingAt` is asked again when the node's width changes and, through Svelte, when what it reads changes; null clears
 * the node. The node needs a width of its own; its height is set.
 */
export function chart(
  drawingAt: (width: number) => Drawing | null,
  handlers: ChartHandlers = {},
): (node: HTMLElement) => () => void {
  return (node) => {
    const holder = Symbol('chart');
    const held = hold(node, holder);
    node.style.fontVariantNumeric = 'tabular-nums';
    let drawnAt = -1;
    const redraw = (): void => {
      const width = Math.floor(node.clientWidth);
      if (width === 0 || width === drawnAt) return;
      drawnAt = width;
      const drawing = drawingAt(width);
      if (!drawing) {
        held.clear();
        node.style.height = '0px';
        return;
      }
      show(node, held, drawing);
      handlers.ondraw?.(drawing);
    };
    const picked = (event: { readonly data?: unknown }): void => {
      const { data } = event;
      if (data !== null && typeof data === 'object' && 'picked' in data && data.picked)
        handlers.onselect?.(data.picked as Picked);
    };
    held.on('click', picked);
    // In the next frame: setting a height inside the observer makes browsers report a loop.
    let due = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(due);
      due = requestAnimationFrame(redraw);
    });
    observer.observe(node);
    redraw();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(due);
      held.off('click', picked);
      letGo(node, holder);
    };
  };
}
