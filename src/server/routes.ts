import { identityRoutes } from '../identity/index.ts';
import type { Route } from '../platform/index.ts';
import type { Services } from './services.ts';

/** Every call of the API, domain by domain. */
export function allRoutes(_services: Services): Route[] {
  return [...identityRoutes()];
}
