import type { AccountActor, Actor } from '../platform/index.ts';

type Posted = { readonly company_id: string; readonly state: 'draft' | 'open' | 'closed' };

/** A recruiter works on the postings of the companies they have a seat for. */
export function recruitsFor(actor: Actor, companyId: string): boolean {
  return actor.kind === 'account' && actor.recruitsFor.includes(companyId);
}

/** An open posting is for everybody in the network; any other only for its company's recruiters. */
export function maySee(actor: AccountActor, posting: Posted): boolean {
  return posting.state === 'open' || recruitsFor(actor, posting.company_id);
}

/** Members apply to what is open, and not to the company that they recruit for. */
export function mayApply(actor: AccountActor, posting: Posted): boolean {
  return posting.state === 'open' && !recruitsFor(actor, posting.company_id);
}
