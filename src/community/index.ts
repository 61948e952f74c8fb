export { hideTarget } from './content-store.ts';
export { REPORT_REASONS } from './model.ts';
export { communityRoutes } from './routes.ts';
export { loadWritten, type WrittenContent } from './target-store.ts';
export { topicNames } from './topic-store.ts';
export { followVotes, keepValuing } from './valued/value-answers.ts';
