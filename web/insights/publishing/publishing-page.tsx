import { Link } from '@tanstack/react-router';
import { Rss } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../src/insights/charts/index.ts';
import { useFormat } from '../../app/words.ts';
import { Button, Card, Chip, ErrorNotice, Loading, PageHeader } from '../../components/basics.tsx';
import { useLocale } from '../queries.ts';
import {
  type Publication,
  reportAddress,
  useDiscardDraft,
  useDrafts,
  usePublications,
  usePublishDraft,
} from './publications.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { Schedules } from './schedules.tsx';
import { usualTitles } from './usual-title.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const ACTION = 'inline-flex min-h-9 items-center text-sm text-jade hover:underline';

function useTitle() {
  const locale = useLocale();
  return (one: Publication) =>
    `${one.title[locale] || usualTitles(one.summary.fieldName)[locale]} · ${formatPeriod(one, locale)}`;
}

function DraftRow({ draft, onPublish }: { draft: Publication; onPublish: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = useFormat();
  const title = useTitle();
  const discard = useDiscardDraft();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{title(draft)}</p>
        <p className="text-[13px] text-soft">{format.moment(draft.madeAt)}</p>
        <ErrorNotice error={discard.error} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <a href={reportAddress(draft.slug, locale)} className={`${ACTION} px-2`}>
          {t('publishing.preview')}
        </a>
        <Button kind="main" onClick={onPublish}>
          {t('publishing.publish')}
        </Button>
        <Button
          kind="alarm"
          disabled={discard.isPending}
          onClick={() => {
            if (window.confirm(t('publishing.discardSure'))) discard.mutate(draft.slug);
          }}
        >
          {t('publishing.discard')}
        </Button>
      </div>
    </li>
  );
}

function PublishDraftDialog({ draft, onClose }: { draft: Publication; onClose: () => void }) {
  const { t } = useTranslation();
  const publish = usePublishDraft(draft.slug);
  return (
    <PublishDialog
      title={t('publishing.publishDraft')}
      usual={usualTitles(draft.summary.fieldName)}
      publish={publish.mutateAsync}
      onClose={onClose}
    />
  );
}

function Drafts() {
  const { t } = useTranslation();
  const drafts = useDrafts();
  // The window stays when its draft is one no longer: it then shows the address.
  const [publishing, setPublishing] = useState<Publication | null>(null);
  const items = drafts.data?.items ?? [];
  return (
    <Card>
      <h2 className="font-semibold">{t('publishing.drafts')}</h2>
      <ErrorNotice error={drafts.error} />
      {drafts.data && items.length === 0 && <p className="pt-2 text-sm text-soft">{t('publishing.draftsNone')}</p>}
      <ul className="divide-y divide-line">
        {items.map((draft) => (
          <DraftRow key={draft.slug} draft={draft} onPublish={() => setPublishing(draft)} />
        ))}
      </ul>
      {publishing && <PublishDraftDialog draft={publishing} onClose={() => setPublishing(null)} />}
    </Card>
  );
}

function PublishedRow({ publication, onWithdraw }: { publication: Publication; onWithdraw: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = useFormat();
  const title = useTitle();
  const { slug, state, edition, supersededBy, publishedAt, authorName } = publication;
  const { fieldId, summary } = publication;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <a href={reportAddress(slug, locale)} className="font-medium hover:text-jade">
            {title(publication)}
          </a>
          {edition > 1 && <Chip>{t('publishing.edition', { n: edition })}</Chip>}
          {state === 'withdrawn' && <Chip tone="seal">{t('publishing.withdrawn')}</Chip>}
          {supersededBy !== null && <Chip tone="amber">{t('publishing.superseded')}</Chip>}
        </p>
        <p className="text-[13px] text-soft">
          {[publishedAt && format.moment(publishedAt), authorName].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {supersededBy === null && (
          <Link to="/insights/$fieldId" params={{ fieldId }} search={summary.query} className={`${ACTION} px-2`}>
            {t('publishing.correct')}
          </Link>
        )}
        {state === 'published' && (
          <Button kind="alarm" onClick={onWithdraw}>
            {t('publishing.withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Published() {
  const { t } = useTranslation();
  const locale = useLocale();
  const publications = usePublications();
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const items = publications.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold">{t('publishing.published')}</h2>
        <p className="flex gap-4 text-sm">
          <a href={`/reports?lang=${locale}`} className={ACTION}>
            {t('publishing.allReports')}
          </a>
          <a href={`/reports/feed.xml?lang=${locale}`} className={`${ACTION} gap-1`}>
            <Rss aria-hidden="true" className="size-3.5" />
            {t('publishing.feed')}
          </a>
        </p>
      </div>
      <ErrorNotice error={publications.error} />
      {publications.isPending && <Loading />}
      {publications.data && items.length === 0 && (
        <p className="pt-2 text-sm text-soft">{t('publishing.publishedNone')}</p>
      )}
      <ul className="divide-y divide-line">
        {items.map((one) => (
          <PublishedRow key={one.slug} publication={one} onWithdraw={() => setWithdrawing(one.slug)} />
        ))}
      </ul>
      {publications.hasNextPage && (
        <div className="pt-2 text-center">
          <Button onClick={() => void publications.fetchNextPage()}>{t('app.more')}</Button>
        </div>
      )}
      {withdrawing && <WithdrawDialog slug={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Card>
  );
}

/** Where analysts see what waits to be published, what was, and what is made every month. */
export function PublishingPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('publishing.title')} about={t('publishing.about')} />
      <div className="space-y-4">
        <Drafts />
        <Schedules />
        <Published />
      </div>
    </>
  );
}
