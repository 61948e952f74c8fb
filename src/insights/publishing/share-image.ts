import type { Text } from '../../platform/index.ts';
import { drawnRows } from '../charts/drawn-rows.ts';
import { escapeMarkup, LIGHT, type Locale } from '../charts/index.ts';
import { wrapText } from '../charts/measure.ts';
import { type ChartSvg, chartSvg } from '../export/chart-svg.ts';
import { PRINT_FONT } from '../export/fonts.ts';
import { figureFacts } from '../export/outline-report.ts';
import type { Figure, Report } from '../model.ts';
import type { Publication } from './model.ts';
import { periodOf, titleOf } from './present.ts';
import { SHARE_HEIGHT, SHARE_WIDTH } from './share-size.ts';
import { pageWords } from './words.ts';

const MARGIN = 56;
const THEME = { ...LIGHT, font: PRINT_FONT };
const AMBER = { paper: '#f6ecd2', ink: '#6f4e00' };

type Headline = { readonly figure: Figure; readonly sentence: Text };

/** Whether the drawing shows what the sentence says: growth over months, or a group whose name it has. */
function isDrawn({ figure, sentence }: Headline): boolean {
  if (figure.chart?.kind === 'months') return true;
  const rows = drawnRows(figure, 'en', 3)?.rows ?? [];
  const said = sentence.en.toLowerCase();
  return rows.some((row) => said.includes(row.label.toLowerCase()));
}

/** What the report leads with: its first leading statement that its figure's drawing shows; else the first one. */
export function headlineOf(report: Report): Headline | null {
  const leading = report.lead.flatMap((sentence) => {
    const figure = report.figures.find((one) => one.sentences.some((each) => each.en === sentence.en));
    return figure ? [{ figure, sentence }] : [];
  });
  return leading.find(isDrawn) ?? leading[0] ?? null;
}

/** As many rows as can be read at the size of a thumbnail. */
function withFewRows(figure: Figure, rows: number): Figure {
  if (figure.chart === null || figure.chart.kind === 'months') return figure;
  return { ...figure, tables: figure.tables.map((table) => ({ ...table, rows: table.rows.slice(0, rows) })) };
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The chart, drawn narrow and enlarged, so that its words can be read; as many rows as fit. */
function placeChart(figure: Figure, subject: string, locale: Locale, box: Box): string {
  const drawn = [6, 5, 4, 3]
    .map((rows) => chartSvg(withFewRows(figure, rows), { locale, width: 400, theme: THEME, subject }))
    .filter((chart): chart is ChartSvg => chart !== null);
  const scaleOf = (chart: ChartSvg) => Math.min(box.width / chart.width, box.height / chart.height);
  const chart = drawn.find((one) => scaleOf(one) >= 1.45) ?? drawn.at(-1);
  if (!chart) return '';
  const scale = scaleOf(chart);
  const top = box.y + (box.height - chart.height * scale) / 2;
  const left = box.x + (box.width - chart.width * scale);
  return `<g transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(3)})">${chart.svg}</g>`;
}

type Lines = { readonly texts: readonly string[]; readonly size: number };

/** From one line to the next, in sizes of the letters. */
const STEP = 1.42;

/** A text in the largest of the sizes at which it fits a box; cut in the smallest where none does. */
function fitLines(text: string, width: number, height: number, sizes: readonly number[]): Lines {
  const most = (size: number) => Math.max(1, Math.floor(height / (size * STEP)));
  for (const size of sizes) {
    const texts = wrapText(text, width, size);
    if (texts.length <= most(size)) return { texts, size };
  }
  const size = sizes.at(-1) ?? 24;
  const texts = wrapText(text, width, size).slice(0, most(size));
  return { texts: texts.map((line, i) => (i === texts.length - 1 ? `${line.slice(0, -1)}…` : line)), size };
}

function put(lines: Lines, x: number, top: number, colour: string, weight: number): { svg: string; bottom: number } {
  const step = lines.size * STEP;
  const svg = lines.texts
    .map(
      (line, i) =>
        `<text x="${x}" y="${(top + step * i + lines.size).toFixed(1)}" font-size="${lines.size}" font-weight="${weight}" fill="${colour}">${escapeMarkup(line)}</text>`,
    )
    .join('');
  return { svg, bottom: top + step * lines.texts.length };
}

/** What is shown where a report is shared, as SVG: whose it is, its title, its headline in words and drawn. */
export function shareSvg(publication: Publication, report: Report, locale: Locale): string {
  const words = pageWords(locale);
  const { summary } = publication;
  const wide = SHARE_WIDTH - 2 * MARGIN;
  const one = (text: string, size: number): Lines => ({ texts: [text], size });
  const overline = put(one(`${summary.network[locale]} · ${words.thinkTank}`, 26), MARGIN, 46, THEME.field, 700);
  const title = put(fitLines(titleOf(publication, locale), wide, 150, [52, 46, 40]), MARGIN, 92, THEME.ink, 700);
  const period = put(one(periodOf(publication, locale), 28), MARGIN, title.bottom + 4, THEME.soft, 400);
  const top = period.bottom + 22;
  const foot = SHARE_HEIGHT - 64;
  const headline = headlineOf(report);
  const figure = headline?.figure ?? report.figures.find((one) => one.chart !== null);
  const lead = headline?.sentence[locale] ?? words.summaryOf(summary.fieldName[locale]);
  const column = 410;
  const box = { x: MARGIN + column + 40, y: top, width: wide - column - 40, height: foot - top - 16 };
  const chart = figure ? placeChart(figure, summary.fieldName[locale], locale, box) : '';
  const sentence = fitLines(lead, chart === '' ? wide : column, foot - top - 16, [34, 31, 28, 25, 22]);
  const said = put(sentence, MARGIN, top, THEME.ink, 500);
  const facts = figure ? figureFacts(figure, locale) : periodOf(publication, locale);
  const footer = put(
    fitLines(facts, summary.generated ? 710 : wide, 30, [19, 18, 17, 16]),
    MARGIN,
    foot + 16,
    THEME.soft,
    400,
  );
  const label = summary.generated
    ? `<rect x="${SHARE_WIDTH - MARGIN - 340}" y="${foot + 10}" width="340" height="38" rx="4" fill="${AMBER.paper}"/><text x="${SHARE_WIDTH - MARGIN - 170}" y="${foot + 36}" text-anchor="middle" font-size="20" font-weight="500" fill="${AMBER.ink}">${words.generatedShort}</text>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" viewBox="0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}" font-family="${PRINT_FONT}"><rect width="100%" height="100%" fill="${THEME.paper}"/><rect width="100%" height="12" fill="${THEME.field}"/>${overline.svg}${title.svg}${period.svg}${said.svg}${chart}<rect x="${MARGIN}" y="${foot}" width="${wide}" height="1" fill="${THEME.line}"/>${footer.svg}${label}</svg>`;
}
