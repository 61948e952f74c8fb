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
    const end = () => {
      clearInterval(heartbeat);
      unsubscribe();
    };
    // A reader who left while it was asked who they are closes no second time.
    if (stream.destroyed || request.raw.destroyed || request.raw.socket.destroyed) end();
    else stream.once('close', end);
  });
}
