import type { Route } from '../platform/index.ts';
import { circleRoutes } from './circle-routes.ts';
import { conversationRoutes } from './conversation-routes.ts';

/** Circles, the feed, conversations, and what is talked about. */
export function communityRoutes(): Route[] {
  return [...circleRoutes(), ...conversationRoutes()];
}
