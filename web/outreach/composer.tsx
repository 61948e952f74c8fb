import { Send } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ErrorNotice, TextArea } from '../components/basics.tsx';

const LONGEST = 4_000;

/** Where one writes a message. Ctrl+Enter sends; what could not be sent stays. */
export function Composer({
  label,
  hint,
  send,
  error,
  action,
  rows = 2,
}: {
  label: string;
  hint?: string;
  /** Resolves whether the message was taken. */
  send: (body: string) => Promise<boolean>;
  error: unknown;
  action?: string;
  rows?: number;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [body, setBody] = useState('');
  const [sending, setSending] = useState(false);
  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (sending || body.trim() === '') return;
    setSending(true);
    if (await send(body)) setBody('');
    setSending(false);
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <ErrorNotice error={error} />
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <TextArea
        id={id}
        rows={rows}
        maxLength={LONGEST}
        value={body}
        placeholder={label}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
      />
      <div className="mt-2 flex items-center justify-between gap-3">
        <span className={`text-xs text-soft ${hint ? '' : 'invisible md:visible'}`}>{hint ?? t('outreach.keys')}</span>
        <Button kind="main" type="submit" disabled={sending || body.trim() === ''}>
          <Send aria-hidden="true" className="size-4" />
          {action ?? t('outreach.send')}
        </Button>
      </div>
    </form>
  );
}
