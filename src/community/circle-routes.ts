import { z } from 'zod';
import { defineRoute, granted, members, pageOf, pageQuery, type Route, requireAccount } from '../platform/index.ts';
import { hotTopics } from './hot-topics.ts';
import { joinCircle, leaveCircle } from './join-circle.ts';
import { listCirclesFor, readCircle } from './list-circles.ts';
import { makeCircle } from './make-circle.ts';
import { circleView, newCircle, topicNamesView, topicView } from './model.ts';
import { loadReader } from './reader.ts';

const tag = 'community';
const circleParams = z.object({ slug: z.string().max(80) });

export function circleRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/circles',
      operationId: 'listCircles',
      tag,
      summary: 'Circles: those you have joined, the others, or all',
      allow: members,
      query: pageQuery.extend({ joined: z.stringbool().optional() }),
      reply: pageOf(circleView),
      handle: ({ context, actor, query }) => listCirclesFor(context, requireAccount(actor).id, query),
    }),
    defineRoute({
      method: 'POST',
      path: '/circles',
      operationId: 'makeCircle',
      tag,
      summary: 'Makes a circle: on a topic, or of a city, a company or a school',
      allow: granted('operator', 'moderator'),
      body: newCircle,
      reply: circleView,
      status: 201,
      handle: async ({ context, actor, body }) =>
        readCircle(context, requireAccount(actor).id, await makeCircle(context, body)),
    }),
    defineRoute({
      method: 'GET',
      path: '/circles/:slug',
      operationId: 'getCircle',
      tag,
      summary: 'A circle',
      allow: members,
      params: circleParams,
      reply: circleView,
      handle: ({ context, actor, params }) => readCircle(context, requireAccount(actor).id, params.slug),
    }),
    defineRoute({
      method: 'PUT',
      path: '/circles/:slug/membership',
      operationId: 'joinCircle',
      tag,
      summary: "Joins a circle; a company's or a school's only with a position or education there",
      allow: members,
      params: circleParams,
      reply: circleView,
      handle: async ({ context, actor, params }) => {
        const { id } = requireAccount(actor);
        await joinCircle(context, id, params.slug);
        return readCircle(context, id, params.slug);
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/circles/:slug/membership',
      operationId: 'leaveCircle',
      tag,
      summary: 'Leaves a circle',
      allow: members,
      params: circleParams,
      reply: circleView,
      handle: async ({ context, actor, params }) => {
        const { id } = requireAccount(actor);
        await leaveCircle(context, id, params.slug);
        return readCircle(context, id, params.slug);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/topics',
      operationId: 'listHotTopics',
      tag,
      summary: 'What was talked about in the last thirty days, by the number of people who took part (five or more)',
      allow: members,
      reply: z.object({
        items: z.array(topicView),
        names: topicNamesView,
        from: z.iso.datetime(),
        to: z.iso.datetime(),
      }),
      handle: async ({ context, actor }) => hotTopics(context, await loadReader(context, requireAccount(actor).id)),
    }),
  ];
}
