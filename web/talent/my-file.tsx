import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { CheckShown } from '../vetting/check-shown.tsx';
import { ShownOfMe } from './shown-of-me.tsx';

/** Found for being like others, or looked at for others to be like. */
const isLike = (about: string): about is 'like' | 'like-of' => about === 'like' || about === 'like-of';

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
          about:
            typeof item.detail.about === 'string'
              ? isLike(item.detail.about)
                ? t(`talent.file.${item.detail.about}`)
                : item.detail.about
              : '',
        })}
      </p>
      <p className="text-sm text-soft">
        {format.moment(item.at)} · {t('talent.file.fields')}{' '}
        {item.fields.map((field) => t(`talent.part.${field}`)).join(' / ')}
      </p>
      <ShownOfMe item={item} />
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
