import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { useSession } from '../app/session.ts';

/** The recruiter's talent pools, with how many are new in each. */
export function usePools() {
  const { data: session } = useSession();
  return useQuery({
    queryKey: ['pools'],
    queryFn: () => answer(api.GET('/api/v1/pools')),
    enabled: (session?.companies.length ?? 0) > 0,
    staleTime: 30_000,
  });
}

/** How many people are new in all pools together. */
export function useNewcomers(): number {
  return usePools().data?.items.reduce((sum, pool) => sum + (pool.newcomers ?? 0), 0) ?? 0;
}
