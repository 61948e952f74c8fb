import type { CustomSeriesOption } from 'echarts';
import { textWidth } from './measure.ts';
import { type Area, LEGEND_HEIGHT, type LegendEntry, type Panel, SMALL, type Style } from './panel.ts';

/**
 * A line of colours and names above a chart. Drawn as a series of its own on hidden axes, so that it is in every rendering
 * and needs no legend to click on.
 */
export function legendPanel(entries: readonly LegendEntry[], area: Area, at: number, style: Style): Panel {
  const places: { entry: LegendEntry; x: number; y: number }[] = [];
  let x = 0;
  let line = 0;
  for (const entry of entries) {
    const width = textWidth(entry.label, SMALL) + 34;
    if (x > 0 && x + width > area.width) {
      x = 0;
      line += 1;
    }
    places.push({ entry, x, y: line * 20 + 8 });
    x += width;
  }
  const height = LEGEND_HEIGHT + line * 20;
  const mark = ({ entry, x, y }: (typeof places)[number]) => {
    if (entry.shape === 'dot')
      return { type: 'circle' as const, shape: { cx: x + 6, cy: y, r: 4 }, style: { fill: entry.colour } };
    const tick = entry.shape === 'tick';
    return {
      type: 'rect' as const,
      shape: tick ? { x: x + 5, y: y - 7, width: 2.5, height: 14 } : { x, y: y - 5, width: 12, height: 10 },
      style: { fill: entry.colour },
    };
  };
  const series: CustomSeriesOption = {
    type: 'custom',
    xAxisIndex: at,
    yAxisIndex: at,
    silent: true,
    animation: false,
    tooltip: { show: false },
    data: places.map((_, i) => [0, i]),
    renderItem: (params) => {
      const place = places[params.dataIndex];
      if (!place) return null;
      return {
        type: 'group',
        x: area.left,
        y: area.top,
        children: [
          mark(place),
          {
            type: 'text',
            x: place.x + 18,
            y: place.y,
            style: {
              text: place.entry.label,
              fill: style.theme.soft,
              fontSize: SMALL,
              fontFamily: style.theme.font,
              verticalAlign: 'middle',
            },
          },
        ],
      };
    },
  };
  return {
    height,
    grids: [{ left: area.left, top: area.top, width: area.width, height }],
    xAxes: [{ type: 'value', gridIndex: at, min: 0, max: 1, show: false }],
    yAxes: [{ type: 'value', gridIndex: at, min: 0, max: Math.max(1, places.length), show: false }],
    series: [series],
  };
}
