import type { Kysely } from 'kysely';
import type { Schema } from '../platform/index.ts';
import type { Target } from './content-store.ts';

/** What was written, as those who have to judge it see it: also when it is hidden. */
export type WrittenContent = Target & {
  readonly kind: 'post' | 'comment';
  readonly authorId: string;
  /** The title of the post, or of the post that the comment is on. */
  readonly title: string;
  readonly text: string;
  readonly circle: { readonly zh: string; readonly en: string };
  readonly createdAt: Date;
  readonly hidden: boolean;
};

/** Posts and comments by target id, two queries however many there are; what is not there is left out. */
export async function loadWritten(
  db: Kysely<Schema>,
  targets: readonly Target[],
): Promise<Map<string, WrittenContent>> {
  if (targets.length === 0) return new Map();
  const postIds = [...new Set(targets.map((target) => target.postId))];
  const [posts, comments] = await Promise.all([
    db
      .selectFrom('post')
      .innerJoin('circle', 'circle.id', 'post.circle_id')
      .selectAll('post')
      .select(['circle.name_zh', 'circle.name_en'])
      .where('post.id', 'in', postIds)
      .execute(),
    db
      .selectFrom('comment')
      .selectAll()
      .where('post_id', 'in', postIds)
      .where(
        'id',
        'in',
        targets.map((target) => target.targetId),
      )
      .execute(),
  ]);
  const postOf = new Map(posts.map((row) => [row.id, row]));
  const commentOf = new Map(comments.map((row) => [row.id, row]));
  return new Map(
    targets.flatMap(({ postId, targetId }): [string, WrittenContent][] => {
      const post = postOf.get(postId);
      const comment = commentOf.get(targetId);
      const row = postId === targetId ? post : comment;
      if (!post || !row) return [];
      return [
        [
          targetId,
          {
            postId,
            targetId,
            kind: comment ? 'comment' : 'post',
            authorId: row.author_id,
            title: post.title,
            text: row.body,
            circle: { zh: post.name_zh, en: post.name_en },
            createdAt: row.created_at,
            hidden: row.hidden_at !== null,
          },
        ],
      ];
    }),
  );
}
