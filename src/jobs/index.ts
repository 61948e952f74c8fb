export { createPosting } from './create-posting.ts';
export { ownPosting, viewPosting } from './find-posting-for.ts';
export { importPostings } from './import/import-postings.ts';
export { postingsIn, textOfJobPosting } from './import/job-posting-ld.ts';
export type { ImportOptions, ImportReport } from './import/model.ts';
export { presentImportReport, understoodShare } from './import/present-report.ts';
export { postingView, STAGES } from './model.ts';
export { recruitsFor } from './policy.ts';
export { postingBrief } from './posting-brief.ts';
export { presentPosting } from './present-posting.ts';
export { jobsRoutes } from './routes.ts';
export {
  advancePipeline,
  applicantsOf,
  appliedAmong,
  findPosting,
  findPostings,
  listPipeline,
  type PostingRow,
} from './store.ts';
