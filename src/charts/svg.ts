import type { Drawing } from './drawing';
import { init } from './echarts';

/** The drawing as one self-contained SVG text, without a page: for images, printed reports and tests. */
export function svgOf({ option, width, height }: Drawing): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** What only a picture needs that answers the pointer, or that stands in no page of its own font. */
const MOVING: readonly RegExp[] = [
  /<style>.*?<\/style>/gsu,
  /<\w+ [^>]*fill-opacity="0"[^>]*><\/\w+>\n?/gu,
  / (?:ecmeta_\w+|class|pointer-events|xml:space|xmlns|xmlns:xlink|version|baseProfile)="[^"]*"/gu,
  /font-family:[^;"]*;|font-weight:400;/gu,
];

/** The same for a page that never moves and sets the font: a third of the size. */
export const stillSvgOf = (drawing: Drawing): string =>
  MOVING.reduce((svg, part) => svg.replace(part, ''), svgOf(drawing));
