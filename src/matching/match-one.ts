import type { Context } from '../platform/index.ts';
import { loadPeople } from '../talent/index.ts';
import { briefOf, type ReadModels } from './find-matches.ts';
import type { Parts, Reason } from './model.ts';
import { missingFor, reasonsFor } from './reasons.ts';
import { scoreParts, totalScore } from './score.ts';
import { toCandidate } from './talent-index.ts';

export type OneMatch = {
  /** 0 to 100, as in the ranked list. */
  readonly score: number;
  readonly parts: Parts;
  readonly reasons: readonly Reason[];
  readonly missing: readonly { readonly zh: string; readonly en: string }[];
};

/**
 * How one person fits a posting, with the parts and reasons that the ranked list would give. `viewerId` is for whom
 * (it decides reach alone). This says nothing of whether the viewer may be shown the person: that is decided where it
 * is shown. Null where there is no such member, or nobody may find them. `brief` is the posting's brief as stored; a
 * posting without one fails with `no-brief`.
 */
export async function matchOne(
  context: Context,
  models: ReadModels,
  asked: { readonly brief: unknown; readonly memberId: string; readonly viewerId: string },
): Promise<OneMatch | null> {
  const brief = briefOf(asked.brief);
  const person = (await loadPeople(context.db, [asked.memberId])).get(asked.memberId);
  const candidate = person ? toCandidate(person, context.clock.now()) : null;
  if (!candidate) return null;
  const steps = models.graph.degree(asked.viewerId, asked.memberId);
  const degree = steps === 0 ? null : steps;
  const parts = scoreParts(brief, candidate, degree);
  const connections = degree === 2 ? models.graph.mutual(asked.viewerId, asked.memberId).length : 0;
  return {
    score: Math.round(totalScore(parts) * 10) / 10,
    parts,
    reasons: reasonsFor({ brief, candidate, parts, degree, connections }),
    missing: missingFor(brief, candidate, parts),
  };
}
