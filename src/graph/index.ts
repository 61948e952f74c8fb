export { applyToGraph, loadSocialGraph } from './follow-connections.ts';
export { type PersonCard, personCard } from './model.ts';
export { loadCards, presentCard } from './person-cards.ts';
export { graphRoutes } from './routes.ts';
export { buildSocialGraph, type SocialGraph } from './social-graph.ts';
export { block, blocksAround } from './store.ts';
