import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { patchPost } from './posts-cache.ts';
import { TopicLink, useTopicName } from './topic-link.tsx';
import { VoteRail } from './vote-rail.tsx';

type Post = Schemas['Post'];

export const languageOf = (post: Post) => (post.locale === 'zh' ? 'zh-CN' : 'en');

/** A post's title; where its author has erased their account with their words, what stands in its place. */
export function usePostTitle(post: Post): string {
  const { t } = useTranslation();
  return post.title || t('community.erasedPost');
}

/** The votes of a post, and the reader's. */
export function PostVotes({ post }: { post: Post }) {
  const queries = useQueryClient();
  return (
    <VoteRail
      postId={post.id}
      targetId={post.id}
      label={usePostTitle(post)}
      vote={post}
      mine={post.mine}
      onVoted={(vote) => patchPost(queries, post.id, vote)}
    />
  );
}

/** A post's topics; the one that the whole page is about is not said again. */
export function PostTopics({ post, except }: { post: Post; except?: string | undefined }) {
  const nameOf = useTopicName(post.topicNames);
  return post.topics
    .filter((topic) => topic !== except)
    .map((topic) => <TopicLink key={topic} topic={topic} name={nameOf(topic)} />);
}
