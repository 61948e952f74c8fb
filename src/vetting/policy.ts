import { failure, ok, type Result } from '../platform/index.ts';
import { isHiddenEmployer, mayBeFoundBy, type Viewing } from '../talent/index.ts';
import { type CheckState, mayAskAfter } from './check-states.ts';

export type Asking = {
  /** The recruiter as the viewer, the candidate as the owner. */
  readonly viewing: Viewing;
  readonly contactBy: 'anyone' | 'introduction' | 'nobody';
  readonly applied: boolean;
  /** The candidate's stage in the posting's pipeline; null where they are not in it. */
  readonly stage: string | null;
  /** The last check that was asked for the same posting; null where there was none. */
  readonly before: CheckState | null;
};

const noSuchMember = () =>
  failure('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });

/** Stages that show that the candidate is in conversation about the posting. */
const IN_CONVERSATION = new Set(['replied', 'interview', 'offer', 'hired']);

/** Whether there is such a person for this recruiter at all: never one's own employer's people, those who hide, or behind a block. */
export function exists(viewing: Viewing): boolean {
  return viewing.viewerId !== viewing.ownerId && !viewing.blocked && !isHiddenEmployer(viewing);
}

/** Whether a recruiter may ask a person for a check: somebody in the posting's pipeline whom they may reach, once at a time. */
export function mayAskForCheck({ viewing, contactBy, applied, stage, before }: Asking): Result<null> {
  if (!exists(viewing)) return noSuchMember();
  if (!applied && !mayBeFoundBy(viewing)) return noSuchMember();
  if (stage === null) {
    return failure('conflict', 'not-in-pipeline', {
      zh: '请先把这位候选人存入该职位的流程',
      en: "Save this person to the posting's pipeline first",
    });
  }
  if (!applied && contactBy !== 'anyone' && !IN_CONVERSATION.has(stage)) {
    return failure('forbidden', 'not-in-conversation', {
      zh: '对方没有开放直接联系；请先通过引荐或投递建立联系，再发起背调请求',
      en: 'This person is not reached directly; get into conversation first, then ask for a check',
    });
  }
  if (before === null || mayAskAfter(before)) return ok(null);
  return before === 'refused'
    ? failure('conflict', 'check-refused', {
        zh: '对方没有同意这个职位的背调，不能再次请求',
        en: 'This person did not agree to a check for this posting; it cannot be asked again',
      })
    : failure('conflict', 'check-open', {
        zh: '这个职位对该候选人已有一次背调',
        en: 'There is a check of this person for this posting already',
      });
}
