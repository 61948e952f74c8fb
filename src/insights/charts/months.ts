import type { BarSeriesOption } from 'echarts';
import { intervalsOf } from './bars.ts';
import { type Drawn, valueLabel } from './drawn-rows.ts';
import { textWidth, wrapText } from './measure.ts';
import { type Area, type Panel, SMALL, type Style, valueStyles, whiskers } from './panel.ts';

const HEIGHT = 230;
const LINE = 15;
const HEAD = 40;
const LABEL_GAP = 8;

/** Colours from the farthest column to the last one, which is the field's own. */
export function monthColours(count: number, style: Style): string[] {
  const { earlier, field } = style.theme;
  return [...earlier.slice(Math.max(0, earlier.length - (count - 1))), field].slice(-count);
}

/** Columns over time; where there is one a row, the last row, which is the report's period, stands out. */
export function monthsPanel(drawn: Drawn, area: Area, at: number, style: Style): Panel {
  const { theme, locale } = style;
  const rows = drawn.rows;
  const single = drawn.columns.length === 1;
  const slot = area.width / rows.length;
  const crowded = slot < 44 || slot / drawn.columns.length < 30;
  const every = crowded ? Math.ceil(64 / slot) : 1;
  const names = new Map(rows.map((row) => [row.key, wrapText(row.label, slot * every - LABEL_GAP, SMALL).join('\n')]));
  const most = Math.max(...[...names.values()].map((name) => name.split('\n').length));
  const foot = most * LINE + 14;
  const colours = monthColours(drawn.columns.length, style);
  const kind = drawn.columns[0]?.kind ?? 'count';
  const max = Math.max(
    1e-9,
    ...rows.flatMap((row) => row.cells.map((cell) => Math.max(cell.value ?? 0, cell.high ?? 0))),
  );
  const bar = Math.min(56, (slot * 0.68) / drawn.columns.length);
  const column = (series: number): BarSeriesOption => ({
    type: 'bar',
    name: drawn.columns[series]?.label,
    xAxisIndex: at,
    yAxisIndex: at,
    barWidth: bar,
    barGap: '12%',
    cursor: 'pointer',
    itemStyle: { borderRadius: [1, 1, 0, 0] },
    emphasis: { itemStyle: { opacity: 0.85 } },
    animation: style.moves,
    animationDuration: 350,
    data: rows.map((row, i) => ({
      name: row.key,
      value: row.cells[series]?.value ?? 0,
      itemStyle: { color: single && i < rows.length - 1 ? theme.earlier.at(-2) : colours[series] },
    })),
    label: {
      show: true,
      position: 'top',
      distance: 6,
      rich: {
        ...valueStyles(theme),
        c: { color: theme.soft, fontSize: SMALL, fontFamily: theme.font, lineHeight: LINE },
      },
      formatter: ({ dataIndex }) => {
        const row = rows[dataIndex];
        const cell = row?.cells[series];
        if (!row || !cell || (crowded && !isTold(dataIndex))) return '';
        const label = valueLabel(cell, kind, locale);
        const change = single && row.change && fits(row.change) ? `\n{c|${row.change}}` : '';
        return `{v|${label.value || label.n}}${change}`;
      },
    },
  });
  // Among many columns only the last and the highest are told in words; the others are in the table.
  const highest = rows.reduce(
    (best, row, i) => ((row.cells[0]?.value ?? 0) > (rows[best]?.cells[0]?.value ?? 0) ? i : best),
    0,
  );
  const isTold = (i: number) => i === rows.length - 1 || i === highest;
  const fits = (words: string) => textWidth(words, SMALL) < slot + 4;
  const apart = bar * 1.12;
  const shift = (series: number) => (series - (drawn.columns.length - 1) / 2) * apart;
  return {
    height: HEAD + HEIGHT + foot,
    grids: [{ left: area.left, top: area.top + HEAD, width: area.width, height: HEIGHT }],
    xAxes: [
      {
        type: 'category',
        gridIndex: at,
        data: rows.map((row) => row.key),
        triggerEvent: true,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.ink } },
        axisLabel: {
          interval: (i: number) => (rows.length - 1 - i) % every === 0,
          color: theme.soft,
          fontSize: SMALL,
          fontFamily: theme.font,
          lineHeight: LINE,
          formatter: (key: string) => names.get(key) ?? key,
        },
      },
    ],
    yAxes: [{ type: 'value', gridIndex: at, min: 0, max, show: false }],
    series: drawn.columns.flatMap((_, i) => [
      column(i),
      whiskers(at, intervalsOf(rows, i), { colour: theme.ink, upright: true, shift: shift(i), cap: 4 }),
    ]),
  };
}
