import { useTranslation } from 'react-i18next';
import { useNetworkNow } from '../app/network-clock.ts';
import { relativeTime } from '../app/relative-time.ts';
import { useFormat } from '../app/words.ts';

/** When something was, as time that has passed in the network; the moment itself on hover. */
export function TimeAgo({ at }: { at: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const now = useNetworkNow();
  return (
    <time dateTime={at} title={format.moment(at)} className="whitespace-nowrap">
      {relativeTime(at, now, i18n.language) ?? t('app.justNow')}
    </time>
  );
}
