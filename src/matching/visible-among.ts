import type { Context } from '../platform/index.ts';
import { loadPeople } from '../talent/index.ts';
import { industriesOf } from './facts-of.ts';
import { type Looking, mayShow } from './rules.ts';
import { candidateOf } from './talent-index/candidate.ts';
import { profileOf } from './talent-index/profile.ts';

/** Those of these people whom the one who looks may be shown at this moment, by their rows, in their order. */
export async function visibleAmong(context: Context, ids: readonly string[], looking: Looking): Promise<string[]> {
  const people = await loadPeople(context.db, ids);
  const industryOf = await industriesOf(context, people.values());
  const now = context.clock.now();
  return ids.filter((id) => {
    const person = people.get(id);
    const profile = person && profileOf(person, industryOf);
    return profile ? mayShow(candidateOf(profile, now), looking) : false;
  });
}
