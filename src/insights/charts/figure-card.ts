import { escapeMarkup } from './escape-markup.ts';
import { wrapText } from './measure.ts';
import type { ChartTheme } from './theme.ts';

const MARGIN = 28;
const TITLE = 20;
const BODY = 14;
const SMALL = 11.5;

export type CardContent = {
  /** Above the title: whose report it is. */
  readonly overline: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** The drawn chart, if there is one. */
  readonly chart: { readonly svg: string; readonly width: number; readonly height: number } | null;
  /** Period, n, source, and that the data are generated where they are. */
  readonly footer: readonly string[];
};

export type Card = { readonly svg: string; readonly width: number; readonly height: number };

/** How wide a chart has to be drawn to fill a card of a width. */
export const chartWidthOfCard = (width: number): number => width - 2 * MARGIN;

/** A figure as one picture that can stand alone: title, sentences, chart, and what it was counted from. */
export function figureCard(content: CardContent, width: number, theme: ChartTheme): Card {
  const inner = chartWidthOfCard(width);
  const parts: string[] = [];
  let y = MARGIN;
  const put = (text: string, size: number, colour: string, weight: number) => {
    for (const line of wrapText(text, inner, size)) {
      y += size * 1.5;
      parts.push(
        `<text x="${MARGIN}" y="${(y - size * 0.4).toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeMarkup(line)}</text>`,
      );
    }
  };
  parts.push(`<rect x="${MARGIN}" y="${MARGIN - 10}" width="36" height="3" fill="${theme.field}"/>`);
  put(content.overline, SMALL, theme.soft, 400);
  put(content.title, TITLE, theme.ink, 700);
  for (const sentence of content.sentences) put(sentence, BODY, theme.ink, 400);
  if (content.chart) {
    y += 14;
    // A picture inside the picture keeps its own coordinates.
    parts.push(content.chart.svg.replace(/^<svg /, `<svg x="${MARGIN}" y="${y.toFixed(1)}" `));
    y += content.chart.height;
  }
  y += 14;
  parts.push(`<rect x="${MARGIN}" y="${y.toFixed(1)}" width="${inner}" height="1" fill="${theme.line}"/>`);
  y += 4;
  for (const line of content.footer) put(line, SMALL, theme.soft, 400);
  const height = Math.ceil(y + MARGIN - 8);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeMarkup(theme.font)}"><rect width="${width}" height="${height}" fill="${theme.paper}"/>${parts.join('')}</svg>`,
    width,
    height,
  };
}
