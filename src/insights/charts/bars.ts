import type { BarSeriesOption, CustomSeriesOption, ScatterSeriesOption } from 'echarts';
import { type Drawn, type DrawnRow, valueLabel } from './drawn-rows.ts';
import { textWidth } from './measure.ts';
import {
  type Area,
  hiddenValueAxis,
  type Panel,
  SMALL,
  type Style,
  TEXT,
  valueStyles,
  valueText,
  whiskers,
} from './panel.ts';
import { type RowLabels, rowAxis, setRowLabels, topRoom } from './row-labels.ts';

const BAR = 16;
const THIN = 12;

/** What one column of numbers looks like as bars. */
type Look = {
  readonly column: number;
  readonly colour: string;
  readonly bar: number;
  /** Pixels from the middle of the row. */
  readonly shift: number;
  readonly bold: boolean;
};

const reach = (row: DrawnRow, column: number): number => {
  const cell = row.cells[column];
  return Math.max(0, cell?.value ?? 0, cell?.high ?? 0);
};

/** The widest words at the end of a bar, in pixels. */
export function valueRoom(drawn: Drawn, columns: readonly number[], style: Style): number {
  const widths = drawn.rows.flatMap((row) =>
    columns.map((at) => {
      const cell = row.cells[at];
      const kind = drawn.columns[at]?.kind;
      if (!cell || !kind) return 0;
      const label = valueLabel(cell, kind, style.locale);
      return textWidth(label.value, TEXT) * 1.12 + (label.n ? textWidth(label.n, SMALL) + 10 : 0);
    }),
  );
  return Math.ceil(Math.max(...widths)) + 10;
}

/** The end of each bar in words: beyond its whisker, so that neither covers the other. */
export function valueLabels(
  drawn: Drawn,
  look: Pick<Look, 'column' | 'shift' | 'bold'>,
  at: number,
  style: Style,
  side: 'left' | 'right' = 'right',
): ScatterSeriesOption {
  const kind = drawn.columns[look.column]?.kind ?? 'count';
  const styles = valueStyles(style.theme);
  return {
    type: 'scatter',
    xAxisIndex: at,
    yAxisIndex: at,
    symbol: 'rect',
    symbolSize: [0.01, 0.01],
    symbolOffset: [0, look.shift],
    itemStyle: { color: 'transparent', opacity: 1 },
    silent: true,
    animation: false,
    z: 6,
    tooltip: { show: false },
    data: drawn.rows.map((row, i) => ({ name: row.key, value: [reach(row, look.column), i] })),
    label: {
      show: true,
      position: side,
      distance: 6,
      formatter: ({ dataIndex }) => {
        const cell = drawn.rows[dataIndex]?.cells[look.column];
        return cell ? valueText(valueLabel(cell, kind, style.locale)) : '';
      },
      rich: look.bold ? styles : { ...styles, v: { ...styles.v, fontWeight: 400, color: style.theme.soft } },
    },
  };
}

function barSeries(drawn: Drawn, look: Look, at: number, style: Style): BarSeriesOption {
  return {
    type: 'bar',
    name: drawn.columns[look.column]?.label,
    xAxisIndex: at,
    yAxisIndex: at,
    barWidth: look.bar,
    barGap: '25%',
    itemStyle: { color: look.colour, borderRadius: [0, 1, 1, 0] },
    emphasis: { itemStyle: { opacity: 0.85 } },
    animation: style.moves,
    animationDuration: 350,
    cursor: 'pointer',
    data: drawn.rows.map((row) => ({ name: row.key, value: row.cells[look.column]?.value ?? 0 })),
  };
}

export function intervalsOf(rows: readonly DrawnRow[], column: number): [number, number, number][] {
  return rows.flatMap((row, i): [number, number, number][] => {
    const cell = row.cells[column];
    return cell?.low !== undefined && cell.high !== undefined && cell.value !== null ? [[i, cell.low, cell.high]] : [];
  });
}

function barsOf(drawn: Drawn, looks: readonly Look[], area: Area, at: number, style: Style, labels: RowLabels): Panel {
  const height = topRoom(labels) + drawn.rows.length * labels.rowHeight;
  const columns = looks.map((look) => look.column);
  const room = valueRoom(drawn, columns, style);
  const bars = looks.reduce((sum, look) => sum + look.bar, 0);
  const most = Math.max(...drawn.rows.flatMap((row) => row.cells.map((_, column) => reach(row, column))));
  return {
    height,
    grids: [
      {
        left: area.left + labels.column,
        top: area.top + topRoom(labels),
        width: Math.max(40, area.width - labels.column - room),
        height: height - topRoom(labels),
        containLabel: false,
      },
    ],
    xAxes: [hiddenValueAxis(at, 0, most)],
    yAxes: [rowAxis(at, drawn.rows, labels, { theme: style.theme, barHeight: bars })],
    series: looks.flatMap((look) => [
      barSeries(drawn, look, at, style),
      whiskers(at, intervalsOf(drawn.rows, look.column), {
        colour: style.theme.ink,
        upright: false,
        shift: look.shift,
        cap: look.bar / 4,
      }),
      valueLabels(drawn, look, at, style),
    ]),
  };
}

/** What the bars are set against, as a tick across each. */
function baselineTicks(drawn: Drawn, at: number, style: Style): CustomSeriesOption {
  return {
    type: 'custom',
    name: drawn.columns[1]?.label,
    xAxisIndex: at,
    yAxisIndex: at,
    silent: true,
    animation: false,
    z: 7,
    tooltip: { show: false },
    data: drawn.rows.flatMap((row, i) => {
      const value = row.cells[1]?.value;
      return typeof value === 'number' ? [[i, value]] : [];
    }),
    renderItem: (_params, api) => {
      const [x = 0, y = 0] = api.coord([Number(api.value(1)), Number(api.value(0))]);
      return {
        type: 'rect',
        shape: { x: x - 1.5, y: y - BAR / 2 - 3, width: 3, height: BAR + 6 },
        style: { fill: style.theme.other, stroke: style.theme.paper, lineWidth: 1 },
      };
    },
  };
}

/** One bar a row, its interval as a whisker, its value and count at its end; a second column is a tick across the bar. */
export function barsPanel(drawn: Drawn, area: Area, at: number, style: Style): Panel {
  const looks = [{ column: 0, colour: style.theme.field, bar: BAR, shift: 0, bold: true }];
  const panel = barsOf(drawn, looks, area, at, style, setRowLabels(drawn.rows, area.width, BAR));
  if (!hasBaseline(drawn)) return panel;
  return { ...panel, series: [...panel.series, baselineTicks(drawn, at, style)] };
}

/** Whether a second column of the same kind is drawn as a tick. */
export const hasBaseline = (drawn: Drawn): boolean =>
  drawn.columns.length > 1 && drawn.columns[1]?.kind === drawn.columns[0]?.kind;

/** The field's bar and below it the baseline's, row by row. */
export function againstPanel(drawn: Drawn, area: Area, at: number, style: Style): Panel {
  const apart = (THIN * 1.25) / 2;
  const looks = [
    { column: 0, colour: style.theme.field, bar: THIN, shift: -apart, bold: true },
    { column: 1, colour: style.theme.baseline, bar: THIN, shift: apart, bold: false },
  ];
  return barsOf(drawn, looks, area, at, style, setRowLabels(drawn.rows, area.width, THIN * 2.25 + 4));
}
