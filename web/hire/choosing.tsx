import { Link } from '@tanstack/react-router';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const MOST_LIKE = 10;

/** People chosen from a list, the last ten. */
export function useChosen() {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-MOST_LIKE)));
  return { chosen, toggle };
}

/** Finds more people like those who were chosen; nothing before anybody was. */
export function LikeChosen({ chosen }: { chosen: readonly string[] }) {
  const { t } = useTranslation();
  if (chosen.length === 0) return null;
  return (
    <Link
      to="/hire/like"
      search={{ of: chosen.join(',') }}
      className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade"
    >
      <Sparkles aria-hidden="true" className="size-4" />
      {t('sourcing.likeChosen', { count: chosen.length })}
    </Link>
  );
}

/** Chooses one person of a list. */
export function Choose({ name, checked, toggle }: { name: string; checked: boolean; toggle: () => void }) {
  const { t } = useTranslation();
  return (
    <label className="inline-flex min-h-9 items-center gap-1.5 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-jade"
        checked={checked}
        aria-label={t('sourcing.choose', { name })}
        onChange={toggle}
      />
      {t('sourcing.choosing')}
    </label>
  );
}

/** Finds more people like one. */
export function LikeThis({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/hire/like"
      search={{ of: memberId }}
      className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade"
    >
      <Sparkles aria-hidden="true" className="size-4" />
      {t('sourcing.likeThis')}
    </Link>
  );
}
