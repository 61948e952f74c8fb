import type { EChartsOption } from 'echarts';
import type { Figure } from '../model.ts';
import { againstPanel, barsPanel, hasBaseline } from './bars.ts';
import { chinaPanel } from './china-map.ts';
import { describeFigure } from './describe-figure.ts';
import { cellInWords, type Drawn, drawnRows } from './drawn-rows.ts';
import { legendPanel } from './legend.ts';
import { monthColours, monthsPanel } from './months.ts';
import { pairedPanel } from './paired.ts';
import { type Area, compose, type LegendEntry, type Panel, SMALL, type Style } from './panel.ts';
import { quartilesPanel } from './quartiles.ts';
import { type Locale, WORDS } from './words.ts';

export type Chart = {
  readonly option: EChartsOption;
  /** Pixels. */
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  /** How many of the table's rows are drawn. */
  readonly shown: number;
  readonly total: number;
};

export type ChartOptions = Pick<Style, 'theme'> & {
  readonly locale: Locale;
  /** Pixels to draw into. */
  readonly width: number;
  /** Whose numbers stand against a baseline's: the field's name, for legends. */
  readonly subject?: string;
  readonly moves?: boolean;
};

type Kind = NonNullable<Figure['chart']>['kind'];

const MOST_ROWS: Record<Kind, number> = { months: 60, bars: 12, paired: 12, quartiles: 12, against: 12, map: 12 };
/** Wide enough for a map with its bars beside it. */
const SIDE_BY_SIDE = 620;

function legendOf(kind: Kind, drawn: Drawn, style: Style, subject: string | undefined): LegendEntry[] {
  const { theme, locale } = style;
  const named = drawn.columns.map(({ label }, i) => (i === 0 ? (subject ?? label) : label));
  const colours = (all: readonly string[]): LegendEntry[] =>
    drawn.columns.map((column, i) => ({ label: column.label, colour: all[i] ?? theme.baseline }));
  switch (kind) {
    case 'months':
      return drawn.columns.length > 1 ? colours(monthColours(drawn.columns.length, style)) : [];
    case 'paired':
      return colours([theme.field, theme.other]);
    case 'against':
      return named.map((label, i) => ({ label, colour: i === 0 ? theme.field : theme.baseline }));
    case 'quartiles':
      return [
        { label: WORDS.quartiles[locale], colour: theme.fieldSoft },
        { label: WORDS.median[locale], colour: theme.field, shape: 'tick' },
        ...(drawn.columns.length > 3
          ? [{ label: WORDS.mean[locale], colour: theme.other, shape: 'dot' as const }]
          : []),
      ];
    case 'bars':
      return hasBaseline(drawn)
        ? named.slice(0, 2).map((label, i) => ({
            label,
            colour: i === 0 ? theme.field : theme.other,
            ...(i > 0 && { shape: 'tick' as const }),
          }))
        : [];
    case 'map':
      return [];
  }
}

function mapPanels(drawn: Drawn, area: Area, at: number, style: Style): Panel[] {
  if (area.width < SIDE_BY_SIDE) {
    const map = chinaPanel(drawn, area, at, style);
    return [map, barsPanel(drawn, { ...area, top: area.top + map.height + 8 }, at + 1, style)];
  }
  const width = Math.floor(area.width * 0.58);
  const map = chinaPanel(drawn, { ...area, width: width - 12 }, at, style);
  const bars = barsPanel(drawn, { left: area.left + width, top: area.top, width: area.width - width }, at + 1, style);
  return [map, bars];
}

function panelsOf(kind: Kind, drawn: Drawn, area: Area, at: number, style: Style): Panel[] {
  switch (kind) {
    case 'months':
      return [monthsPanel(drawn, area, at, style)];
    case 'bars':
      return [barsPanel(drawn, area, at, style)];
    case 'against':
      return [againstPanel(drawn, area, at, style)];
    case 'paired':
      return [pairedPanel(drawn, area, at, style)];
    case 'quartiles':
      return [quartilesPanel(drawn, area, at, style)];
    case 'map':
      return mapPanels(drawn, area, at, style);
  }
}

function tooltipWords(drawn: Drawn, key: string, locale: Locale): string {
  const row = drawn.rows.find((candidate) => candidate.key === key);
  if (!row) return '';
  const lines = drawn.columns.map((column, i) => {
    const cell = row.cells[i];
    return `${column.label}  ${cell ? cellInWords(cell, column.kind, locale) : ''}`;
  });
  return [row.label, ...lines].join('\n');
}

/** A name that a click or a pointer on the drawing carries: the key of its row. */
function keyOf(params: unknown): string {
  return typeof params === 'object' && params !== null && 'name' in params && typeof params.name === 'string'
    ? params.name
    : '';
}

/**
 * A figure as an ECharts option, for a drawing of the given width in pixels; null where the figure has no chart or no rows.
 * Every mark's `name` is its row's key. The same option is drawn on the page and, without motion, in exports.
 */
export function drawFigure(figure: Figure, options: ChartOptions): Chart | null {
  const { chart } = figure;
  const drawn = chart && drawnRows(figure, options.locale, MOST_ROWS[chart.kind]);
  if (!chart || !drawn) return null;
  const style: Style = { locale: options.locale, theme: options.theme, moves: options.moves ?? false };
  const entries = legendOf(chart.kind, drawn, style, options.subject);
  const area: Area = { left: 0, top: 0, width: options.width };
  const legend = entries.length > 0 ? [legendPanel(entries, area, 0, style)] : [];
  const top = legend[0]?.height ?? 0;
  const panels = panelsOf(chart.kind, drawn, { ...area, top }, legend.length, style);
  const description = describeFigure(figure, options.locale);
  const stacked = chart.kind === 'map' && options.width < SIDE_BY_SIDE;
  const heights = panels.map((panel) => panel.height);
  const height = top + (stacked ? heights.reduce((sum, one) => sum + one + 8, -8) : Math.max(...heights));
  return {
    option: compose([...legend, ...panels], {
      backgroundColor: 'transparent',
      textStyle: { fontFamily: options.theme.font },
      animation: style.moves,
      aria: { enabled: true, label: { description } },
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        confine: true,
        backgroundColor: options.theme.ink,
        borderWidth: 0,
        padding: [6, 9],
        textStyle: { color: options.theme.paper, fontSize: SMALL, lineHeight: 18, fontFamily: options.theme.font },
        formatter: (params) => tooltipWords(drawn, keyOf(params), options.locale),
      },
    }),
    height: Math.ceil(height) + 4,
    description,
    shown: drawn.rows.length,
    total: drawn.total,
  };
}
