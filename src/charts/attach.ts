import { type Drawing, MARKS, type Picked } from './drawing';
import { init } from './echarts';
import { Stops } from './stops';
import { giveUpTurn, takeTurn } from './turns';

/** What a page may want to hear from a chart, and how it wants it painted. */
export interface ChartHandlers {
  /** A mark was clicked or tapped, or Enter pressed at it. */
  readonly onselect?: (picked: Picked) => void;
  /** What the mark the keyboard stops at says, a line each; none where it has left. */
  readonly onstop?: (lines: readonly string[]) => void;
  /** A picture is laid out: its size is known and its room reserved. */
  readonly onlayout?: (drawing: Drawing) => void;
  /** A picture stands on the page: the first one, or one after a change. */
  readonly ondraw?: (drawing: Drawing) => void;
  /** Paint within the call and without movement: the page is being laid out for paper, which shows what stands there now. */
  readonly still?: boolean;
}

type Chart = ReturnType<typeof init>;

/** What a node holds: its chart, once painted, and who answers for it. */
interface Held {
  chart: Chart | null;
  holder: symbol;
  handlers: ChartHandlers;
  stops: Stops | null;
}

const helds = new WeakMap<HTMLElement, Held>();

/** The chart of a node. One that has just been let go is taken over, so that a change is a movement and not a new picture. */
function hold(node: HTMLElement, holder: symbol, handlers: ChartHandlers): Held {
  const held = helds.get(node) ?? { chart: null, holder, handlers, stops: null };
  held.holder = holder;
  held.handlers = handlers;
  helds.set(node, held);
  return held;
}

/** Disposes of the chart unless somebody takes it over within this turn: Svelte tears an attachment down and sets it up again at once. */
function letGo(node: HTMLElement, holder: symbol): void {
  queueMicrotask(() => {
    const held = helds.get(node);
    if (held?.holder !== holder) return;
    helds.delete(node);
    giveUpTurn(node);
    held.chart?.dispose();
    held.chart = null;
  });
}

function open(node: HTMLElement, held: Held, { width, height }: Drawing): Chart {
  const chart = init(node, null, { renderer: 'svg', width, height });
  chart.on('click', ({ data }: { readonly data?: unknown }) => {
    if (data !== null && typeof data === 'object' && 'picked' in data && data.picked)
      held.handlers.onselect?.(data.picked as Picked);
  });
  return chart;
}

function show(node: HTMLElement, held: Held, drawing: Drawing, still: boolean): void {
  const moving = !still && !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still) {
    // A movement that has begun would go on.
    held.chart?.dispose();
    held.chart = null;
  }
  held.chart ??= open(node, held, drawing);
  held.chart.resize({ width: drawing.width, height: drawing.height, silent: true });
  held.chart.setOption({ ...drawing.option, animation: moving });
  held.stops?.end();
  held.stops = stopsOf(held, drawing);
  // A picture to walk over is no mere picture: a screen reader lets the arrow keys through to it.
  node.setAttribute('role', held.stops.any ? 'application' : 'img');
  if (held.stops.any) node.tabIndex = 0;
  else node.removeAttribute('tabindex');
}

/** The walk of the keyboard over the marks of a picture: as under the pointer, one mark is lifted and says what it is. */
function stopsOf(held: Held, drawing: Drawing): Stops {
  let lifted: number | null = null;
  const act = (type: string, mark?: number): void => {
    held.chart?.dispatchAction({ type, seriesIndex: MARKS, ...(mark !== undefined && { dataIndex: mark }) });
  };
  return new Stops(drawing, {
    show: (mark) => {
      if (lifted !== null) act('downplay', lifted);
      if (mark !== null) act('highlight', mark);
      if (mark === null) act('hideTip');
      else act('showTip', mark);
      lifted = mark;
    },
    say: (lines) => held.handlers.onstop?.(lines),
    pick: (picked) => held.handlers.onselect?.(picked),
  });
}

/** Lays a picture out now and paints it in its turn; null clears the node. */
function place(node: HTMLElement, held: Held, drawing: Drawing | null, handlers: ChartHandlers): void {
  giveUpTurn(node);
  if (!drawing) {
    held.chart?.clear();
    node.style.height = '0px';
    return;
  }
  const still = handlers.still === true;
  const paint = (): void => {
    show(node, held, drawing, still);
    handlers.ondraw?.(drawing);
  };
  handlers.onlayout?.(drawing);
  if (!still) {
    takeTurn(node, drawing.height, paint);
    return;
  }
  node.style.height = `${drawing.height}px`;
  paint();
}

/**
 * A Svelte attachment that keeps a chart in its node: `{@attach chart((width) => dotInterval({ …, width }), { onselect })}`.
 * `drawingAt` is asked at once, and again when the node's width changes and, through Svelte, when what it reads changes;
 * null clears the node. The picture is painted in a task of its own. The node needs a width of its own; its height is set.
 */
export function chart(
  drawingAt: (width: number) => Drawing | null,
  handlers: ChartHandlers = {},
): (node: HTMLElement) => () => void {
  return (node) => {
    const holder = Symbol('chart');
    const held = hold(node, holder, handlers);
    const listening = new AbortController();
    const { signal } = listening;
    node.addEventListener('focus', () => node.matches(':focus-visible') && held.stops?.begin(), { signal });
    // A picture that is taken away loses the focus in the middle of that: nothing may be told then.
    const leave = (): void => queueMicrotask(() => void (signal.aborted || held.stops?.end()));
    node.addEventListener('blur', leave, { signal });
    node.addEventListener('keydown', (event) => held.stops?.press(event), { signal });
    node.style.fontVariantNumeric = 'tabular-nums';
    let drawnAt = -1;
    const redraw = (): void => {
      const width = Math.floor(node.clientWidth);
      if (width === 0 || width === drawnAt) return;
      drawnAt = width;
      place(node, held, drawingAt(width), handlers);
    };
    // In the next frame: setting a height inside the observer makes browsers report a loop.
    let due = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(due);
      due = requestAnimationFrame(redraw);
    });
    observer.observe(node);
    redraw();
    return () => {
      listening.abort();
      observer.disconnect();
      cancelAnimationFrame(due);
      letGo(node, holder);
    };
  };
}
