import { renderAsync } from '@resvg/resvg-js';
import { chartWidthOfCard, figureCard, LIGHT } from '../charts/index.ts';
import { chartSvg } from './chart-svg.ts';
import { PRINT_FONT, printFontFiles } from './fonts.ts';
import type { Outline, OutlineFigure } from './outline-report.ts';

const THEME = { ...LIGHT, font: PRINT_FONT };
const CARD_WIDTH = 760;
/** Pixels of the image for each of the drawing's: sharp on good screens and in print. */
const SCALE = 2;

/** A drawing as an image, made beside the main thread: shaping Chinese text takes a tenth of a second for each chart. */
export async function rasterise(svg: string, scale = SCALE): Promise<Uint8Array> {
  const font = { fontFiles: printFontFiles(), loadSystemFonts: false, defaultFontFamily: PRINT_FONT };
  const image = await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: scale } });
  return new Uint8Array(image.asPng());
}

/** A figure as an image that can stand alone, with its title, sentences and what it was counted from. */
export async function figurePng(figure: OutlineFigure, outline: Outline): Promise<Uint8Array> {
  const card = figureCard(
    {
      overline: `${outline.network} · ${outline.title} · ${outline.subtitle}`,
      title: `${figure.code}  ${figure.title}`,
      sentences: figure.sentences,
      chart: chartSvg(figure.figure, {
        locale: outline.locale,
        width: chartWidthOfCard(CARD_WIDTH),
        theme: THEME,
        subject: outline.subject,
      }),
      footer: [figure.facts, ...figure.notes, ...(outline.generated ? [outline.generated] : [])],
    },
    CARD_WIDTH,
    THEME,
  );
  return rasterise(card.svg);
}
