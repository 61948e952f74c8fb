import type { z } from 'zod';
import type { AccountActor, Context } from '../platform/index.ts';
import { loadPeople, viewingOf } from '../talent/index.ts';
import type { suggestionView } from './model.ts';
import { presentCard } from './person-cards.ts';
import { mayComeAcross } from './policy.ts';
import { recordSearch } from './search-people.ts';
import type { SocialGraph } from './social-graph.ts';
import { blocksAround, newestMemberIds } from './store.ts';

const LOOKED_AT = 100;
const SHOWN = 20;

/**
 * The members who joined last, of those whom the reader may come across and is not connected to: the suggestions of
 * somebody who wants none that are aimed at them. Nothing of the reader orders or picks them.
 */
export async function newestMembers(
  context: Context,
  graph: SocialGraph,
  actor: AccountActor,
): Promise<z.output<typeof suggestionView>[]> {
  const ids = await newestMemberIds(context.db, LOOKED_AT);
  const [people, blocks] = await Promise.all([loadPeople(context.db, ids), blocksAround(context.db, actor.id)]);
  const now = context.clock.now();
  const shown = ids
    .flatMap((id) => people.get(id) ?? [])
    .filter((person) => {
      const { id } = person.member;
      const between = { connected: graph.connected(actor.id, id), blocked: blocks.has(id) };
      return !between.connected && mayComeAcross(viewingOf(actor, person, between, now), person.member);
    })
    .slice(0, SHOWN);
  await recordSearch(
    context,
    actor,
    shown.map((person) => person.member.id),
  );
  return shown.map((person) => {
    const day = person.member.created_at.toISOString().slice(0, 10);
    return { ...presentCard(person, now), mutual: 0, why: { zh: `${day} 加入`, en: `Joined on ${day}` } };
  });
}
