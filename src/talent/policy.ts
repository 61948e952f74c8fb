import type { ProfilePart } from './model.ts';

/** What decides how much of a profile somebody sees. */
export type Viewing = {
  readonly viewerId: string;
  readonly ownerId: string;
  readonly connected: boolean;
  /** Either has blocked the other. */
  readonly blocked: boolean;
  /** The companies that the viewer recruits for. */
  readonly viewerRecruitsFor: readonly string[];
  /** Where the owner works now. */
  readonly ownerWorksFor: readonly string[];
  readonly ownerHiddenFrom: readonly string[];
  readonly ownerFindableBy: 'nobody' | 'connections' | 'recruiters';
};

const WHOLE: readonly ProfilePart[] = ['card', 'summary', 'positions', 'education', 'skills'];

/** Whether this recruiter works for the owner's employer, or for a company that the owner hides from. */
export function isHiddenEmployer(viewing: Viewing): boolean {
  const hidden = new Set([...viewing.ownerWorksFor, ...viewing.ownerHiddenFrom]);
  return viewing.viewerRecruitsFor.some((companyId) => hidden.has(companyId));
}

/** Whether a recruiter may come across the owner when looking for people. One's own employer never does. */
export function mayBeFoundBy(viewing: Viewing): boolean {
  if (viewing.viewerId === viewing.ownerId || viewing.blocked) return false;
  if (viewing.viewerRecruitsFor.length === 0 || isHiddenEmployer(viewing)) return false;
  if (viewing.ownerFindableBy === 'recruiters') return true;
  return viewing.ownerFindableBy === 'connections' && viewing.connected;
}

/** The parts of the owner's profile that the viewer sees, the same for everybody in the same position; none: not even that they exist. */
export function visibleParts(viewing: Viewing): readonly ProfilePart[] {
  if (viewing.viewerId === viewing.ownerId) return [...WHOLE, 'wishes'];
  if (viewing.blocked) return [];
  if (mayBeFoundBy(viewing)) return [...WHOLE, 'wishes'];
  return viewing.connected ? WHOLE : ['card'];
}
