import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Togetherness } from './learn-concepts.ts';
import { fromRows } from './sparse-matrix.ts';
import { eigenOfSymmetric, truncatedSvd } from './truncated-svd.ts';

const SIZE = 9;
const symmetric = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE })
  .map((cells) => {
    const matrix = new Float64Array(SIZE * SIZE);
    for (let i = 0; i < SIZE; i++)
      for (let j = 0; j <= i; j++) {
        const value = Math.round((cells[i * SIZE + j] ?? 0) * 64) / 64;
        matrix[i * SIZE + j] = value;
        matrix[j * SIZE + i] = value;
      }
    return matrix;
  });
const rowsOf = (matrix: Float64Array) =>
  Array.from(
    { length: SIZE },
    (_, i) => new Map(Array.from({ length: SIZE }, (_, j) => [j, matrix[i * SIZE + j] ?? 0] as const)),
  );

describe('the strongest directions', () => {
  test('of a small matrix are its eigenvectors: each is only stretched', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const { values, vectors } = eigenOfSymmetric(matrix.slice(), SIZE);
        for (let k = 0; k < SIZE; k++) {
          for (let i = 0; i < SIZE; i++) {
            let image = 0;
            for (let j = 0; j < SIZE; j++) image += (matrix[i * SIZE + j] ?? 0) * (vectors[j * SIZE + k] ?? 0);
            expect(image).toBeCloseTo((values[k] ?? 0) * (vectors[i * SIZE + k] ?? 0), 6);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('are as strong as the eigenvalues say, and the same every time', () => {
    fc.assert(
      fc.property(symmetric, fc.integer({ min: 1, max: 4 }), (matrix, dimensions) => {
        const sparse = fromRows(rowsOf(matrix));
        const found = truncatedSvd(sparse, dimensions, 7);
        expect(truncatedSvd(sparse, dimensions, 7)).toEqual(found);
        const strengths = [...eigenOfSymmetric(matrix.slice(), SIZE).values].map(Math.abs).sort((a, b) => b - a);
        for (let k = 0; k < dimensions; k++) {
          let square = 0;
          for (let row = 0; row < SIZE; row++) square += (found[row * dimensions + k] ?? 0) ** 2;
          expect(square).toBeCloseTo(strengths[k] ?? 0, 6);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('concepts', () => {
  const models = ['skill:pytorch', 'skill:tensorflow', 'skill:cuda', 'role:deep-learning-engineer'];
  const books = ['skill:accounting', 'skill:taxation', 'skill:月结关账', 'role:accountant'];
  const pairs = (keys: readonly string[]) => keys.flatMap((a) => keys.filter((b) => b > a).map((b) => [a, b]));
  const learned = (order: (baskets: string[][]) => string[][]) => {
    const together = new Togetherness();
    const baskets = [...pairs(models), ...pairs(books)].flatMap((pair) => [pair, pair, pair]);
    for (const basket of order([...baskets, ['skill:cuda', 'skill:taxation']])) together.add(basket);
    return together.learn(4);
  };

  test('that are practised together are near, also words that no lexicon knows', () => {
    const concepts = learned((baskets) => baskets);
    expect(concepts.neighbours('skill', 'pytorch', 1)[0]?.id).toMatch(/tensorflow|cuda/);
    expect(concepts.neighbours('skill', '月结关账', 1)[0]?.id).toMatch(/accounting|taxation/);
    const [near, far] = [
      concepts.neighbours('skill', 'tensorflow', 1)[0],
      concepts.neighbours('skill', 'tensorflow', 9).at(-1),
    ];
    expect(near?.similarity).toBeGreaterThan((far?.similarity ?? 1) + 0.3);
    expect(concepts.neighbours('skill', 'nobody knows this', 3)).toEqual([]);
    expect(concepts.neighbours('role', 'accountant', 3).map((one) => one.id)).toEqual(['deep-learning-engineer']);
  });

  test('do not depend on the order in which careers come', () => {
    const [one, other] = [learned((baskets) => baskets), learned((baskets) => baskets.reverse())];
    expect(other.keys).toEqual(one.keys);
    expect(other.coordinates).toEqual(one.coordinates);
  });
});
