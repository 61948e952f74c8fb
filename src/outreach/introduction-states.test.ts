import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asked, type Decision, decide, mayAskNext } from './introduction-states.ts';

type Act =
  | { readonly kind: 'ask'; readonly introducerId: string }
  | { readonly kind: 'decide'; readonly introducerId: string; readonly decision: Decision };

const introducerId = fc.constantFrom('a', 'b', 'c', 'd');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), introducerId }),
  fc.record({
    kind: fc.constant('decide' as const),
    introducerId,
    decision: fc.constantFrom<Decision>('make', 'decline', 'withdraw'),
  }),
);

/** One recruiter's requests about one person: the list after the act, and whether the act was taken. */
function apply(asked: readonly Asked[], { introducerId: who, ...rest }: Act): readonly [readonly Asked[], boolean] {
  if (rest.kind === 'ask') {
    return mayAskNext(asked, who).ok ? [[...asked, { introducerId: who, state: 'asked' }], true] : [asked, false];
  }
  const request = asked.find((one) => one.introducerId === who);
  const decided = request && decide(request.state, rest.decision);
  if (!decided?.ok) return [asked, false];
  return [asked.map((one) => (one === request ? { ...one, state: decided.value } : one)), true];
}

/** The same as a diary that is read from its beginning each time: who was asked, who is waited for, whether it is over. */
function takenByDiary(acts: readonly Act[]): boolean[] {
  const everAsked: string[] = [];
  let waitingFor: string | null = null;
  let introduced = false;
  return acts.map((one) => {
    if (one.kind === 'ask') {
      if (introduced || waitingFor !== null || everAsked.includes(one.introducerId)) return false;
      everAsked.push(one.introducerId);
      waitingFor = one.introducerId;
      return true;
    }
    if (waitingFor !== one.introducerId) return false;
    waitingFor = null;
    if (one.decision === 'make') introduced = true;
    return true;
  });
}

test('whatever is asked, made, declined and withdrawn, in any order, agrees with a diary', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let asked: readonly Asked[] = [];
      const taken = acts.map((one) => {
        const [next, was] = apply(asked, one);
        asked = next;
        return was;
      });
      expect(taken).toEqual(takenByDiary(acts));
      expect(asked.filter((one) => one.state === 'asked').length).toBeLessThanOrEqual(1);
      expect(asked.filter((one) => one.state === 'made').length).toBeLessThanOrEqual(1);
      expect(new Set(asked.map((one) => one.introducerId)).size).toBe(asked.length);
    }),
    { numRuns: 3_000 },
  );
});
