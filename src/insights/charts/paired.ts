import type { BarSeriesOption, ScatterSeriesOption } from 'echarts';
import { intervalsOf, valueLabels, valueRoom } from './bars.ts';
import type { Drawn } from './drawn-rows.ts';
import { textWidth, wrapText } from './measure.ts';
import { type Area, hiddenValueAxis, type Panel, type Style, TEXT, whiskers } from './panel.ts';

const BAR = 15;
const LINE = 16;

/** Two columns back to back, the names of the rows between them, or above them on a narrow drawing. */
export function pairedPanel(drawn: Drawn, area: Area, at: number, style: Style): Panel {
  const { theme } = style;
  const widest = Math.max(...drawn.rows.map((row) => textWidth(row.label, TEXT)));
  const between = area.width >= 560;
  const middle = between ? Math.min(190, widest) + 20 : 4;
  const lines = drawn.rows.map((row) => wrapText(row.label, between ? middle - 12 : area.width, TEXT));
  const most = Math.max(...lines.map((one) => one.length));
  const rowHeight = between ? Math.max(32, most * LINE + 10) : BAR + most * LINE + 14;
  const top = between ? 0 : 10;
  const height = top + drawn.rows.length * rowHeight;
  const room = valueRoom(drawn, [0, 1], style);
  const side = Math.max(30, (area.width - middle) / 2 - room);
  const max = Math.max(
    ...drawn.rows.flatMap((row) => row.cells.map((cell) => Math.max(cell.value ?? 0, cell.high ?? 0))),
  );
  const sides = [
    { column: 0, colour: theme.field, left: area.left + room, inverse: true },
    { column: 1, colour: theme.other, left: area.left + room + side + middle, inverse: false },
  ] as const;
  const names: ScatterSeriesOption = {
    type: 'scatter',
    xAxisIndex: at + 1,
    yAxisIndex: at + 1,
    symbolSize: 0.01,
    itemStyle: { opacity: 1 },
    silent: true,
    animation: false,
    z: 6,
    tooltip: { show: false },
    data: drawn.rows.map((row, i) => ({ name: row.key, value: [0, i] })),
    label: {
      show: true,
      position: between ? 'left' : 'top',
      align: 'center',
      distance: between ? middle / 2 : BAR / 2 + 3,
      color: theme.ink,
      fontSize: TEXT,
      fontFamily: theme.font,
      lineHeight: LINE,
      formatter: ({ dataIndex }) => (lines[dataIndex] ?? []).join('\n'),
    },
  };
  return {
    height,
    grids: sides.map(({ left }) => ({ left, top: area.top + top, width: side, height: height - top })),
    xAxes: sides.map(({ inverse }, i) => hiddenValueAxis(at + i, 0, max, inverse)),
    yAxes: sides.map(({ inverse }, i) => ({
      type: 'category',
      gridIndex: at + i,
      inverse: true,
      position: inverse ? 'right' : 'left',
      data: drawn.rows.map((row) => row.key),
      axisTick: { show: false },
      axisLabel: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.line } },
    })),
    series: [
      ...sides.flatMap(({ column, colour, inverse }) => {
        const bar: BarSeriesOption = {
          type: 'bar',
          name: drawn.columns[column]?.label,
          xAxisIndex: at + column,
          yAxisIndex: at + column,
          barWidth: BAR,
          itemStyle: { color: colour },
          emphasis: { itemStyle: { opacity: 0.85 } },
          animation: style.moves,
          animationDuration: 350,
          data: drawn.rows.map((row) => ({ name: row.key, value: row.cells[column]?.value ?? 0 })),
        };
        return [
          bar,
          whiskers(at + column, intervalsOf(drawn.rows, column), { colour: theme.ink, upright: false }),
          valueLabels(drawn, { column, shift: 0, bold: true }, at + column, style, inverse ? 'left' : 'right'),
        ];
      }),
      names,
    ],
  };
}
