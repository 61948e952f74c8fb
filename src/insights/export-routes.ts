import { z } from 'zod';
import { defineFileRoute, fail, members, negotiateLocale, type Route } from '../platform/index.ts';
import { buildReport } from './build-report.ts';
import { exportReport, MEDIA_TYPES } from './export/export-report.ts';
import { reportQuery } from './model.ts';

/** The formats that are one file. */
const DOWNLOADS = ['html', 'pdf', 'md', 'docx', 'xlsx', 'json'] as const;
/** Typesetting is work: enough for people, not for a crawl. */
const DOWNLOADS_A_MINUTE = 30;

/** A report as a file to keep, in the reader's language or the one asked for. */
export function exportRoutes(): Route[] {
  return [
    defineFileRoute({
      method: 'GET',
      path: '/insights/fields/:fieldId/report.:format',
      operationId: 'downloadReport',
      tag: 'insights',
      summary: 'The report on a field as a file: HTML, PDF, Markdown, Word, a workbook or JSON',
      allow: members,
      params: z.object({ fieldId: z.string().max(60), format: z.enum(DOWNLOADS) }),
      query: reportQuery.extend({ lang: z.enum(['zh', 'en']).optional() }),
      perMinute: DOWNLOADS_A_MINUTE,
      mediaTypes: DOWNLOADS.map((format) => MEDIA_TYPES[format]),
      handle: async ({ context, params, query: { lang, ...query }, request }) => {
        const report = await buildReport(context, params.fieldId, query);
        const locale = lang ?? negotiateLocale(request.headers['accept-language']);
        const [file] = await exportReport(report, params.format, locale);
        if (!file) throw fail('unavailable', 'no-file', { zh: '没有生成文件', en: 'No file was made' });
        return file;
      },
    }),
  ];
}
