import { v5 } from 'uuid';

const CONVERSATIONS = '0b9c6c3e-6f0a-5d7b-9c50-6f1f9a1c7a01';
const INTRODUCTIONS = '0b9c6c3e-6f0a-5d7b-9c50-6f1f9a1c7a02';

/** Who writes to whom about what. */
export type Between = {
  /** The recruiter; where there is no posting, either of the two. */
  readonly from: string;
  readonly to: string;
  readonly postingId: string | null;
};

/**
 * The id of the one conversation between two people about a posting (or about none), a name-based UUID (RFC 9562
 * §5.5): two windows that open it at the same moment meet at the primary key, without an index across shards.
 * Without a posting it does not matter who began.
 */
export function conversationId({ from, to, postingId }: Between): string {
  const sides = postingId === null ? [from, to].sort() : [from, to];
  return v5([...sides, postingId ?? ''].join('/'), CONVERSATIONS);
}

/** The id of the one request to one introducer about one person and posting. */
export function introductionId(request: {
  readonly recruiterId: string;
  readonly introducerId: string;
  readonly candidateId: string;
  readonly postingId: string;
}): string {
  return v5(
    [request.recruiterId, request.introducerId, request.candidateId, request.postingId].join('/'),
    INTRODUCTIONS,
  );
}
