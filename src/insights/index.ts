export { buildReport, freshSnapshot } from './build-report.ts';
export { insightsRoutes } from './routes.ts';
export { listFields } from './store.ts';
