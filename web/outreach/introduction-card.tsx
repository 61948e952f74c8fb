import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, Card, Chip, ErrorNotice } from '../components/basics.tsx';
import { PersonLine } from '../components/person-line.tsx';
import { TimeAgo } from '../components/time-ago.tsx';
import { Composer } from './composer.tsx';

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
type Decision = ReturnType<typeof useDecision>;

function Quote({ children }: { children: string }) {
  return <blockquote className="mt-2 border-l-2 border-line pl-3 text-sm whitespace-pre-line">{children}</blockquote>;
}

/** What both sides see of a request: who, when, about which posting, and in which words it was asked. */
function Request({
  request,
  title,
  decision,
  children,
}: {
  request: Introduction;
  title: string;
  decision: Decision;
  children: ReactNode;
}) {
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-medium">{title}</h3>
        <span className="text-xs text-soft">
          <TimeAgo at={request.askedAt} />
        </span>
      </div>
      <p className="text-sm text-soft">
        {request.posting.companyName} · {request.posting.title}
      </p>
      <Quote>{request.ask}</Quote>
      {children}
      <ErrorNotice error={decision.error} />
    </Card>
  );
}

/** The introducer's words, then the introduction is made. */
function Wording({ request, decision, close }: { request: Introduction; decision: Decision; close: () => void }) {
  const { t } = useTranslation();
  const between = { recruiter: request.recruiter.name, candidate: request.candidate.name };
  return (
    <div className="mt-3">
      <p className="mb-1.5 text-sm text-soft">{t('outreach.intro.wordingAbout')}</p>
      <Composer
        rows={4}
        label={t('outreach.intro.wording', between)}
        action={t('outreach.intro.send')}
        error={null}
        send={(text) =>
          decision.mutateAsync({ decision: 'make', wording: text }).then(
            () => true,
            () => false,
          )
        }
      />
      <Button kind="quiet" onClick={close}>
        {t('outreach.cancel')}
      </Button>
    </div>
  );
}

export function AskedOfMe({ request }: { request: Introduction }) {
  const { t } = useTranslation();
  const decision = useDecision(request.id);
  const [wording, setWording] = useState(false);
  const title = t('outreach.intro.asks', { recruiter: request.recruiter.name, candidate: request.candidate.name });
  return (
    <Request request={request} title={title} decision={decision}>
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
        <Wording request={request} decision={decision} close={() => setWording(false)} />
      )}
      {request.state !== 'asked' && (
        <div className="mt-3">
          <Chip>{t(`outreach.intro.stateMine.${request.state}`)}</Chip>
          {request.wording && <Quote>{request.wording}</Quote>}
        </div>
      )}
    </Request>
  );
}

export function AskedByMe({ request }: { request: Introduction }) {
  const { t } = useTranslation();
  const decision = useDecision(request.id);
  const title = t('outreach.intro.asked', { introducer: request.introducer.name, candidate: request.candidate.name });
  return (
    <Request request={request} title={title} decision={decision}>
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
    </Request>
  );
}
