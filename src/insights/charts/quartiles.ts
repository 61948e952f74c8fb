import type { CustomSeriesOption, ScatterSeriesOption } from 'echarts';
import { intervalsOf } from './bars.ts';
import { type Drawn, type DrawnRow, valueLabel } from './drawn-rows.ts';
import { formatShort } from './format.ts';
import { textWidth } from './measure.ts';
import { type Area, type Panel, type Style, TEXT, valueStyles, valueText, whiskers } from './panel.ts';
import { rowAxis, setRowLabels, topRoom } from './row-labels.ts';

const BAND = 16;
const AXIS = 26;

/** Which drawn column is what, by the contract's order. */
const LOW = 0;
const MEDIAN = 1;
const HIGH = 2;
const MEAN = 3;

const numberOf = (row: DrawnRow, column: number): number | null => row.cells[column]?.value ?? null;

function middleHalves(drawn: Drawn, at: number, style: Style): CustomSeriesOption {
  return {
    type: 'custom',
    name: drawn.columns[MEDIAN]?.label,
    xAxisIndex: at,
    yAxisIndex: at,
    animation: false,
    z: 3,
    data: drawn.rows.map((row, i) => ({
      name: row.key,
      value: [
        i,
        numberOf(row, LOW) ?? Number.NaN,
        numberOf(row, HIGH) ?? Number.NaN,
        numberOf(row, MEDIAN) ?? Number.NaN,
      ],
    })),
    encode: { x: [1, 2, 3], y: 0 },
    renderItem: (_params, api) => {
      const [low, high, median] = [1, 2, 3].map((dimension) => Number(api.value(dimension)));
      if (low === undefined || high === undefined || median === undefined || Number.isNaN(low + high + median))
        return null;
      const row = Number(api.value(0));
      const [x1 = 0, y = 0] = api.coord([low, row]);
      const [x2 = 0] = api.coord([high, row]);
      const [x = 0] = api.coord([median, row]);
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: x1, y: y - BAND / 2, width: x2 - x1, height: BAND },
            style: { fill: style.theme.fieldSoft },
          },
          {
            type: 'rect',
            shape: { x: x - 1.5, y: y - BAND / 2 - 2, width: 3, height: BAND + 4 },
            style: { fill: style.theme.field },
          },
        ],
      };
    },
  };
}

function means(drawn: Drawn, at: number, style: Style): ScatterSeriesOption {
  return {
    type: 'scatter',
    name: drawn.columns[MEAN]?.label,
    xAxisIndex: at,
    yAxisIndex: at,
    symbol: 'circle',
    symbolSize: 8,
    silent: true,
    animation: false,
    z: 6,
    itemStyle: { color: style.theme.other, borderColor: style.theme.paper, borderWidth: 1 },
    data: drawn.rows.flatMap((row, i) => {
      const mean = numberOf(row, MEAN);
      return mean === null ? [] : [{ name: row.key, value: [mean, i] }];
    }),
  };
}

/** The median in words at the right, in a column, so that bands of any length can be read across. */
function medianWords(drawn: Drawn, at: number, style: Style, start: number, end: number): ScatterSeriesOption {
  return {
    type: 'scatter',
    xAxisIndex: at,
    yAxisIndex: at,
    symbolSize: 0.01,
    itemStyle: { opacity: 1 },
    silent: true,
    animation: false,
    tooltip: { show: false },
    // A row without a median says so where its band would begin.
    data: drawn.rows.map((row, i) => ({ name: row.key, value: [numberOf(row, MEDIAN) === null ? start : end, i] })),
    label: {
      show: true,
      position: 'right',
      distance: 10,
      rich: valueStyles(style.theme),
      formatter: ({ dataIndex }) => {
        const row = drawn.rows[dataIndex];
        const cell = row?.cells[MEDIAN];
        return cell ? valueText(valueLabel(cell, 'money', style.locale, row.n)) : '';
      },
    },
  };
}

/** A round number of steps that spans the values, for an axis that need not start at nought. */
function niceRange(low: number, high: number): { min: number; max: number; step: number } {
  const rough = Math.max(1, high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { min: Math.max(0, Math.floor(low / step) * step), max: Math.ceil(high / step) * step, step };
}

/** The middle half of each row as a band, its median as a tick with its interval, its mean as a dot. */
export function quartilesPanel(drawn: Drawn, area: Area, at: number, style: Style): Panel {
  const { theme, locale } = style;
  const labels = setRowLabels(drawn.rows, area.width, BAND);
  const rows = topRoom(labels) + drawn.rows.length * labels.rowHeight;
  const values = drawn.rows.flatMap((row) =>
    row.cells.flatMap((cell) => [cell.value, cell.low, cell.high].filter((value) => typeof value === 'number')),
  );
  const range = values.length > 0 ? niceRange(Math.min(...values), Math.max(...values)) : { min: 0, max: 1, step: 1 };
  const room =
    Math.max(
      ...drawn.rows.map((row) => {
        const cell = row.cells[MEDIAN];
        if (!cell || cell.value === null) return 0;
        const label = valueLabel(cell, 'money', locale, row.n);
        return textWidth(label.value, TEXT) * 1.06 + textWidth(label.n, TEXT);
      }),
    ) + 22;
  return {
    height: rows + AXIS,
    grids: [
      {
        left: area.left + labels.column,
        top: area.top + topRoom(labels),
        width: Math.max(60, area.width - labels.column - room),
        height: rows - topRoom(labels),
      },
    ],
    xAxes: [
      {
        type: 'value',
        gridIndex: at,
        min: range.min,
        max: range.max,
        interval: range.step,
        splitLine: { lineStyle: { color: theme.line, type: 'dashed' } },
        axisLabel: {
          color: theme.soft,
          fontSize: 11,
          fontFamily: theme.font,
          hideOverlap: true,
          formatter: (value: number) => formatShort(value, 'money', locale),
        },
      },
    ],
    yAxes: [rowAxis(at, drawn.rows, labels, { theme, barHeight: BAND, line: false })],
    series: [
      middleHalves(drawn, at, style),
      whiskers(at, intervalsOf(drawn.rows, MEDIAN), { colour: theme.ink, upright: false, cap: 3 }),
      means(drawn, at, style),
      medianWords(drawn, at, style, range.min, range.max),
    ],
  };
}
