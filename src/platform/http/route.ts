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

/** What a call takes, whoever may make it, whatever it answers. */
type CallSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
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
  /** At most this many calls a minute from one address. */
  readonly perMinute?: number;
};

type Answer<T> = Promise<T> | T;

export type RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = CallSpec<
  P,
  Q,
  B
> & {
  readonly reply: R;
  readonly status?: 200 | 201 | 202 | 204;
  readonly handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Answer<z.input<R>>;
};

/** A file to keep, not to show: browsers are told to save it under its name. */
export type FileReply = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type FileRouteSpec<P extends z.ZodType, Q extends z.ZodType> = CallSpec<P, Q, Empty> & {
  /** What the file may be, for the OpenAPI document. */
  readonly mediaTypes: readonly string[];
  readonly handle: (call: Call<z.output<P>, z.output<Q>, Record<never, never>>) => Answer<FileReply>;
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
  /** The kinds of file that it answers in place of JSON. */
  readonly mediaTypes: readonly string[];
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

function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: CallSpec<P, Q, B>,
  answer: {
    readonly status: number;
    readonly reply: z.ZodType;
    readonly mediaTypes: readonly string[];
    readonly send: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<FastifyReply>;
  },
): Route {
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
      reply: answer.reply,
    },
    mediaTypes: answer.mediaTypes,
    takesBytes: spec.bytes !== undefined,
    status: answer.status,
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
          return answer.send({
            context,
            actor,
            params: parse(spec.params, request.params, 'path'),
            query: parse(spec.query, request.query, 'query'),
            body: parse(spec.body, spec.bytes ? {} : request.body, 'body'),
            request,
            reply,
          });
        },
      });
    },
  };
}

/** Declares one call of the API: its schemas are its documentation, its check and its types. */
export function defineRoute<
  P extends z.ZodType = Empty,
  Q extends z.ZodType = Empty,
  B extends z.ZodType = Empty,
  R extends z.ZodType = Empty,
>(spec: RouteSpec<P, Q, B, R>): Route {
  const status = spec.status ?? 200;
  return route<P, Q, B>(spec, {
    status,
    reply: spec.reply,
    mediaTypes: [],
    async send(call) {
      const result = await spec.handle(call);
      if (call.reply.sent) return call.reply;
      return call.reply.status(status).send(status === 204 ? undefined : spec.reply.parse(result));
    },
  });
}

/** Declares a call that answers a file: its name is ASCII, and pages of it run no script here. */
export function defineFileRoute<P extends z.ZodType = Empty, Q extends z.ZodType = Empty>(
  spec: FileRouteSpec<P, Q>,
): Route {
  return route<P, Q, Empty>(spec, {
    status: 200,
    reply: empty,
    mediaTypes: spec.mediaTypes,
    async send(call) {
      const file = await spec.handle(call);
      return call.reply
        .header('content-disposition', `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '_')}"`)
        .header('cache-control', 'private, no-store')
        .type(file.mediaType)
        .send(Buffer.from(file.bytes));
    },
  });
}
