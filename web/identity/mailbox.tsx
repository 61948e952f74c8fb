import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';

/** The mailbox of a demo network: mail that nobody sent out. */
export function Mailbox() {
  const { t } = useTranslation();
  const format = useFormat();
  const mail = useInfiniteQuery({
    queryKey: ['mailbox'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/me/mailbox', { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = mail.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('verification.mailbox.title')} about={t('verification.mailbox.about')} />
      <ErrorNotice error={mail.error} />
      {mail.isPending && <Loading />}
      {mail.data && items.length === 0 && <Empty>{t('verification.mailbox.none')}</Empty>}
      <ul className="space-y-3">
        {items.map((item) => (
          <li key={item.id}>
            <Card>
              <h2 className="font-semibold">{item.subject}</h2>
              <p className="text-sm text-soft">
                {t('verification.mailbox.to')} {item.recipient} · {format.moment(item.writtenAt)}
              </p>
              <p className="mt-2 text-sm break-words whitespace-pre-line">{item.body}</p>
            </Card>
          </li>
        ))}
      </ul>
      {mail.hasNextPage && (
        <div className="mt-4 text-center">
          <Button onClick={() => void mail.fetchNextPage()}>{t('app.more')}</Button>
        </div>
      )}
    </>
  );
}
