import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../src/insights/charts/index.ts';
import { answer, api, type Schemas } from '../api/client.ts';

export type Report = Schemas['TalentReport'];
export type Figure = Schemas['Figure'];
export type Field = Schemas['Field'];
export type ReportQuery = Report['query'];

/** The data change with imports and postings, but a reader should not see numbers move under their eyes. */
const STANDS = { staleTime: 300_000, refetchOnWindowFocus: false } as const;

export const useLocale = (): Locale => (useTranslation().i18n.language.startsWith('zh') ? 'zh' : 'en');

export function useFields() {
  return useQuery({
    queryKey: ['insights-fields'],
    queryFn: () => answer(api.GET('/api/v1/insights/fields')),
    ...STANDS,
  });
}

export function useSources() {
  return useQuery({
    queryKey: ['insights-sources'],
    queryFn: () => answer(api.GET('/api/v1/insights/sources')),
    ...STANDS,
  });
}

/** The population that shares may be weighted to; null where none was entered. */
export function useReference() {
  return useQuery({
    queryKey: ['insights-reference'],
    queryFn: () => answer(api.GET('/api/v1/insights/reference')),
    ...STANDS,
  });
}

/** The report; while another is computed the one before stays, so that nothing jumps. */
export function useReport(fieldId: string, query: ReportQuery | null) {
  return useQuery({
    queryKey: ['insights-report', fieldId, query],
    queryFn: () => {
      if (!query) throw new Error('no period');
      return answer(api.GET('/api/v1/insights/fields/{fieldId}/report', { params: { path: { fieldId }, query } }));
    },
    enabled: query !== null,
    placeholderData: keepPreviousData,
    ...STANDS,
  });
}

/** The address of the report as a file. */
export function downloadAddress(fieldId: string, query: ReportQuery, format: string, lang: Locale): string {
  const parameters = new URLSearchParams(
    Object.entries({ ...query, lang }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return `/api/v1/insights/fields/${encodeURIComponent(fieldId)}/report.${format}?${parameters}`;
}
