import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/words.ts';
import { Loading, PageHeader } from '../components/basics.tsx';
import { PostList } from './post-list.tsx';
import { useHotTopics, WithSideColumn } from './side-column.tsx';
import { useTopicName } from './topic-link.tsx';

/** The posts on one topic, of every circle that the reader may read. */
export function Topic() {
  const { t } = useTranslation();
  const format = useFormat();
  const { topic } = useParams({ strict: false });
  const topics = useHotTopics();
  const nameOf = useTopicName(topics.data?.names);
  const hot = topics.data?.items.find((item) => item.topic === topic);
  if (!topic) return null;
  if (topics.isPending) return <Loading />;
  return (
    <WithSideColumn>
      <PageHeader
        title={`#${nameOf(topic)}`}
        {...(hot && {
          about: t('community.topicCounts', { posts: format.number(hot.posts), people: format.number(hot.people) }),
        })}
      />
      <PostList key={topic} topic={topic} empty={t('community.noPosts')} />
    </WithSideColumn>
  );
}
