import type {
  CustomSeriesOption,
  EChartsOption,
  GridComponentOption,
  SeriesOption,
  XAXisComponentOption,
  YAXisComponentOption,
} from 'echarts';
import type { ChartTheme } from './theme.ts';
import type { Locale } from './words.ts';

/** What every drawing needs besides the rows. */
export type Style = {
  readonly locale: Locale;
  readonly theme: ChartTheme;
  /** Moves when it appears; never where the reader asked for no motion, nor in exports. */
  readonly moves: boolean;
};

/** A rectangle of the drawing, in pixels; its height follows from the rows. */
export type Area = { readonly left: number; readonly top: number; readonly width: number };

/** A part of a drawing with its own axes. */
export type Panel = {
  readonly height: number;
  readonly grids: readonly GridComponentOption[];
  readonly xAxes: readonly XAXisComponentOption[];
  readonly yAxes: readonly YAXisComponentOption[];
  readonly series: readonly SeriesOption[];
};

export const TEXT = 13;
export const SMALL = 12;
const LINE = 17;

/** Where a legend's words stand, above the bars. */
export type LegendEntry = { readonly label: string; readonly colour: string; readonly shape?: 'bar' | 'tick' | 'dot' };

export const LEGEND_HEIGHT = 26;

/** Puts panels together; each panel numbered its axes from `firstAxis` on. */
export function compose(panels: readonly Panel[], extra: Partial<EChartsOption> = {}): EChartsOption {
  return {
    grid: panels.flatMap((panel) => [...panel.grids]),
    xAxis: panels.flatMap((panel) => [...panel.xAxes]),
    yAxis: panels.flatMap((panel) => [...panel.yAxes]),
    series: panels.flatMap((panel) => [...panel.series]),
    ...extra,
  };
}

/** An axis of numbers that is not seen: every value stands at its own bar. */
export function hiddenValueAxis(at: number, min: number, max: number, inverse = false): XAXisComponentOption {
  return {
    type: 'value',
    gridIndex: at,
    min,
    max: max > min ? max : min + 1,
    inverse,
    show: false,
  };
}

/** A whisker for each interval: `[category, low, high]`, across the bars or along them. */
export function whiskers(
  at: number,
  data: readonly (readonly [number, number, number])[],
  options: { readonly colour: string; readonly upright: boolean; readonly shift?: number; readonly cap?: number },
): CustomSeriesOption {
  const { colour, upright, shift = 0, cap = 4 } = options;
  return {
    type: 'custom',
    xAxisIndex: at,
    yAxisIndex: at,
    silent: true,
    animation: false,
    z: 5,
    tooltip: { show: false },
    data: data.map((row) => [...row]),
    renderItem: (_params, api) => {
      const category = Number(api.value(0));
      const point = (value: number): [number, number] => {
        const [x = 0, y = 0] = upright ? api.coord([category, value]) : api.coord([value, category]);
        return upright ? [x + shift, y] : [x, y + shift];
      };
      const from = point(Number(api.value(1)));
      const to = point(Number(api.value(2)));
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line' as const,
        shape: { x1, y1, x2, y2 },
        style: { stroke: colour, lineWidth: 1.25 },
      });
      return {
        type: 'group',
        children: [
          line(from[0], from[1], to[0], to[1]),
          ...[from, to].map(([x, y]) => (upright ? line(x - cap, y, x + cap, y) : line(x, y - cap, x, y + cap))),
        ],
      };
    },
  };
}

/** Bold value and soft count, for the end of a bar. */
export function valueStyles(theme: ChartTheme) {
  return {
    v: { color: theme.ink, fontSize: TEXT, fontWeight: 600 as const, fontFamily: theme.font, lineHeight: LINE },
    n: {
      color: theme.soft,
      fontSize: SMALL,
      fontFamily: theme.font,
      lineHeight: LINE,
      padding: [0, 0, 0, 7] as [number, number, number, number],
    },
  };
}

/** Rich text of the end of a bar. */
export const valueText = (label: { readonly value: string; readonly n: string }): string =>
  `${label.value && `{v|${label.value}}`}${label.n && `{n|${label.n}}`}`;
