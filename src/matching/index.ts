export { findMatches, type ReadModels } from './find-matches.ts';
export { matchOne, type OneMatch } from './match-one.ts';
export type { Candidate, Parts } from './model.ts';
export { type Ranked, rank } from './rank.ts';
export { missingFor, reasonsFor } from './reasons.ts';
export { matchingRoutes } from './routes.ts';
export { emptyTalentIndex, loadTalentIndex, type TalentIndex, toCandidate } from './talent-index.ts';
export { termsOf } from './terms.ts';
