import type { Context } from '../platform/index.ts';
import { loadPeople } from '../talent/index.ts';
import { industriesOf } from './facts-of.ts';
import { type Looking, mayShow } from './rules.ts';
import { type Candidate, candidateOf } from './talent-index/candidate.ts';
import { profileOf } from './talent-index/profile.ts';

/** Those of these people whom the one who looks may be shown at this moment, by their rows, in their order. */
export async function visibleCandidates(
  context: Context,
  ids: readonly string[],
  looking: Looking,
): Promise<Candidate[]> {
  const people = await loadPeople(context.db, ids);
  const industryOf = await industriesOf(context, people.values());
  const now = context.clock.now();
  return ids.flatMap((id) => {
    const person = people.get(id);
    const profile = person && profileOf(person, industryOf);
    const candidate = profile && candidateOf(profile, now);
    return candidate && mayShow(candidate, looking) ? [candidate] : [];
  });
}

/** The same, by their ids. */
export async function visibleAmong(context: Context, ids: readonly string[], looking: Looking): Promise<string[]> {
  return (await visibleCandidates(context, ids, looking)).map(({ memberId }) => memberId);
}
