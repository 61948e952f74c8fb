import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, ErrorNotice, Field, Input } from '../components/basics.tsx';
import { Dialog } from '../components/dialog.tsx';
import { usePools } from './pools-data.ts';

/** Puts a person into one of the recruiter's pools, or a new one; the person's file says so. */
export function AddToPool({ memberId, name }: { memberId: string; name: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  return (
    <>
      <Button aria-label={t('sourcing.addNamed', { name })} onClick={() => setOpen(true)}>
        <FolderPlus aria-hidden="true" className="size-4" />
        {added === null ? t('sourcing.add') : t('sourcing.added', { pool: added })}
      </Button>
      {open && (
        <Dialog title={t('sourcing.addNamed', { name })} onClose={() => setOpen(false)}>
          <Choice
            memberId={memberId}
            done={(pool) => {
              setAdded(pool);
              setOpen(false);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function Choice({ memberId, done }: { memberId: string; done: (pool: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const pools = usePools();
  const [fresh, setFresh] = useState('');
  const add = useMutation({
    mutationFn: async (pool: { id: string; name: string } | null) => {
      const company = session?.companies[0];
      if (!pool && !company) return '';
      const into =
        pool ??
        (await answer(
          api.POST('/api/v1/pools', {
            body: { companyId: company?.id ?? '', name: fresh.trim(), shared: false, search: null },
          }),
        ));
      await answer(
        api.PUT('/api/v1/pools/{poolId}/picked/{memberId}', { params: { path: { poolId: into.id, memberId } } }),
      );
      return into.name;
    },
    onSuccess: async (name) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['pools'] }),
        queries.invalidateQueries({ queryKey: ['picked'] }),
      ]);
      done(name);
    },
  });
  return (
    <div className="space-y-4">
      <p className="text-sm text-soft">{t('sourcing.addAbout')}</p>
      {pools.data && pools.data.items.length > 0 && (
        <ul className="max-h-60 divide-y divide-line overflow-auto rounded-md border border-line">
          {pools.data.items.map((pool) => (
            <li key={pool.id}>
              <button
                type="button"
                className="flex min-h-10 w-full items-center justify-between gap-2 px-3 text-left text-sm hover:bg-jade-soft"
                disabled={add.isPending}
                onClick={() => add.mutate(pool)}
              >
                <span className="font-medium">{pool.name}</span>
                <span className="text-soft">{t('sourcing.picked', { count: pool.picked })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (fresh.trim() !== '') add.mutate(null);
        }}
      >
        <div className="flex-1">
          <Field label={t('sourcing.newPool')}>
            <Input value={fresh} maxLength={80} onChange={(event) => setFresh(event.target.value)} />
          </Field>
        </div>
        <Button kind="main" type="submit" disabled={add.isPending || fresh.trim() === ''}>
          {t('sourcing.makeAndAdd')}
        </Button>
      </form>
      <ErrorNotice error={add.error} />
    </div>
  );
}
