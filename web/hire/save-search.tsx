import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, ErrorNotice, Field, Select } from '../components/basics.tsx';
import { Dialog } from '../components/dialog.tsx';
import { PoolName, PoolShare } from './pool-fields.tsx';

type Search = Schemas['SavedSearch'];

/** Keeps a search as a pool that tells who is new. */
export function SaveSearch({ search, suggested }: { search: Search; suggested: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <BookmarkPlus aria-hidden="true" className="size-4" />
        {t('sourcing.saveSearch')}
      </Button>
      {open && (
        <Dialog title={t('sourcing.saveSearch')} onClose={() => setOpen(false)}>
          <SaveForm search={search} suggested={suggested} />
        </Dialog>
      )}
    </>
  );
}

function SaveForm({ search, suggested }: { search: Search; suggested: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const companies = session?.companies ?? [];
  const [name, setName] = useState(suggested.slice(0, 80));
  const [companyId, setCompanyId] = useState(companies[0]?.id ?? '');
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/pools', { body: { companyId, name: name.trim(), shared, search } })),
    onSuccess: async (pool) => {
      await queries.invalidateQueries({ queryKey: ['pools'] });
      await navigate({ to: '/hire/pools/$poolId', params: { poolId: pool.id } });
    },
  });
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className="text-sm text-soft">{t('sourcing.saveAbout')}</p>
      <PoolName value={name} onChange={setName} />
      {companies.length > 1 && (
        <Field label={t('hire.company')}>
          <Select
            value={companyId}
            options={companies.map((company) => [company.id, company.name] as const)}
            onChange={(event) => setCompanyId(event.target.value)}
          />
        </Field>
      )}
      <PoolShare value={shared} onChange={setShared} />
      <ErrorNotice error={save.error} />
      <Button kind="main" type="submit" disabled={save.isPending || name.trim() === ''}>
        {t('sourcing.saveIt')}
      </Button>
    </form>
  );
}
