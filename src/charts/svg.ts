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
