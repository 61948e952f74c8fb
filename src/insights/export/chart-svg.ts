import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { type ChartOptions, drawFigure, textWidth } from '../charts/index.ts';
import type { Figure } from '../model.ts';

use([BarChart, CustomChart, ScatterChart, GridComponent, AriaComponent, LabelLayout, SVGRenderer]);

// Without a canvas, texts are measured as they are placed; bold ones with room for the widest fonts that may show them.
setPlatformAPI({
  measureText: (text, font = '') => {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12);
    const bold = /\b(?:bold|[6-9]00)\b/.test(font) ? 1.12 : 1.02;
    return { width: textWidth(text, size) * bold };
  },
});

export type ChartSvg = {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly shown: number;
  readonly total: number;
};

/** The drawing without what only a pointer would need: areas to hover, and their numbered classes, which differ each time. */
function still(svg: string): string {
  return svg
    .replaceAll(/<path (?![^>]*stroke=)[^>]*fill="none" pointer-events="visible"[^>]*><\/path>\n?/g, '')
    .replaceAll(/ class="zr[^"]*"/g, '')
    .replaceAll(/<style[\s\S]*?<\/style>\n?/g, '');
}

/** A figure's chart as SVG text, drawn without a browser; null where it has none. */
export function chartSvg(figure: Figure, options: ChartOptions): ChartSvg | null {
  const { width } = options;
  const chart = drawFigure(figure, options);
  if (!chart) return null;
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height: chart.height });
  try {
    const { tooltip: _, ...option } = chart.option;
    instance.setOption(option);
    const { height, description, shown, total } = chart;
    return { svg: still(instance.renderToSVGString()), width, height, description, shown, total };
  } finally {
    instance.dispose();
  }
}
