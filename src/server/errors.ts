import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance } from 'fastify';
import { type Context, FailureError, negotiateLocale, problemOf } from '../platform/index.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

/** Turns failures into problem+json, and hides the inside of what went wrong with us. */
export function answerErrors(app: FastifyInstance, context: Context): void {
  app.setErrorHandler((error: FastifyError | FailureError, request, reply) => {
    const locale = negotiateLocale(request.headers['accept-language']);
    if (error instanceof FailureError) {
      const problem = problemOf(error.failure, locale);
      return reply.status(problem.status).type(PROBLEM).send(problem);
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      context.log.error('a request failed', { route: request.routeOptions.url, error: String(error.stack ?? error) });
    }
    const title =
      status >= 500
        ? {
            zh: '服务器出错了，我们已经记下；请稍后再试',
            en: 'Something failed on our side and was logged; try again later',
          }[locale]
        : status === 429
          ? { zh: '请求太频繁，请一分钟后再试', en: 'Too many requests; try again in a minute' }[locale]
          : error.message;
    return reply
      .status(status)
      .type(PROBLEM)
      .send({
        type: 'about:blank',
        title,
        status,
        code: (STATUS_CODES[status] ?? 'error').toLowerCase().replaceAll(' ', '-'),
      });
  });
}
