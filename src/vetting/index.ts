export { endOverdueChecks } from './end-overdue-checks.ts';
export { vettingRoutes } from './routes.ts';
