import { mayBeFoundBy, type Viewing, visibleParts } from '../talent/index.ts';

/** Where a member came from, and whether they let anybody find them. */
type Presence = { readonly origin: 'signup' | 'import' | 'world' };

/**
 * Whether the viewer comes across the owner when they look members up by name, company or title. Members find one another
 * by their cards, as colleagues do; those who have blocked one another never. Somebody who searches is also somebody's
 * recruiter at times, and a search is a way to look for people: who recruits finds only those who let recruiters find
 * them, and their own connections; never, by searching, the people of their own company. A person whose resume was
 * imported is not here until they, or whoever imports in their name, say that they may be found.
 */
export function mayComeAcross(viewing: Viewing, { origin }: Presence): boolean {
  if (viewing.viewerId === viewing.ownerId || !visibleParts(viewing).includes('card')) return false;
  if (origin === 'import' && viewing.ownerFindableBy === 'nobody') return false;
  if (viewing.viewerRecruitsFor.length === 0) return true;
  return viewing.connected || mayBeFoundBy(viewing);
}
