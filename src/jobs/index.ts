export { createPosting } from './create-posting.ts';
export { postingView, STAGES } from './model.ts';
export { recruitsFor } from './policy.ts';
export { jobsRoutes, ownPosting } from './routes.ts';
export { advancePipeline, applicantsOf, findPosting, type PostingRow } from './store.ts';
