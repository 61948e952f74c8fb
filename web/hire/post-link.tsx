import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

/** Beside a reason that comes from something written: the post, to be read. */
export function PostLink({ rows }: { rows: Schemas['Reason']['rows'] }) {
  const { t } = useTranslation();
  const post = rows.find((row) => row.kind === 'post');
  if (!post) return null;
  return (
    <Link
      to="/community/posts/$postId"
      params={{ postId: post.id }}
      className="ml-1.5 text-sm whitespace-nowrap text-jade underline underline-offset-2"
    >
      {t('hire.readPost')}
    </Link>
  );
}
