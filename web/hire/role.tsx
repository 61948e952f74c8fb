import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ProblemError, type Schemas } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';
import { Button, Card, Chip, Empty, ErrorNotice, Field, Loading, PageHeader, Select } from '../components/basics.tsx';
import { AddToPool } from './add-to-pool.tsx';
import { Choose, LikeChosen, useChosen } from './choosing.tsx';
import { Criteria } from './criteria.tsx';
import { MatchCard, PostingActions } from './match-card.tsx';
import { Pipeline } from './pipeline.tsx';
import { usePresets } from './presets.tsx';
import { QueryFilter, QueryProblem } from './query-filter.tsx';
import { SaveSearch } from './save-search.tsx';
import { readWeighing, type Weighing, weighText } from './weighing.ts';

type Filter = {
  cityId?: string;
  yearsMin?: number;
  degree?: string;
  skill?: string;
  verified?: 'true';
  connection?: number;
  q?: string;
};

function Filters({
  filter,
  change,
  cities,
  skills,
}: {
  filter: Filter;
  change: (filter: Filter) => void;
  cities: readonly string[];
  skills: readonly string[];
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const any = ['', t('hire.any')] as const;
  const set = (part: Partial<Filter>) => change({ ...filter, ...part });
  return (
    <Card className="mb-4">
      <form aria-label={t('hire.filters')} className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        <Field label={t('hire.city')}>
          <Select
            value={filter.cityId ?? ''}
            options={[any, ...cities.map((id) => [id, name('cities', id)] as const)]}
            onChange={(event) => set({ cityId: event.target.value || undefined })}
          />
        </Field>
        <Field label={t('hire.years')}>
          <Select
            value={String(filter.yearsMin ?? '')}
            options={[any, ...['1', '3', '5', '8', '10'].map((years) => [years, `${years}+`] as const)]}
            onChange={(event) => set({ yearsMin: event.target.value ? Number(event.target.value) : undefined })}
          />
        </Field>
        <Field label={t('hire.degree')}>
          <Select
            value={filter.degree ?? ''}
            options={[
              any,
              ...['bachelor', 'master', 'doctor'].map((degree) => [degree, t(`app.degree.${degree}`)] as const),
            ]}
            onChange={(event) => set({ degree: event.target.value || undefined })}
          />
        </Field>
        <Field label={t('hire.skill')}>
          <Select
            value={filter.skill ?? ''}
            options={[any, ...skills.map((id) => [id, name('skills', id)] as const)]}
            onChange={(event) => set({ skill: event.target.value || undefined })}
          />
        </Field>
        <Field label={t('app.verified')}>
          <Select
            value={filter.verified ?? ''}
            options={[any, ['true', t('hire.verifiedOnly')]]}
            onChange={(event) => set({ verified: event.target.value === 'true' ? 'true' : undefined })}
          />
        </Field>
        <Field label={t('hire.connection')}>
          <Select
            value={String(filter.connection ?? '')}
            options={[any, ...['1', '2', '3'].map((degree) => [degree, t('hire.upTo', { degree })] as const)]}
            onChange={(event) => set({ connection: event.target.value ? Number(event.target.value) : undefined })}
          />
        </Field>
      </form>
      <QueryFilter q={filter.q ?? ''} change={(q) => set({ q: q || undefined })} />
    </Card>
  );
}

const CITIES = [
  'beijing',
  'shanghai',
  'shenzhen',
  'hangzhou',
  'guangzhou',
  'chengdu',
  'nanjing',
  'wuhan',
  'suzhou',
  'xian',
];

/** The list as it stands, to be kept as a pool's search. */
function searchOf(
  posting: Schemas['Posting'],
  { q = '', ...filter }: Filter,
  weigh: string | undefined,
): Schemas['SavedSearch'] {
  if (!posting.brief) return { kind: 'query', q, filter, weigh: weigh ?? '' };
  return { kind: 'brief', brief: posting.brief, text: posting.description, q, filter, weigh: weigh ?? '' };
}

/** A role: the ranked list, its filters, and the pipeline beside it. */
export function Role() {
  const { postingId } = useParams({ strict: false });
  if (!postingId) return null;
  return <RoleOf postingId={postingId} />;
}

function RoleOf({ postingId }: { postingId: string }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const [filter, setFilter] = useState<Filter>({});
  const [set, setWeighing] = useState<Weighing | null>(null);
  const { chosen, toggle } = useChosen();
  const posting = useQuery({
    queryKey: ['posting', postingId],
    queryFn: () => answer(api.GET('/api/v1/postings/{postingId}', { params: { path: { postingId } } })),
  });
  const presets = usePresets(posting.data?.company.id);
  const usual = presets?.find((preset) => preset.isDefault);
  // What the company holds important, until somebody sets it for this list.
  const weighing = set ?? (usual ? readWeighing(usual.weigh) : {});
  const weigh = weighText(weighing);
  const matches = useInfiniteQuery({
    enabled: presets !== undefined,
    retry: (failed, error) => failed < 2 && !(error instanceof ProblemError),
    queryKey: ['matches', postingId, filter, weigh],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/postings/{postingId}/matches', {
          params: {
            path: { postingId },
            query: { ...filter, ...(weigh && { weigh }), limit: 10, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  const publish = useMutation({
    mutationFn: (state: 'open' | 'closed') =>
      answer(api.PUT('/api/v1/postings/{postingId}/state', { params: { path: { postingId } }, body: { state } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['posting', postingId] }),
  });
  const first = matches.data?.pages[0];
  const items = matches.data?.pages.flatMap((page) => page.items) ?? [];
  const row = posting.data;
  return (
    <>
      <ErrorNotice error={posting.error} />
      {row && (
        <PageHeader
          title={row.title}
          about={`${row.company.name} · ${name('cities', row.cityId) || '—'} · ${format.pay(row.payMin, row.payMax, row.payCurrency)}`}
        >
          <Chip tone={row.state === 'open' ? 'jade' : 'plain'}>{t(`hire.state.${row.state}`)}</Chip>
          <Link
            to="/hire/$postingId/applicants"
            params={{ postingId }}
            className="inline-flex min-h-9 items-center rounded-md px-3 text-sm font-medium text-jade hover:bg-jade-soft"
          >
            {t('hire.toApplicants')}
          </Link>
          <Button onClick={() => publish.mutate(row.state === 'open' ? 'closed' : 'open')}>
            {row.state === 'open' ? t('hire.close') : t('hire.publish')}
          </Button>
        </PageHeader>
      )}
      <Filters
        filter={filter}
        change={setFilter}
        cities={CITIES}
        skills={[...(row?.mustSkills ?? []), ...(row?.niceSkills ?? [])]}
      />
      <QueryProblem q={filter.q ?? ''} error={matches.error} />
      <Criteria weighing={weighing} change={setWeighing} companyId={row?.company.id} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <section aria-label={t('hire.list')}>
          {first && (
            <div className="mb-2 flex min-h-9 flex-wrap items-center justify-between gap-2">
              <p className="text-sm text-soft">
                {t(first.sure ? 'hire.fitting' : 'sourcing.atMost', {
                  fitting: format.number(first.fitting),
                  searched: format.number(first.searched),
                })}
              </p>
              <div className="flex flex-wrap gap-2">
                <LikeChosen chosen={chosen} />
                {row?.brief && <SaveSearch search={searchOf(row, filter, weigh)} suggested={row.title} />}
              </div>
            </div>
          )}
          {matches.isPending && <Loading />}
          {first && items.length === 0 && <Empty>{t('hire.nobody')}</Empty>}
          <ol className="space-y-3">
            {items.map((match, i) => (
              <li key={match.member.id}>
                <MatchCard match={match} postingId={postingId} rank={i + 1}>
                  <PostingActions match={match} postingId={postingId} weigh={weigh} />
                  <AddToPool memberId={match.member.id} name={match.member.name} />
                  <Choose
                    name={match.member.name}
                    checked={chosen.includes(match.member.id)}
                    toggle={() => toggle(match.member.id)}
                  />
                </MatchCard>
              </li>
            ))}
          </ol>
          {matches.hasNextPage && (
            <div className="mt-4 text-center">
              <Button disabled={matches.isFetchingNextPage} onClick={() => void matches.fetchNextPage()}>
                {t('app.more')}
              </Button>
            </div>
          )}
        </section>
        <Pipeline postingId={postingId} />
      </div>
    </>
  );
}
