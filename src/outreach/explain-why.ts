import type { PostingRow } from '../jobs/index.ts';
import { filedReasons, matchOne, type ReadModels } from '../matching/index.ts';
import type { Context } from '../platform/index.ts';
import type { NewDisclosure } from '../talent/index.ts';
import type { WhyFound } from './model.ts';

type Found = {
  readonly recruiterId: string;
  readonly memberId: string;
  readonly posting: PostingRow;
  readonly applied: boolean;
  readonly introduction: WhyFound['introduction'];
};

/** Why the person was found for the posting: what the recruiter's list says of them, in the same words. */
export async function explainWhy(context: Context, models: ReadModels, found: Found): Promise<WhyFound> {
  const { posting } = found;
  const asked = { posting, memberId: found.memberId, viewerId: found.recruiterId };
  const match = await matchOne(context, models, asked);
  return {
    posting: { id: posting.id, title: posting.title },
    company: { id: posting.company_id, name: posting.company_name },
    applied: found.applied,
    score: match?.score ?? null,
    parts: { ...match?.parts },
    reasons: match?.reasons.map(({ part, text }) => ({ part, text })) ?? [],
    missing: [...(match?.missing ?? [])],
    introduction: found.introduction,
  };
}

/** The entry in the person's own file: the parts of the profile that the reasons are made from, and the reasons. */
export function disclosureOf(
  surface: 'message' | 'introduction',
  memberId: string,
  recruiterId: string,
  why: WhyFound,
  more: Record<string, unknown>,
): NewDisclosure {
  const explained = why.score !== null;
  return {
    memberId,
    viewerId: recruiterId,
    viewerCompanyId: why.company.id,
    postingId: why.posting.id,
    surface,
    fields: explained ? ['card', 'positions', 'education', 'skills', 'wishes'] : ['card'],
    detail: {
      ...(explained && {
        score: why.score,
        parts: why.parts,
        reasons: filedReasons(why.reasons),
        missing: why.missing,
      }),
      ...more,
    },
  };
}
