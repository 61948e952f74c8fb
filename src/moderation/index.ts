export { type Erasing, eraseMember, previewErasure } from './erasure/erase-member.ts';
export { erasedWords } from './erasure/model.ts';
export { findSubject, type Subject } from './erasure/store.ts';
export { moderationRoutes } from './routes.ts';
export { type AuditEntry, audit } from './store.ts';
