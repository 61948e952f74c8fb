import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { LIGHT, WORDS } from '../charts/index.ts';
import { chartSvg } from './chart-svg.ts';
import { PRINT_FONT, printFonts } from './fonts.ts';
import { foldedTable, type Outline, type OutlineFigure } from './outline-report.ts';
import { reportWords } from './report-words.ts';

const CHART_WIDTH = 720;
const WORKSPACE = import.meta.dirname;
const TEMPLATE = join(WORKSPACE, 'report.typ');

let compiler: NodeCompiler | undefined;

/** Made once: it keeps the fonts, and typesetting then takes a fraction of a second. */
function typesetter(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: printFonts() }] });
  return compiler;
}

function setFigure(figure: OutlineFigure, outline: Outline, files: Map<string, string>) {
  const { locale } = outline;
  const words = reportWords(locale);
  const { figure: source, ...rest } = figure;
  const chart = chartSvg(source, {
    locale,
    width: CHART_WIDTH,
    theme: { ...LIGHT, font: PRINT_FONT },
    subject: outline.subject,
  });
  const file = `/chart-${figure.id}.svg`;
  if (chart) files.set(file, chart.svg);
  const below = chart && [
    ...(chart.total > chart.shown ? [words.first(chart.shown, chart.total)] : []),
    ...(source.chart?.kind === 'map' ? [WORDS.places[locale]] : []),
  ];
  return {
    ...rest,
    tables: rest.tables.map((table) => foldedTable(table, locale)),
    tableName: words.tableName(figure.code),
    chart: chart && { file, description: chart.description, below },
  };
}

/** The report as a PDF: typeset with Typst, charts as vectors, Chinese set in the font that the program brings along. */
export function reportPdf(outline: Outline, madeAt: Date): Uint8Array {
  const words = reportWords(outline.locale);
  const files = new Map<string, string>();
  const figures = outline.figures.map((figure) => setFigure(figure, outline, files));
  const data = {
    ...outline,
    figures,
    font: PRINT_FONT,
    lang: outline.locale,
    region: outline.locale === 'zh' ? 'cn' : 'gb',
    words: {
      thinkTank: words.thinkTank,
      tableOf: words.tables,
      notes: words.notes,
      tables: words.tables,
      methods: words.methods,
      definition: words.definition,
      formula: words.formula,
      sql: words.sql,
      references: words.references,
    },
  };
  files.set('/report.json', JSON.stringify(data));
  const set = typesetter();
  for (const [name, content] of files) set.mapShadow(join(WORKSPACE, name), Buffer.from(content));
  try {
    const pdf = set.pdf(
      { mainFileContent: readFileSync(TEMPLATE, 'utf8') },
      { creationTimestamp: Math.floor(madeAt.getTime() / 1000) },
    );
    return new Uint8Array(pdf);
  } finally {
    set.resetShadow();
    set.evictCache(10);
  }
}
