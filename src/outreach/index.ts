export { conversationId, introductionId } from './conversation-id.ts';
export { outreachRoutes } from './routes.ts';
