import type { EChartsOption } from 'echarts';
import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

// Only what figures are drawn with; the rest of the library stays out of the page.
use([BarChart, CustomChart, ScatterChart, GridComponent, TooltipComponent, AriaComponent, LabelLayout, SVGRenderer]);

export type { EChartsType };

export const startChart = (element: HTMLElement): EChartsType => init(element, null, { renderer: 'svg' });

/** The drawing as SVG text, without a place on the page. */
export function drawSvg(option: EChartsOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
