import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

/** How many checks wait for the signed-in member to decide or to release. */
export function useWaitingChecks(): number {
  const { data } = useQuery({
    queryKey: ['checks', 'waiting'],
    queryFn: () => answer(api.GET('/api/v1/me/checks', { params: { query: { limit: 20 } } })),
  });
  return data?.items.filter((check) => check.state === 'requested' || check.state === 'allowed').length ?? 0;
}

export function useRefreshChecks() {
  const queries = useQueryClient();
  return () =>
    Promise.all(['checks', 'posting-checks', 'file'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
