import { communityRoutes } from '../community/index.ts';
import { graphRoutes } from '../graph/index.ts';
import { identityRoutes } from '../identity/index.ts';
import { insightsRoutes } from '../insights/index.ts';
import { jobsRoutes } from '../jobs/index.ts';
import { matchingRoutes, rolesForYouRoutes } from '../matching/index.ts';
import { moderationRoutes } from '../moderation/index.ts';
import { outreachRoutes } from '../outreach/index.ts';
import type { Route } from '../platform/index.ts';
import { talentRoutes } from '../talent/index.ts';
import { vettingRoutes } from '../vetting/index.ts';
import type { Services } from './services.ts';

/** Every call of the API, domain by domain. */
export function allRoutes(services: Pick<Services, 'graph' | 'talentIndex' | 'postingIndex' | 'smtpUrl'>): Route[] {
  return [
    ...identityRoutes(services.smtpUrl),
    ...talentRoutes(),
    ...graphRoutes(services.graph),
    ...communityRoutes(),
    ...jobsRoutes(),
    ...matchingRoutes(services),
    ...rolesForYouRoutes(services),
    ...vettingRoutes(),
    ...outreachRoutes(services),
    ...insightsRoutes(services.smtpUrl),
    ...moderationRoutes(),
  ];
}
