import { CustomChart } from 'echarts/charts';
import { AriaComponent, TooltipComponent } from 'echarts/components';
import { init as open, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/**
 * ECharts with no more than these pictures need: one series type, tooltip, description, SVG. They are told within the call: what a module
 * does by itself is left out of the build (`sideEffects` in package.json), so that the page stands before ECharts is fetched.
 */
export const init: typeof open = (...how) => {
  use([CustomChart, TooltipComponent, AriaComponent, SVGRenderer]);
  return open(...how);
};
