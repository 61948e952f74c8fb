import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LiveHub } from '../platform/index.ts';
import { type Actor, requireAccount } from '../platform/index.ts';

const HEARTBEAT_MS = 25_000;

/** `GET /api/v1/events`: what changed for the one who is signed in, as server-sent events. */
export function serveLiveEvents(
  app: FastifyInstance,
  live: LiveHub,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  app.get('/api/v1/events', async (request, reply) => {
    const account = requireAccount(await actorOf(request));
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 2000\n\n');
    const unsubscribe = live.subscribe(account.id, (event) => stream.write(`data: ${JSON.stringify(event)}\n\n`));
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS);
    request.raw.on('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
    });
  });
}
