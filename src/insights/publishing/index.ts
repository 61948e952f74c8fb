export { reportPages } from './pages.ts';
export { publishReport, withdrawReport } from './publish-report.ts';
export { publishingRoutes } from './routes.ts';
