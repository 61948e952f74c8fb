import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';

/** Everything that recruiters were shown about the member. */
export function MyFile() {
  const { t } = useTranslation();
  const format = useFormat();
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
      <PageHeader title={t('talent.file.title')} about={t('talent.file.about')} />
      <ErrorNotice error={file.error} />
      {file.isPending && <Loading />}
      {file.data && items.length === 0 && <Empty>{t('talent.file.none')}</Empty>}
      <ul className="space-y-3">
        {items.map((item) => (
          <li key={item.id}>
            <Card>
              <p>
                <span className="font-medium">{item.viewer.name}</span>
                {item.viewer.companyName && <span className="text-soft"> · {item.viewer.companyName}</span>}
              </p>
              <p className="text-sm">
                {t(`talent.file.surface.${item.surface}`, { posting: item.posting?.title ?? '' })}
              </p>
              <p className="text-sm text-soft">
                {format.moment(item.at)} · {t('talent.file.fields')}{' '}
                {item.fields.map((field) => t(`talent.part.${field}`)).join(' / ')}
              </p>
              {typeof item.detail.score === 'number' && (
                <p className="text-sm text-soft">{t('talent.file.score', { score: item.detail.score })}</p>
              )}
            </Card>
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
