import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

/** The signed-in member's positions with how they are verified. */
export function useVerifications() {
  return useQuery({ queryKey: ['verifications'], queryFn: () => answer(api.GET('/api/v1/me/verifications')) });
}

/** What colleagues ask the signed-in member to confirm. */
export function useVouching(enabled = true) {
  return useQuery({
    queryKey: ['vouching'],
    queryFn: () => answer(api.GET('/api/v1/me/vouching', { params: { query: { limit: 50 } } })),
    enabled,
  });
}

export function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(['verifications', 'me', 'vouching'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
