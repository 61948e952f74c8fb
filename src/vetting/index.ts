export { CONSENT } from './consent.ts';
export { endOverdueChecks } from './end-overdue-checks.ts';
export { vettingRoutes } from './routes.ts';
export { makeStatements } from './statements.ts';
