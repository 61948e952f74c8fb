import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from './session.ts';

const UNITS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
] as const;

/**
 * How long ago something was, in the words of a language: empty within the first minute; after a week the day itself,
 * with its year where that is another.
 */
export function relativeTime(then: Date, now: Date, language: string): string {
  let amount = Math.max(0, (now.getTime() - then.getTime()) / 1_000);
  for (const [unit, size] of UNITS) {
    if (amount < size) {
      if (unit === 'second') return '';
      const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
      return words.format(-Math.floor(amount), unit);
    }
    amount /= size;
  }
  const sameYear = then.getFullYear() === now.getFullYear();
  const format = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    ...(!sameYear && { year: 'numeric' }),
  });
  return format.format(then);
}

const TICK_MS = 30_000;

/** The network's time, which need not be the machine's: what the server said last, and what has passed since. */
export function useNetworkNow(): Date {
  const { data, dataUpdatedAt } = useSession();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return data ? new Date(new Date(data.network.now).getTime() + Date.now() - dataUpdatedAt) : new Date();
}

/** How long ago a moment of the network was. */
export function useAgo(): (iso: string) => string {
  const now = useNetworkNow();
  const { i18n, t } = useTranslation();
  return (iso) => relativeTime(new Date(iso), now, i18n.language) || t('app.justNow');
}
