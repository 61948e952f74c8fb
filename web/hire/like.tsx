import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useWords } from '../app/words.ts';
import { Card, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { FoundList } from './found-list.tsx';
import { HireTabs } from './hire-tabs.tsx';

type Trait = Schemas['Trait'];
const keyOf = ({ kind, id }: Trait) => `${kind}:${id}`;

/** What was looked for, each part to be left out or taken back. */
function Traits({ traits, toggle }: { traits: readonly Trait[]; toggle: (key: string) => void }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const nameOf = ({ kind, id }: Trait) =>
    kind === 'level'
      ? t(`sourcing.level.${id}`)
      : name(kind === 'skill' ? 'skills' : kind === 'role' ? 'roles' : 'industries', id);
  return (
    <ul aria-label={t('sourcing.traits')} className="flex flex-wrap gap-1.5">
      {traits.map((trait) => (
        <li key={keyOf(trait)}>
          <button
            type="button"
            aria-pressed={trait.counts}
            className={`inline-flex min-h-8 items-center gap-1.5 rounded-md border px-2 text-sm ${trait.counts ? 'border-jade bg-jade-soft text-jade' : 'border-line text-soft line-through'}`}
            onClick={() => toggle(keyOf(trait))}
          >
            <span className="text-xs no-underline">{t(`sourcing.trait.${trait.kind}`)}</span>
            {nameOf(trait)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** More people like one or several: what they share, each part removable, and who has it too. */
export function Like() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const of = typeof search.of === 'string' ? search.of : '';
  const without = typeof search.without === 'string' ? search.without.split('|').filter(Boolean) : [];
  const left = without.join('|');
  const found = useInfiniteQuery({
    queryKey: ['matches', 'like', of, left],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/people-like', {
          params: { query: { of, ...(left && { without: left }), limit: 10, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: of !== '',
    placeholderData: keepPreviousData,
  });
  const [first] = found.data?.pages ?? [];
  const toggle = (key: string) => {
    const next = without.includes(key) ? without.filter((one) => one !== key) : [...without, key];
    void navigate({ to: '/hire/like', search: { of, ...(next.length > 0 && { without: next.join('|') }) } });
  };
  return (
    <>
      <HireTabs />
      <PageHeader title={t('sourcing.like')} about={t('sourcing.likeAbout')} />
      <ErrorNotice error={found.error} />
      {found.isLoading && <Loading />}
      {first && (
        <>
          <Card className="mb-4">
            <p className="mb-3 text-sm">
              {t('sourcing.likeOf')}{' '}
              {first.of.map((person, i) => (
                <span key={person.id}>
                  {i > 0 && ' / '}
                  <Link
                    to="/people/$memberId"
                    params={{ memberId: person.id }}
                    className="font-medium hover:text-jade hover:underline"
                  >
                    {person.name}
                  </Link>
                </span>
              ))}
            </p>
            {first.traits.length > 0 ? (
              <Traits traits={first.traits} toggle={toggle} />
            ) : (
              <p className="text-sm text-soft">{t('sourcing.nothingShared')}</p>
            )}
          </Card>
          <FoundList
            pages={found.data?.pages ?? []}
            more={found.hasNextPage ? () => void found.fetchNextPage() : null}
            empty={t('sourcing.nobodyLike')}
          />
        </>
      )}
    </>
  );
}
