import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, change, conditionOf, draftOf, emptyTerm, slugOf } from './condition-draft.ts';

const term = fc.oneof(
  fc.record({ keyword: fc.constantFrom('AIGC', 'C++') }),
  fc.record({ skill: fc.constantFrom('nlp', 'cpp') }),
  fc.record({ role: fc.constant('nlp-engineer') }),
  fc.record({ industry: fc.constant('games') }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    term,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

/** Whether a condition holds of a thing that has these terms. */
function holds(one: Condition, has: ReadonlySet<string>): boolean {
  if ('all' in one) return one.all.every((part) => holds(part, has));
  if ('any' in one) return one.any.some((part) => holds(part, has));
  if ('not' in one) return !holds(one.not, has);
  return has.has(JSON.stringify(one));
}

test('what is edited and written back means what it meant', () => {
  const things = fc.array(term.map((one) => JSON.stringify(one)));
  fc.assert(
    fc.property(condition, things, (one, has) => {
      const back = conditionOf(draftOf(one));
      expect(back && holds(back, new Set(has))).toBe(holds(one, new Set(has)));
    }),
  );
});

test('empty terms and groups are left out', () => {
  const draft = draftOf({ any: [{ keyword: 'AIGC' }] });
  expect(conditionOf({ ...draft, items: [...draft.items, emptyTerm()] })).toEqual({ any: [{ keyword: 'AIGC' }] });
  expect(conditionOf({ ...draft, items: [emptyTerm('skill')] })).toBeNull();
});

test('a part is changed or taken out wherever it stands', () => {
  const draft = draftOf({ all: [{ keyword: 'a' }, { any: [{ keyword: 'b' }, { keyword: 'c' }] }] });
  const inner = draft.items[1];
  const at = inner && 'items' in inner ? (inner.items[0]?.id ?? 0) : 0;
  expect(conditionOf(change(draft, at, () => null))).toEqual({ all: [{ keyword: 'a' }, { any: [{ keyword: 'c' }] }] });
  expect(conditionOf(change(draft, at, (part) => ({ ...part, not: true })))).toEqual({
    all: [{ keyword: 'a' }, { any: [{ not: { keyword: 'b' } }, { keyword: 'c' }] }],
  });
});

test('an address is made of the English name', () => {
  expect(slugOf('  Generative AI & Café ')).toBe('generative-ai-cafe');
  expect(slugOf('芯片')).toBe('');
});
