import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterAct, CHECK_STATES, type CheckAct, type CheckState, hasStatements, mayAskAfter } from './check-states.ts';

const act = fc.constantFrom<CheckAct>('allow', 'refuse', 'release', 'take-back', 'withdraw-request', 'lapse');

/** The same as a diary: what was said in order, and what follows from it. */
function byDiary(acts: readonly CheckAct[]): CheckState {
  let allowed = false;
  let released = false;
  for (const one of acts) {
    if (one === 'lapse') return 'withdrawn';
    if (one === 'refuse' && !released) return 'refused';
    if (one === 'withdraw-request' && !released) return 'withdrawn';
    if (one === 'take-back' && released) return 'withdrawn';
    if (one === 'allow' && !released) allowed = true;
    if (one === 'release' && allowed) released = true;
  }
  return released ? 'released' : allowed ? 'allowed' : 'requested';
}

function run(acts: readonly CheckAct[]): CheckState[] {
  const states: CheckState[] = ['requested'];
  for (const one of acts) {
    const last = states.at(-1) ?? 'requested';
    const next = afterAct(last, one);
    states.push(next.ok ? next.value : last);
  }
  return states;
}

test('whatever is done in any order agrees with a diary', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      expect(run(acts).at(-1)).toBe(byDiary(acts));
    }),
    { numRuns: 3_000 },
  );
});

test('nothing is released that was not allowed, and what has ended stays as it is', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const states = run(acts);
      const released = states.indexOf('released');
      if (released >= 0) expect(states.slice(0, released)).toContain('allowed');
      const ended = states.findIndex((state) => state === 'refused' || state === 'withdrawn');
      if (ended >= 0) expect(new Set(states.slice(ended)).size).toBe(1);
    }),
    { numRuns: 3_000 },
  );
});

test('a refusal is not asked about again, and only what has ended leaves room for another', () => {
  expect(CHECK_STATES.filter(mayAskAfter)).toEqual(['withdrawn']);
  for (const state of CHECK_STATES) expect(mayAskAfter(state) && hasStatements(state)).toBe(false);
});
