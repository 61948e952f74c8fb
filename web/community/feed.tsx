import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/basics.tsx';
import { Composer, useMyCircles } from './composer.tsx';
import { PostList } from './post-list.tsx';
import { WithSideColumn } from './side-column.tsx';

/** The member's home: what their circles talk about. */
export function Feed() {
  const { t } = useTranslation();
  const circles = useMyCircles();
  const none = circles.data?.items.length === 0;
  return (
    <WithSideColumn>
      <PageHeader title={t('community.feed')} />
      {none && (
        <p className="mb-4 rounded-lg border border-line bg-sheet p-3 text-sm">
          {t('community.joinFirst')}{' '}
          <Link to="/community/circles" className="text-jade underline">
            {t('community.allCircles')}
          </Link>
        </p>
      )}
      <Composer />
      <PostList empty={t('community.noPosts')} />
    </WithSideColumn>
  );
}
