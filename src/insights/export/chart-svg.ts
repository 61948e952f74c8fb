import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { type ChartTheme, drawFigure, type Locale } from '../charts/index.ts';
import type { Figure } from '../model.ts';

use([BarChart, CustomChart, ScatterChart, GridComponent, AriaComponent, LabelLayout, SVGRenderer]);

export type ChartSvg = {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly shown: number;
  readonly total: number;
};

/** A figure's chart as SVG text, drawn without a browser; null where it has none. */
export function chartSvg(figure: Figure, locale: Locale, width: number, theme: ChartTheme): ChartSvg | null {
  const chart = drawFigure(figure, { locale, theme, width });
  if (!chart) return null;
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height: chart.height });
  try {
    const { tooltip: _, ...option } = chart.option;
    instance.setOption(option);
    const { height, description, shown, total } = chart;
    return { svg: instance.renderToSVGString(), width, height, description, shown, total };
  } finally {
    instance.dispose();
  }
}
