import { CustomChart } from 'echarts/charts';
import { AriaComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([CustomChart, TooltipComponent, AriaComponent, SVGRenderer]);

/** ECharts with no more than these pictures need: one series type, tooltip, description, SVG. */
export { init };
export type { ECharts } from 'echarts/core';
