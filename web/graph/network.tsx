import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { Button, Card, Chip, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { ByTimeOnly } from '../components/by-time-only.tsx';
import { PersonLine } from '../components/person-line.tsx';
import { ReachButtons } from '../outreach/reach-actions.tsx';
import { MemberSearch } from './member-search.tsx';

/** Requests, connections, and people one may know. */
export function Network() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const connections = useQuery({
    queryKey: ['connections'],
    queryFn: () => answer(api.GET('/api/v1/connections', { params: { query: { limit: 50 } } })),
  });
  const requests = useQuery({ queryKey: ['requests'], queryFn: () => answer(api.GET('/api/v1/connection-requests')) });
  const suggestions = useQuery({
    queryKey: ['suggestions'],
    queryFn: () => answer(api.GET('/api/v1/people-you-may-know')),
  });
  const refresh = () =>
    Promise.all(
      ['connections', 'requests', 'suggestions'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  const decide = useMutation({
    mutationFn: ({ memberId, yes }: { memberId: string; yes: boolean }) =>
      answer(
        api.POST('/api/v1/connection-requests/{memberId}/answer', { params: { path: { memberId } }, body: { yes } }),
      ),
    onSuccess: refresh,
  });
  const connect = useMutation({
    mutationFn: (memberId: string) => answer(api.POST('/api/v1/connection-requests', { body: { memberId, note: '' } })),
    onSuccess: refresh,
  });
  const zh = i18n.language.startsWith('zh');
  return (
    <>
      <PageHeader title={t('graph.title')} about={t('graph.about')} />
      <MemberSearch />
      <ErrorNotice error={connections.error ?? decide.error ?? connect.error} />
      {requests.isPending && <Loading rows={1} />}
      {(requests.data?.items.length ?? 0) > 0 && (
        <Card className="mb-4">
          <h2 className="mb-3 font-semibold">{t('graph.requests')}</h2>
          <ul className="space-y-4">
            {requests.data?.items.map((person) => (
              <li key={person.id}>
                <PersonLine person={person}>
                  {person.note && <p className="text-sm">{person.note}</p>}
                  <div className="mt-2 flex gap-2">
                    <Button kind="main" onClick={() => decide.mutate({ memberId: person.id, yes: true })}>
                      {t('graph.accept')}
                    </Button>
                    <Button onClick={() => decide.mutate({ memberId: person.id, yes: false })}>
                      {t('graph.decline')}
                    </Button>
                  </div>
                </PersonLine>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div className="grid gap-4 lg:grid-cols-2 [&>*]:min-w-0">
        <Card>
          <h2 className="mb-3 font-semibold">{t('graph.connections')}</h2>
          {connections.isPending && <Loading />}
          {connections.data?.items.length === 0 && <Empty>{t('graph.none')}</Empty>}
          <ul className="space-y-4">
            {connections.data?.items.map((person) => (
              <li key={person.id}>
                <PersonLine person={person}>
                  <div className="flex flex-wrap items-center gap-2">
                    <Chip>{t(`graph.kind.${person.kind}`)}</Chip>
                    <ReachButtons
                      to={{ memberId: person.id, name: person.name, postingId: null }}
                      write
                      ask={false}
                      compact
                    />
                  </div>
                </PersonLine>
              </li>
            ))}
          </ul>
        </Card>
        <Card>
          <h2 className="mb-3 font-semibold">
            {t(suggestions.data?.personalised === false ? 'graph.newest' : 'graph.suggestions')}
          </h2>
          {suggestions.data?.personalised === false && <ByTimeOnly />}
          {suggestions.isPending && <Loading />}
          {suggestions.data?.items.length === 0 && <Empty>{t('graph.noSuggestions')}</Empty>}
          <ul className="space-y-4">
            {suggestions.data?.items.map((person) => (
              <li key={person.id}>
                <PersonLine person={person}>
                  <p className="text-sm">{zh ? person.why.zh : person.why.en}</p>
                  <div className="mt-1.5">
                    <Button onClick={() => connect.mutate(person.id)}>{t('graph.connect')}</Button>
                  </div>
                </PersonLine>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
