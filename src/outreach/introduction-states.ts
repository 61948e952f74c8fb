import { failure, ok, type Result } from '../platform/index.ts';
import type { IntroductionState } from './model.ts';

/** One request of a recruiter about one person and posting: whom they asked, and how it stands. */
export type Asked = { readonly introducerId: string; readonly state: IntroductionState };

/** What becomes of a request: the introducer makes or declines it, the recruiter withdraws it. */
export type Decision = 'make' | 'decline' | 'withdraw';

const AFTER: Readonly<Record<Decision, IntroductionState>> = {
  make: 'made',
  decline: 'declined',
  withdraw: 'withdrawn',
};

/**
 * Whether one more connection may be asked, given what was asked about the same person and posting: one at a time, so
 * that a person's friends do not hear of it all at once; and nobody twice, so that a no is a no.
 */
export function mayAskNext(asked: readonly Asked[], introducerId: string): Result<null> {
  if (asked.some((one) => one.state === 'made')) {
    return failure('conflict', 'already-introduced', { zh: '已经有人为您引荐了', en: 'You were introduced already' });
  }
  if (asked.some((one) => one.introducerId === introducerId)) {
    return failure('conflict', 'already-asked', {
      zh: '您已就此请过这位好友。可以请另一位共同好友',
      en: 'You asked this connection about it already. You can ask another one',
    });
  }
  if (asked.some((one) => one.state === 'asked')) {
    return failure('conflict', 'one-at-a-time', {
      zh: '已请了一位好友，正等答复。一次只请一位；可以先撤回',
      en: 'You are waiting for a connection already. Ask one at a time, or withdraw that request first',
    });
  }
  return ok(null);
}

/** How a request stands after a decision; one that was decided stays as it is. */
export function decide(state: IntroductionState, decision: Decision): Result<IntroductionState> {
  if (state === 'asked') return ok(AFTER[decision]);
  return failure('conflict', 'already-decided', {
    zh: '这个引荐请求已经处理过了',
    en: 'This request was decided already',
  });
}
