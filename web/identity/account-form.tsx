import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Card, ErrorNotice, Field, Input, PageHeader } from '../components/basics.tsx';

type Account = { name: string; email: string; password: string };

/** Name, mail address and password of a new account. */
export function AccountForm({
  title,
  about,
  submit,
}: {
  title: string;
  about: string;
  submit: (account: Account) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [account, setAccount] = useState<Account>({ name: '', email: '', password: '' });
  const [error, setError] = useState<unknown>(null);
  const set = (part: keyof Account) => (event: React.ChangeEvent<HTMLInputElement>) =>
    setAccount({ ...account, [part]: event.target.value });
  return (
    <Card className="mx-auto max-w-md">
      <PageHeader title={title} about={about} />
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit(account).catch(setError);
        }}
      >
        <Field label={t('identity.name')}>
          <Input required maxLength={80} autoComplete="name" value={account.name} onChange={set('name')} />
        </Field>
        <Field label={t('identity.email')}>
          <Input type="email" required autoComplete="username" value={account.email} onChange={set('email')} />
        </Field>
        <Field label={t('identity.password')} hint={t('identity.passwordHint')}>
          <Input
            type="password"
            required
            minLength={10}
            autoComplete="new-password"
            value={account.password}
            onChange={set('password')}
          />
        </Field>
        <ErrorNotice error={error} />
        <Button kind="main" type="submit">
          {title}
        </Button>
      </form>
    </Card>
  );
}
