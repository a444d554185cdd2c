import type { CustomSeriesRenderItemReturn } from 'echarts';
import type { Type } from './measure';
import { FONT_FAMILY } from './theme';

/** One drawn thing, in ECharts' own terms. */
export type Shape = NonNullable<CustomSeriesRenderItemReturn>;

/** How a text is set and where it hangs. */
export interface TextStyle extends Type {
  readonly fill: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Colour of a plate behind the text, where it may cross a line. */
  readonly plate?: string;
}

/** How a path is drawn. `shown: 'hover'` appears only under the pointer. */
export interface PathStyle {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly shown?: 'hover';
}

/** A line of text, centred vertically on `y`. */
export function text(x: number, y: number, content: string, style: TextStyle): Shape {
  return {
    type: 'text',
    x,
    y,
    silent: true,
    style: {
      text: content,
      fill: style.fill,
      align: style.align ?? 'left',
      verticalAlign: 'middle',
      fontSize: style.size,
      fontWeight: style.weight ?? 400,
      fontFamily: FONT_FAMILY,
      ...(style.plate === undefined ? {} : { backgroundColor: style.plate, padding: [1, 3] }),
    },
  };
}

/** Lines of text centred as a block on `y`. */
export function lines(x: number, y: number, contents: readonly string[], leading: number, style: TextStyle): Shape[] {
  const top = y - ((contents.length - 1) * leading) / 2;
  return contents.map((content, i) => text(x, top + i * leading, content, style));
}

function painted({ fill = 'none', stroke, width = 1, dash, shown }: PathStyle) {
  const style = {
    fill,
    ...(stroke === undefined ? {} : { stroke, lineWidth: width, lineCap: 'butt' as const, lineJoin: 'round' as const }),
    ...(dash === undefined ? {} : { lineDash: [...dash] }),
  };
  // The emphasis repeats the colours: ECharts would otherwise brighten whatever is under the pointer.
  const emphasis = { style: { fill, ...(stroke === undefined ? {} : { stroke }), opacity: 1 } };
  return shown === 'hover' ? { style: { ...style, opacity: 0 }, emphasis } : { style, emphasis };
}

/** A rectangle; `radius` rounds its corners. */
export function rect(x: number, y: number, width: number, height: number, style: PathStyle, radius = 0): Shape {
  const shape = { x, y, width: Math.max(0, width), height: Math.max(0, height), r: radius };
  return { type: 'rect', shape, ...painted(style) };
}

/** An area that is felt by the pointer and shows `fill` while it is. */
export function hoverArea(x: number, y: number, width: number, height: number, fill: string): Shape {
  // Far below everything: what is under the pointer is lifted by ECharts, and must still not cover grid and lines.
  return { type: 'rect', shape: { x, y, width, height }, z2: -100, ...painted({ fill, shown: 'hover' }) };
}

/** A disc or ring. */
export function circle(x: number, y: number, r: number, style: PathStyle): Shape {
  return { type: 'circle', shape: { cx: x, cy: y, r }, ...painted(style) };
}

/** A straight line, set on whole pixels when it is upright or level and one pixel wide, so that it prints crisp. */
export function line(x1: number, y1: number, x2: number, y2: number, style: PathStyle): Shape {
  const crisp = (value: number): number => ((style.width ?? 1) % 2 === 1 ? Math.floor(value) + 0.5 : Math.round(value));
  const shape = {
    x1: x1 === x2 ? crisp(x1) : x1,
    x2: x1 === x2 ? crisp(x2) : x2,
    y1: y1 === y2 ? crisp(y1) : y1,
    y2: y1 === y2 ? crisp(y2) : y2,
  };
  return { type: 'line', shape, ...painted(style) };
}

/** A line through points. */
export function polyline(points: readonly (readonly [number, number])[], style: PathStyle): Shape {
  return { type: 'polyline', shape: { points: points.map(([x, y]) => [x, y]) }, ...painted(style) };
}

/** A closed area through points. */
export function polygon(points: readonly (readonly [number, number])[], style: PathStyle): Shape {
  return { type: 'polygon', shape: { points: points.map(([x, y]) => [x, y]) }, ...painted(style) };
}

/** A small diamond: a published figure. */
export function diamond(x: number, y: number, r: number, style: PathStyle): Shape {
  return polygon(
    [
      [x, y - r],
      [x + r, y],
      [x, y + r],
      [x - r, y],
    ],
    style,
  );
}

/** Slanted strokes over a rectangle: here is nothing. */
export function hatch(x: number, y: number, width: number, height: number, stroke: string, gap = 6): Shape[] {
  const strokes: Shape[] = [];
  for (let at = gap; at < width + height; at += gap) {
    const from: [number, number] = at <= height ? [x, y + at] : [x + at - height, y + height];
    const to: [number, number] = at <= width ? [x + at, y] : [x + width, y + at - width];
    strokes.push(polyline([from, to], { stroke }));
  }
  return strokes;
}
