import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

/** Unread messages and open requests of whoever is signed in. */
export function useWaiting() {
  return useQuery({
    queryKey: ['waiting'],
    queryFn: () => answer(api.GET('/api/v1/inbox/waiting')),
  });
}
