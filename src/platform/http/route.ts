import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { type FieldProblem, fail } from '../errors.ts';
import { type Actor, type ActorRule, requireAccount } from './actor.ts';

type Empty = z.ZodObject<Record<never, never>>;
const empty: Empty = z.object({});

/** What a handler gets: everything parsed, and who asks. */
export type Call<P, Q, B> = {
  readonly context: Context;
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

export type RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with parameters as `:memberId`. */
  readonly path: string;
  /** The name of the call in the OpenAPI document and in the generated client. */
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  /** Who is let in at all. */
  readonly allow: ActorRule;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** A body that is taken as bytes (a file); `body` is then left out. */
  readonly bytes?: { readonly maximum: number };
  readonly reply: R;
  readonly status?: 200 | 201 | 202 | 204;
  /** At most this many calls a minute from one address. */
  readonly perMinute?: number;
  readonly handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>> | z.input<R>;
};

/** A route whose types have done their work: what the server, the OpenAPI document and the policy test need. */
export type Route = {
  readonly method: RouteSpec<Empty, Empty, Empty, Empty>['method'];
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly allow: ActorRule;
  readonly schemas: {
    readonly params?: z.ZodType;
    readonly query?: z.ZodType;
    readonly body?: z.ZodType;
    readonly reply: z.ZodType;
  };
  readonly takesBytes: boolean;
  readonly status: number;
  register(app: FastifyInstance, context: Context, actorOf: (request: FastifyRequest) => Promise<Actor>): void;
};

const chinese = z.locales.zhCN().localeError;

function inChinese(issue: z.core.$ZodIssue): string {
  const said = chinese(issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}

function problemsOf(error: z.ZodError, where: string): FieldProblem[] {
  return error.issues.map((issue) => ({
    path: [where, ...issue.path.map(String)].join('.'),
    message: { zh: inChinese(issue), en: issue.message },
  }));
}

function parse<T extends z.ZodType>(schema: T | undefined, value: unknown, where: string): z.output<T> {
  const result = (schema ?? empty).safeParse(value ?? {});
  if (!result.success) {
    throw fail(
      'invalid',
      'invalid-input',
      { zh: '请求中有不合要求的内容', en: 'Something in the request is not as it should be' },
      problemsOf(result.error, where),
    );
  }
  return result.data as z.output<T>;
}

/** Declares one call of the API: its schemas are its documentation, its check and its types. */
export function defineRoute<
  P extends z.ZodType = Empty,
  Q extends z.ZodType = Empty,
  B extends z.ZodType = Empty,
  R extends z.ZodType = Empty,
>(spec: RouteSpec<P, Q, B, R>): Route {
  const status = spec.status ?? 200;
  return {
    method: spec.method,
    path: spec.path,
    operationId: spec.operationId,
    tag: spec.tag,
    summary: spec.summary,
    allow: spec.allow,
    schemas: {
      ...(spec.params && { params: spec.params }),
      ...(spec.query && { query: spec.query }),
      ...(spec.body && { body: spec.body }),
      reply: spec.reply,
    },
    takesBytes: spec.bytes !== undefined,
    status,
    register(app, context, actorOf) {
      app.route({
        method: spec.method,
        url: `/api/v1${spec.path}`,
        ...(spec.bytes && { bodyLimit: spec.bytes.maximum }),
        ...(spec.perMinute && { config: { rateLimit: { max: spec.perMinute, timeWindow: '1 minute' } } }),
        handler: async (request, reply) => {
          const actor = await actorOf(request);
          if (!spec.allow(actor)) {
            requireAccount(actor);
            throw fail('forbidden', 'not-allowed', { zh: '您的身份不能这样做', en: 'Your role may not do this' });
          }
          const result = await spec.handle({
            context,
            actor,
            params: parse(spec.params, request.params, 'path'),
            query: parse(spec.query, request.query, 'query'),
            body: parse(spec.body, spec.bytes ? {} : request.body, 'body'),
            request,
            reply,
          });
          if (reply.sent) return reply;
          return reply.status(status).send(status === 204 ? undefined : spec.reply.parse(result));
        },
      });
    },
  };
}
