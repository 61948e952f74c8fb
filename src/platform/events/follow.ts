import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import {
  currentPosition,
  isEventWaiting,
  nextTransaction,
  OUTBOX_CHANNEL,
  type OutboxPosition,
  readOutbox,
  type StoredEvent,
} from './outbox.ts';

const WAIT_MS = 20;

/** Told of each event once, in order, after it committed. */
export type Follower = (event: StoredEvent) => void | Promise<void>;

export type Following = {
  /**
   * Resolves when every event that was committed before the call has been told. One that waits behind an older
   * transaction, be it of another database of the same server, is waited for.
   */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Follows the outbox from `from` (now, where not given): wakes on PostgreSQL's notification, and looks every
 * two seconds besides, so that a lost connection costs latency and never an event.
 */
export async function followOutbox(context: Context, follower: Follower, from?: OutboxPosition): Promise<Following> {
  let position = from ?? (await currentPosition(context.db));
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  async function drain(): Promise<void> {
    for (;;) {
      const events = await readOutbox(context.db, position);
      for (const event of events) {
        if (stopped) return;
        try {
          await follower(event);
        } catch (error) {
          context.log.error('a follower of the outbox failed', {
            kind: event.kind,
            key: event.key,
            error: String(error),
          });
        }
        position = { transactionId: event.transactionId, id: event.id };
      }
      if (events.length === 0) return;
    }
  }
  function look(): Promise<void> {
    running = running.then(drain).catch((error: unknown) => {
      context.log.warn('the outbox cannot be read now', { error: String(error) });
    });
    return running;
  }
  async function catchUp(): Promise<void> {
    const next = await nextTransaction(context.db);
    for (;;) {
      await look();
      if (stopped || !(await isEventWaiting(context.db, position, next))) return;
      await sleep(WAIT_MS);
    }
  }

  const timer = setInterval(() => void look(), 2_000);
  timer.unref();
  let release: (() => void) | undefined;
  async function listen(): Promise<void> {
    try {
      const client = await context.pool.connect();
      let held = true;
      // Back to the pool, which would otherwise wait for it when it closes; once, though the server may end a
      // connection at the very moment when we do.
      const letGo = () => {
        if (held) client.release(true);
        held = false;
      };
      release = letGo;
      client.on('notification', () => void look());
      client.on('error', () => {
        letGo();
        if (!stopped) setTimeout(() => void listen(), 1_000).unref();
      });
      await client.query(`listen ${OUTBOX_CHANNEL}`);
    } catch {
      if (!stopped) setTimeout(() => void listen(), 1_000).unref();
    }
  }
  await listen();

  return {
    catchUp,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      release?.();
    },
  };
}
