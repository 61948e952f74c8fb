import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findReposts, SAME_TEXT, WINDOW_DAYS } from './reposts.ts';
import { bareUnits, digestOf, similarity, sketchOf } from './sketch.ts';

const sketch = (text: string) => sketchOf(bareUnits(text));

function jaccard(a: string, b: string): number {
  const shingles = (text: string) => {
    const bare = [...bareUnits(text)];
    return new Set(bare.slice(0, Math.max(0, bare.length - 4)).map((_, at) => bare.slice(at, at + 5).join()));
  };
  const [left, right] = [shingles(a), shingles(b)];
  const both = [...left].filter((one) => right.has(one)).length;
  return both / (left.size + right.size - both);
}

const word = fc.stringMatching(/^[a-z]{3,9}$/);
const text = fc.array(word, { minLength: 40, maxLength: 120 }).map((words) => words.join(' '));

describe('sketches', () => {
  test('estimate how many shingles two texts share', () => {
    fc.assert(
      fc.property(text, text, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const cut = Math.floor(a.length * share);
        const mixed = `${a.slice(0, cut)} ${b.slice(0, b.length - Math.floor(b.length * share))}`;
        const [left, right] = [sketch(a), sketch(mixed)];
        if (!left || !right) return;
        // Four standard deviations of 64 draws.
        expect(Math.abs(similarity(left, right) - jaccard(a, mixed))).toBeLessThan(0.3);
      }),
      { numRuns: 300 },
    );
  });

  test('do not see case, spaces and punctuation', () => {
    const a = '负责大模型训练与推理优化,熟悉 PyTorch 和 CUDA;具备良好的沟通能力,能够独立推进跨团队项目落地。Own it.';
    const b = '负责大模型训练与推理优化,熟悉pytorch和cuda、具备良好的沟通能力,能够独立推进跨团队项目落地!own it';
    expect(sketch(a)).toEqual(sketch(b));
    expect(digestOf(bareUnits(a))).toBe(digestOf(bareUnits(b)));
  });

  test('say nothing of short texts', () => {
    expect(sketch('招人')).toBeNull();
  });
});

const LONG = Array.from({ length: 60 }, (_, n) => `第${n}项职责是维护系统${n * 7}`).join('。');

function posting(id: string, day: number, title: string, description: string, cityId = 'beijing') {
  const bare = bareUnits(description);
  return { id, day, cityId, exact: digestOf(bareUnits(title), bare), sketch: sketchOf(bare) };
}

describe('repeated postings', () => {
  test('the same again within 60 days of the first counts once; after that it is new', () => {
    const days = [0, 30, WINDOW_DAYS, WINDOW_DAYS + 1, WINDOW_DAYS + 30];
    const found = findReposts(days.map((day) => posting(`p${day}`, day, '工程师', LONG)));
    expect(found).toEqual([
      { id: 'p30', of: 'p0', nth: 1 },
      { id: 'p60', of: 'p0', nth: 2 },
      { id: 'p90', of: 'p61', nth: 1 },
    ]);
  });

  test('a renamed and slightly edited copy is found; another text, city or a short text under another title is not', () => {
    const edited = LONG.replace('第3项', '第三项');
    expect(jaccard(LONG, edited)).toBeGreaterThan(SAME_TEXT);
    const found = findReposts([
      posting('a', 0, '工程师', LONG),
      posting('b', 1, '高级工程师', edited),
      posting('c', 2, '工程师', [...LONG].reverse().join('')),
      posting('d', 3, '工程师', LONG, 'shanghai'),
      posting('e', 4, '普工', '包吃住'),
      posting('f', 5, '技工', '包吃住'),
      posting('g', 6, '普工', '包吃住'),
    ]);
    expect(found).toEqual([
      { id: 'b', of: 'a', nth: 1 },
      { id: 'g', of: 'e', nth: 1 },
    ]);
  });

  test('bands find what comparing every pair would find', () => {
    const edits = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(edits, fc.integer({ min: 0, max: 100 })), { minLength: 2, maxLength: 8 }),
        (made) => {
          const postings = made
            .map(([lines, day], n) => {
              const description = lines.reduce((sum, line) => sum.replace(`第${line}项`, `改${line}写`), LONG);
              return posting(`p${n}`, day, `标题${n}`, description);
            })
            .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
          const firsts: typeof postings = [];
          const slow = postings.flatMap((one) => {
            const near = firsts.find(
              (first) =>
                one.day - first.day <= WINDOW_DAYS &&
                first.sketch &&
                one.sketch &&
                similarity(first.sketch, one.sketch) >= SAME_TEXT,
            );
            if (!near) firsts.push(one);
            return near ? [[one.id, near.id]] : [];
          });
          expect(findReposts(postings).map(({ id, of }) => [id, of])).toEqual(slow);
        },
      ),
      { numRuns: 100 },
    );
  });
});
