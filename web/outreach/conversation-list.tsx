import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Avatar, Button, ErrorNotice, Loading } from '../components/basics.tsx';
import { CountBadge } from '../components/count-badge.tsx';
import { TimeAgo } from '../components/time-ago.tsx';

function Line({ line }: { line: Schemas['ConversationLine'] }) {
  const { t } = useTranslation();
  const name = line.with.name || t('app.gone');
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: line.id }}
      className="flex gap-3 px-3 py-2.5 hover:bg-paper"
      activeProps={{ className: 'bg-paper shadow-[inset_3px_0_0_var(--jade)]' }}
    >
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <span className={`truncate text-sm ${line.unread > 0 ? 'font-semibold' : 'font-medium'}`}>{name}</span>
          <span className="shrink-0 text-xs text-soft">
            <TimeAgo at={line.lastMessageAt} />
          </span>
        </span>
        {line.posting && (
          <span className="block truncate text-xs text-soft">
            {line.posting.companyName} · {line.posting.title}
          </span>
        )}
        <span className="flex items-center justify-between gap-2">
          <span className={`truncate text-sm ${line.unread > 0 ? 'text-ink' : 'text-soft'}`}>
            {line.declined
              ? t(line.side === 'person' ? 'outreach.declinedByYou' : 'outreach.declinedShort')
              : `${line.last.mine ? t('outreach.you') : ''}${line.last.excerpt || t('outreach.erasedMessage')}`}
          </span>
          <CountBadge count={line.unread} label={t('outreach.unread', { count: line.unread })} />
        </span>
      </span>
    </Link>
  );
}

/** The member's conversations, the one with the newest message first. */
export function ConversationList() {
  const { t } = useTranslation();
  const inbox = useInfiniteQuery({
    queryKey: ['inbox'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/inbox', { params: { query: { limit: 30, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const lines = inbox.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ErrorNotice error={inbox.error} />
      {inbox.isPending && <Loading />}
      {inbox.data && lines.length === 0 && (
        <p className="p-6 text-center text-sm text-soft">{t('outreach.noConversations')}</p>
      )}
      <ul aria-label={t('outreach.messages')} className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {inbox.hasNextPage && (
        <div className="p-3 text-center">
          <Button onClick={() => void inbox.fetchNextPage()}>{t('app.more')}</Button>
        </div>
      )}
    </>
  );
}
