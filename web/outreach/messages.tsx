import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, ErrorNotice } from '../components/basics.tsx';
import { TimeAgo } from '../components/time-ago.tsx';
import { WhyFound } from './why-found.tsx';

type View = Schemas['Conversation'];

function Bubble({ message, view }: { message: Schemas['Message']; view: View }) {
  const { t } = useTranslation();
  const introduction = message.kind === 'introduction';
  const place = introduction ? 'mx-auto' : message.mine ? 'ml-auto' : 'mr-auto';
  const author = message.author.name || t('app.gone');
  const look = message.mine ? 'bg-jade-soft' : 'border border-line bg-sheet';
  return (
    <li className={`w-fit max-w-[min(40rem,92%)] ${place}`}>
      <p className="mb-0.5 text-xs text-soft">
        {introduction ? t('outreach.introducedBy', { name: author }) : message.mine ? t('outreach.yourself') : author}{' '}
        <TimeAgo at={message.sentAt} />
      </p>
      <div className={`rounded-lg px-3 py-2 ${look}`}>
        <p className="text-sm break-words whitespace-pre-line">{message.body || t('outreach.erasedMessage')}</p>
        {message.why && <WhyFound why={message.why} side={view.side} sender={author} />}
      </div>
    </li>
  );
}

/** Marks the conversation as read up to its newest message, as long as the page is looked at. */
function useMarkRead(view: View, newestId: string | undefined): void {
  const { mutate } = useMutation({
    mutationFn: (upTo: string) =>
      answer(
        api.PUT('/api/v1/conversations/{conversationId}/read', {
          params: { path: { conversationId: view.id } },
          body: { upTo },
        }),
      ),
  });
  useEffect(() => {
    if (newestId === undefined || view.unread === 0) return;
    const mark = () => {
      if (document.visibilityState === 'visible') mutate(newestId);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [newestId, view.unread, mutate]);
}

/** The messages of a conversation, the newest at the bottom and in sight. */
export function Messages({ view }: { view: View }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['messages', view.id],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/conversations/{conversationId}/messages', {
          params: { path: { conversationId: view.id }, query: { limit: 30, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const newestFirst = list.data?.pages.flatMap((page) => page.items) ?? [];
  const newestId = newestFirst[0]?.id;
  useMarkRead(view, newestId);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (newestId !== undefined) end.current?.scrollIntoView({ block: 'end' });
  }, [newestId]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div className="min-h-0 flex-1 overflow-y-auto p-4" role="log" aria-label={t('outreach.messages')} tabIndex={0}>
      <ErrorNotice error={list.error} />
      {list.hasNextPage && (
        <div className="mb-3 text-center">
          <Button onClick={() => void list.fetchNextPage()}>{t('outreach.earlier')}</Button>
        </div>
      )}
      <ol className="space-y-3">
        {newestFirst.toReversed().map((message) => (
          <Bubble key={message.id} message={message} view={view} />
        ))}
      </ol>
      {view.declined && (
        <p className="mx-auto mt-4 max-w-prose text-center text-sm text-soft">
          {view.side === 'person'
            ? t('outreach.declinedByYou')
            : t('outreach.declinedKindly', { name: view.with.name || t('app.gone') })}
        </p>
      )}
      <div ref={end} className="h-px scroll-mb-40" />
    </div>
  );
}
