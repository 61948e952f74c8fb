import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, Empty, ErrorNotice, Loading } from '../components/basics.tsx';
import { InboxTabs } from './inbox-tabs.tsx';
import { AskedByMe, AskedOfMe } from './introduction-card.tsx';

type Introduction = Schemas['Introduction'];

function Requests({ as }: { as: Introduction['role'] }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['introductions', as],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/introductions', {
          params: { query: { as, limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const requests = list.data?.pages.flatMap((page) => page.items) ?? [];
  const One = as === 'introducer' ? AskedOfMe : AskedByMe;
  return (
    <section aria-label={t(`outreach.intro.title.${as}`)}>
      <h2 className="mb-2 font-semibold">{t(`outreach.intro.title.${as}`)}</h2>
      <ErrorNotice error={list.error} />
      {list.isPending && <Loading />}
      {list.data && requests.length === 0 && <Empty>{t(`outreach.intro.none.${as}`)}</Empty>}
      <ul className="space-y-3">
        {requests.map((request) => (
          <li key={request.id}>
            <One request={request} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="mt-4 text-center">
          <Button onClick={() => void list.fetchNextPage()}>{t('app.more')}</Button>
        </div>
      )}
    </section>
  );
}

/** Requests for introductions: those that wait for the member's word, and for a recruiter those they asked. */
export function Introductions() {
  const { data: session } = useSession();
  const recruits = (session?.companies.length ?? 0) > 0;
  return (
    <>
      <InboxTabs part="introductions" />
      <div className={recruits ? 'grid gap-6 lg:grid-cols-2' : 'max-w-2xl'}>
        <Requests as="introducer" />
        {recruits && <Requests as="recruiter" />}
      </div>
    </>
  );
}
