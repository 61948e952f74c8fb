import { failure, ok, type Result } from '../platform/index.ts';

export const CHECK_STATES = ['requested', 'allowed', 'refused', 'released', 'withdrawn'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/**
 * What can happen to a check. The candidate allows, refuses, releases, and takes a release back; the recruiter takes the
 * request back; time ends what is waited for or was readable long enough.
 */
export type CheckAct = 'allow' | 'refuse' | 'release' | 'take-back' | 'withdraw-request' | 'lapse';

const AFTER: Readonly<Record<CheckState, Readonly<Partial<Record<CheckAct, CheckState>>>>> = {
  requested: { allow: 'allowed', refuse: 'refused', 'withdraw-request': 'withdrawn', lapse: 'withdrawn' },
  allowed: { release: 'released', refuse: 'refused', 'withdraw-request': 'withdrawn', lapse: 'withdrawn' },
  released: { 'take-back': 'withdrawn', lapse: 'withdrawn' },
  refused: {},
  withdrawn: {},
};

/** The state after an act; an act that the state does not know changes nothing and is refused. */
export function afterAct(state: CheckState, act: CheckAct): Result<CheckState> {
  const next = AFTER[state][act];
  if (next) return ok(next);
  return failure('conflict', 'check-elsewhere', {
    zh: '这次背调已经处于另一个状态，请刷新后再看',
    en: 'This check stands elsewhere by now; look again',
  });
}

/** Whether statements exist: from the moment at which the candidate allowed the check until it ends. */
export function hasStatements(state: CheckState): boolean {
  return state === 'allowed' || state === 'released';
}

/** Whether another check may be asked for after one in this state: a no is a no, and one at a time is enough. */
export function mayAskAfter(state: CheckState): boolean {
  return state === 'withdrawn';
}
