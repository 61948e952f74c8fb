import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/basics.tsx';

/** Takes back what one wrote, after asking once. */
export function DeleteButton({ onDelete, disabled }: { onDelete: () => void; disabled: boolean }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  if (asked) {
    return (
      <span className="inline-flex items-center gap-1 text-xs">
        {t('community.deleteSure')}
        <Button kind="alarm" disabled={disabled} onClick={onDelete} autoFocus>
          {t('community.delete')}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('community.cancel')}</Button>
      </span>
    );
  }
  return (
    <button
      type="button"
      onClick={() => setAsked(true)}
      className="inline-flex min-h-7 items-center gap-1 text-xs text-soft hover:text-seal"
    >
      <Trash2 aria-hidden="true" className="size-3.5" />
      {t('community.delete')}
    </button>
  );
}
