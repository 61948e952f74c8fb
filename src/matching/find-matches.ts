import type { z } from 'zod';
import { blocksAround, loadCards, type SocialGraph } from '../graph/index.ts';
import { applicantsOf } from '../jobs/index.ts';
import { type RoleBrief, roleBriefSchema } from '../language/index.ts';
import { type AccountActor, type Context, fail } from '../platform/index.ts';
import { loadPeople, type Person, recordDisclosures } from '../talent/index.ts';
import type { BriefPlan } from './brief-plan.ts';
import { filedReasons, standingBeside } from './disputes/model.ts';
import { standingDisputes } from './disputes/store.ts';
import { factsOf, industriesOf, planFor, roundedScore } from './facts-of.ts';
import { passes } from './filter.ts';
import { recordForLearning } from './learning/record-list.ts';
import { activeWeights, type Weights, weightsOf } from './learning/weights-store.ts';
import type { Filter, matchView } from './model.ts';
import { holdsFor, readyFor } from './query/holds-for.ts';
import type { Query } from './query/query-model.ts';
import type { Steps } from './rank.ts';
import { missingFor, reasonsFor } from './reasons.ts';
import { bestChange, risesOnPage } from './rise.ts';
import { type Looking, mayShow } from './rules.ts';
import { keepRankedList, type RankedList, readRankedList, stagesOf } from './store.ts';
import { type Candidate, candidateOf } from './talent-index/candidate.ts';
import { type IndustryOf, profileOf } from './talent-index/profile.ts';
import type { TalentSearch } from './talent-search.ts';
import { type Importance, onTopOf } from './weights.ts';

/** How deep a recruiter can page: past this a brief should be narrowed. */
const DEEPEST = 300;
const INTRODUCERS = 3;

export type ReadModels = { readonly graph: SocialGraph; readonly talentIndex: TalentSearch };

export type MatchRequest = {
  /** Null for a brief that no posting was made from. */
  readonly postingId: string | null;
  readonly companyId: string | null;
  readonly brief: unknown;
  /** The text that the brief was read from, and the employer's industry. */
  readonly text: string;
  readonly industryId: string | null;
  readonly filter: Filter;
  readonly importance?: Importance;
  /** A Boolean search that narrows the list, its companies and schools looked up already. */
  readonly query?: Query | null;
  /** Whether the query alone decides who is listed, and the brief only in which order. */
  readonly everybody?: boolean;
  /** The words that rank, and how much each skill weighs, where that is not read from the brief. */
  readonly words?: readonly string[];
  readonly skillWeights?: ReadonlyMap<string, number>;
  /** Nobody else is listed than these, where it is given. */
  readonly only?: ReadonlySet<string>;
  /** People who are not to be listed. */
  readonly without?: readonly string[];
  /** What the list is in the files of the people on it; a posting's list where it is not given. */
  readonly shownOn?: { readonly surface: 'people-search' | 'pool'; readonly about: string };
  /** The list whose next page is asked for, and where that begins. */
  readonly after?: { readonly listId: string; readonly offset: number } | null;
  readonly limit: number;
};

/** The posting's brief; a posting that came without one has to get one first. */
export function briefOf(brief: unknown): RoleBrief {
  const parsed = roleBriefSchema.safeParse(brief);
  if (parsed.success) return parsed.data;
  throw fail('conflict', 'no-brief', { zh: '这个职位还没有用人简报', en: 'This posting has no brief yet' });
}

/** Who looks for a posting, and who is not for them: from rows, at this moment. */
export async function lookingOf(
  context: Context,
  actor: AccountActor,
  graph: SocialGraph,
  postingId: string | null,
): Promise<Looking> {
  const [applied, blocked] = await Promise.all([
    postingId === null ? new Set<string>() : applicantsOf(context.db, postingId),
    blocksAround(context.db, actor.id),
  ]);
  const connections = new Set(graph.neighbours(actor.id));
  return { recruiterId: actor.id, companyIds: actor.recruitsFor, applied, blocked, connections };
}

/** How far people are connected to somebody, and who is within so many steps. */
export function reachFrom(graph: SocialGraph, from: string) {
  const near = graph.within(from, 2);
  const nearTo = (id: string): Steps => near.get(id) ?? null;
  const stepsTo = (id: string): Steps => near.get(id) ?? (graph.degree(from, id) === 3 ? 3 : null);
  const within = (steps: number): Iterable<string> => {
    if (steps < 3) return [...near].flatMap(([id, at]) => (at <= steps ? [id] : []));
    const reached = new Set(near.keys());
    for (const id of near.keys()) for (const further of graph.neighbours(id)) reached.add(further);
    return reached;
  };
  return { nearTo, stepsTo, within };
}

async function present(
  context: Context,
  models: ReadModels,
  request: MatchRequest,
  plan: BriefPlan,
  looking: Looking,
  ids: readonly string[],
): Promise<z.output<typeof matchView>[]> {
  const { graph, talentIndex } = models;
  const mutual = new Map(ids.map((id) => [id, graph.mutual(looking.recruiterId, id)]));
  const introducerIds = [...mutual.values()].flatMap((common) => common.slice(0, INTRODUCERS));
  const people = await loadPeople(context.db, ids);
  const [cards, stages, disputes, industryOf] = await Promise.all([
    loadCards(context, [...ids, ...introducerIds]),
    request.postingId === null ? new Map<string, string>() : stagesOf(context.db, request.postingId, ids),
    standingDisputes(context.db, request.postingId, ids),
    industriesOf(context, people.values()),
  ]);
  const { stepsTo } = reachFrom(graph, looking.recruiterId);
  const items = ids.flatMap((id) => {
    const [member, person, common] = [cards.get(id), people.get(id), mutual.get(id) ?? []];
    const at = { now: context.clock.now(), steps: stepsTo(id), connections: common.length, industryOf };
    const facts = person ? factsOf(talentIndex, plan, person, at) : null;
    // The rows decide at this moment: the list may have been made before somebody hid, or the index may lag.
    if (!member || !person || !facts || !mayShow(facts.candidate, looking)) return [];
    if (!passes(facts.candidate, at.steps, request.filter)) return [];
    const { candidate, parts } = facts;
    if (request.query && !queryHolds(request.query, person, candidate, industryOf)) return [];
    const weighed = { ...facts, ...(request.importance && { importance: request.importance }) };
    const reasons = reasonsFor(weighed);
    const listed = new Set(candidate.skills.filter((fact) => fact.listed).map((fact) => fact.skill));
    return [
      {
        member,
        score: roundedScore(parts, request.importance),
        parts: { ...parts },
        reasons,
        missing: missingFor(facts),
        change: bestChange(weighed),
        disputes: standingBeside(disputes.get(id) ?? [], reasons),
        years: candidate.years,
        degree: candidate.degree,
        skills: plan.asked.map(({ skill }) => skill).filter((skill) => listed.has(skill)),
        verified: person.verifications.map((row) => ({
          method: row.method,
          decidedAt: row.decided_at?.toISOString() ?? null,
          positionId: row.position_id,
          companyName: person.positions.find((position) => position.id === row.position_id)?.company_name ?? '',
        })),
        degreeOfConnection: at.steps,
        introducers: common.slice(0, INTRODUCERS).flatMap((introducer) => cards.get(introducer) ?? []),
        introducerCount: common.length,
        contactBy: candidate.contactBy,
        stage: stages.get(id) ?? null,
      },
    ];
  });
  const rises = risesOnPage(items, request.after?.offset ?? 0);
  return items.map(({ change: _, ...item }, n) => {
    const rise = rises[n];
    return { ...item, rise: rise ? { text: rise.text, score: rise.score } : null };
  });
}

function queryHolds(query: Query, person: Person, candidate: Candidate, industryOf: IndustryOf): boolean {
  const profile = profileOf(person, industryOf);
  return profile !== null && holdsFor(query, readyFor(person, profile, candidate));
}

/** Those of a list for whom the query holds by their rows: the index cannot tell whether words stand next to one another. */
export async function keepHolding(context: Context, query: Query, ids: readonly string[]): Promise<string[]> {
  const people = await loadPeople(context.db, ids);
  const industryOf = await industriesOf(context, people.values());
  const now = context.clock.now();
  return ids.filter((id) => {
    const person = people.get(id);
    const profile = person && profileOf(person, industryOf);
    return person && profile && holdsFor(query, readyFor(person, profile, candidateOf(profile, now)));
  });
}

/** The list that is paged through: a new one, or the kept one whose next page is asked for. */
async function listFor(
  context: Context,
  models: ReadModels,
  request: MatchRequest,
  plan: BriefPlan,
  looking: Looking,
): Promise<RankedList & { readonly id: string; readonly weights: Weights }> {
  const { recruiterId } = looking;
  if (request.after) {
    const kept = await readRankedList(context.db, recruiterId, request.postingId, request.after.listId);
    if (kept) {
      return { ...kept, id: request.after.listId, weights: await weightsOf(context.db, kept.weightsVersion) };
    }
    throw fail('invalid', 'list-is-gone', {
      zh: '这份名单已不再保留，请从第一页开始',
      en: 'This list is no longer kept; start from the first page',
    });
  }
  const weights = await activeWeights(context.db);
  const { nearTo, within } = reachFrom(models.graph, recruiterId);
  const { ranked, fitting, sure } = await models.talentIndex.rank(plan, {
    looking,
    stepsTo: nearTo,
    near: within,
    filter: request.filter,
    query: request.query ?? null,
    everybody: request.everybody ?? false,
    importance: onTopOf(weights.multipliers, request.importance ?? {}),
    only: request.only ?? null,
    limit: DEEPEST,
  });
  const found = ranked.map(({ candidate }) => candidate.memberId);
  const memberIds = sure || !request.query ? found : await keepHolding(context, request.query, found);
  const whole = fitting <= DEEPEST;
  const list = {
    memberIds,
    fitting: sure || !whole ? fitting : memberIds.length,
    sure: sure || whole,
    searched: models.talentIndex.size,
    weightsVersion: weights.version,
  };
  return { ...list, id: await keepRankedList(context, recruiterId, request.postingId, list), weights };
}

/**
 * The ranked list for a posting: people who may be found, fit, and have not applied. The order is made once, with the
 * first page, and later pages go on in it, so that nobody is shown twice or passed over while people change. Everybody
 * on the page is told in their own file that they were shown, with the score's parts and the reasons, before the page
 * is answered.
 */
export async function findMatches(context: Context, actor: AccountActor, models: ReadModels, request: MatchRequest) {
  const plan = planFor(models.talentIndex, { ...request, brief: briefOf(request.brief) });
  const others = await lookingOf(context, actor, models.graph, request.postingId);
  const looking = { ...others, applied: new Set([...others.applied, ...(request.without ?? [])]) };
  const list = await listFor(context, models, request, plan, looking);
  const from = request.after?.offset ?? 0;
  const items = await present(
    context,
    models,
    { ...request, importance: onTopOf(list.weights.multipliers, request.importance ?? {}) },
    plan,
    looking,
    list.memberIds.slice(from, from + request.limit),
  );
  await recordDisclosures(
    context,
    items.map((item) => ({
      memberId: item.member.id,
      viewerId: actor.id,
      viewerCompanyId: request.companyId,
      postingId: request.postingId,
      surface: request.shownOn?.surface ?? ('match-list' as const),
      fields: ['card', 'positions', 'education', 'skills', 'wishes'],
      detail: {
        ...(request.shownOn && { about: request.shownOn.about }),
        score: item.score,
        parts: item.parts,
        reasons: filedReasons(item.reasons),
        missing: item.missing,
        ...(item.rise && { rise: item.rise.text }),
      },
    })),
  );
  await recordForLearning(context, actor, request, list, items);
  const next = from + request.limit;
  return {
    items,
    fitting: list.fitting,
    sure: list.sure,
    searched: list.searched,
    weightsVersion: list.weightsVersion,
    next: next < list.memberIds.length ? { listId: list.id, offset: next } : null,
  };
}
