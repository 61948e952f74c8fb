import { createAuth } from '../identity/index.ts';
import type { IndexPlace } from '../matching/index.ts';
import type { Context } from '../platform/index.ts';
import { createApp } from './app.ts';
import { openApiDocument } from './openapi.ts';
import { allRoutes } from './routes.ts';
import { type OutgoingMail, startServices } from './services.ts';

export { allRoutes, createApp, openApiDocument, startServices };

export type ServerOptions = {
  readonly host: string;
  readonly port: number;
  /** Signs the sessions' cookies. */
  readonly secret: string;
  readonly webFolder?: string;
  readonly mail?: OutgoingMail;
  /** Where the talent index is kept; in memory where nothing is said. */
  readonly talentIndex?: IndexPlace;
};

export type RunningServer = { readonly url: string; close(): Promise<void> };

/** Starts the read models and listens. Rejects with the system's error where the address is taken. */
export async function createServer(context: Context, options: ServerOptions): Promise<RunningServer> {
  const services = await startServices(context, options.mail, options.talentIndex);
  const app = await createApp({
    context,
    services,
    auth: createAuth(context, options.secret),
    ...(options.webFolder && { webFolder: options.webFolder }),
  });
  try {
    const url = await app.listen({ host: options.host, port: options.port });
    return {
      url,
      async close() {
        await app.close();
        await services.close();
      },
    };
  } catch (error) {
    await app.close();
    await services.close();
    throw error;
  }
}
