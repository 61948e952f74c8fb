import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, Card, Chip, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { PersonLine } from '../components/person-line.tsx';
import { TimeAgo } from '../components/time-ago.tsx';
import { ProfileView } from '../talent/profile-view.tsx';

/** The profile that came with an application; opening it is noted in the applicant's file. */
function AppliedProfile({ postingId, memberId }: { postingId: string; memberId: string }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['applicant', postingId, memberId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/postings/{postingId}/applications/{memberId}', { params: { path: { postingId, memberId } } }),
      ),
  });
  return (
    <div className="mt-3">
      {isPending && <Loading />}
      <ErrorNotice error={error} />
      {data && <ProfileView person={data.person} />}
    </div>
  );
}

function ApplicantCard({ applicant, postingId }: { applicant: Schemas['Applicant']; postingId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const memberId = applicant.member.id;
  const decide = useMutation({
    mutationFn: (advance: boolean) =>
      answer(
        api.PUT('/api/v1/postings/{postingId}/applications/{memberId}/decision', {
          params: { path: { postingId, memberId } },
          body: { advance },
        }),
      ),
    onSettled: () =>
      Promise.all(
        [['applicants', postingId], ['pipeline', postingId], ['hire']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return (
    <Card>
      <PersonLine person={applicant.member}>
        <p className="mt-0.5 flex flex-wrap items-center gap-2 text-sm text-soft">
          <TimeAgo at={applicant.appliedAt} />
          {applicant.state !== 'sent' && (
            <Chip tone={applicant.state === 'advanced' ? 'jade' : 'plain'}>
              {t(`jobs.applicationState.${applicant.state}`)}
            </Chip>
          )}
        </p>
        {applicant.note && <p className="mt-1 text-sm whitespace-pre-line">{applicant.note}</p>}
        <div className="mt-2 flex flex-wrap gap-2">
          {applicant.state === 'sent' && (
            <>
              <Button kind="main" disabled={decide.isPending} onClick={() => decide.mutate(true)}>
                {t('hire.advance')}
              </Button>
              <Button disabled={decide.isPending} onClick={() => decide.mutate(false)}>
                {t('hire.declineApplication')}
              </Button>
            </>
          )}
          <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('hire.closeProfile') : t('hire.openProfile')}
          </Button>
        </div>
        <ErrorNotice error={decide.error} />
      </PersonLine>
      {open && <AppliedProfile postingId={postingId} memberId={memberId} />}
    </Card>
  );
}

/** Those who applied to a role. */
export function Applicants() {
  const { postingId } = useParams({ strict: false });
  return postingId ? <ApplicantsOf postingId={postingId} /> : null;
}

function ApplicantsOf({ postingId }: { postingId: string }) {
  const { t } = useTranslation();
  const posting = useQuery({
    queryKey: ['posting', postingId],
    queryFn: () => answer(api.GET('/api/v1/postings/{postingId}', { params: { path: { postingId } } })),
  });
  const applicants = useInfiniteQuery({
    queryKey: ['applicants', postingId],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/postings/{postingId}/applications', {
          params: { path: { postingId }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = applicants.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={t('hire.applicantsOf', { title: posting.data?.title ?? '' })}
        about={t('hire.applicantsAbout')}
      >
        <Link to="/hire/$postingId" params={{ postingId }} className="text-sm text-jade hover:underline">
          {t('hire.toRole')}
        </Link>
      </PageHeader>
      <ErrorNotice error={applicants.error} />
      {applicants.isPending && <Loading />}
      {applicants.data && items.length === 0 && <Empty>{t('hire.noApplicants')}</Empty>}
      <ul className="space-y-3">
        {items.map((applicant) => (
          <li key={applicant.member.id}>
            <ApplicantCard applicant={applicant} postingId={postingId} />
          </li>
        ))}
      </ul>
      {applicants.hasNextPage && (
        <div className="mt-4 text-center">
          <Button onClick={() => void applicants.fetchNextPage()}>{t('app.more')}</Button>
        </div>
      )}
    </>
  );
}
