import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/basics.tsx';
import { CircleChip } from './circle-chip.tsx';
import { Composer, useMyCircles } from './composer.tsx';
import { PostList } from './post-list.tsx';
import { WithSideColumn } from './side-column.tsx';

/** On a narrow screen, where the side column stands below the posts: the way to the circles above them. */
function CircleStrip() {
  const { t } = useTranslation();
  const circles = useMyCircles().data?.items ?? [];
  return (
    <nav
      aria-label={t('community.circles')}
      className="-mx-4 mb-3 flex items-center gap-2 overflow-x-auto px-4 lg:hidden"
    >
      {circles.map((circle) => (
        <span key={circle.id} className="shrink-0">
          <CircleChip circle={circle} />
        </span>
      ))}
      <Link to="/community/circles" className="shrink-0 py-1 text-xs text-jade underline">
        {t('community.allCircles')}
      </Link>
    </nav>
  );
}

/** The member's home: what their circles talk about. */
export function Feed() {
  const { t } = useTranslation();
  const circles = useMyCircles();
  const none = circles.data?.items.length === 0;
  return (
    <WithSideColumn>
      <PageHeader title={t('community.feed')} />
      <CircleStrip />
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
