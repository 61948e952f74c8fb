import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { LIGHT, WORDS } from '../charts/index.ts';
import { chartSvg } from './chart-svg.ts';
import { PRINT_FONT } from './fonts.ts';
import { foldedTable, type Outline, type OutlineFigure, type OutlineTable } from './outline-report.ts';
import { rasterise } from './png.ts';
import { reportWords } from './report-words.ts';

const INK = LIGHT.ink.slice(1);
const SOFT = LIGHT.soft.slice(1);
const JADE = LIGHT.field.slice(1);
const LINE = LIGHT.line.slice(1);
const FONT = { ascii: 'Segoe UI', hAnsi: 'Segoe UI', eastAsia: 'Microsoft YaHei', cs: 'Segoe UI' };
const CHART_WIDTH = 600;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

const small = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, size: 17, color: SOFT })] });

const lines = (text: string, size: number): TextRun[] =>
  text.split('\n').map((line, i) => new TextRun({ text: line, size, color: SOFT, ...(i > 0 && { break: 1 }) }));

function tableOf({ header, numeric, rows }: OutlineTable): Table {
  const cell = (text: string, at: number, head: boolean) =>
    new TableCell({
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        bottom: { style: BorderStyle.SINGLE, size: head ? 8 : 2, color: head ? INK : LINE },
      },
      children: text.split('\n').map(
        (line, below) =>
          new Paragraph({
            alignment: numeric[at] ? AlignmentType.RIGHT : AlignmentType.LEFT,
            spacing: { before: below === 0 ? 30 : 0, after: 30 },
            children: [
              new TextRun({ text: line, size: below === 0 ? 17 : 13, ...((head || below > 0) && { color: SOFT }) }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: header.map((text, at) => cell(text, at, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) })),
    ],
  });
}

/** The chart as a vector, and as an image for programs that show none. */
async function chartOf(figure: OutlineFigure, outline: Outline): Promise<Paragraph[]> {
  const words = reportWords(outline.locale);
  const chart = chartSvg(figure.figure, {
    locale: outline.locale,
    width: CHART_WIDTH,
    theme: { ...LIGHT, font: PRINT_FONT },
    subject: outline.subject,
  });
  if (!chart) return [];
  const { width, height } = chart;
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(chart.svg),
    transformation: { width, height },
    altText: { name: figure.title, title: figure.title, description: chart.description },
    fallback: { type: 'png', data: Buffer.from(await rasterise(chart.svg)) },
  });
  return [
    new Paragraph({ spacing: { before: 120 }, keepNext: true, children: [picture] }),
    ...(chart.total > chart.shown ? [small(words.first(chart.shown, chart.total))] : []),
    ...(figure.figure.chart?.kind === 'map' ? [small(WORDS.places[outline.locale])] : []),
  ];
}

async function figureParts(figure: OutlineFigure, outline: Outline): Promise<Paragraph[]> {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: `${figure.code}  ${figure.title}` }),
    ...figure.sentences.map((text) => new Paragraph({ text, keepNext: true })),
    ...(await chartOf(figure, outline)),
    small(figure.facts),
    ...figure.notes.map(small),
  ];
}

function appendixParts(figure: OutlineFigure, locale: Outline['locale']): (Paragraph | Table)[] {
  const words = reportWords(locale);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: `${words.tableName(figure.code)}  ${figure.title}` }),
    ...figure.tables
      .map((table) => foldedTable(table, locale))
      .flatMap((table) => [
        new Paragraph({ keepNext: true, children: [new TextRun({ text: table.title, bold: true, size: 18 })] }),
        tableOf(table),
      ]),
    new Paragraph({
      spacing: { before: 120 },
      children: lines(`${words.definition}${words.colon}${figure.definition}`, 17),
    }),
    new Paragraph({ children: lines(`${words.formula}${words.colon}${figure.formula}`, 17) }),
    new Paragraph({ children: lines(`${words.sql}${words.colon}\n${figure.sql}`, 15) }),
    ...figure.references.map(small),
  ];
}

/** The report as a Word document that an editor can change: styled headings, real tables, charts as vectors. */
export async function reportDocx(outline: Outline): Promise<Uint8Array> {
  const words = reportWords(outline.locale);
  const figures = await Promise.all(outline.figures.map((figure) => figureParts(figure, outline)));
  const generated = outline.generated
    ? [
        new Paragraph({
          shading: { type: ShadingType.CLEAR, fill: 'F6ECD2' },
          children: [new TextRun({ text: outline.generated, size: 17, color: '6F4E00' })],
        }),
      ]
    : [];
  const heading = (size: number, before: number, color: string) => ({
    run: { size, bold: true, color, font: FONT },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const document = new Document({
    title: `${outline.title} ${outline.subtitle}`,
    creator: outline.network,
    description: outline.generated ?? undefined,
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, color: INK }, paragraph: { spacing: { after: 100, line: 320 } } },
        title: heading(52, 0, INK),
        heading1: heading(30, 480, INK),
        heading2: heading(23, 320, JADE),
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1200, bottom: 1100, left: 1134, right: 1134 } } },
        headers: {
          default: new Header({ children: [small(`${outline.network} · ${outline.title} · ${outline.subtitle}`)] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  ...(outline.generated
                    ? [new TextRun({ text: `${outline.generated}  `, size: 15, color: SOFT })]
                    : []),
                  new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 15, color: SOFT }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            children: [
              new TextRun({ text: `${outline.network} · ${words.thinkTank}`, color: JADE, bold: true, size: 19 }),
            ],
          }),
          new Paragraph({ heading: HeadingLevel.TITLE, text: outline.title }),
          new Paragraph({ children: [new TextRun({ text: outline.subtitle, size: 28, color: SOFT })] }),
          ...generated,
          ...outline.lead.map(
            (text) =>
              new Paragraph({ spacing: { before: 120, line: 360 }, children: [new TextRun({ text, size: 24 })] }),
          ),
          ...outline.facts.map(
            ([label, value]) =>
              new Paragraph({
                spacing: { after: 20 },
                children: [
                  new TextRun({ text: `${label}${words.colon}`, size: 18, color: SOFT }),
                  new TextRun({ text: value, size: 18 }),
                ],
              }),
          ),
          ...figures.flat(),
          ...(outline.notes.length > 0
            ? [new Paragraph({ heading: HeadingLevel.HEADING_1, text: words.notes }), ...outline.notes.map(small)]
            : []),
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            pageBreakBefore: true,
            text: `${words.tables} · ${words.methods}`,
          }),
          ...outline.figures.flatMap((figure) => appendixParts(figure, outline.locale)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
