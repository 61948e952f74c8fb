import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.ts';
import type { ReportQuery } from '../queries.ts';

export type Publication = Schemas['Publication'];
export type Schedule = Schemas['ReportSchedule'];
export type PublishInput = Schemas['PublishInput'];
export type ScheduleInput = Schemas['ReportScheduleInput'];
type Locale = 'zh' | 'en';

const PUBLICATIONS = 'publications';
const DRAFTS = 'draft-reports';
const SCHEDULES = 'report-schedules';
const FOLLOWS = 'report-follows';

/** What was published, the newest first. */
export function usePublications(limit = 20) {
  return useInfiniteQuery({
    queryKey: [PUBLICATIONS, limit],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/publications', { params: { query: { limit, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useDrafts() {
  return useQuery({
    queryKey: [DRAFTS],
    queryFn: () => answer(api.GET('/api/v1/insights/drafts', { params: { query: { limit: 50 } } })),
    // The schedule makes them in the background.
    refetchInterval: 15_000,
  });
}

export function useSchedules() {
  return useQuery({
    queryKey: [SCHEDULES],
    queryFn: () => answer(api.GET('/api/v1/insights/schedules')),
    refetchInterval: 15_000,
  });
}

export function useFollows() {
  return useQuery({ queryKey: [FOLLOWS], queryFn: () => answer(api.GET('/api/v1/me/report-follows')) });
}

/** A change after which the lists of this page are asked for again. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [name] }) =>
          name === PUBLICATIONS || name === DRAFTS || name === SCHEDULES || name === FOLLOWS,
      }),
  });
}

export const usePublish = (fieldId: string, query: ReportQuery) =>
  useChange((body: PublishInput) =>
    answer(api.POST('/api/v1/insights/fields/{fieldId}/publications', { params: { path: { fieldId }, query }, body })),
  );

export const usePublishDraft = (slug: string) =>
  useChange(({ correction: _, ...body }: PublishInput) =>
    answer(api.POST('/api/v1/insights/drafts/{slug}/publication', { params: { path: { slug } }, body })),
  );

export const useDiscardDraft = () =>
  useChange((slug: string) => answer(api.DELETE('/api/v1/insights/drafts/{slug}', { params: { path: { slug } } })));

export const useWithdraw = (slug: string) =>
  useChange((reason: { zh: string; en: string }) =>
    answer(api.POST('/api/v1/publications/{slug}/withdrawal', { params: { path: { slug } }, body: { reason } })),
  );

export const useSetSchedule = () =>
  useChange(({ fieldId, ...body }: ScheduleInput & { fieldId: string }) =>
    answer(api.PUT('/api/v1/insights/schedules/{fieldId}', { params: { path: { fieldId } }, body })),
  );

export const useStopSchedule = () =>
  useChange((fieldId: string) =>
    answer(api.DELETE('/api/v1/insights/schedules/{fieldId}', { params: { path: { fieldId } } })),
  );

export const useFollow = (fieldId: string, drafts: boolean) =>
  useChange(async (follow: boolean) => {
    const params = { path: { fieldId } };
    if (follow) await answer(api.PUT('/api/v1/me/report-follows/{fieldId}', { params, body: { drafts } }));
    else await answer(api.DELETE('/api/v1/me/report-follows/{fieldId}', { params }));
  });

/** The page of a report, outside the web app: readers without scripts read it too. */
export const reportAddress = (slug: string, locale: Locale): string => `/reports/${slug}?lang=${locale}`;
