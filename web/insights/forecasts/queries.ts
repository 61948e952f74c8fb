import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatNumber, type Locale } from '../../../src/insights/charts/index.ts';
import { answer, api, type Schemas } from '../../api/client.ts';

export type Forecast = Schemas['Forecast'];
export type ForecastTest = Schemas['ForecastTest'];
export type Tried = Schemas['TriedForecastTest'];
export type Which = 'open' | 'resolved' | 'withdrawn';

export function useForecasts(which: Which) {
  return useInfiniteQuery({
    queryKey: ['forecasts', which],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/insights/forecasts', {
          params: { query: { which, limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useScores() {
  return useQuery({
    queryKey: ['forecasts', 'scores'],
    queryFn: () => answer(api.GET('/api/v1/insights/forecasts/scores')),
  });
}

export function useExplained(forecastId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['forecast-test', forecastId],
    queryFn: () =>
      answer(api.GET('/api/v1/insights/forecasts/{forecastId}/test', { params: { path: { forecastId } } })),
    enabled,
    staleTime: 300_000,
  });
}

/** Does something with a forecast, and reads the ledger again. */
export function useForecastAction<T>(act: (given: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries({ queryKey: ['forecasts'] }) });
}

/** A number that was read, with its interval: "+31.3% (+18.7%–+45.1%)". */
export function numberWords(
  read: { value: number; low: number | null; high: number | null },
  unit: Forecast['unit'],
  locale: Locale,
): string {
  const one = (value: number) => formatNumber(value, unit, locale);
  const interval = read.low === null || read.high === null ? '' : `${one(read.low)}–${one(read.high)}`;
  if (interval === '') return one(read.value);
  return locale === 'zh' ? `${one(read.value)}\uff08${interval}\uff09` : `${one(read.value)} (${interval})`;
}

export const percentWords = (share: number): string => `${Math.round(share * 1000) / 10}%`;
