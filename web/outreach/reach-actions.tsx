import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Handshake, MessageSquare } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { Button, Chip } from '../components/basics.tsx';
import { ReachDialog, type Reached, Refused, useTouchpoints } from './reach-dialog.tsx';

/** What the recruiter did to reach each person of a posting's pipeline, asked for once for the whole page. */
export function useReached(postingId: string) {
  const { data } = useQuery({
    queryKey: ['reached', postingId],
    queryFn: () => answer(api.GET('/api/v1/postings/{postingId}/reached', { params: { path: { postingId } } })),
  });
  return new Map(data?.items.map((item) => [item.memberId, item]));
}

function ConversationLink({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: id }}
      className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade"
    >
      <MessageSquare aria-hidden="true" className="size-4" />
      {t('outreach.openConversation')}
    </Link>
  );
}

/** The buttons that open the dialog; what is not possible is not a button. */
export function ReachButtons({
  to,
  write,
  ask,
  compact = false,
}: {
  to: Reached;
  write: boolean;
  ask: boolean;
  compact?: boolean;
}) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<'write' | 'ask' | null>(null);
  const label = (text: string) => (compact ? { 'aria-label': `${text}: ${to.name}` } : {});
  return (
    <>
      {write && (
        <Button kind={compact ? 'quiet' : 'main'} {...label(t('outreach.write'))} onClick={() => setMode('write')}>
          <MessageSquare aria-hidden="true" className="size-4" />
          {t('outreach.write')}
        </Button>
      )}
      {ask && (
        <Button kind={compact ? 'quiet' : 'plain'} {...label(t('outreach.intro.ask'))} onClick={() => setMode('ask')}>
          <Handshake aria-hidden="true" className="size-4" />
          {t('outreach.intro.ask')}
        </Button>
      )}
      {mode && <ReachDialog to={to} mode={mode} onClose={() => setMode(null)} />}
    </>
  );
}

/** How to reach somebody of the ranked list: what they chose decides which buttons are there, and the reason stands beside. */
export function ReachMatch({
  to,
  contactBy,
  introducerCount,
  reached,
}: {
  to: Reached;
  contactBy: 'anyone' | 'introduction' | 'nobody';
  introducerCount: number;
  reached: { conversationId: string | null; introduction: string | null } | undefined;
}) {
  const { t } = useTranslation();
  if (reached?.conversationId) return <ConversationLink id={reached.conversationId} />;
  return (
    <>
      <ReachButtons to={to} write={contactBy === 'anyone'} ask={contactBy !== 'nobody' && introducerCount > 0} />
      {reached?.introduction && <Chip>{t(`outreach.intro.state.${reached.introduction}`)}</Chip>}
      {contactBy !== 'anyone' && (
        <p className="order-last basis-full text-sm text-soft">{t(`outreach.contactBy.${contactBy}`)}</p>
      )}
    </>
  );
}

/** How to reach somebody from the pipeline: the dialog says what is possible. */
export function ReachEntry({
  to,
  reached,
}: {
  to: Reached;
  reached: { conversationId: string | null; introduction: string | null } | undefined;
}) {
  const { t } = useTranslation();
  if (reached?.conversationId) {
    return (
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId: reached.conversationId }}
        className="inline-flex min-h-9 items-center text-sm text-jade hover:underline"
      >
        {t('outreach.openConversation')}
        <span className="sr-only">: {to.name}</span>
      </Link>
    );
  }
  return (
    <>
      {reached?.introduction && <Chip>{t(`outreach.intro.state.${reached.introduction}`)}</Chip>}
      <ReachButtons to={to} write ask={false} compact />
    </>
  );
}

/** How to reach the person whose page is open, as the API decides it. */
export function ReachPerson({ to }: { to: Reached }) {
  const { t } = useTranslation();
  const { data: touch } = useTouchpoints(to);
  if (!touch) return null;
  if (touch.conversationId) return <ConversationLink id={touch.conversationId} />;
  const { introduction } = touch;
  const asked = introduction.asked[0]?.state;
  return (
    <>
      <ReachButtons
        to={to}
        write={touch.write.allowed}
        ask={introduction.allowed && introduction.introducers.length > 0}
      />
      {asked && <Chip>{t(`outreach.intro.state.${asked}`)}</Chip>}
      {to.postingId && <Refused permission={touch.write} />}
    </>
  );
}
