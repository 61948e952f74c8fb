import { z } from 'zod';
import { loadCards } from '../../graph/index.ts';
import { type AccountActor, type Context, fail } from '../../platform/index.ts';
import { recordDisclosures } from '../../talent/index.ts';
import { findMatches, lookingOf, type MatchRequest, type ReadModels } from '../find-matches.ts';
import { LIMITS, type Query } from '../query/query-model.ts';
import type { Looking } from '../rules.ts';
import type { TalentSearch } from '../talent-search.ts';
import { visibleCandidates } from '../visible-among.ts';
import { briefOfTraits, type Counting, keyOfTrait, sharedSkills, sharedTraits } from './shared-traits.ts';

/** As the files of people say it where they were found, or looked at, for being alike. */
const LIKE = 'like';
const LIKE_OF = 'like-of';

export const traitView = z
  .object({
    kind: z.enum(['skill', 'role', 'level', 'industry']),
    id: z.string(),
    weight: z.number(),
    /** Whether it was looked for, or taken out. */
    counts: z.boolean(),
  })
  .meta({ id: 'Trait' });

export type LikeRequest = Pick<MatchRequest, 'filter' | 'importance' | 'after' | 'limit' | 'companyId'> & {
  /** Whom the others are to be like. */
  readonly of: readonly string[];
  /** Traits that do not count, as `skill:nlp`. */
  readonly without: readonly string[];
};

/** How many of those who may be shown have each of these skills. */
async function countSkills(index: TalentSearch, skills: readonly string[], looking: Looking): Promise<Counting> {
  const parts = skills.slice(0, LIMITS.terms).map(
    (skill): Query => ({
      kind: 'term',
      at: { start: 0, end: 0 },
      said: skill,
      condition: { kind: 'sets', sets: [`has:${skill}`] },
      companyName: null,
      memberIds: null,
    }),
  );
  const counts = parts.length === 0 ? [] : await index.countTerms({ kind: 'or', parts }, looking);
  const people = new Map(counts.map(({ term, people: count }) => [term.said, count]));
  return { people: index.size, withSkill: (skill) => people.get(skill) ?? index.size };
}

/**
 * More people like these: what they share becomes a brief, by which the others are ranked as for a posting, under the
 * same rules of who may be found. Both those who are found and those who were the model are told in their file.
 */
export async function findLike(context: Context, actor: AccountActor, models: ReadModels, asked: LikeRequest) {
  const { talentIndex, graph } = models;
  const looking = await lookingOf(context, actor, graph, null);
  const alike = await visibleCandidates(context, [...new Set(asked.of)], looking);
  const ids = alike.map(({ memberId }) => memberId);
  if (ids.length < new Set(asked.of).size) {
    throw fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });
  }
  const counting = await countSkills(talentIndex, sharedSkills(alike), looking);
  const traits = sharedTraits(alike, counting, talentIndex.concepts);
  const counted = traits.filter((trait) => !asked.without.includes(keyOfTrait(trait)));
  const cards = await loadCards(context, ids);
  await recordDisclosures(
    context,
    ids.map((memberId) => ({
      memberId,
      viewerId: actor.id,
      viewerCompanyId: asked.companyId,
      postingId: null,
      surface: 'people-search',
      fields: ['card', 'positions', 'skills'],
      detail: { about: LIKE_OF },
    })),
  );
  const beside = {
    of: ids.flatMap((id) => cards.get(id) ?? []),
    traits: traits.map((trait) => ({ ...trait, counts: counted.includes(trait) })),
  };
  if (!counted.some(({ kind }) => kind === 'skill' || kind === 'role')) {
    return { items: [], fitting: 0, sure: true, searched: talentIndex.size, next: null, ...beside };
  }
  const page = await findMatches(context, actor, models, {
    ...asked,
    ...briefOfTraits(counted),
    postingId: null,
    text: '',
    words: [],
    without: ids,
    shownOn: { surface: 'people-search', about: LIKE },
  });
  return { ...page, ...beside };
}
