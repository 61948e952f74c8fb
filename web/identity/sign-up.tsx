import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signUp } from '../app/session.ts';
import { AccountForm } from './account-form.tsx';

export function SignUp() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <AccountForm
      title={t('identity.signUp')}
      about={t('identity.signUpAbout')}
      submit={async ({ name, email, password }) => {
        await signUp(name, email, password);
        await queries.resetQueries();
        await navigate({ to: '/me' });
      }}
    />
  );
}
