export { reportPages } from './pages.ts';
export { publishReport, withdrawReport } from './publish-report.ts';
export { type ReportWork, startReportWork } from './report-work.ts';
export { publishingRoutes } from './routes.ts';
