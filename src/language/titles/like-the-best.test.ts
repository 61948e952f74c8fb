import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFeedback } from './like-the-best.ts';
import { createLabelRanker } from './rank-labels.ts';
import { parseThesaurus } from './thesaurus.ts';

const NAMES = ['lorry driver', 'haulage driver', 'haulage operative', 'goods mover', 'baker', 'cake baker', 'lawyer'];
const labels = NAMES.map((label) => ({ id: label, label }));
const thesaurus = parseThesaurus('=\thaulage operative|goods mover\n');

describe('labels that are like the best of a title', () => {
  test('are found though they share nothing with the title', () => {
    const ranked = createLabelRanker(labels, thesaurus)('haulage', 7).map(({ label }) => label);
    expect(ranked).toContain('goods mover');
    expect(ranked).not.toContain('lawyer');
  });

  test('count for the more the better the label was that they are like', () => {
    const likeness = createFeedback(
      labels,
      thesaurus,
    )([
      { row: 2, score: 3 },
      { row: 4, score: 0 },
    ]);
    expect(likeness[3]).toBeGreaterThan(likeness[5] ?? 1);
    expect(likeness[6]).toBe(0);
  });

  test('are never more like than the same, whatever the labels', () => {
    const word = fc.constantFrom('baker', 'of', 'cake', '工程师', 'x', '—', '__proto__', 'root:cake');
    const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), fc.nat(7), (all, at) => {
        const row = at % all.length;
        const feedback = createFeedback(
          all.map((one, id) => ({ id: String(id), label: one })),
          thesaurus,
        );
        for (const like of feedback([{ row, score: 1 }])) {
          expect(like).toBeGreaterThanOrEqual(0);
          expect(like).toBeLessThanOrEqual(1.000_001);
        }
      }),
    );
  });
});
