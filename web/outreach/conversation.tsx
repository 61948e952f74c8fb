import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Ban, ThumbsDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';
import { Avatar, Button, ErrorNotice, Loading } from '../components/basics.tsx';
import { Composer } from './composer.tsx';
import { Messages } from './messages.tsx';

type View = Schemas['Conversation'];

function About({ posting }: { posting: NonNullable<View['posting']> }) {
  const { name } = useWords();
  const format = useFormat();
  const city = name('cities', posting.cityId);
  return (
    <p className="text-xs text-soft sm:truncate">
      {posting.companyName} · {posting.title}
      {city && ` · ${city}`} · {format.pay(posting.payMin, posting.payMax, posting.payCurrency)}
    </p>
  );
}

function Actions({ view }: { view: View }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const decline = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/conversations/{conversationId}/decline', { params: { path: { conversationId: view.id } } }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  const block = useMutation({
    mutationFn: () => answer(api.PUT('/api/v1/blocks/{memberId}', { params: { path: { memberId: view.with.id } } })),
    onSuccess: async () => {
      await navigate({ to: '/inbox' });
      await queries.invalidateQueries();
    },
  });
  return (
    <div className="flex shrink-0 gap-1">
      {view.side === 'person' && !view.declined && (
        <Button kind="quiet" disabled={decline.isPending} onClick={() => decline.mutate()}>
          <ThumbsDown aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">{t('outreach.notInterested')}</span>
        </Button>
      )}
      <Button
        kind="alarm"
        disabled={block.isPending}
        onClick={() => {
          if (window.confirm(t('outreach.blockAsk', { name: view.with.name }))) block.mutate();
        }}
      >
        <Ban aria-hidden="true" className="size-4" />
        <span className="max-sm:sr-only">{t('outreach.block')}</span>
      </Button>
      <ErrorNotice error={decline.error ?? block.error} />
    </div>
  );
}

function Answer({ view }: { view: View }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (body: string) =>
      answer(
        api.POST('/api/v1/conversations/{conversationId}/messages', {
          params: { path: { conversationId: view.id } },
          body: { body },
        }),
      ),
    onSuccess: () =>
      Promise.all(
        [['conversation', view.id], ['messages', view.id], ['inbox']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  if (!view.write.allowed) {
    const why = view.write.why;
    return <p className="text-sm text-soft">{why && (i18n.language.startsWith('zh') ? why.zh : why.en)}</p>;
  }
  return (
    <>
      {view.declined && <p className="mb-2 text-sm text-soft">{t('outreach.reopens')}</p>}
      <Composer
        label={t('outreach.answerTo', { name: view.with.name })}
        error={send.error}
        send={(body) =>
          send.mutateAsync(body).then(
            () => true,
            () => false,
          )
        }
      />
    </>
  );
}

/** A conversation: with whom and about what, its messages, and the answer. */
export function Conversation({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const { data: view, error } = useQuery({
    queryKey: ['conversation', conversationId],
    queryFn: () => answer(api.GET('/api/v1/conversations/{conversationId}', { params: { path: { conversationId } } })),
  });
  if (error)
    return (
      <div className="p-4">
        <ErrorNotice error={error} />
      </div>
    );
  if (!view)
    return (
      <div className="p-4">
        <Loading />
      </div>
    );
  const name = view.with.name || t('app.gone');
  return (
    <section aria-label={t('outreach.with', { name })} className="flex h-full flex-col">
      <header className="flex items-center gap-3 border-b border-line px-3 py-2.5">
        <Link
          to="/inbox"
          aria-label={t('outreach.back')}
          className="inline-flex size-9 items-center justify-center rounded-md text-soft hover:text-ink md:hidden"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
        </Link>
        <span className="max-sm:hidden">
          <Avatar name={name} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold">
            {view.gone ? (
              name
            ) : (
              <Link
                to="/people/$memberId"
                params={{ memberId: view.with.id }}
                {...(view.posting && view.side === 'recruiter' && { search: { postingId: view.posting.id } })}
                className="hover:text-jade hover:underline"
              >
                {name}
              </Link>
            )}
            {view.with.current && (
              <span className="ml-2 text-sm font-normal text-soft">
                {view.with.current.companyName} · {view.with.current.title}
              </span>
            )}
          </h2>
          {view.posting && <About posting={view.posting} />}
        </div>
        {!view.gone && <Actions view={view} />}
      </header>
      {view.posting?.description && (
        <details className="border-b border-line px-3 py-1.5 text-sm">
          <summary className="cursor-pointer text-jade">{t('outreach.role')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <p className="mt-1.5 max-h-60 overflow-y-auto whitespace-pre-line" tabIndex={0}>
            {view.posting.description}
          </p>
        </details>
      )}
      <Messages view={view} />
      {(view.write.allowed || !view.declined) && (
        <footer className="sticky bottom-14 border-t border-line bg-sheet p-3 md:static">
          <Answer view={view} />
        </footer>
      )}
    </section>
  );
}
