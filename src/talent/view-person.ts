import { type AccountActor, type Context, fail } from '../platform/index.ts';
import type { PersonView } from './model.ts';
import { loadPeople, type Person, relation } from './people-store.ts';
import { mayBeFoundBy, type Viewing, visibleParts } from './policy.ts';
import { currentPositions, presentPerson } from './present-person.ts';
import { recordDisclosures } from './store.ts';

/** What decides what `actor` sees of `person`, from the rows. */
export function viewingOf(
  actor: Pick<AccountActor, 'id' | 'recruitsFor'>,
  person: Person,
  between: { connected: boolean; blocked: boolean },
  now: Date,
): Viewing {
  return {
    viewerId: actor.id,
    ownerId: person.member.id,
    ...between,
    viewerRecruitsFor: actor.recruitsFor,
    ownerWorksFor: currentPositions(person.positions, now).flatMap((row) => row.company_id ?? []),
    ownerHiddenFrom: person.preference?.hidden_from_company_ids ?? [],
    ownerFindableBy: person.preference?.findable_by ?? 'nobody',
  };
}

/**
 * A person as the actor may see them. What a recruiter sees is written to the person's file first. Somebody who
 * may not be seen is answered like somebody who does not exist.
 */
export async function viewPerson(
  context: Context,
  actor: AccountActor,
  memberId: string,
  postingId: string | null,
): Promise<PersonView> {
  const [people, between] = await Promise.all([
    loadPeople(context.db, [memberId]),
    relation(context.db, actor.id, memberId),
  ]);
  const person = people.get(memberId);
  const now = context.clock.now();
  const viewing = person && viewingOf(actor, person, between, now);
  const parts = viewing ? visibleParts(viewing) : [];
  if (!person || !viewing || parts.length === 0) {
    throw fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });
  }
  if (mayBeFoundBy(viewing)) {
    await recordDisclosures(context, [
      {
        memberId,
        viewerId: actor.id,
        viewerCompanyId: actor.recruitsFor[0] ?? null,
        postingId,
        surface: 'profile',
        fields: parts,
      },
    ]);
  }
  return presentPerson(person, parts, now);
}
