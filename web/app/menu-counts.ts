import { useNewcomers } from '../hire/pools-data.ts';
import { useVouching } from '../identity/verifications.ts';
import { useWaiting } from '../outreach/waiting.ts';
import { useWaitingChecks } from '../vetting/checks.ts';

/** How much waits for the reader behind each item of the menu, by address. */
export function useMenuCounts(): Readonly<Record<string, number>> {
  const newcomers = useNewcomers();
  const vouching = useVouching();
  const waiting = useWaiting();
  const checks = useWaitingChecks();
  return {
    '/hire': newcomers,
    '/checks': checks,
    '/verification': vouching.data?.items.length ?? 0,
    '/inbox': (waiting.data?.unread ?? 0) + (waiting.data?.introductions ?? 0),
  };
}
