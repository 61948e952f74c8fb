export { createPosting } from './create-posting.ts';
export { importPostings } from './import/import-postings.ts';
export type { ImportOptions, ImportReport } from './import/model.ts';
export { presentImportReport, understoodShare } from './import/present-report.ts';
export { postingView, STAGES } from './model.ts';
export { recruitsFor } from './policy.ts';
export { jobsRoutes, ownPosting } from './routes.ts';
export {
  advancePipeline,
  applicantsOf,
  appliedAmong,
  findPosting,
  findPostings,
  listPipeline,
  noSuchPosting,
  type PostingRow,
} from './store.ts';
