import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { signIn } from '../app/session.ts';
import { Button, Card, Field, Input, PageHeader } from '../components/basics.tsx';

/** Sign-in; a demo network offers its accounts, one press each. */
export function SignIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [failed, setFailed] = useState(false);
  const { data: demo } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => answer(api.GET('/api/v1/demo-accounts')),
  });
  async function enter(as: { email: string; password: string }) {
    setFailed(false);
    try {
      await signIn(as.email, as.password);
      await queries.resetQueries();
      await navigate({ to: '/' });
    } catch {
      setFailed(true);
    }
  }
  return (
    <div className="mx-auto grid max-w-3xl gap-4 md:grid-cols-2">
      <Card>
        <PageHeader title={t('identity.signIn')} about={t('identity.about')} />
        {hash === 'erased' && (
          <p role="status" className="mb-3 rounded-md bg-jade-soft px-3 py-2 text-sm text-jade">
            {t('identity.erased')}
          </p>
        )}
        <form
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            void enter({ email, password });
          }}
        >
          <Field label={t('identity.email')}>
            <Input
              type="email"
              required
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </Field>
          <Field label={t('identity.password')}>
            <Input
              type="password"
              required
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
          {failed && (
            <p role="alert" className="text-sm text-seal">
              {t('identity.wrong')}
            </p>
          )}
          <div className="flex items-center justify-between">
            <Button kind="main" type="submit">
              {t('identity.signIn')}
            </Button>
            <Link to="/sign-up" className="text-sm text-jade underline">
              {t('identity.signUp')}
            </Link>
          </div>
        </form>
      </Card>
      {demo && demo.items.length > 0 && (
        <Card>
          <h2 className="mb-1 font-semibold">{t('identity.demo')}</h2>
          <p className="mb-3 text-sm text-soft">{t('identity.demoAbout')}</p>
          <ul className="space-y-1.5">
            {demo.items.map((account) => (
              <li key={account.email}>
                <button
                  type="button"
                  className="flex min-h-11 w-full items-center justify-between rounded-md border border-line px-3 text-left text-sm hover:border-jade"
                  onClick={() => void enter(account)}
                >
                  <span className="font-medium">{t(`identity.roles.${account.role}`)}</span>
                  <span className="text-soft">{account.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
