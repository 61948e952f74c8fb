import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { useCircleName } from './circle-chip.tsx';
import { Composer } from './composer.tsx';
import { PostList } from './post-list.tsx';
import { WithSideColumn } from './side-column.tsx';

/** Joins or leaves a circle. */
export function Membership({ circle }: { circle: Schemas['Circle'] }) {
  const { t } = useTranslation();
  const nameOf = useCircleName();
  const queries = useQueryClient();
  const params = { path: { slug: circle.slug } };
  const change = useMutation({
    mutationFn: () =>
      circle.joined
        ? answer(api.DELETE('/api/v1/circles/{slug}/membership', { params }))
        : answer(api.PUT('/api/v1/circles/{slug}/membership', { params })),
    onSuccess: () =>
      Promise.all(['circles', 'circle', 'posts'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  if (!circle.joined && !circle.mayJoin)
    return <p className="max-w-28 text-right text-xs text-soft">{t(`community.closed.${circle.kind}`)}</p>;
  return (
    <div>
      <Button
        kind={circle.joined ? 'plain' : 'main'}
        disabled={change.isPending}
        aria-label={`${circle.joined ? t('community.leave') : t('community.join')} ${nameOf(circle)}`}
        onClick={() => change.mutate()}
      >
        {circle.joined ? t('community.leave') : t('community.join')}
      </Button>
      <ErrorNotice error={change.error} />
    </div>
  );
}

/** How many are in a circle, and how lively it is. */
export function CircleCounts({ circle }: { circle: Schemas['Circle'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {circle.members === null
        ? t('community.fewMembers')
        : t('community.members', { count: circle.members, n: format.number(circle.members) })}
      {' · '}
      {t('community.recentPosts', { count: circle.recentPosts, n: format.number(circle.recentPosts) })}
    </>
  );
}

export function Circle() {
  const { slug } = useParams({ strict: false });
  return slug ? <CircleOf key={slug} slug={slug} /> : null;
}

function CircleOf({ slug }: { slug: string }) {
  const { t, i18n } = useTranslation();
  const nameOf = useCircleName();
  const circle = useQuery({
    queryKey: ['circle', slug],
    queryFn: () => answer(api.GET('/api/v1/circles/{slug}', { params: { path: { slug } } })),
  });
  if (circle.isPending) return <Loading />;
  if (!circle.data) return <ErrorNotice error={circle.error} />;
  return (
    <WithSideColumn>
      <PageHeader title={nameOf(circle.data)} about={circle.data.about[i18n.language.startsWith('zh') ? 'zh' : 'en']}>
        <Membership circle={circle.data} />
      </PageHeader>
      <p className="-mt-2 mb-4 text-sm text-soft">
        <CircleCounts circle={circle.data} />
      </p>
      {circle.data.mayRead ? (
        <>
          <Composer circle={slug} />
          <PostList circle={slug} empty={t('community.noPosts')} />
        </>
      ) : (
        <Empty>
          <Lock aria-hidden="true" className="mx-auto mb-2 size-5" />
          {t('community.membersOnly')}
        </Empty>
      )}
    </WithSideColumn>
  );
}
