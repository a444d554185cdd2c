import { textWidth } from '../../src/charts/measure';

/** A text of a rendered picture, with the box it takes. */
export interface Placed {
  readonly text: string;
  readonly fill: string;
  /** What the text stands on, `#rrggbb`; null for the paper. */
  readonly ground: string | null;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

interface Area {
  readonly fill: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
const unescape = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
const attribute = (tag: string, name: string): string | null => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

function offset(tag: string): { x: number; y: number } {
  const found = /translate\(([-\d.]+)(?:[ ,]([-\d.]+))?\)/.exec(attribute(tag, 'transform') ?? '');
  return { x: Number(found?.[1] ?? 0), y: Number(found?.[2] ?? 0) };
}

/** A path that is an upright rectangle with a solid fill, else null. */
function areaOf(tag: string): Area | null {
  const fill = attribute(tag, 'fill') ?? '';
  if (!fill.startsWith('#') || attribute(tag, 'opacity') === '0' || attribute(tag, 'fill-opacity') === '0') return null;
  const found = /^M([-\d.]+) ([-\d.]+)l([-\d.]+) 0l0 ([-\d.]+)l-[\d.]+ 0Z$/.exec(attribute(tag, 'd') ?? '');
  if (!found) return null;
  const [x, y, width, height] = found.slice(1).map(Number) as [number, number, number, number];
  const at = offset(tag);
  return { fill, left: x + at.x, right: x + at.x + width, top: y + at.y, bottom: y + at.y + height };
}

/** Every text of an SVG made by ECharts, in drawing order, with its estimated box and what it stands on. */
export function textsOf(svg: string): Placed[] {
  const areas: Area[] = [];
  const texts: Placed[] = [];
  for (const [, tag = '', content = ''] of svg.matchAll(/<((?:path|text)[^>]*)>([^<]*)/g)) {
    if (tag.startsWith('path')) {
      const area = areaOf(tag);
      if (area) areas.push(area);
      continue;
    }
    if (content === '') continue;
    const text = unescape(content);
    const { x, y } = offset(tag);
    const size = Number(/font-size:([\d.]+)px/.exec(tag)?.[1] ?? 12);
    const weight = /font-weight:(600|500)/.exec(tag)?.[1] === '600' ? 600 : 400;
    const width = textWidth(text, { size, weight });
    const anchor = attribute(tag, 'text-anchor');
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    const middle = left + width / 2;
    const under = areas.findLast(
      (area) => area.left <= middle && middle <= area.right && area.top <= y && y <= area.bottom,
    );
    texts.push({
      text,
      fill: attribute(tag, 'fill') ?? '#000000',
      ground: under?.fill ?? null,
      left,
      right: left + width,
      y,
      size,
    });
  }
  return texts;
}

/** Pairs of texts that cover each other by more than the slack of the estimate. */
export function collisions(texts: readonly Placed[]): string[] {
  return texts.flatMap((a, i) =>
    texts.slice(i + 1).flatMap((b) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const slack = 0.06 * Math.min(a.right - a.left, b.right - b.left) + 1;
      const down = (a.size + b.size) / 2 - 1.5 - Math.abs(a.y - b.y);
      return across > slack && down > 0 ? [`${a.text} × ${b.text}`] : [];
    }),
  );
}
