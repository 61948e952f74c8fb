import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Sparkles, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, Card, Chip, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { Dialog } from '../components/dialog.tsx';
import { FoundList } from './found-list.tsx';
import { HireTabs } from './hire-tabs.tsx';
import { PoolName, PoolShare } from './pool-fields.tsx';
import { SearchLine } from './pools.tsx';

/** A pool: whom its search finds, newcomers marked, and who was picked by hand. */
export function Pool() {
  const { poolId } = useParams({ strict: false });
  return poolId ? <PoolOf key={poolId} poolId={poolId} /> : null;
}

function PoolOf({ poolId }: { poolId: string }) {
  const { t } = useTranslation();
  const params = { path: { poolId } };
  const pool = useQuery({
    queryKey: ['pools', poolId],
    queryFn: () => answer(api.GET('/api/v1/pools/{poolId}', { params })),
  });
  return (
    <>
      <HireTabs />
      <ErrorNotice error={pool.error} />
      {pool.isPending && <Loading />}
      {pool.data && (
        <>
          <PageHeader title={pool.data.name}>
            {pool.data.shared && <Chip>{t('sourcing.shared')}</Chip>}
            {pool.data.mine && <Settings pool={pool.data} />}
          </PageHeader>
          <p className="mb-4 text-sm break-words text-soft">
            <SearchLine search={pool.data.search} />
          </p>
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_16rem]">
            {pool.data.search ? <PoolPeople pool={pool.data} /> : <div />}
            <Picked poolId={poolId} />
          </div>
        </>
      )}
    </>
  );
}

function PoolPeople({ pool }: { pool: Schemas['Pool'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const poolId = pool.id;
  const [onlyNew, setOnlyNew] = useState(false);
  const looked = useRef(false);
  // What was new when the page was opened stays marked until it is opened again.
  const [newcomers] = useState(pool.newcomers ?? 0);
  const found = useInfiniteQuery({
    queryKey: ['matches', 'pool', poolId],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/pools/{poolId}/people', {
          params: { path: { poolId }, query: { limit: 10, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
    gcTime: 0,
  });
  const fresh = useInfiniteQuery({
    queryKey: ['matches', 'pool-new', poolId],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/pools/{poolId}/people', {
          params: { path: { poolId }, query: { limit: 50, new: 'true', ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: newcomers > 0,
    staleTime: 0,
    gcTime: 0,
  });
  const look = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/pools/{poolId}/look', { params: { path: { poolId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['pools'], exact: true }),
  });
  const ready = found.isSuccess && (newcomers === 0 || fresh.isSuccess);
  useEffect(() => {
    if (!ready || looked.current) return;
    looked.current = true;
    look.mutate();
  }, [ready, look.mutate]);
  const shown = onlyNew ? fresh : found;
  return (
    <div>
      {newcomers > 0 && (
        <label className="mb-2 flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-jade"
            checked={onlyNew}
            onChange={(event) => setOnlyNew(event.target.checked)}
          />
          {t('sourcing.onlyNew', { count: newcomers })}
        </label>
      )}
      <ErrorNotice error={shown.error} />
      {shown.isPending && <Loading />}
      {shown.data && (
        <FoundList
          pages={shown.data.pages}
          more={shown.hasNextPage ? () => void shown.fetchNextPage() : null}
          empty={t('sourcing.nobody')}
        />
      )}
    </div>
  );
}

function Picked({ poolId }: { poolId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const picked = useQuery({
    queryKey: ['picked', poolId],
    queryFn: () => answer(api.GET('/api/v1/pools/{poolId}/picked', { params: { path: { poolId } } })),
  });
  const remove = useMutation({
    mutationFn: (memberId: string) =>
      answer(api.DELETE('/api/v1/pools/{poolId}/picked/{memberId}', { params: { path: { poolId, memberId } } })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['picked', poolId] }),
        queries.invalidateQueries({ queryKey: ['pools'], exact: true }),
      ]),
  });
  const items = picked.data?.items ?? [];
  return (
    <aside aria-label={t('sourcing.pickedTitle')}>
      <Card>
        <h2 className="mb-2 font-semibold">{t('sourcing.pickedTitle')}</h2>
        {picked.data && items.length === 0 && <p className="text-sm text-soft">{t('sourcing.nonePicked')}</p>}
        <ul className="space-y-1">
          {items.map(({ member }) => (
            <li key={member.id} className="flex items-start justify-between gap-2">
              <div className="min-w-0 py-1.5">
                <Link
                  to="/people/$memberId"
                  params={{ memberId: member.id }}
                  className="text-sm font-medium hover:text-jade hover:underline"
                >
                  {member.name}
                </Link>
                <p className="truncate text-xs text-soft">
                  {member.current ? `${member.current.companyName} · ${member.current.title}` : member.headline}
                </p>
              </div>
              <button
                type="button"
                aria-label={t('sourcing.takeOut', { name: member.name })}
                className="inline-flex size-9 shrink-0 items-center justify-center rounded-md text-soft hover:text-seal"
                onClick={() => remove.mutate(member.id)}
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
        {items.length > 0 && (
          <Link
            to="/hire/like"
            search={{
              of: items
                .slice(0, 10)
                .map(({ member }) => member.id)
                .join(','),
            }}
            className="mt-2 inline-flex min-h-9 items-center gap-1.5 text-sm font-medium text-jade hover:underline"
          >
            <Sparkles aria-hidden="true" className="size-4" />
            {t('sourcing.likeThese')}
          </Link>
        )}
        <ErrorNotice error={picked.error ?? remove.error} />
      </Card>
    </aside>
  );
}

/** Renaming, sharing and deleting a pool. */
function Settings({ pool }: { pool: Schemas['Pool'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(pool.name);
  const [shared, setShared] = useState(pool.shared);
  const params = { path: { poolId: pool.id } };
  const save = useMutation({
    mutationFn: () =>
      answer(api.PUT('/api/v1/pools/{poolId}', { params, body: { name: name.trim(), shared, search: pool.search } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['pools'] });
      setOpen(false);
    },
  });
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/pools/{poolId}', { params })),
    onSuccess: async () => {
      await navigate({ to: '/hire/pools' });
      queries.removeQueries({ queryKey: ['pools', pool.id] });
      await queries.invalidateQueries({ queryKey: ['pools'], exact: true });
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('sourcing.settings')}</Button>
      {open && (
        <Dialog title={t('sourcing.settings')} onClose={() => setOpen(false)}>
          <form
            className="space-y-3"
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate();
            }}
          >
            <PoolName value={name} onChange={setName} />
            <PoolShare value={shared} onChange={setShared} />
            <ErrorNotice error={save.error ?? remove.error} />
            <div className="flex justify-between gap-2">
              <Button kind="main" type="submit" disabled={save.isPending || name.trim() === ''}>
                {t('sourcing.saveIt')}
              </Button>
              <Button kind="alarm" disabled={remove.isPending} onClick={() => remove.mutate()}>
                {t('sourcing.deletePool')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
