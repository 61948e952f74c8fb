import type { Actor } from '../platform/index.ts';

/** Fields are made and changed by analysts; those that come with the program stay as they are. */
export function mayEditField(actor: Actor, field: { readonly builtIn: boolean }): boolean {
  return actor.kind === 'account' && actor.roles.has('analyst') && !field.builtIn;
}

/** A posting that is open can be read by everybody in the network; of others a report's reader sees what was published, without the way in. */
export function mayOpenPosting(posting: { readonly state: 'draft' | 'open' | 'closed' }): boolean {
  return posting.state === 'open';
}

/** What is said in a company's or a school's circle stays there: reports count it and never quote it. */
export function mayQuoteFrom(circle: { readonly kind: 'topic' | 'company' | 'school' | 'city' }): boolean {
  return circle.kind === 'topic' || circle.kind === 'city';
}
