import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { VerifiedMark } from '../components/basics.tsx';
import { TimeAgo } from '../components/time-ago.tsx';

/** Who wrote something, as what, and when. */
export function AuthorLine({ author, at }: { author: Schemas['PersonCard'] | null; at: string }) {
  const { t } = useTranslation();
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5 text-xs text-soft">
      {author ? (
        <>
          <Link
            to="/people/$memberId"
            params={{ memberId: author.id }}
            className="font-medium text-ink hover:text-jade hover:underline"
          >
            {author.name}
          </Link>
          {author.current && (
            <span className="max-w-full truncate">
              {author.current.companyName} · {author.current.title}
            </span>
          )}
          {author.verified && <VerifiedMark />}
        </>
      ) : (
        <span>{t('community.gone')}</span>
      )}
      <span className="whitespace-nowrap">
        <span aria-hidden="true">· </span>
        <TimeAgo at={at} />
      </span>
    </span>
  );
}
