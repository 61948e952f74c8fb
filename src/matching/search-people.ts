import { z } from 'zod';
import { readRoleBrief, unlawfulWishSchema } from '../language/index.ts';
import type { AccountActor, Context } from '../platform/index.ts';
import { findMatches, lookingOf, type MatchRequest, type ReadModels } from './find-matches.ts';
import { briefOfQuery, wordsOfQuery } from './query/brief-of-query.ts';
import { parseQuery } from './query/parse-query.ts';
import { resolveQuery } from './query/resolve-query.ts';
import { sayCounts } from './say-counts.ts';

export const termCountView = z
  .object({
    /** Where the term stands in the query, and as it was typed. */
    start: z.number(),
    end: z.number(),
    said: z.string(),
    /** How many people it finds by itself; null for fewer than five, or where it would tell such a number. */
    people: z.number().nullable(),
    /** False where the number is the most that there can be: words that have to stand next to one another. */
    sure: z.boolean(),
  })
  .meta({ id: 'TermCount' });

export const unlawfulView = z.array(unlawfulWishSchema);

/** What of a request does not follow from the query. */
export type SearchRequest = Pick<MatchRequest, 'filter' | 'importance' | 'after' | 'limit' | 'without' | 'shownOn'> & {
  readonly q: string;
  /** The company in whose name is searched. */
  readonly companyId: string | null;
};

/** A query ready for a list: who is found is up to the query alone; its skills, roles and needs rank them. */
export async function requestOf(context: Context, asked: SearchRequest): Promise<MatchRequest> {
  const query = await resolveQuery(context, parseQuery(asked.q));
  return {
    ...asked,
    postingId: null,
    brief: briefOfQuery(query, asked.q),
    text: '',
    industryId: null,
    query,
    everybody: true,
    words: wordsOfQuery(query),
    shownOn: asked.shownOn ?? { surface: 'people-search', about: asked.q.trim() },
  };
}

/**
 * A Boolean search of its own, without a posting: the people whom it finds, ranked by what it asks for, under the same
 * rules of who may be found as a posting's list, and told to them in the same way. Beside them, how many each term finds.
 */
export async function searchPeople(context: Context, actor: AccountActor, models: ReadModels, asked: SearchRequest) {
  const request = await requestOf(context, asked);
  const page = await findMatches(context, actor, models, request);
  const looking = await lookingOf(context, actor, models.graph, null);
  const counts = request.query ? await models.talentIndex.countTerms(request.query, looking) : [];
  const said = sayCounts(counts.map(({ people }) => people));
  return {
    ...page,
    terms: counts.map(({ term, exact }, n) => ({ ...term.at, said: term.said, people: said[n] ?? null, sure: exact })),
    unlawful: readRoleBrief(asked.q).unlawful,
  };
}
