import { useParams } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Conversation } from './conversation.tsx';
import { ConversationList } from './conversation-list.tsx';
import { InboxTabs } from './inbox-tabs.tsx';

/** The inbox: the list and the conversation beside it, one of the two on a phone. */
export function Inbox() {
  const { t } = useTranslation();
  const { conversationId } = useParams({ strict: false });
  return (
    <>
      {conversationId && <h1 className="sr-only md:hidden">{t('outreach.title')}</h1>}
      <div className={conversationId ? 'hidden md:block' : ''}>
        <InboxTabs part="messages" />
      </div>
      <div className="grid rounded-lg border border-line bg-sheet md:h-[calc(100dvh-15.5rem)] md:min-h-96 md:grid-cols-[18rem_minmax(0,1fr)]">
        <div
          className={`min-h-0 overflow-y-auto border-line md:block md:border-r ${conversationId ? 'hidden' : 'block'}`}
        >
          <ConversationList />
        </div>
        <div className={`min-h-0 min-w-0 ${conversationId ? '' : 'hidden md:block'}`}>
          {conversationId ? (
            <Conversation key={conversationId} conversationId={conversationId} />
          ) : (
            <p className="flex h-full flex-col items-center justify-center gap-2 p-8 text-center text-sm text-soft">
              <MessagesSquare aria-hidden="true" className="size-6" />
              {t('outreach.choose')}
            </p>
          )}
        </div>
      </div>
    </>
  );
}
