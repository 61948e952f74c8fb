import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, Card, Chip, Empty, ErrorNotice, Loading } from '../components/basics.tsx';
import { PersonLine } from '../components/person-line.tsx';
import { TimeAgo } from '../components/time-ago.tsx';
import { Composer } from './composer.tsx';
import { InboxTabs } from './inbox-tabs.tsx';

type Introduction = Schemas['Introduction'];

function useDecision(id: string) {
  const queries = useQueryClient();
  const path = { introductionId: id };
  return useMutation({
    mutationFn: ({ decision, wording = '' }: { decision: 'make' | 'decline' | 'withdraw'; wording?: string }) => {
      if (decision === 'make') {
        return answer(api.POST('/api/v1/introductions/{introductionId}/make', { params: { path }, body: { wording } }));
      }
      return decision === 'decline'
        ? answer(api.POST('/api/v1/introductions/{introductionId}/decline', { params: { path } }))
        : answer(api.POST('/api/v1/introductions/{introductionId}/withdraw', { params: { path } }));
    },
    onSuccess: () =>
      Promise.all([['introductions'], ['waiting']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

function Quote({ children }: { children: string }) {
  return <blockquote className="mt-2 border-l-2 border-line pl-3 text-sm whitespace-pre-line">{children}</blockquote>;
}

function AskedOfMe({ request }: { request: Introduction }) {
  const { t } = useTranslation();
  const decision = useDecision(request.id);
  const [wording, setWording] = useState(false);
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-medium">
          {t('outreach.intro.asks', { recruiter: request.recruiter.name, candidate: request.candidate.name })}
        </h3>
        <span className="text-xs text-soft">
          <TimeAgo at={request.askedAt} />
        </span>
      </div>
      <p className="text-sm text-soft">
        {request.posting.companyName} · {request.posting.title}
      </p>
      <Quote>{request.ask}</Quote>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <PersonLine person={request.recruiter} />
        <PersonLine person={request.candidate} />
      </div>
      {request.state === 'asked' && !wording && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button kind="main" onClick={() => setWording(true)}>
            {t('outreach.intro.make')}
          </Button>
          <Button disabled={decision.isPending} onClick={() => decision.mutate({ decision: 'decline' })}>
            {t('outreach.intro.decline')}
          </Button>
        </div>
      )}
      {request.state === 'asked' && wording && (
        <div className="mt-3">
          <p className="mb-1.5 text-sm text-soft">{t('outreach.intro.wordingAbout')}</p>
          <Composer
            rows={4}
            label={t('outreach.intro.wording', {
              recruiter: request.recruiter.name,
              candidate: request.candidate.name,
            })}
            action={t('outreach.intro.send')}
            error={null}
            send={(text) =>
              decision.mutateAsync({ decision: 'make', wording: text }).then(
                () => true,
                () => false,
              )
            }
          />
          <Button kind="quiet" onClick={() => setWording(false)}>
            {t('outreach.cancel')}
          </Button>
        </div>
      )}
      {request.state !== 'asked' && (
        <div className="mt-3">
          <Chip>{t(`outreach.intro.stateMine.${request.state}`)}</Chip>
          {request.wording && <Quote>{request.wording}</Quote>}
        </div>
      )}
      <ErrorNotice error={decision.error} />
    </Card>
  );
}

function AskedByMe({ request }: { request: Introduction }) {
  const { t } = useTranslation();
  const decision = useDecision(request.id);
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-medium">
          {t('outreach.intro.asked', { introducer: request.introducer.name, candidate: request.candidate.name })}
        </h3>
        <span className="text-xs text-soft">
          <TimeAgo at={request.askedAt} />
        </span>
      </div>
      <p className="text-sm text-soft">
        {request.posting.companyName} · {request.posting.title}
      </p>
      <Quote>{request.ask}</Quote>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Chip tone={request.state === 'made' ? 'jade' : 'plain'}>{t(`outreach.intro.state.${request.state}`)}</Chip>
        {request.conversationId && (
          <Link
            to="/inbox/$conversationId"
            params={{ conversationId: request.conversationId }}
            className="text-sm text-jade hover:underline"
          >
            {t('outreach.openConversation')}
          </Link>
        )}
        {request.state === 'asked' && (
          <Button disabled={decision.isPending} onClick={() => decision.mutate({ decision: 'withdraw' })}>
            {t('outreach.intro.withdraw')}
          </Button>
        )}
      </div>
      <ErrorNotice error={decision.error} />
    </Card>
  );
}

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
