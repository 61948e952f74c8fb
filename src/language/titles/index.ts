export { createGramIndex } from './character-grams.ts';
export type { Label } from './label-index.ts';
export { createLabelRanker, type LabelRanker, type RankedLabel } from './rank-labels.ts';
export { type BadLine, readLabelFile } from './read-label-file.ts';
