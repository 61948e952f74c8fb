import type { Locale } from '../charts/index.ts';
import type { Report } from '../model.ts';
import { reportDocx } from './docx.ts';
import { reportHtml } from './html.ts';
import { reportMarkdown } from './markdown.ts';
import { outlineReport } from './outline-report.ts';
import { reportPdf } from './pdf.ts';
import { figurePng } from './png.ts';
import { reportXlsx } from './xlsx.ts';

/** What a report can become. `png` is one image for each figure; `json` is the report itself, in both languages. */
export const REPORT_FORMATS = ['html', 'pdf', 'md', 'docx', 'xlsx', 'json', 'png'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const MEDIA_TYPES: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
};

export type ReportFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The files that a report becomes in a format and a language: one, but for `png`, which has one for each figure. */
export async function exportReport(report: Report, format: ReportFormat, locale: Locale): Promise<ReportFile[]> {
  const outline = outlineReport(report, locale);
  const mediaType = MEDIA_TYPES[format];
  const file = (bytes: Uint8Array): ReportFile[] => [{ name: `${outline.stem}.${format}`, mediaType, bytes }];
  switch (format) {
    case 'html':
      return file(bytesOf(reportHtml(outline)));
    case 'md':
      return file(bytesOf(reportMarkdown(outline)));
    case 'json':
      return [
        {
          name: `${outline.stem.replace(/-(zh|en)$/, '')}.json`,
          mediaType,
          bytes: bytesOf(`${JSON.stringify(report, null, 2)}\n`),
        },
      ];
    case 'pdf':
      return file(reportPdf(outline, new Date(report.snapshot.at)));
    case 'docx':
      return file(await reportDocx(outline));
    case 'xlsx':
      return file(await reportXlsx(report, outline));
    case 'png':
      return Promise.all(
        outline.figures.map(async (figure) => ({
          name: `${outline.stem}-${figure.code.toLowerCase()}-${figure.id}.png`,
          mediaType,
          bytes: await figurePng(figure, outline),
        })),
      );
  }
}
