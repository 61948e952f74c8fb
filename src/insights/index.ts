export { buildReport } from './build-report.ts';
export { exportReport, REPORT_FORMATS, type ReportFile, type ReportFormat } from './export/export-report.ts';
export { type Report, type ReportQuery, reportQuery } from './model.ts';
export { freshSnapshot } from './open-reading.ts';
export { insightsRoutes } from './routes.ts';
export { listFields } from './store.ts';
