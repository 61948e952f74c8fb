import { z } from 'zod';
import { type AccountActor, type Context, fail, type Text } from '../platform/index.ts';
import { loadPeople, recordDisclosures } from '../talent/index.ts';
import { filedReasons, standingBeside } from './disputes/model.ts';
import { standingDisputes } from './disputes/store.ts';
import { factsOf, industriesOf, planFor, roundedScore } from './facts-of.ts';
import { briefOf, lookingOf, type ReadModels, reachFrom } from './find-matches.ts';
import { activeWeights } from './learning/weights-store.ts';
import { PARTS, type Part, type Parts, reasonView, riseView, shownDispute } from './model.ts';
import { type Facts, missingFor, reasonsFor } from './reasons.ts';
import { bestChange, riseOf } from './rise.ts';
import { mayShow } from './rules.ts';
import { fits } from './score.ts';
import { type Importance, onTopOf, totalScore } from './weights.ts';

const RANKED = 300;
const CHANGES = 3;

export const whyView = z
  .object({
    verdict: z.enum(['listed', 'applied', 'does-not-fit', 'further-down']),
    said: z.object({ zh: z.string(), en: z.string() }),
    /** Their place in the list, from 1; null where they are not in it. */
    rank: z.number().nullable(),
    score: z.number(),
    parts: z.record(z.enum(PARTS), z.number().nullable()),
    reasons: z.array(reasonView),
    missing: z.array(z.object({ zh: z.string(), en: z.string() })),
    rise: riseView.nullable(),
    disputes: z.array(shownDispute),
    /** Which parts, met in full, would move them most, and to which place. */
    wouldChange: z.array(z.object({ part: z.enum(PARTS), score: z.number(), rank: z.number().nullable() })),
  })
  .meta({ id: 'WhyOrWhyNot' });
type Why = z.output<typeof whyView>;

const SAID: Readonly<Record<Exclude<Why['verdict'], 'listed'>, Text>> = {
  applied: {
    zh: '对方已经投递了这个职位，名单里只有没有投递过的人',
    en: 'Has applied to this posting: the list is of people who have not',
  },
  'does-not-fit': {
    zh: '地点不符，或所要求的技能不到三成、也没有做过相近的角色',
    en: 'Not where the work is, or with fewer than three in ten of the skills and no role near the one asked for',
  },
  'further-down': { zh: '合适，但排在名单之后', en: 'Fits, but stands further down than the list goes' },
};

/** The parts that would raise the score most if they were met in full, best first. */
export function whatWouldChange(
  parts: Parts,
  importance: Importance,
  placeOf: (score: number) => number | null,
): Why['wouldChange'] {
  const now = totalScore(parts, importance);
  return PARTS.flatMap((part: Part) => {
    const value = parts[part];
    // Nobody can do anything about which words a description happens to use.
    if (value === null || value >= 1 || part === 'words') return [];
    const score = totalScore({ ...parts, [part]: 1 }, importance);
    return score - now < 0.5 ? [] : [{ part, score: Math.round(score * 10) / 10, rank: placeOf(score) }];
  })
    .sort((a, b) => b.score - a.score)
    .slice(0, CHANGES);
}

/** The one change that would move somebody most, from their place or from outside the list. */
function riseFrom(facts: Facts, place: number | null, placeOf: (score: number) => number | null): Why['rise'] {
  const change = bestChange(facts);
  if (!change) return null;
  const now = totalScore(facts.parts, facts.importance);
  const reached = placeOf(change.score);
  if (place === null && reached !== null) {
    const { zh, en } = change.what;
    return {
      text: { zh: `${zh}：约排第 ${reached} 位`, en: `${en}: about number ${reached} of the list` },
      score: Math.round(change.score * 10) / 10,
    };
  }
  const places = place === null || reached === null ? 0 : Math.max(0, place - reached);
  const { text, score } = riseOf(change, now, places, false);
  return { text, score };
}

export type WhyRequest = {
  readonly posting: {
    readonly id: string;
    readonly company_id: string;
    readonly brief: unknown;
    readonly description: string;
    readonly company_industry_id: string | null;
  };
  readonly memberId: string;
  readonly importance: Importance;
};

/**
 * Why a person is on a posting's list, or why not. Somebody whom the recruiter may not find is answered like somebody
 * who does not exist. What is said is written to the person's file.
 */
export async function whyOrWhyNot(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  { posting, memberId, importance: own }: WhyRequest,
): Promise<Why> {
  const nobody = fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });
  const { graph, talentIndex } = models;
  const plan = planFor(talentIndex, {
    brief: briefOf(posting.brief),
    text: posting.description,
    industryId: posting.company_industry_id,
  });
  const [people, looking, weights] = await Promise.all([
    loadPeople(context.db, [memberId]),
    lookingOf(context, actor, graph, posting.id),
    activeWeights(context.db),
  ]);
  const importance = onTopOf(weights.multipliers, own);
  const person = people.get(memberId);
  const { stepsTo, nearTo, within } = reachFrom(graph, actor.id);
  const facts =
    person &&
    factsOf(talentIndex, plan, person, {
      now: context.clock.now(),
      steps: stepsTo(memberId),
      connections: graph.mutual(actor.id, memberId).length,
      industryOf: await industriesOf(context, people.values()),
    });
  if (!facts || !mayShow(facts.candidate, { ...looking, applied: new Set() })) throw nobody;
  const { ranked } = await talentIndex.rank(plan, {
    looking,
    stepsTo: nearTo,
    near: within,
    filter: {},
    importance,
    limit: RANKED,
  });
  const place = ranked.findIndex((row) => row.candidate.memberId === memberId);
  const placeOf = (score: number) => {
    const above = ranked.filter((row) => row.candidate.memberId !== memberId && row.score > score).length;
    return above < RANKED ? above + 1 : null;
  };
  const verdict =
    place >= 0
      ? 'listed'
      : looking.applied.has(memberId)
        ? 'applied'
        : fits(plan, facts.candidate)
          ? 'further-down'
          : 'does-not-fit';
  const reasons = reasonsFor({ ...facts, importance });
  const disputes = await standingDisputes(context.db, posting.id, [memberId]);
  const why: Why = {
    verdict,
    said:
      verdict === 'listed' ? { zh: `在名单第 ${place + 1} 位`, en: `Number ${place + 1} of the list` } : SAID[verdict],
    rank: place < 0 ? null : place + 1,
    score: roundedScore(facts.parts, importance),
    parts: { ...facts.parts },
    reasons,
    missing: missingFor(facts),
    rise: riseFrom({ ...facts, importance }, place < 0 ? null : place + 1, placeOf),
    disputes: standingBeside(disputes.get(memberId) ?? [], reasons),
    wouldChange: whatWouldChange(facts.parts, importance, placeOf),
  };
  await recordDisclosures(context, [
    {
      memberId,
      viewerId: actor.id,
      viewerCompanyId: posting.company_id,
      postingId: posting.id,
      surface: 'match-list',
      fields: ['card', 'positions', 'education', 'skills', 'wishes'],
      detail: {
        score: why.score,
        parts: why.parts,
        reasons: filedReasons(why.reasons),
        missing: why.missing,
        ...(why.rise && { rise: why.rise.text }),
      },
    },
  ]);
  return why;
}
