export { buildReport, figuresOf } from './build-report.ts';
export { exportReport, REPORT_FORMATS, type ReportFile, type ReportFormat } from './export/export-report.ts';
export { SHIPPED_FIELDS } from './fields/shipped.ts';
export { type Report, type ReportQuery, reportQuery } from './model.ts';
export { freshSnapshot, watchedTerms } from './open-reading.ts';
export { insightsRoutes } from './routes.ts';
export { listFields } from './store.ts';
export { readReportFile, type Verification, verifyReport } from './verify-report.ts';
export { type Manifest, monthFile, openDuck, type Snapshot, TABLES } from './warehouse/index.ts';
