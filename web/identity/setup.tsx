import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { signIn } from '../app/session.ts';
import { AccountForm } from './account-form.tsx';

/** The first visitor of an empty network makes the operator's account. */
export function Setup() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <AccountForm
      title={t('identity.setup')}
      about={t('identity.setupAbout')}
      submit={async (account) => {
        await answer(api.POST('/api/v1/setup', { body: account }));
        await signIn(account.email, account.password);
        await queries.resetQueries();
        await navigate({ to: '/me' });
      }}
    />
  );
}
