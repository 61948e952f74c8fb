export { moderationRoutes } from './routes.ts';
export { type AuditEntry, audit } from './store.ts';
