export { hideTarget } from './content-store.ts';
export { REPORT_REASONS } from './model.ts';
export { excerpt } from './present-posts.ts';
export { communityRoutes } from './routes.ts';
