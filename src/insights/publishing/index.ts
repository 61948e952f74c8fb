export { publishInput } from './model.ts';
export { reportPages } from './pages.ts';
export { latestPublications, publishReport, withdrawReport } from './publish-report.ts';
export { startReportWork } from './report-work.ts';
export { publishingRoutes } from './routes.ts';
