import { z } from 'zod';
import { defineRoute, members, pageOf, pageQuery, type Route, requireAccount } from '../platform/index.ts';
import { castVote, deleteOwn, reportContent } from './judge-content.ts';
import { commentView, newComment, newPost, newReport, postsQuery, postView, replyView } from './model.ts';
import { readComments, readReplies } from './read-comments.ts';
import { readFeed } from './read-feed.ts';
import { readPost } from './read-post.ts';
import { writeComment } from './write-comment.ts';
import { writePost } from './write-post.ts';

const tag = 'community';
const postParams = z.object({ postId: z.uuid() });
const commentParams = postParams.extend({ commentId: z.uuid() });
const deleted = z.object({ deleted: z.literal(true) });
const vote = z.union([z.literal(-1), z.literal(0), z.literal(1)]);

function postRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/posts',
      operationId: 'listPosts',
      tag,
      summary: 'Posts of your circles, of one circle or on a topic, the hottest or the newest first',
      allow: members,
      query: postsQuery,
      reply: pageOf(postView),
      handle: ({ context, actor, query }) => readFeed(context, requireAccount(actor).id, query),
    }),
    defineRoute({
      method: 'POST',
      path: '/posts',
      operationId: 'writePost',
      tag,
      summary: 'Starts a conversation in a circle that you have joined; #topics are read from the words',
      allow: members,
      body: newPost,
      reply: postView,
      status: 201,
      perMinute: 20,
      handle: ({ context, actor, body }) => writePost(context, requireAccount(actor).id, body),
    }),
    defineRoute({
      method: 'GET',
      path: '/posts/:postId',
      operationId: 'getPost',
      tag,
      summary: 'A post',
      allow: members,
      params: postParams,
      reply: postView,
      handle: ({ context, actor, params }) => readPost(context, requireAccount(actor).id, params.postId),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/posts/:postId',
      operationId: 'deletePost',
      tag,
      summary: 'Takes back a post of yours',
      allow: members,
      params: postParams,
      reply: deleted,
      handle: async ({ context, actor, params: { postId } }) => {
        await deleteOwn(context, requireAccount(actor).id, { postId, targetId: postId });
        return { deleted: true as const };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/posts/:postId/votes/:targetId',
      operationId: 'castVote',
      tag,
      summary: 'Votes for (1) or against (-1) the post or one of its comments, or takes the vote back (0)',
      allow: members,
      params: postParams.extend({ targetId: z.uuid() }),
      body: z.object({ value: vote }),
      reply: z.object({ score: z.number(), mine: vote }),
      handle: ({ context, actor, params, body }) => castVote(context, requireAccount(actor).id, params, body.value),
    }),
    defineRoute({
      method: 'POST',
      path: '/posts/:postId/reports',
      operationId: 'reportContent',
      tag,
      summary: 'Reports the post or one of its comments to the moderators',
      allow: members,
      params: postParams,
      body: newReport,
      reply: z.object({ reported: z.literal(true) }),
      status: 201,
      perMinute: 20,
      handle: async ({ context, actor, params, body }) => {
        await reportContent(context, requireAccount(actor).id, params.postId, body);
        return { reported: true as const };
      },
    }),
  ];
}

function commentRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/posts/:postId/comments',
      operationId: 'listComments',
      tag,
      summary: "A post's comments, the oldest first, each with its first answers",
      allow: members,
      params: postParams,
      query: pageQuery,
      reply: pageOf(commentView),
      handle: ({ context, actor, params, query }) =>
        readComments(context, requireAccount(actor).id, params.postId, query),
    }),
    defineRoute({
      method: 'POST',
      path: '/posts/:postId/comments',
      operationId: 'writeComment',
      tag,
      summary: 'Comments on a post, or answers a comment; an answer to an answer joins its thread',
      allow: members,
      params: postParams,
      body: newComment,
      reply: z.object({ id: z.uuid() }),
      status: 201,
      perMinute: 60,
      handle: async ({ context, actor, params, body }) => ({
        id: await writeComment(context, requireAccount(actor).id, params.postId, body),
      }),
    }),
    defineRoute({
      method: 'GET',
      path: '/posts/:postId/comments/:commentId/replies',
      operationId: 'listReplies',
      tag,
      summary: 'The answers to a comment, the oldest first',
      allow: members,
      params: commentParams,
      query: pageQuery,
      reply: pageOf(replyView),
      handle: ({ context, actor, params, query }) => readReplies(context, requireAccount(actor).id, params, query),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/posts/:postId/comments/:commentId',
      operationId: 'deleteComment',
      tag,
      summary: 'Takes back a comment of yours',
      allow: members,
      params: commentParams,
      reply: deleted,
      handle: async ({ context, actor, params: { postId, commentId } }) => {
        await deleteOwn(context, requireAccount(actor).id, { postId, targetId: commentId });
        return { deleted: true as const };
      },
    }),
  ];
}

/** Posts, comments, votes and reports. */
export function conversationRoutes(): Route[] {
  return [...postRoutes(), ...commentRoutes()];
}
