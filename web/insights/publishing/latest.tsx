import { Rss } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../src/insights/charts/index.ts';
import { useFormat } from '../../app/words.ts';
import { useLocale } from '../queries.ts';
import { FollowButton } from './follow-button.tsx';
import { reportAddress, usePublications } from './publications.ts';
import { usualTitles } from './usual-title.ts';

const SHOWN = 3;

/** What was published lately, and the ways to hear of more: mail and the feed. */
export function LatestReports() {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = useFormat();
  const items = usePublications(SHOWN).data?.pages[0]?.items.filter((one) => one.state === 'published') ?? [];
  return (
    <section className="mt-4 flex flex-wrap items-start gap-x-8 gap-y-3 rounded-lg border border-line bg-sheet px-6 py-4 sm:px-8">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-sm font-semibold text-soft">{t('publishing.latest')}</h2>
        {items.length === 0 && <p className="mt-1 text-sm text-soft">{t('publishing.publishedNone')}</p>}
        <ul className="mt-1 space-y-1 text-sm">
          {items.map((item) => (
            <li key={item.slug}>
              <a href={reportAddress(item.slug, locale)} className="font-medium hover:text-jade">
                {item.title[locale] || usualTitles(item.summary.fieldName)[locale]} · {formatPeriod(item, locale)}
              </a>{' '}
              <span className="text-[13px] text-soft">{item.publishedAt && format.day(item.publishedAt)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <a href={`/reports?lang=${locale}`} className="py-1 text-jade hover:underline">
          {t('publishing.allReports')}
        </a>
        <a
          href={`/reports/feed.xml?lang=${locale}`}
          className="inline-flex items-center gap-1 py-1 text-jade hover:underline"
        >
          <Rss aria-hidden="true" className="size-3.5" />
          {t('publishing.feed')}
        </a>
        <FollowButton />
      </div>
    </section>
  );
}
