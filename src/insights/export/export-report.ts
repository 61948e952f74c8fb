import type { Locale } from '../charts/index.ts';
import type { Report } from '../model.ts';
import { type Imprint, outlineReport } from './outline-report.ts';

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

/**
 * The files that a report becomes in a format and a language: one, but for `png`, which has one for each figure. Writers of
 * formats are read when they are first needed: a server that exports nothing starts without them.
 */
export async function exportReport(
  report: Report,
  format: ReportFormat,
  locale: Locale,
  imprint?: Imprint,
): Promise<ReportFile[]> {
  const outline = outlineReport(report, locale, imprint);
  const mediaType = MEDIA_TYPES[format];
  const file = (bytes: Uint8Array): ReportFile[] => [{ name: `${outline.stem}.${format}`, mediaType, bytes }];
  switch (format) {
    case 'html': {
      const { reportHtml } = await import('./html.ts');
      return file(bytesOf(reportHtml(outline)));
    }
    case 'md': {
      const { reportMarkdown } = await import('./markdown.ts');
      return file(bytesOf(reportMarkdown(outline)));
    }
    case 'json': {
      const name = `${outline.stem.replace(/-(zh|en)$/, '')}.json`;
      return [{ name, mediaType, bytes: bytesOf(`${JSON.stringify(report, null, 2)}\n`) }];
    }
    case 'pdf': {
      const { reportPdf } = await import('./pdf.ts');
      return file(reportPdf(outline, new Date(report.snapshot.at)));
    }
    case 'docx': {
      const { reportDocx } = await import('./docx.ts');
      return file(await reportDocx(outline));
    }
    case 'xlsx': {
      const { reportXlsx } = await import('./xlsx.ts');
      return file(await reportXlsx(report, outline));
    }
    case 'png': {
      const { figurePng } = await import('./png.ts');
      const images = outline.figures.map(async (figure) => ({
        name: `${outline.stem}-${figure.code.toLowerCase()}-${figure.id}.png`,
        mediaType,
        bytes: await figurePng(figure, outline),
      }));
      return Promise.all(images);
    }
  }
}
