import {
  type ChartTheme,
  chartWidthOfCard,
  drawFigure,
  figureCard,
  type Locale,
} from '../../src/insights/charts/index.ts';
import type { Figure } from './queries.ts';

const WIDTH = 760;
const SCALE = 2;

async function toPng(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.scale(SCALE, SCALE);
    context.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export type ImageOptions = {
  readonly locale: Locale;
  readonly theme: ChartTheme;
  readonly subject: string;
  readonly overline: string;
  readonly footer: readonly string[];
};

/** The figure as an image that can stand alone, drawn by the browser. */
export async function figureImage(
  figure: Figure,
  { locale, theme, subject, overline, footer }: ImageOptions,
): Promise<Blob> {
  const { drawSvg } = await import('./echarts.ts');
  const width = chartWidthOfCard(WIDTH);
  const chart = drawFigure(figure, { locale, theme, width, subject });
  const card = figureCard(
    {
      overline,
      title: `${figure.code}  ${figure.title[locale]}`,
      sentences: figure.sentences.map((sentence) => sentence[locale]),
      chart: chart && { svg: drawSvg(chart.option, width, chart.height), width, height: chart.height },
      footer,
    },
    WIDTH,
    theme,
  );
  return toPng(card.svg, card.width, card.height);
}

/** Puts an image on the clipboard; where the browser lets no image there, saves it. Tells which of the two. */
export async function keepImage(image: Promise<Blob>, name: string): Promise<'copied' | 'saved'> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
    return 'copied';
  } catch {
    const address = URL.createObjectURL(await image);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return 'saved';
  }
}
