import { useVouching } from '../identity/verifications.ts';

/** How much waits for the reader behind each item of the menu, by address. */
export function useMenuCounts(): Readonly<Record<string, number>> {
  const vouching = useVouching();
  return { '/verification': vouching.data?.items.length ?? 0 };
}
