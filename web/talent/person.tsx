import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, Chip, ErrorNotice, Loading } from '../components/basics.tsx';
import { usePageTitle } from '../components/page-title.ts';
import { AddToPool } from '../hire/add-to-pool.tsx';
import { LikeThis } from '../hire/choosing.tsx';
import { WhyOrWhyNot } from '../hire/why.tsx';
import { ReachFromPage } from '../outreach/reach-from-page.tsx';
import { CheckFromPage } from '../vetting/check-entry.tsx';
import { ProfileView } from './profile-view.tsx';

/** Another person, as far as they let the reader see. */
export function Person() {
  const { memberId } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  if (!memberId) return null;
  return (
    <PersonOf memberId={memberId} postingId={typeof search.postingId === 'string' ? search.postingId : undefined} />
  );
}

function PersonOf({ memberId, postingId }: { memberId: string; postingId: string | undefined }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const person = useQuery({
    queryKey: ['person', memberId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/people/{memberId}', {
          params: { path: { memberId }, query: { ...(postingId && { postingId }) } },
        }),
      ),
  });
  const relation = useQuery({
    queryKey: ['relation', memberId],
    queryFn: () => answer(api.GET('/api/v1/people/{memberId}/relation', { params: { path: { memberId } } })),
  });
  usePageTitle(person.data?.name);
  const connect = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/connection-requests', { body: { memberId, note: '' } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['relation', memberId] }),
  });
  if (person.isPending) return <Loading />;
  if (!person.data) return <ErrorNotice error={person.error} />;
  const mine = session?.account?.id === memberId;
  return (
    <ProfileView person={person.data} heading="h1">
      {!mine && relation.data && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {relation.data.degree && (
            <Chip tone="jade">{t('hire.degreeOfConnection', { degree: relation.data.degree })}</Chip>
          )}
          {relation.data.mutualCount > 0 && (
            <span className="text-sm text-soft">
              {t('graph.mutual', {
                count: relation.data.mutualCount,
                names: relation.data.mutual
                  .map((other) => other.name)
                  .join(i18n.language.startsWith('zh') ? '、' : ', '),
              })}
            </span>
          )}
          {relation.data.degree !== 1 && relation.data.request === 'none' && (
            <Button kind="main" disabled={connect.isPending} onClick={() => connect.mutate()}>
              {t('graph.connect')}
            </Button>
          )}
          {relation.data.request !== 'none' && <Chip>{t(`graph.request.${relation.data.request}`)}</Chip>}
        </div>
      )}
      {!mine && relation.data && (
        <ReachFromPage
          memberId={memberId}
          name={person.data.name}
          connected={relation.data.degree === 1}
          postingId={postingId}
        />
      )}
      {postingId && session && session.companies.length > 0 && (
        <div className="mt-3">
          <WhyOrWhyNot postingId={postingId} memberId={memberId} />
        </div>
      )}
      {!mine && session && session.companies.length > 0 && person.data.shown.includes('wishes') && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <AddToPool memberId={memberId} name={person.data.name} />
          <LikeThis memberId={memberId} />
        </div>
      )}
      <CheckFromPage postingId={postingId} memberId={memberId} />
      <ErrorNotice error={connect.error} />
    </ProfileView>
  );
}
