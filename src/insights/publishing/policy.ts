import type { Actor } from '../../platform/index.ts';
import type { Publication } from './model.ts';

const isAnalyst = (actor: Actor): boolean => actor.kind === 'account' && actor.roles.has('analyst');

/** What is published can be read by anybody; a draft by analysts. What was withdrawn still says that it was. */
export function mayRead(actor: Actor, publication: Pick<Publication, 'state'>): boolean {
  return publication.state !== 'draft' || isAnalyst(actor);
}

/** The numbers of a withdrawn report are shown to nobody but analysts, who have to find what was wrong. */
export function mayReadFigures(actor: Actor, publication: Pick<Publication, 'state'>): boolean {
  return publication.state === 'published' || isAnalyst(actor);
}

/** Of drafts only analysts are told. */
export const mayFollowDrafts = isAnalyst;
