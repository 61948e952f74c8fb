export { hashPassword } from 'better-auth/crypto';
export { type Auth, createAuth } from './auth.ts';
export { createAccount, isOwnPassword, type NewAccount, setPassword } from './create-account.ts';
export { demoAccountsSetting, demoAccountView, networkSchema } from './model.ts';
export { actorByEmail, fetchHeaders, isLoopback, resolveActor } from './resolve-actor.ts';
export { identityRoutes } from './routes.ts';
export {
  accountByEmail,
  accountsGranted,
  addMember,
  addRole,
  addSeat,
  forgetDemoAccount,
  grantsOf,
  listAccounts,
  recruiterEmails,
} from './store.ts';
export { groundedStays, type Stay, sharesMonth, type VerifiedStay } from './verification/may-vouch.ts';
export { verifiedStaysAt } from './verification/stay-store.ts';
