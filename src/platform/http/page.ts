import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { addressFor } from '../public-address.ts';
import type { Locale } from '../text.ts';
import type { Actor } from './actor.ts';

/** What a page is asked with. Parameters are as they came: what is none of the page's is a page that is not there. */
export type PageCall = {
  readonly context: Context;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The network's own address, without a slash at its end. */
  readonly address: string;
  readonly acceptLanguage: string | undefined;
};

export type PageReply = {
  readonly status?: 200 | 400 | 404 | 410;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  readonly locale?: Locale;
  /** For how many seconds whoever keeps a copy need not ask; `private` where nobody may keep one. */
  readonly keep: number | 'private';
  /** The content security policy, where it is stricter than the web app's. */
  readonly policy?: string;
  /** The name under which a browser saves it; ASCII. */
  readonly saveAs?: string;
};

/** A page that the server writes itself, outside the API and the web app: for readers without scripts, and for machines. */
export type Page = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What it costs the server at most, by address. */
  readonly perMinute?: number;
  readonly answer: (call: PageCall) => Promise<PageReply>;
};

const entityTag = (body: string | Uint8Array): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether the copy that the reader has is the same (RFC 9110 §13.1.2, weak comparison). */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const bare = (one: string) => one.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => bare(one) === bare(tag));
}

function send(page: PageReply, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status = 200, mediaType, body, locale, keep, policy, saveAs } = page;
  reply.header('cache-control', keep === 'private' ? 'private, no-store' : `public, max-age=${keep}, must-revalidate`);
  reply.header('vary', 'accept-language, accept-encoding');
  if (locale) reply.header('content-language', locale === 'zh' ? 'zh-CN' : 'en');
  if (policy) reply.header('content-security-policy', policy);
  if (saveAs) reply.header('content-disposition', `attachment; filename="${saveAs.replaceAll(/[^\w.-]/g, '_')}"`);
  if (status === 200 && keep !== 'private') {
    const tag = entityTag(body);
    reply.header('etag', tag);
    if (isKnown(request.headers['if-none-match'], tag)) return reply.status(304).send();
  }
  return reply
    .status(status)
    .type(mediaType)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}

/** Strings alone: a parameter that comes twice counts once. */
const strings = (values: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => {
      const one: unknown = Array.isArray(value) ? value[0] : value;
      return typeof one === 'string' ? [[name, one.slice(0, 400)]] : [];
    }),
  );

/** Adds the pages to the server. */
export function registerPages(
  app: FastifyInstance,
  context: Context,
  pages: readonly Page[],
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  for (const page of pages) {
    app.route({
      method: page.method,
      url: page.path,
      ...(page.perMinute && { config: { rateLimit: { max: page.perMinute, timeWindow: '1 minute' } } }),
      handler: async (request, reply) =>
        send(
          await page.answer({
            context,
            actor: await actorOf(request),
            params: strings(request.params),
            query: strings(request.query),
            address: await addressFor(context.db, request),
            acceptLanguage: request.headers['accept-language'],
          }),
          request,
          reply,
        ),
    });
  }
}
