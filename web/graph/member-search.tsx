import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, Card, Chip, ErrorNotice } from '../components/basics.tsx';
import { PersonLine } from '../components/person-line.tsx';

function FoundPerson({ person }: { person: Schemas['FoundPerson'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const connect = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/connection-requests', { body: { memberId: person.id, note: '' } })),
    onSuccess: () =>
      Promise.all(
        ['people', 'connections', 'requests', 'suggestions'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  return (
    <PersonLine person={person}>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        {person.degree !== null && person.degree > 0 && (
          <Chip tone="jade">{t('hire.degreeOfConnection', { degree: person.degree })}</Chip>
        )}
        {person.request !== 'none' && <Chip>{t(`graph.request.${person.request}`)}</Chip>}
        {person.degree !== 1 && person.request !== 'sent' && (
          <Button
            disabled={connect.isPending}
            aria-label={`${person.request === 'received' ? t('graph.accept') : t('graph.connect')} ${person.name}`}
            onClick={() => connect.mutate()}
          >
            {person.request === 'received' ? t('graph.accept') : t('graph.connect')}
          </Button>
        )}
      </div>
      <ErrorNotice error={connect.error} />
    </PersonLine>
  );
}

/** Looks members up by name, company or title. */
export function MemberSearch() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed).trim();
  const asks = query.split(/\s+/).some((word) => [...word].length >= 2);
  const found = useInfiniteQuery({
    queryKey: ['people', query],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/people', { params: { query: { query, limit: 10, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    enabled: asks,
  });
  const items = asks ? (found.data?.pages.flatMap((page) => page.items) ?? []) : [];
  return (
    <Card className="mb-4">
      <search>
        <label className="flex items-center gap-2">
          <Search aria-hidden="true" className="size-4 shrink-0 text-soft" />
          <span className="sr-only">{t('graph.search')}</span>
          <input
            type="search"
            placeholder={t('graph.search')}
            value={typed}
            maxLength={80}
            onChange={(event) => setTyped(event.target.value)}
            className="min-h-9 w-full bg-transparent text-sm placeholder:text-soft"
          />
        </label>
      </search>
      <div aria-live="polite">
        {asks && <ErrorNotice error={found.error} />}
        {asks && found.isSuccess && items.length === 0 && (
          <p className="mt-2 text-sm text-soft">{t('graph.nobodyFound')}</p>
        )}
        {items.length > 0 && (
          <ul aria-label={t('graph.found')} className="mt-3 grid gap-4 border-t border-line pt-3 lg:grid-cols-2">
            {items.map((person) => (
              <li key={person.id}>
                <FoundPerson person={person} />
              </li>
            ))}
          </ul>
        )}
        {asks && found.hasNextPage && (
          <div className="mt-3 text-center">
            <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('app.more')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
