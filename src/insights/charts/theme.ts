/** The colours of a chart: the app's paper, ink, jade and amber. Told apart by lightness too, for eyes that see no hue. */
export type ChartTheme = {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  /** The field itself. */
  readonly field: string;
  readonly fieldSoft: string;
  /** What it is set against. */
  readonly baseline: string;
  /** The other side of a pair, and means beside medians. */
  readonly other: string;
  /** Years before the last, from the farthest to the nearest. */
  readonly earlier: readonly string[];
  /** Towns on the map. */
  readonly dots: string;
  readonly font: string;
};

// Without quotation marks: the name goes into attributes of drawings as it is.
const SYSTEM_FONT =
  '-apple-system, Segoe UI, PingFang SC, Noto Sans CJK SC, Noto Sans SC, Noto Sans S Chinese, Microsoft YaHei, system-ui, sans-serif';

export const LIGHT: ChartTheme = {
  paper: '#fffefb',
  ink: '#1d2422',
  soft: '#56605c',
  line: '#dcd8cd',
  field: '#0b5e56',
  fieldSoft: '#a9cdc5',
  baseline: '#b3ac9b',
  other: '#c9772b',
  earlier: ['#e2ddd0', '#cdc6b5', '#aaa38f', '#7f9c95'],
  dots: '#d3cdbe',
  font: SYSTEM_FONT,
};

export const DARK: ChartTheme = {
  paper: '#1b2220',
  ink: '#e9ece8',
  soft: '#a5b0ab',
  line: '#333d39',
  field: '#6cc7b6',
  fieldSoft: '#2f5f57',
  baseline: '#69736e',
  other: '#e2a35e',
  earlier: ['#39423e', '#4a544f', '#626d68', '#5c8d84'],
  dots: '#46524d',
  font: SYSTEM_FONT,
};
