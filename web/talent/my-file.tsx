import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { ScoreParts } from '../components/score-parts.tsx';
import { CheckShown } from '../vetting/check-shown.tsx';

type Said = { readonly zh: string; readonly en: string };

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

function isParts(value: unknown): value is Record<string, number | null> {
  return typeof value === 'object' && value !== null;
}

const listOf = (value: unknown): Said[] => (Array.isArray(value) ? value.filter(isSaid) : []);

/** What was shown beside the parts of the profile: the score, its parts, the reasons, and what was missing. */
function Shown({ detail }: { detail: Schemas['Disclosure']['detail'] }) {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const said = (text: Said) => (zh ? text.zh : text.en);
  const reasons = listOf(detail.reasons);
  const missing = listOf(detail.missing);
  if (typeof detail.score !== 'number') return null;
  return (
    <details className="mt-1 text-sm">
      <summary className="cursor-pointer text-jade">{t('talent.file.score', { score: detail.score })}</summary>
      <ul className="mt-1.5 list-disc space-y-0.5 pl-5">
        {reasons.map((reason) => (
          <li key={reason.en}>{said(reason)}</li>
        ))}
      </ul>
      {missing.length > 0 && <p className="mt-1 text-amber">{missing.map(said).join(zh ? '\uff1b' : '; ')}</p>}
      {isParts(detail.parts) && (
        <div className="mt-2">
          <ScoreParts parts={detail.parts} />
        </div>
      )}
    </details>
  );
}

function Entry({ item }: { item: Schemas['Disclosure'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { introducer, conversationId } = item.detail;
  const introducerName =
    typeof introducer === 'object' && introducer !== null && 'name' in introducer ? String(introducer.name) : '';
  return (
    <Card>
      <p>
        <span className="font-medium">{item.viewer.name || t('app.gone')}</span>
        {item.viewer.companyName && <span className="text-soft"> · {item.viewer.companyName}</span>}
      </p>
      <p className="text-sm">
        {t(`talent.file.surface.${item.surface}`, {
          posting: item.posting?.title ?? '',
          introducer: introducerName,
          about: typeof item.detail.about === 'string' ? item.detail.about : '',
        })}
      </p>
      <p className="text-sm text-soft">
        {format.moment(item.at)} · {t('talent.file.fields')}{' '}
        {item.fields.map((field) => t(`talent.part.${field}`)).join(' / ')}
      </p>
      <Shown detail={item.detail} />
      {item.surface === 'check' && <CheckShown detail={item.detail} />}
      {typeof conversationId === 'string' && (
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId }}
          className="inline-flex min-h-9 items-center text-sm text-jade hover:underline"
        >
          {t('outreach.openConversation')}
        </Link>
      )}
    </Card>
  );
}

/** Everything that recruiters were shown about the member. */
export function MyFile() {
  const { t } = useTranslation();
  const file = useInfiniteQuery({
    queryKey: ['file'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/me/file', { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = file.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('talent.file.title')} about={t('talent.file.about')}>
        <a href="/api/v1/me/data" download className="text-sm text-jade hover:underline">
          {t('talent.file.download')}
        </a>
      </PageHeader>
      <ErrorNotice error={file.error} />
      {file.isPending && <Loading />}
      {file.data && items.length === 0 && <Empty>{t('talent.file.none')}</Empty>}
      <ul className="space-y-3">
        {items.map((item) => (
          <li key={item.id}>
            <Entry item={item} />
          </li>
        ))}
      </ul>
      {file.hasNextPage && (
        <div className="mt-4 text-center">
          <Button onClick={() => void file.fetchNextPage()}>{t('app.more')}</Button>
        </div>
      )}
    </>
  );
}
