import { expect, test } from 'vitest';
import { ndcg, percentile, recall, reciprocalRank } from './metrics.ts';

test('nDCG is 1 for the best order, and as worked out by hand for another', () => {
  expect(ndcg([3, 2, 0], [3, 2, 0, 0], 10)).toBe(1);
  // (2^0-1)/1 + (2^3-1)/log2(3) + (2^2-1)/2, over 7/1 + 3/log2(3)
  expect(ndcg([0, 3, 2], [3, 2, 0, 0], 10)).toBeCloseTo((7 / Math.log2(3) + 1.5) / (7 + 3 / Math.log2(3)), 12);
  expect(ndcg([0, 3], [3], 1)).toBe(0);
});

test('recall counts what is good enough among the first', () => {
  expect(recall([2, 0, 3, 1], [3, 2, 2, 1, 0], 3, 2)).toBeCloseTo(2 / 3, 12);
  expect(recall([], [], 100, 2)).toBe(0);
});

test('the reciprocal rank is of the first that is good enough', () => {
  expect(reciprocalRank([1, 0, 2], 2)).toBeCloseTo(1 / 3, 12);
  expect(reciprocalRank([1, 1], 2)).toBe(0);
});

test('a percentile is a value of the list', () => {
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
});
