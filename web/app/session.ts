import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

/** Who is signed in, and in which network. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: () => answer(api.GET('/api/v1/session')), staleTime: 60_000 });
}

async function authenticate(path: string, body: Record<string, unknown>): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(String(response.status));
}

export const signIn = (email: string, password: string) => authenticate('sign-in/email', { email, password });
export const signUp = (name: string, email: string, password: string) =>
  authenticate('sign-up/email', { name, email, password });
export const signOut = () => authenticate('sign-out', {});
