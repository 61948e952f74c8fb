import type { AccountActor } from '../../platform/index.ts';

/** What a company holds important is decided by any of its recruiters, and is nobody else's to know. */
export function mayUsePreset(actor: Pick<AccountActor, 'recruitsFor'>, companyId: string): boolean {
  return actor.recruitsFor.includes(companyId);
}
