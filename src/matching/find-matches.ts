import type { z } from 'zod';
import { blocksAround, loadCards, type SocialGraph } from '../graph/index.ts';
import { applicantsOf } from '../jobs/index.ts';
import { type RoleBrief, roleBriefSchema } from '../language/index.ts';
import { type AccountActor, type Context, fail } from '../platform/index.ts';
import { loadPeople, recordDisclosures } from '../talent/index.ts';
import type { Filter, matchView } from './model.ts';
import { type Ranked, rank } from './rank.ts';
import { missingFor, reasonsFor } from './reasons.ts';
import { stagesOf } from './store.ts';
import type { TalentIndex } from './talent-index.ts';

/** How deep a recruiter can page: past this a brief should be narrowed. */
const DEEPEST = 300;
const INTRODUCERS = 3;

export type ReadModels = { readonly graph: SocialGraph; readonly talentIndex: TalentIndex };

export type MatchRequest = {
  /** Null for a brief that no posting was made from. */
  readonly postingId: string | null;
  readonly companyId: string | null;
  readonly brief: unknown;
  readonly filter: Filter;
  readonly offset: number;
  readonly limit: number;
};

/** The posting's brief; a posting that came without one has to get one first. */
export function briefOf(brief: unknown): RoleBrief {
  const parsed = roleBriefSchema.safeParse(brief);
  if (parsed.success) return parsed.data;
  throw fail('conflict', 'no-brief', { zh: '这个职位还没有用人简报', en: 'This posting has no brief yet' });
}

async function present(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  request: MatchRequest,
  brief: RoleBrief,
  page: readonly Ranked[],
): Promise<z.output<typeof matchView>[]> {
  const ids = page.map(({ candidate }) => candidate.memberId);
  const mutual = new Map(ids.map((id) => [id, models.graph.mutual(actor.id, id)]));
  const introducerIds = [...mutual.values()].flatMap((common) => common.slice(0, INTRODUCERS));
  const [cards, people, stages] = await Promise.all([
    loadCards(context, [...ids, ...introducerIds]),
    loadPeople(context.db, ids),
    request.postingId === null ? new Map<string, string>() : stagesOf(context.db, request.postingId, ids),
  ]);
  return page.flatMap(({ candidate, parts, score, degree }) => {
    const member = cards.get(candidate.memberId);
    const person = people.get(candidate.memberId);
    if (!member || !person) return [];
    const common = mutual.get(candidate.memberId) ?? [];
    return [
      {
        member,
        score: Math.round(score * 10) / 10,
        parts: { ...parts },
        reasons: reasonsFor({ brief, candidate, parts, degree, connections: common.length }),
        missing: missingFor(brief, candidate, parts),
        years: candidate.years,
        degree: candidate.degree,
        skills: [...brief.mustSkills, ...brief.niceSkills]
          .map((part) => part.value)
          .filter((skill) => candidate.skills.has(skill)),
        verified: person.verifications.map((row) => ({
          method: row.method,
          decidedAt: row.decided_at?.toISOString() ?? null,
          positionId: row.position_id,
          companyName: person.positions.find((position) => position.id === row.position_id)?.company_name ?? '',
        })),
        degreeOfConnection: degree,
        introducers: common.slice(0, INTRODUCERS).flatMap((id) => cards.get(id) ?? []),
        introducerCount: common.length,
        contactBy: candidate.contactBy,
        stage: stages.get(candidate.memberId) ?? null,
      },
    ];
  });
}

/**
 * The ranked list for a posting: people who may be found, fit, and have not applied. Everybody on the page is told
 * in their own file that they were shown, with the score's parts and the reasons, before the page is answered.
 */
export async function findMatches(context: Context, actor: AccountActor, models: ReadModels, request: MatchRequest) {
  const brief = briefOf(request.brief);
  const [applied, blocked] = await Promise.all([
    request.postingId === null ? new Set<string>() : applicantsOf(context.db, request.postingId),
    blocksAround(context.db, actor.id),
  ]);
  const near = models.graph.within(actor.id, 2);
  const degreeOf = (id: string) => near.get(id) ?? (models.graph.degree(actor.id, id) === 3 ? 3 : null);
  const { ranked, fitting } = rank(
    brief,
    models.talentIndex.candidates(),
    { recruiterId: actor.id, companyIds: actor.recruitsFor, applied, blocked, connected: (id) => near.get(id) === 1 },
    degreeOf,
    request.filter,
    DEEPEST,
  );
  const page = ranked.slice(request.offset, request.offset + request.limit);
  const items = await present(context, actor, models, request, brief, page);
  await recordDisclosures(
    context,
    items.map((item) => ({
      memberId: item.member.id,
      viewerId: actor.id,
      viewerCompanyId: request.companyId,
      postingId: request.postingId,
      surface: 'match-list' as const,
      fields: ['card', 'positions', 'education', 'skills', 'wishes'],
      detail: {
        score: item.score,
        parts: item.parts,
        reasons: item.reasons.map((reason) => reason.text),
        missing: item.missing,
      },
    })),
  );
  const next = request.offset + request.limit;
  return { items, fitting, searched: models.talentIndex.size, nextOffset: next < ranked.length ? next : null };
}
