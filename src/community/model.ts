import { z } from 'zod';
import { personCard } from '../graph/index.ts';
import { pageQuery } from '../platform/index.ts';
import { HOT_CURSOR_LENGTH } from './hot-page.ts';

const text = z.object({ zh: z.string(), en: z.string() });
export const circleKind = z.enum(['topic', 'company', 'school', 'city']);

/** What decides what a member reads and writes in the community, from their rows. */
export type Reader = {
  readonly id: string;
  /** The circles they have joined. */
  readonly circleIds: ReadonlySet<string>;
  /** Where they work or worked, of what is verified. */
  readonly verifiedCompanyIds: ReadonlySet<string>;
  readonly schoolIds: ReadonlySet<string>;
  /** Whom they have blocked, and who has blocked them. */
  readonly blocked: ReadonlySet<string>;
};

export const circleView = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    kind: circleKind,
    name: text,
    about: text,
    /** Null while fewer than five have joined. */
    members: z.number().nullable(),
    /** Posts of the last `periodDays` days. */
    recentPosts: z.number(),
    periodDays: z.number(),
    joined: z.boolean(),
    mayJoin: z.boolean(),
    mayRead: z.boolean(),
  })
  .meta({ id: 'Circle' });

/** Names in both languages, by the topic as it is written. */
export const topicNamesView = z.record(z.string(), z.object({ zh: z.string(), en: z.string() }));

export const postView = z
  .object({
    id: z.uuid(),
    circle: z.object({ slug: z.string(), kind: circleKind, name: text }),
    /** Null where the author has left the network. */
    author: personCard.nullable(),
    title: z.string(),
    /** In a list the beginning alone. */
    body: z.string(),
    cut: z.boolean(),
    locale: z.enum(['zh', 'en']),
    topics: z.array(z.string()),
    /** The names of those topics that have one in both languages. */
    topicNames: topicNamesView,
    /** Votes for less votes against. */
    score: z.number(),
    commentCount: z.number(),
    myVote: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    mine: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Post' });
export type PostView = z.output<typeof postView>;

const plainComment = z.object({
  id: z.uuid(),
  /** Null where the comment is gone, or its author is not to be shown to the reader; its answers stay. */
  author: personCard.nullable(),
  body: z.string().nullable(),
  score: z.number(),
  myVote: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  mine: z.boolean(),
  createdAt: z.iso.datetime(),
});
export const replyView = plainComment.meta({ id: 'Reply' });
export type ReplyView = z.output<typeof replyView>;
export const commentView = plainComment
  .extend({
    replies: z.array(replyView),
    /** Where there are more answers than shown: what lists the rest. */
    repliesCursor: z.string().nullable(),
  })
  .meta({ id: 'Comment' });

export const topicView = z
  .object({ topic: z.string(), posts: z.number(), people: z.number() })
  .meta({ id: 'HotTopic' });

export const postsQuery = pageQuery.extend({
  cursor: z.string().max(HOT_CURSOR_LENGTH).optional(),
  sort: z.enum(['hot', 'new']).default('hot'),
  /** A circle's slug; without it and without a topic: one's own circles. */
  circle: z.string().max(80).optional(),
  topic: z.string().max(80).optional(),
});

const circleText = z.string().trim().max(200);
export const newCircle = z
  .object({
    kind: circleKind,
    nameZh: circleText.min(1).max(60),
    nameEn: circleText.min(1).max(60),
    aboutZh: circleText.default(''),
    aboutEn: circleText.default(''),
    /** The company, school or city, by its name; not for a topic. */
    of: circleText.default(''),
  })
  .meta({ id: 'NewCircle' });

export const newPost = z
  .object({
    circle: z.string().max(80),
    title: z.string().trim().min(1).max(120),
    body: z.string().trim().max(10_000).default(''),
  })
  .meta({ id: 'NewPost' });

export const newComment = z
  .object({ body: z.string().trim().min(1).max(4_000), replyTo: z.uuid().nullable().default(null) })
  .meta({ id: 'NewComment' });

export const REPORT_REASONS = ['spam', 'abuse', 'privacy', 'false', 'other'] as const;
export const newReport = z
  .object({
    targetId: z.uuid(),
    reason: z.enum(REPORT_REASONS),
    note: z.string().trim().max(500).default(''),
  })
  .meta({ id: 'NewReport' });
