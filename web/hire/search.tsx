import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search as SearchIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, Field, Loading, PageHeader } from '../components/basics.tsx';
import { FoundList } from './found-list.tsx';
import { HireTabs } from './hire-tabs.tsx';
import { placeOf, QueryProblem } from './query-filter.tsx';
import { SaveSearch } from './save-search.tsx';

/** How many people each term finds by itself. */
function Terms({ terms }: { terms: readonly Schemas['TermCount'][] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (terms.length < 2) return null;
  return (
    <ul aria-label={t('sourcing.terms')} className="mt-3 flex flex-wrap gap-1.5">
      {terms.map((term) => (
        <li key={term.start} className="rounded border border-line px-1.5 py-0.5 text-xs">
          <span className="font-mono">{term.said}</span>{' '}
          <span className="text-soft">
            {term.people === null
              ? t('sourcing.few')
              : t(term.sure ? 'sourcing.people' : 'sourcing.mostPeople', { people: format.number(term.people) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

const FIELDS = [
  'city',
  'wish',
  'years',
  'title',
  'company',
  'school',
  'degree',
  'skill',
  'role',
  'industry',
  'level',
  'verified',
  'open',
] as const;

function Help() {
  const { t } = useTranslation();
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer text-jade">{t('sourcing.help.title')}</summary>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {(['and', 'or', 'not', 'phrase', 'exact', 'prefix', 'group'] as const).map((rule) => (
          <li key={rule}>{t(`sourcing.help.${rule}`)}</li>
        ))}
      </ul>
      <p className="mt-2">{t('sourcing.help.fields')}</p>
      <ul className="mt-1 grid gap-x-4 gap-y-0.5 font-mono text-xs sm:grid-cols-2">
        {FIELDS.map((field) => (
          <li key={field}>{t(`sourcing.fields.${field}`)}</li>
        ))}
      </ul>
    </details>
  );
}

/** A Boolean search without a posting: who is found, and how many each of its terms finds. */
export function HireSearch() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const q = typeof search.q === 'string' ? search.q : '';
  const [typed, setTyped] = useState(q);
  const box = useRef<HTMLTextAreaElement>(null);
  const zh = i18n.language.startsWith('zh');
  const found = useInfiniteQuery({
    queryKey: ['matches', 'search', q],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/people-search', {
          params: { query: { q, limit: 10, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const [first] = found.data?.pages ?? [];
  const go = () => void navigate({ to: '/hire/search', search: { q: typed } });
  const showProblem = () => {
    const place = placeOf(found.error);
    if (!place || !box.current) return;
    setTyped(q);
    box.current.focus();
    box.current.setSelectionRange(place[0], place[1]);
  };
  return (
    <>
      <HireTabs />
      <PageHeader title={t('sourcing.search')} about={t('sourcing.searchAbout')}>
        {first && !found.error && <SaveSearch search={{ kind: 'query', q, filter: {}, weigh: '' }} suggested={q} />}
      </PageHeader>
      <Card className="mb-4">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            go();
          }}
        >
          <Field label={t('sourcing.query')}>
            <textarea
              ref={box}
              value={typed}
              rows={2}
              maxLength={1000}
              spellCheck={false}
              placeholder={t('sourcing.example')}
              className="w-full rounded-md border border-line bg-sheet px-2.5 py-1.5 font-mono text-sm leading-relaxed text-ink placeholder:text-soft"
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                // Enter that ends a word of an input method does not search.
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                go();
              }}
            />
          </Field>
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Button kind="main" type="submit" disabled={typed.trim() === ''}>
              <SearchIcon aria-hidden="true" className="size-4" />
              {t('sourcing.find')}
            </Button>
            {typed.trim() === '' && (
              <button
                type="button"
                className="min-h-9 text-sm text-jade hover:underline"
                onClick={() => setTyped(t('sourcing.example'))}
              >
                {t('sourcing.useExample')}
              </button>
            )}
          </div>
        </form>
        <QueryProblem q={q} error={found.error} show={showProblem} />
        {!found.error && first && (
          <>
            {first.unlawful.map((wish) => (
              <p
                key={wish.span.start}
                role="alert"
                className="mt-2 rounded-md bg-amber-soft px-3 py-2 text-sm text-amber"
              >
                {zh ? wish.message.zh : wish.message.en}
              </p>
            ))}
            <Terms terms={first.terms} />
          </>
        )}
        <Help />
      </Card>
      {found.isLoading && <Loading />}
      {!found.error && found.data && (
        <FoundList
          pages={found.data.pages}
          more={found.hasNextPage ? () => void found.fetchNextPage() : null}
          empty={t('sourcing.nobody')}
        />
      )}
    </>
  );
}
