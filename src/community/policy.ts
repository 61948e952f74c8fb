import type { Reader } from './model.ts';

type Circle = {
  readonly id: string;
  readonly kind: 'topic' | 'company' | 'school' | 'city';
  readonly company_id: string | null;
  readonly school_id: string | null;
};

/** The smallest group of people that is ever counted in public. */
export const SMALLEST_GROUP = 5;

/** Circles on a subject and of a city are for everybody; those of a company or a school are for their own people. */
export function isOpen(circle: Pick<Circle, 'kind'>): boolean {
  return circle.kind === 'topic' || circle.kind === 'city';
}

/**
 * Whether somebody belongs to whom a closed circle is for. A company's circle asks for a verified position there, now or
 * before: colleagues speak freely among colleagues, and typing a company's name into one's profile costs nothing. A
 * school's circle asks for stated education alone, since the network has no way yet to verify a degree, and what
 * alumni say to one another is less worth lying for.
 */
export function belongsTo(reader: Reader, circle: Circle): boolean {
  if (circle.kind === 'company') return circle.company_id !== null && reader.verifiedCompanyIds.has(circle.company_id);
  if (circle.kind === 'school') return circle.school_id !== null && reader.schoolIds.has(circle.school_id);
  return true;
}

export function mayJoin(reader: Reader, circle: Circle): boolean {
  return isOpen(circle) || belongsTo(reader, circle);
}

/** An open circle is read by every member; a closed one by those who joined it. */
export function mayRead(reader: Reader, circle: Pick<Circle, 'id' | 'kind'>): boolean {
  return isOpen(circle) || reader.circleIds.has(circle.id);
}

/** To start a conversation one joins first: it goes to everybody in the circle. */
export function mayPost(reader: Reader, circle: Pick<Circle, 'id'>): boolean {
  return reader.circleIds.has(circle.id);
}

/** Whoever reads a conversation may take part in it, unless one of the two has blocked the other. */
export function mayTakePart(reader: Reader, circle: Pick<Circle, 'id' | 'kind'>, authorId: string): boolean {
  return mayRead(reader, circle) && !reader.blocked.has(authorId);
}

/** Nobody votes on what they wrote. */
export function mayVote(memberId: string, authorId: string): boolean {
  return memberId !== authorId;
}

/** Authors take back what they wrote. */
export function mayDelete(memberId: string, authorId: string): boolean {
  return memberId === authorId;
}

/** One reports what others wrote; one's own can be deleted. */
export function mayReport(memberId: string, authorId: string): boolean {
  return memberId !== authorId;
}

/** Groups of fewer than five people are not counted in public. */
export function publicCount(people: number): number | null {
  return people >= SMALLEST_GROUP ? people : null;
}
