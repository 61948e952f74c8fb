export { buildReport, figuresOf } from './build-report.ts';
export { exportReport, REPORT_FORMATS, type ReportFile, type ReportFormat } from './export/export-report.ts';
export { SHIPPED_FIELDS } from './fields/shipped.ts';
export { OF_PERIOD } from './forecasts/model.ts';
export { resolveDueForecasts, startLedger } from './forecasts/resolve-forecasts.ts';
export { type Report, type ReportQuery, reportQuery } from './model.ts';
export { freshSnapshot, watchedTerms } from './open-reading.ts';
export {
  latestPublications,
  publishInput,
  publishReport,
  reportPages,
  startReportWork,
  withdrawReport,
} from './publishing/index.ts';
export { insightsRoutes } from './routes.ts';
export { listFields } from './store.ts';
export { readReportFile, type Verification, verifyReport } from './verify-report.ts';
export { type Manifest, monthFile, openDuck, type Snapshot, TABLES } from './warehouse/index.ts';
