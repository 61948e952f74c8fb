import { existsSync } from 'node:fs';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Auth, fetchHeaders, resolveActor } from '../identity/index.ts';
import { reportPages } from '../insights/index.ts';
import { type Actor, type Context, fail, registerPages } from '../platform/index.ts';
import { answerErrors } from './errors.ts';
import { serveLiveEvents } from './live-route.ts';
import { openApiDocument } from './openapi.ts';
import { allRoutes } from './routes.ts';
import type { Services } from './services.ts';

const SIGN_INS_A_MINUTE = 20;
/** From one address, which may be a whole office's. */
const REQUESTS_A_MINUTE = 6_000;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export type AppOptions = {
  readonly context: Context;
  readonly services: Services;
  readonly auth: Auth;
  /** The built web app; without it the server answers the API alone. */
  readonly webFolder?: string;
};

function refuseOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers;
    if (READING.has(request.method) || origin === undefined || host === undefined) return;
    if (!URL.canParse(origin) || new URL(origin).host !== host) {
      throw fail('forbidden', 'other-origin', { zh: '请求来自别的网站', en: 'The request comes from another site' });
    }
  });
}

function mountAuth(app: FastifyInstance, auth: Auth): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    config: { rateLimit: { max: SIGN_INS_A_MINUTE, timeWindow: '1 minute' } },
    handler: async (request, reply) => {
      const response = await auth.handler(
        new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
          method: request.method,
          headers: fetchHeaders(request),
          ...(request.body !== undefined && request.body !== null && { body: JSON.stringify(request.body) }),
        }),
      );
      reply.status(response.status);
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      return reply.send(await response.text());
    },
  });
}

async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
  });
  // The page itself is never kept: it names the assets, which are kept for good.
  const page = (reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  app.get('/', (_request, reply) => page(reply));
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/') || !READING.has(request.method)) {
      throw fail('not-found', 'no-such-path', { zh: '没有这个地址', en: 'There is nothing at this address' });
    }
    // Every other address is a page of the web app, which knows its own.
    return page(reply);
  });
}

/** The whole HTTP application: safe headers, sessions, the API from the domains' routes, live events and the web app. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { context, services, auth } = options;
  const app = fastify({ logger: false, trustProxy: 'loopback', bodyLimit: 1 << 20, forceCloseConnections: true });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    // The server itself speaks plain HTTP on loopback; whoever puts TLS before it sends this header there.
    hsts: false,
  });
  // Answers of the API; the web app's files are compressed when they are built.
  await app.register(compress, { threshold: 2_048, encodings: ['gzip', 'identity'] });
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: '1 minute' });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  // Forms hold nothing that is needed beyond their address: a mail program's press on "unsubscribe" (RFC 8058).
  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'buffer' },
    (_request, _body, done) => done(null, {}),
  );
  answerErrors(app, context);
  refuseOtherOrigins(app);
  mountAuth(app, auth);
  const actorOf = (request: FastifyRequest): Promise<Actor> => resolveActor(context, auth, request);
  const routes = allRoutes(services);
  for (const route of routes) route.register(app, context, actorOf);
  registerPages(app, context, reportPages(), actorOf);
  serveLiveEvents(app, services.live, actorOf);
  const document = openApiDocument(routes);
  app.get('/api/v1/openapi.json', async () => document);
  if (options.webFolder && existsSync(options.webFolder)) await serveWeb(app, options.webFolder);
  return app;
}
