import { type PostingRow, postingBrief } from '../jobs/index.ts';
import type { Context, Text } from '../platform/index.ts';
import { loadPeople } from '../talent/index.ts';
import { factsOf, industriesOf, planFor, roundedScore } from './facts-of.ts';
import type { ReadModels } from './find-matches.ts';
import { activeWeights } from './learning/weights-store.ts';
import type { Parts, Reason } from './model.ts';
import { missingFor, reasonsFor } from './reasons.ts';

export type OneMatch = {
  /** 0 to 100, to one decimal, as in the ranked list. */
  readonly score: number;
  readonly parts: Parts;
  readonly reasons: readonly Reason[];
  readonly missing: readonly Text[];
};

/**
 * How one person fits a posting, with the parts and reasons that the ranked list would give. `viewerId` is for whom
 * (it decides reach alone). This says nothing of whether the viewer may be shown the person: that is decided where it
 * is shown. Null where there is no such member, or nobody may find them.
 */
export async function matchOne(
  context: Context,
  models: ReadModels,
  asked: { readonly posting: PostingRow; readonly memberId: string; readonly viewerId: string },
): Promise<OneMatch | null> {
  const { posting, memberId, viewerId } = asked;
  const brief = postingBrief(posting);
  const people = await loadPeople(context.db, [memberId]);
  const person = people.get(memberId);
  if (!person) return null;
  const { graph, talentIndex } = models;
  const plan = planFor(talentIndex, { brief, text: posting.description, industryId: posting.company_industry_id });
  const facts = factsOf(talentIndex, plan, person, {
    now: context.clock.now(),
    steps: graph.degree(viewerId, memberId) || null,
    connections: graph.mutual(viewerId, memberId).length,
    industryOf: await industriesOf(context, people.values()),
  });
  if (!facts) return null;
  const { parts } = facts;
  const { multipliers: importance } = await activeWeights(context.db);
  return {
    score: roundedScore(parts, importance),
    parts,
    reasons: reasonsFor({ ...facts, importance }),
    missing: missingFor(facts),
  };
}
