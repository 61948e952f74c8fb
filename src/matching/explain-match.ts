import { roleBriefSchema } from '../language/index.ts';
import type { Text } from '../platform/index.ts';
import type { ReadModels } from './find-matches.ts';
import type { Parts, Reason } from './model.ts';
import { missingFor, reasonsFor } from './reasons.ts';
import { scoreParts, totalScore } from './score.ts';

export type MatchExplanation = {
  /** 0 to 100, to one decimal. */
  readonly score: number;
  readonly parts: Parts;
  readonly reasons: readonly Reason[];
  readonly missing: readonly Text[];
};

/**
 * One person for one brief, as the ranked list would show them to this recruiter; null where the posting has no
 * brief or the person may not be found. Whether the recruiter may see it is for the caller to decide.
 */
export function explainMatch(
  models: ReadModels,
  recruiterId: string,
  posting: { readonly brief: unknown },
  memberId: string,
): MatchExplanation | null {
  const brief = roleBriefSchema.safeParse(posting.brief).data;
  const candidate = models.talentIndex.get(memberId);
  if (!brief || !candidate) return null;
  const degree = models.graph.degree(recruiterId, memberId) || null;
  const parts = scoreParts(brief, candidate, degree);
  const connections = models.graph.mutual(recruiterId, memberId).length;
  return {
    score: Math.round(totalScore(parts) * 10) / 10,
    parts,
    reasons: reasonsFor({ brief, candidate, parts, degree, connections }),
    missing: missingFor(brief, candidate, parts),
  };
}
